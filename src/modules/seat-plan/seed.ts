import { seat } from '#modules/seating'
import type { Tx } from '#platform/database/connection.ts'
import { asSeatRounds } from './core/rounds.ts'
import { latestVersion, problemOf } from './store.ts'

/** Enough for a seating without a broken rule; starting the program must not wait for more. */
const steps = 30_000

/** Seats the example events where nobody is seated yet, and tells their participants, as the database's owner. */
export async function plantSeats(tx: Tx, networkId: string, now: Date): Promise<void> {
  const events = await tx
    .selectFrom('event')
    .select('id')
    .where('networkId', '=', networkId)
    .where('isExample', '=', true)
    .where('cancelledAt', 'is', null)
    // Who met at one is known at the next.
    .orderBy('onDay')
    .execute()
  for (const { id: eventId } of events) {
    if (await latestVersion(tx, eventId)) continue
    const problem = await problemOf(tx, eventId)
    const answer = seat(problem, { seed: 1, budget: { steps } })
    if (!answer.ok) continue
    const { rounds, made } = answer.value
    await tx
      .insertInto('seatPlan')
      .values({
        networkId,
        eventId,
        version: 1,
        rounds: JSON.stringify(asSeatRounds(problem, rounds)),
        made: JSON.stringify({ by: 'engine', ...made, pins: [] }),
        savedAt: now,
        savedBy: null,
        toldAt: now,
      })
      .execute()
  }
}
