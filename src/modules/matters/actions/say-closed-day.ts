import { holds, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { isWorkingDay } from '#platform/values/working-days.ts'
import { whyNotDay, type ClosedDayForm } from '../core/time-forms.ts'
import * as store from '../time-store.ts'

export type ClosedDayRefusal = 'not-allowed' | 'day-passed' | 'day-too-far' | 'day-off-already'

/** Says that a town hall, or by the coordinator the whole network's, is closed on a day; or that it is open after all. */
export async function sayClosedDay(
  context: Context,
  said: ClosedDayForm,
): Promise<Outcome<null, ClosedDayRefusal>> {
  const { actor, networkId, now } = context
  const may =
    said.municipality === null ? holds(actor, 'coordinator') : holds(actor, 'officer', said.municipality)
  if (!actor || !may) return refuse('not-allowed')
  const why = whyNotDay(said.day, dayOf(now))
  if (why) return refuse(why)
  if (!isWorkingDay(said.day)) return refuse('day-off-already')
  return inTransaction(context, async (tx) => {
    await store.sayDay(tx, networkId, said, { by: actor.personId, at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'matters.closed-day-said',
      on: { kind: 'closed-day', id: said.day },
      after: said,
    })
    return done(null)
  })
}
