import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Need, Statement, Way } from './core/need.ts'

export interface NewStatement extends Need {
  readonly id: string
  readonly company: string
  readonly companyName: string
  readonly way: Way
  readonly email: string
  readonly digest: string
  readonly saidAt: Date
  readonly saidBy: string | null
  readonly standsUntil: IsoDay
}

const columns = [
  'id',
  'companyId as company',
  'companyName',
  'concept',
  'words',
  'field',
  'people',
  'neededBy',
  'level',
  'places',
  'holdsBack',
  'way',
  'email',
  'saidAt',
  'standsUntil',
  'askedOn',
  'withdrawnAt',
  'confirmedAt',
  'isExample',
] as const

export async function addStatement(
  tx: Tx,
  networkId: string,
  { company, digest, places, ...said }: NewStatement,
): Promise<void> {
  await tx
    .insertInto('skillNeed')
    .values({
      ...said,
      networkId,
      companyId: company,
      places: [...places],
      digest: Buffer.from(digest, 'hex'),
      askedOn: null,
      withdrawnAt: null,
    })
    .execute()
}

/** The statement that the transaction's key opens. */
export async function statementHere(tx: Tx): Promise<Statement | undefined> {
  return tx
    .selectFrom('skillNeed')
    .select(columns)
    .where('digest', '=', sql<Buffer>`current_key()`)
    .executeTakeFirst()
}

/** All that stand a day, as far as whoever reads may see them; the newest first. */
export async function standingNeeds(tx: Tx, today: IsoDay): Promise<readonly Statement[]> {
  return tx
    .selectFrom('skillNeed')
    .select(columns)
    .where('withdrawnAt', 'is', null)
    .where('standsUntil', '>=', today)
    .orderBy('saidAt', 'desc')
    .execute()
}

/** Changes what a statement says; it stands anew from that day on. */
export async function changeStatement(
  tx: Tx,
  id: string,
  { places, ...need }: Need & { readonly email: string },
  standsUntil: IsoDay,
): Promise<void> {
  await tx
    .updateTable('skillNeed')
    .set({ ...need, places: [...places], standsUntil, askedOn: null })
    .where('id', '=', id)
    .execute()
}

export async function renewStatement(tx: Tx, id: string, standsUntil: IsoDay): Promise<void> {
  await tx.updateTable('skillNeed').set({ standsUntil, askedOn: null }).where('id', '=', id).execute()
}

/** Notes that the statement is the company's own. */
export async function confirmStatement(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('skillNeed')
    .set({ confirmedAt: at })
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .execute()
}

/** Withdraws a statement; the address that came with it is forgotten. */
export async function withdrawStatement(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('skillNeed').set({ withdrawnAt: at, email: '' }).where('id', '=', id).execute()
}

/** Those that lapse by a day and have not been asked, in every network; the worker's database only. */
export async function statementsToAsk(
  queueDb: Database,
  by: IsoDay,
): Promise<
  readonly {
    readonly networkId: string
    readonly id: string
    readonly words: string
    readonly email: string
    readonly standsUntil: IsoDay
  }[]
> {
  return queueDb
    .selectFrom('skillNeed')
    .select(['networkId', 'id', 'words', 'email', 'standsUntil'])
    .where('withdrawnAt', 'is', null)
    .where('askedOn', 'is', null)
    .where('email', '<>', '')
    .where('standsUntil', '<=', by)
    .orderBy('standsUntil')
    .limit(5000)
    .execute()
}

/** Notes that the holder of the transaction's key has been asked; false when they have been before. */
export async function noteAsked(tx: Tx, id: string, on: IsoDay): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('skillNeed')
    .set({ askedOn: on })
    .where('id', '=', id)
    .where('askedOn', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
