import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { isCopied } from '../core/own-words.ts'
import { addVoice, removeVoice, writtenIn } from '../store.ts'
import type { WordsRefusal } from './decide.ts'
import { log, namesSomebody, onPattern } from './on-pattern.ts'

/** Writes down a voice in the coordinator's own words, naming nobody. */
export async function sayVoice(
  context: Context,
  id: string,
  text: string,
): Promise<Outcome<null, WordsRefusal | 'copied'>> {
  return onPattern(context, { id, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, [text])) return refuse('names-somebody')
    if (isCopied(text, await writtenIn(tx, id))) return refuse('copied')
    await addVoice(tx, place, text, doing)
    await log(tx, place, 'patterns.voice-written', doing)
    return done(null)
  })
}

export async function takeVoiceAway(
  context: Context,
  id: string,
  voice: number,
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { id, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    await removeVoice(tx, place, voice, doing.at)
    await log(tx, place, 'patterns.voice-removed', doing)
    return done(null)
  })
}
