import type { Context } from '#modules/accounts'
import { frameworkOf } from '#modules/programme'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addTheme, raise } from '../raise-store.ts'
import { rewrite } from '../store.ts'
import { publishSentence, takeBackSentence } from '../sentence-store.ts'
import type { WordsRefusal } from './decide.ts'
import { log, namesSomebody, onPattern, type SeenPattern } from './on-pattern.ts'

/** Raises it to a note for the leaders, with what is asked of them. Asked anew, the note says the new. */
export async function raiseToLeaders(
  context: Context,
  seen: SeenPattern,
  asked: string,
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { ...seen, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, [asked])) return refuse('names-somebody')
    await rewrite(tx, place, { asked })
    await raise(tx, place, { kind: 'note', interventionId: '' }, doing)
    await log(tx, place, 'patterns.raised', doing, { to: 'note' })
    return done(null)
  })
}

/** Makes a theme of it, for a round table to talk about. */
export async function raiseToTheme(
  context: Context,
  seen: SeenPattern,
  theme: { readonly title: string; readonly question: string },
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { ...seen, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, Object.values(theme))) return refuse('names-somebody')
    await addTheme(tx, place, theme, doing)
    await rewrite(tx, place)
    await log(tx, place, 'patterns.raised', doing, { to: 'theme' })
    return done(null)
  })
}

/** Ties it to an intervention of the programme, on whose page it is then read. */
export async function raiseToIntervention(
  context: Context,
  id: string,
  interventionId: string,
): Promise<Outcome<null, WordsRefusal | 'intervention-unknown'>> {
  return onPattern(context, { id, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    const { interventions } = await frameworkOf(tx)
    if (!interventions.some((one) => one.id === interventionId)) return refuse('intervention-unknown')
    await raise(tx, place, { kind: 'intervention', interventionId }, doing)
    await log(tx, place, 'patterns.raised', doing, { to: 'intervention', intervention: interventionId })
    return done(null)
  })
}

/** Lets everybody read one sentence of it. */
export async function tellEverybody(
  context: Context,
  seen: SeenPattern,
  sentence: string,
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { ...seen, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, [sentence])) return refuse('names-somebody')
    await publishSentence(tx, place, sentence, doing.at)
    await rewrite(tx, place)
    await log(tx, place, 'patterns.sentence-published', doing)
    return done(null)
  })
}

export async function takeSentenceBack(context: Context, id: string): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { id, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    await takeBackSentence(tx, place, doing.at)
    await rewrite(tx, place)
    await log(tx, place, 'patterns.sentence-taken-back', doing)
    return done(null)
  })
}
