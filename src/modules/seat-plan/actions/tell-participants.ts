import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { latestVersion, tellPlan } from '../store.ts'
import { seatingEvent } from './seating-event.ts'

/** Lets the participants read who sits where; only the version that holds. */
export async function tellParticipants(
  context: Context,
  { event, version }: { readonly event: string; readonly version: number },
): Promise<Outcome<null, 'not-allowed' | 'event-unknown' | 'overtaken' | 'told'>> {
  const { networkId, now } = context
  return seatingEvent(context, event, async ({ tx, actor }) => {
    if ((await latestVersion(tx, event))?.version !== version) return refuse('overtaken')
    if (!(await tellPlan(tx, event, version, now))) return refuse('told')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'seat-plan.told',
      on: { kind: 'event', id: event },
      after: { version },
    })
    return done(null)
  })
}
