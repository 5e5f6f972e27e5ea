import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { isColleaguesSince } from '../core/draft.ts'
import { mayAnswer } from '../core/policy.ts'
import type { Sheet } from '../core/sheet.ts'
import * as store from '../store.ts'
import { holdOpenRound } from './hold-open-round.ts'

export type DraftRefusal = 'not-allowed' | 'round-unknown' | 'round-frozen' | 'draft-changed'

/**
 * Keeps what an officer has typed so far. Nothing of it is said yet, so the log is not told. `seen` is the version of the
 * draft that the sheet was opened with: what a colleague has kept since is not written over unseen. Answers the new version.
 */
export async function keepDraft(
  context: Context,
  round: string,
  municipality: string,
  { typed, seen }: { readonly typed: Sheet; readonly seen: number },
): Promise<Outcome<number, DraftRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayAnswer(actor, municipality)) return refuse('not-allowed')
  const place = { networkId, round, municipality }

  return inTransaction(context, async (tx) => {
    const known = await holdOpenRound(tx, place)
    if (!known.ok) return known
    const draft = await store.draftOf(tx, place)
    if (isColleaguesSince(draft, seen, actor.personId)) return refuse('draft-changed')
    await store.putDraft(tx, place, typed, { by: actor.personId, at: now })
    return done((draft?.version ?? 0) + 1)
  })
}
