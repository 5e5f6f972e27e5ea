import type { Fault } from '#modules/seating'
import type { Tx } from '#platform/database/connection.ts'
import type { SeatRounds } from '#modules/roundtable'
import type { SeatRun } from './core/run.ts'

/** A run, if whoever asks may know of it. */
export async function runWith(tx: Tx, event: string, id: string): Promise<SeatRun | undefined> {
  return runRows(tx, event).where('id', '=', id).executeTakeFirst()
}

function runRows(tx: Tx, event: string) {
  return tx
    .selectFrom('seatRun')
    .select([
      'id',
      'basedOn',
      'seed',
      'milliseconds',
      'askedAt',
      'askedBy',
      'begunAt',
      'aliveAt',
      'stopAskedAt',
      'best',
      'found',
      'endedAt',
      'endedAs',
      'faults',
      'version',
    ])
    .$narrowType<Pick<SeatRun, 'best' | 'faults'>>()
    .where('eventId', '=', event)
}

interface NewRun extends Pick<SeatRun, 'basedOn' | 'seed' | 'milliseconds' | 'askedAt' | 'askedBy'> {
  readonly networkId: string
  readonly event: string
}

/** Writes down that the engine is to seat an event; undefined while it does so already. */
export async function addRun(tx: Tx, { event, ...run }: NewRun): Promise<string | undefined> {
  const row = await tx
    .insertInto('seatRun')
    .values({
      ...run,
      eventId: event,
      begunAt: null,
      aliveAt: null,
      stopAskedAt: null,
      best: null,
      endedAt: null,
      endedAs: null,
      faults: null,
      version: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

interface Progress {
  readonly begunAt?: Date
  readonly aliveAt?: Date
  readonly stopAskedAt?: Date
  readonly best?: SeatRounds
  readonly found?: number
}

/** Writes down how far a run has come; answers whether it is still under way. */
export async function noteRun(tx: Tx, id: string, { best, ...rest }: Progress): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('seatRun')
    .set({ ...rest, ...(best !== undefined && { best: JSON.stringify(best) }) })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

interface Ending {
  readonly endedAt: Date
  readonly endedAs: NonNullable<SeatRun['endedAs']>
  readonly version?: number
  readonly best?: SeatRounds
  readonly faults?: readonly Fault[]
}

/** Ends a run, once. */
export async function endRun(tx: Tx, id: string, { best, faults, ...rest }: Ending): Promise<void> {
  await tx
    .updateTable('seatRun')
    .set({
      ...rest,
      ...(best !== undefined && { best: JSON.stringify(best) }),
      ...(faults !== undefined && { faults: JSON.stringify(faults) }),
    })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

/** Writes down which version was made of the best of a run that had ended without one. */
export async function noteVersion(tx: Tx, id: string, version: number): Promise<void> {
  await tx.updateTable('seatRun').set({ version }).where('id', '=', id).execute()
}

/** The run that is under way, or the last one that was. */
export async function lastRun(tx: Tx, event: string): Promise<SeatRun | undefined> {
  return runRows(tx, event).orderBy('askedAt', 'desc').limit(1).executeTakeFirst()
}
