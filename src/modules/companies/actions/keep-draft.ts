import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { visitsFor } from '../core/policy.ts'
import { draftOf, putDraft } from '../draft-store.ts'
import { companyWith } from '../store.ts'

export type DraftRefusal = 'not-allowed' | 'company-unknown' | 'already-finished'

/**
 * Keeps what somebody has typed of a visit so far; it is nobody's but theirs. `seen` is the version that the form knows of:
 * what a page saves by itself while its visit is being finished does not become a draft again. Answers the new version.
 */
export async function keepDraft(
  context: Context,
  company: string | null,
  { typed, seen }: { readonly typed: Readonly<Record<string, string>>; readonly seen: number },
): Promise<Outcome<number, DraftRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || visitsFor(actor).length === 0) return refuse('not-allowed')
  const place = { networkId, person: actor.personId, company }

  return inTransaction(context, async (tx) => {
    if (company !== null && !(await companyWith(tx, company))) return refuse('company-unknown')
    const draft = await draftOf(tx, place)
    if (draft && draft.typed === null && draft.version > seen) return refuse('already-finished')
    return done(await putDraft(tx, place, typed, now))
  })
}
