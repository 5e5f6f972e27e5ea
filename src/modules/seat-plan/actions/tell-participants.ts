import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Event } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { latestVersion, tellPlan } from '../store.ts'
import { seatingEvent } from './seating-event.ts'

/** Writes to those who have another seat than they knew; answers how many letters that is. */
export type SeatLetters = (
  tx: Tx,
  told: {
    readonly networkId: string
    readonly event: Event
    readonly now: Date
    /** Who tells it. */
    readonly by: string
  },
) => Promise<number>

/** Lets the participants read who sits where, and writes to them; only the version that holds. Answers how many letters that is. */
export async function tellParticipants(
  context: Context,
  { event, version }: { readonly event: string; readonly version: number },
  write: SeatLetters,
): Promise<Outcome<number, 'not-allowed' | 'event-unknown' | 'overtaken' | 'told'>> {
  const { networkId, now } = context
  return seatingEvent(context, event, async ({ tx, actor, event: known }) => {
    if ((await latestVersion(tx, event))?.version !== version) return refuse('overtaken')
    if (!(await tellPlan(tx, event, version, now))) return refuse('told')
    const letters = await write(tx, { networkId, event: known, now, by: actor.personId })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'seat-plan.told',
      on: { kind: 'event', id: event },
      after: { version, letters },
    })
    return done(letters)
  })
}
