import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { MatterCount, MatterDays } from './core/figures.ts'
import type { HeardCount, RegisterCount } from './core/heard.ts'
import type { Doing } from './store.ts'

/** The years in which matters came, the latest first; examples while there is nothing else. */
export async function yearsOf(
  tx: Tx,
): Promise<readonly { readonly year: number; readonly isExample: boolean }[]> {
  const { rows } = await sql<{ year: number; isExample: boolean }>`select * from matter_years()`.execute(tx)
  return rows
}

/** How many matters came in a year and how they went. */
export async function countsOf(tx: Tx, year: number): Promise<readonly MatterCount[]> {
  const { rows } = await sql<Omit<MatterCount, 'topic'> & { readonly topicId: string }>`
    select * from matter_counts(${`${year}-01-01`}, ${`${year + 1}-01-01`})`.execute(tx)
  return rows.map(({ topicId, ...row }) => ({ ...row, topic: topicId }))
}

type DaysRow = Omit<MatterDays, 'topic' | 'days'> & {
  readonly topicId: string
  readonly receivedOn: IsoDay
  readonly cameOn: IsoDay
}

/** From which day to which a first word or a plan took; how many working days that is, is for the caller to say. */
export async function daysOf(
  tx: Tx,
  year: number,
  between: (from: IsoDay, to: IsoDay, municipality: string | null) => number,
): Promise<readonly MatterDays[]> {
  const { rows } = await sql<DaysRow>`
    select * from matter_days(${`${year}-01-01`}, ${`${year + 1}-01-01`})`.execute(tx)
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
