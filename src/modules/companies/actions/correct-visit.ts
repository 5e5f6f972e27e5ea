import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { visitsFor } from '../core/policy.ts'
import { addCorrection, visitWith } from '../visit-store.ts'

/** Puts right what was written of a visit: beside it, with its day. What is finished is a record and stands as it was. */
export async function correctVisit(
  context: Context,
  { company, visit }: { readonly company: string; readonly visit: string },
  text: string,
): Promise<Outcome<null, 'not-allowed' | 'visit-unknown'>> {
  const { actor, networkId, now: at } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const known = await visitWith(tx, company, visit)
    if (known?.state !== 'done') return refuse('visit-unknown')
    if (!visitsFor(actor).includes(known.municipality)) return refuse('not-allowed')
    await addCorrection(tx, { networkId, visit }, text, { at, by: actor.personId })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at,
      did: 'companies.visit-corrected',
      on: { kind: 'company-visit', id: visit },
    })
    return done(null)
  })
}
