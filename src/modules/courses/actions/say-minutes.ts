import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayKeepCourses } from '../core/policy.ts'
import type { SaidMinutes } from '../core/travel.ts'
import { putMinutes } from '../store.ts'

/** Says how long it takes between two municipalities, instead of the estimate. */
export async function sayMinutes(
  context: Context,
  { fromCode, toCode, minutes }: SaidMinutes,
): Promise<Outcome<null, 'not-allowed' | 'place-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor || !mayKeepCourses(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const codes = new Set((await municipalitiesOf(tx)).map(({ code }) => code))
    if (!codes.has(fromCode) || !codes.has(toCode) || fromCode === toCode) return refuse('place-unknown')
    const [first = '', second = ''] = [fromCode, toCode].toSorted()
    const said = { fromCode: first, toCode: second, minutes }
    await putMinutes(tx, networkId, said, { at: now, by: actor.personId })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'courses.minutes-said',
      on: { kind: 'network', id: networkId },
      after: said,
    })
    return done(null)
  })
}
