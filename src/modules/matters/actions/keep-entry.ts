import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Seen } from '../core/forms.ts'
import type { Step } from '../core/plan.ts'
import { putEntry } from '../entry-store.ts'
import { holdToSpeak, type SpeakRefusal } from './hold-to-speak.ts'

/** What is kept of an entry that is not sent: a draft, or a finished text that waits for somebody to send it. */
interface Kept {
  readonly kind: 'message' | 'plan'
  readonly text: string
  readonly steps: readonly Step[] | null
  readonly state: 'draft' | 'finished'
  readonly seen: Seen
}

/** Keeps what an officer has written so far. Nothing of it is said yet, so the log is not told. Answers the new version. */
export async function keepEntry(
  context: Context,
  matter: string,
  { kind, text, steps, state, seen }: Kept,
): Promise<Outcome<number, SpeakRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const held = await holdToSpeak(tx, actor, matter, { kind, seen, isSent: false })
    if (!held.ok) return held
    const { voice, draft } = held.value
    const entry = { kind, municipality: voice.municipality, text, way: 'page', steps, state } as const
    // A text that is worked on again is no longer finished.
    const begun = draft && state === 'draft' ? { ...draft, finishedAt: null } : draft
    await putEntry(tx, { networkId, matter }, begun, entry, { by: actor.personId, at: now })
    return done((draft?.version ?? 0) + 1)
  })
}
