import { sql } from 'kysely'
import type { Period, QuarterCount } from '#modules/disclosure'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Figures, MatterCount, MatterDays } from './figures/figures.ts'
import type { HeardCount, RegisterCount } from './core/heard.ts'
import type { Doing } from './store.ts'

/** What was told of a period, as it was told. */
export interface Release extends Period {
  readonly figures: Figures
  readonly isExample: boolean
  readonly publishedAt: Date
}

/** All that has been told, the latest period first; examples while nothing else has come. */
export async function releases(tx: Tx): Promise<readonly Release[]> {
  return tx
    .selectFrom('matterRelease')
    .select(['fromDay as from', 'beforeDay as before', 'figures', 'isExample', 'publishedAt'])
    .orderBy('fromDay', 'desc')
    .execute()
}

/** The day until which all has been told; null while nothing has. */
export async function toldUntil(queueDb: Database, networkId: string): Promise<IsoDay | null> {
  const row = await queueDb
    .selectFrom('matterRelease')
    .select('beforeDay')
    .where('networkId', '=', networkId)
    .where('isExample', '=', false)
    .orderBy('beforeDay', 'desc')
    .executeTakeFirst()
  return row?.beforeDay ?? null
}

/** Tells of a period, once. */
export async function addRelease(
  queueDb: Database,
  networkId: string,
  { from: fromDay, before: beforeDay, figures, ...release }: Release,
): Promise<void> {
  await queueDb
    .insertInto('matterRelease')
    .values({ networkId, fromDay, beforeDay, figures: JSON.stringify(figures), ...release })
    .onConflict((known) => known.doNothing())
    .execute()
}

/** The networks that there are. */
export async function networksToTell(queueDb: Database): Promise<readonly string[]> {
  const rows = await queueDb.selectFrom('network').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Whose matters are counted: a network's own, or its examples. */
export interface Counted {
  readonly networkId: string
  readonly isExample: boolean
}

/** How many matters came in each quarter. */
export async function matterQuarters(
  queueDb: Database,
  { networkId, isExample }: Counted,
): Promise<readonly QuarterCount[]> {
  const { rows } = await sql<QuarterCount>`
    select from_day as from, matters as count from matters_by_quarter(${networkId}, ${isExample})`.execute(
    queueDb,
  )
  return rows
}

/** How many matters came in a period and how they went. */
export async function countsOf(
  queueDb: Database,
  { networkId, isExample }: Counted,
  { from, before }: Period,
): Promise<readonly MatterCount[]> {
  const { rows } = await sql<Omit<MatterCount, 'topic'> & { readonly topicId: string }>`
    select * from matter_counts(${networkId}, ${isExample}, ${from}, ${before})`.execute(queueDb)
  return rows.map(({ topicId, ...row }) => ({ ...row, topic: topicId }))
}

type DaysRow = Omit<MatterDays, 'topic' | 'days'> & {
  readonly topicId: string
  readonly receivedOn: IsoDay
  readonly cameOn: IsoDay
}

/** From which day to which a first word or a plan took; how many working days that is, is for the caller to say. */
export async function daysOf(
  queueDb: Database,
  { networkId, isExample }: Counted,
  { from, before }: Period,
  between: (from: IsoDay, to: IsoDay, municipality: string | null) => number,
): Promise<readonly MatterDays[]> {
  const { rows } = await sql<DaysRow>`
    select * from matter_days(${networkId}, ${isExample}, ${from}, ${before})`.execute(queueDb)
  return rows.map(({ topicId, receivedOn, cameOn, ...row }) => ({
    ...row,
    topic: topicId,
    days: between(receivedOn, cameOn, row.municipality),
  }))
}

/** Who was heard between two moments: numbers alone. */
export async function heardBetween(tx: Tx, since: Date, until: Date): Promise<readonly HeardCount[]> {
  const { rows } = await sql<HeardCount>`select * from heard(${since}, ${until})`.execute(tx)
  return rows
}

export interface Register {
  readonly source: string
  readonly asOf: IsoDay
  readonly counts: readonly RegisterCount[]
}

/** How many companies there are, by the latest table that was entered. */
export async function registerOf(tx: Tx): Promise<Register | null> {
  const row = await tx
    .selectFrom('companyRegister')
    .select(['source', 'asOf', 'counts'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export async function addRegister(
  tx: Tx,
  networkId: string,
  { counts, ...register }: Register,
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('companyRegister')
    .values({ networkId, ...register, counts: JSON.stringify(counts), enteredAt: at, enteredBy: by })
    .execute()
}
