import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { visitsFor } from '../core/policy.ts'
import { moveVisit, visitWith } from '../visit-store.ts'

/**
 * Lets the officers of the other municipalities read what was written of a visit, and what was promised. It has come in to
 * them from then on (TF 2:9), so it cannot be taken back.
 */
export async function shareVisit(
  context: Context,
  company: string,
  visit: string,
): Promise<Outcome<null, 'not-allowed' | 'visit-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const known = await visitWith(tx, company, visit)
    if (known?.state !== 'done') return refuse('visit-unknown')
    if (!visitsFor(actor).includes(known.municipality)) return refuse('not-allowed')
    if (known.isShared) return done(null)
    await moveVisit(tx, visit, { sharedAt: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'companies.visit-shared',
      on: { kind: 'company-visit', id: visit },
    })
    return done(null)
  })
}
