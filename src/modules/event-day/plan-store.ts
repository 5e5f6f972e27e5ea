import type { SeatPlan } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import type { ClosedTable } from './core/change.ts'

/** The version of who sits where that the participants know. */
export async function toldPlanOf(tx: Tx, event: string): Promise<SeatPlan | undefined> {
  return toldPlans(tx, event).limit(1).executeTakeFirst()
}

/** The version that the participants know, and the one they knew before. */
export async function lastToldPlans(tx: Tx, event: string): Promise<readonly SeatPlan[]> {
  return toldPlans(tx, event).limit(2).execute()
}

function toldPlans(tx: Tx, event: string) {
  return tx
    .selectFrom('seatPlan')
    .select(['version', 'rounds', 'savedAt', 'toldAt'])
    .$narrowType<Pick<SeatPlan, 'rounds'>>()
    .where('eventId', '=', event)
    .where('toldAt', 'is not', null)
    .orderBy('version', 'desc')
}

/** A version that was told, with the one told before it. */
export async function toldVersion(tx: Tx, event: string, version: number): Promise<readonly SeatPlan[]> {
  return toldPlans(tx, event).where('version', '<=', version).limit(2).execute()
}

/** Says in which rounds tables are not there; of rounds before the first that can be changed nothing is said. */
export async function closeTables(
  tx: Tx,
  event: string,
  first: number,
  closed: readonly ClosedTable[],
): Promise<void> {
  const rows = await tx
    .selectFrom('eventTable')
    .select(['id', 'closed'])
    .where('eventId', '=', event)
    .execute()
  for (const { id, closed: before } of rows) {
    const chosen = closed.find(({ table }) => table === id)
    if (!chosen) continue
    const after = [...before.filter((round) => round < first), ...chosen.rounds]
    if (after.join() === before.join()) continue
    await tx
      .updateTable('eventTable')
      .set({ closed: after })
      .where('eventId', '=', event)
      .where('id', '=', id)
      .execute()
  }
}

/** How somebody is told of their seat. */
export interface Contact {
  readonly participant: string
  readonly email: string
  readonly locale: 'sv' | 'en'
}

/** The addresses of those who come and have given one; for the coordinator alone. */
export async function contactsOf(tx: Tx, event: string): Promise<readonly Contact[]> {
  return tx
    .selectFrom('participantContact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.networkId', '=', 'participantContact.networkId')
        .onRef('participant.id', '=', 'participantContact.participantId'),
    )
    .select(['participant.id as participant', 'email', 'locale'])
    .where('participant.eventId', '=', event)
    .where('participant.state', '=', 'yes')
    .where('email', '<>', '')
    .orderBy('participant.id')
    .execute()
}
