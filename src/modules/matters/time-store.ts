import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { OwnDays } from '#platform/values/working-days.ts'
import { afterWaiting, type MatterClock } from './core/clock.ts'
import type { Answering, Warning, Watched } from './core/ladder.ts'
import type { OpenDue } from './core/load.ts'
import type { MatterPlace } from './key.ts'

/** A day on which town halls are closed, or close at noon. */
export interface ClosedDay {
  /** Whose; null is the whole network's. */
  readonly municipality: string | null
  readonly day: IsoDay
  readonly opens: 'not' | 'till-noon'
  readonly name: string
}

/** By what a matter's days are counted, which a municipality leads or nobody yet. */
export async function clockFor(tx: Tx, networkId: string, municipality: string | null): Promise<MatterClock> {
  const promise = await tx
    .selectFrom('network')
    .select(['firstWordDays', 'planDays'])
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow()
  return { ...promise, own: ownDaysOf(await closedDaysOf(tx, networkId), municipality) }
}

/** Every day on which a town hall is closed besides those that all of Sweden keeps, in order. */
export async function closedDaysOf(db: Database | Tx, networkId: string): Promise<readonly ClosedDay[]> {
  const rows = await db
    .selectFrom('closedDay')
    .select(['municipality', 'day', 'opens', 'name'])
    .where('networkId', '=', networkId)
    .where('opens', '<>', 'as-usual')
    .orderBy('day')
    .execute()
  return rows.flatMap(({ opens, ...row }) => (opens === 'as-usual' ? [] : [{ ...row, opens }]))
}

/** Of those days the network's and one municipality's own. */
export function ownDaysOf(days: readonly ClosedDay[], municipality: string | null): OwnDays {
  const kept = days.filter((one) => one.municipality === null || one.municipality === municipality)
  const on = (opens: ClosedDay['opens']) =>
    new Set(kept.filter((one) => one.opens === opens).map(({ day }) => day))
  return { closed: on('not'), half: on('till-noon') }
}

/** Says how a day is, in the network or in one municipality; what was said of it before holds no more. */
export async function sayDay(
  tx: Tx,
  networkId: string,
  day: {
    readonly municipality: string | null
    readonly day: IsoDay
    readonly opens: 'not' | 'till-noon' | 'as-usual'
    readonly name: string
  },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const said = { opens: day.opens, name: day.name, saidAt: at, saidBy: by }
  await tx
    .insertInto('closedDay')
    .values({ networkId, municipality: day.municipality, day: day.day, ...said })
    .onConflict((known) => known.columns(['networkId', 'municipality', 'day']).doUpdateSet(said))
    .execute()
}

/** How soon the network answers, from now on. */
export async function setPromise(
  tx: Tx,
  networkId: string,
  promise: { readonly firstWordDays: number; readonly planDays: number },
): Promise<void> {
  await tx.updateTable('network').set(promise).where('id', '=', networkId).execute()
}

/** The company is not waited for any more: the matter is open again, and its plan as much later as was waited. */
export async function resume(tx: Tx, { networkId, matter }: MatterPlace, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('matter')
    .select(['planBy', 'waitingSince'])
    .where('networkId', '=', networkId)
    .where('id', '=', matter)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (!row?.waitingSince) return
  const clock = await clockFor(tx, networkId, await leadOf(tx, { networkId, matter }))
  const planBy = afterWaiting(row.planBy, { since: row.waitingSince, until: now }, clock)
  await tx
    .updateTable('matter')
    .set({ state: 'open', waitingSince: null, planBy })
    .where('networkId', '=', networkId)
    .where('id', '=', matter)
    .execute()
}

async function leadOf(tx: Tx, { networkId, matter }: MatterPlace): Promise<string | null> {
  const row = await tx
    .selectFrom('matterPart')
    .select('municipality')
    .where('networkId', '=', networkId)
    .where('matterId', '=', matter)
    .where('role', '=', 'lead')
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row?.municipality ?? null
}

/** The networks of the installation; the worker's database only. */
export async function networkIds(queueDb: Database): Promise<readonly string[]> {
  const rows = await queueDb.selectFrom('network').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** The open matters of a network without their words, and who answers them; the worker's database only. */
export async function watchedMatters(queueDb: Database, networkId: string): Promise<readonly Watched[]> {
  return (
    watched(queueDb)
      .where('matter.networkId', '=', networkId)
      .where('state', '<>', 'closed')
      // What is answered together with another is watched there.
      .where('joinedTo', 'is', null)
      .orderBy('year')
      .orderBy('number')
      .execute()
  )
}

/** A matter as its clock sees it, open or closed, as far as the reader may. */
export async function watchedMatter(
  db: Database | Tx,
  networkId: string,
  matter: string,
): Promise<Watched | undefined> {
  return watched(db)
    .where('matter.networkId', '=', networkId)
    .where('matter.id', '=', matter)
    .executeTakeFirst()
}

function watched(db: Database | Tx) {
  return db
    .selectFrom('matter')
    .leftJoin('matterPart as part', (join) =>
      join
        .onRef('part.networkId', '=', 'matter.networkId')
        .onRef('part.matterId', '=', 'matter.id')
        .on('part.role', '=', 'lead')
        .on('part.leftAt', 'is', null),
    )
    .leftJoin('desk', (join) =>
      join
        .onRef('desk.networkId', '=', 'part.networkId')
        .onRef('desk.municipality', '=', 'part.municipality')
        .onRef('desk.id', '=', 'part.deskId'),
    )
    .select(['matter.id', 'year', 'number', 'state', 'firstWordBy', 'firstWordAt', 'planBy', 'plannedAt'])
    .select('waitingSince')
    .select((eb) => [
      'part.municipality',
      eb.fn.coalesce('part.ownerId', 'desk.ownerId').as('ownerId'),
      'desk.deputyId',
    ])
}

/** Who answers a matter at a municipality, where null is the coordinator; the worker's database only. */
export async function answeringAt(
  queueDb: Database,
  { networkId, matter }: MatterPlace,
  municipality: string | null,
): Promise<Answering> {
  const part = await queueDb
    .selectFrom('matterPart as part')
    .leftJoin('desk', (join) =>
      join
        .onRef('desk.networkId', '=', 'part.networkId')
        .onRef('desk.municipality', '=', 'part.municipality')
        .onRef('desk.id', '=', 'part.deskId'),
    )
    .select((eb) => [eb.fn.coalesce('part.ownerId', 'desk.ownerId').as('ownerId'), 'desk.deputyId'])
    .where('part.networkId', '=', networkId)
    .where('part.matterId', '=', matter)
    .where('part.municipality', '=', municipality)
    .executeTakeFirst()
  return { municipality, ownerId: part?.ownerId ?? null, deputyId: part?.deputyId ?? null }
}

/** Notes that somebody is warned; false when they have been already. */
export async function noteWarning(tx: Tx, networkId: string, warning: Warning, at: Date): Promise<boolean> {
  const { personId, matter, due, on, step } = warning
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('matterWarning')
    .values({ networkId, matterId: matter.id, due, dueOn: on, step, personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What matters are about, by their ids, as far as the reader may know it; what may be secret is left out of letters. */
export async function subjectsOf(tx: Tx, matters: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (matters.length === 0) return new Map()
  const rows = await tx
    .selectFrom('matterText')
    .select(['matterId', 'subject'])
    .where('matterId', 'in', [...matters])
    .where('secrecy', 'is', null)
    .execute()
  return new Map(rows.map(({ matterId, subject }) => [matterId, subject]))
}

/** How much there is to answer and by when, wherever the reader may know how much there is. */
export async function openDues(tx: Tx): Promise<readonly OpenDue[]> {
  const { rows } = await sql<OpenDue>`
    select municipality, owner_id, deputy_id, state, first_word_by, first_word_at, plan_by, planned_at
    from open_dues()`.execute(tx)
  return rows
}

/** That somebody was told of a day. */
export interface Warned {
  readonly personId: string
  readonly at: Date
}

/** Who has been told of a matter's days, the last first. */
export async function warningsAbout(tx: Tx, matter: string): Promise<readonly Warned[]> {
  return tx
    .selectFrom('matterWarning')
    .select(['personId', 'at'])
    .where('matterId', '=', matter)
    .orderBy('at', 'desc')
    .orderBy('personId')
    .limit(20)
    .execute()
}
