import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { CloseForm, Seen } from '../core/forms.ts'
import * as store from '../thread-store.ts'
import { holdToSpeak, type SpeakRefusal } from './hold-to-speak.ts'
import { speak, type ToCompany } from './speak.ts'

/** Closes a matter with what it came to and a word about it; the company is asked whether it thinks the same. */
export async function closeMatter(
  context: Context,
  id: string,
  { outcome, law, text, seen }: CloseForm & { readonly seen: Seen },
  toCompany: ToCompany,
): Promise<Outcome<null, SpeakRefusal | 'names-company'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const held = await holdToSpeak(tx, actor, id, { kind: 'outcome', seen, isSent: true })
    if (!held.ok) return held
    const { matter, voice } = held.value
    const moves = { state: 'closed', closedAt: now, outcome, waitingSince: null } as const
    const saying = {
      kind: 'outcome',
      text,
      way: 'page',
      steps: null,
      draft: undefined,
      voice,
      moves,
    } as const
    const said = await speak(tx, { ...context, actor }, matter, saying, toCompany)
    if (!said.ok) return said
    await store.markText(tx, { networkId, matter: id }, { outcomeLaw: law })
    return done(null)
  })
}
