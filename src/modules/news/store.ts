import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { IsoMonth } from './core/month.ts'
import type { ReaderKey } from './leave-code.ts'

/** Somebody who wants the letter of news. */
export interface Reader {
  readonly locale: Locale
  readonly toldMonth: IsoMonth | null
  readonly email: string
}

/** The person whom the transaction speaks for, as a reader; null for one who does not want the letter. */
export async function readerHere(tx: Tx): Promise<Reader | null> {
  const row = await tx
    .selectFrom('newsReader')
    .innerJoin('person', 'person.id', 'newsReader.personId')
    .select(['newsReader.locale', 'toldMonth', 'email'])
    .where('personId', '=', sql<string>`current_person()`)
    .where('endedAt', 'is', null)
    .forUpdate('newsReader')
    .executeTakeFirst()
  return row ?? null
}

/** Begins the letters, or begins them again. The month told before stays, so that no month is told twice. */
export async function beginReading(
  tx: Tx,
  { networkId, personId }: ReaderKey,
  locale: Locale,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('newsReader')
    .values({ networkId, personId, locale, since: now, endedAt: null, toldMonth: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'personId']).doUpdateSet({ locale, since: now, endedAt: null }),
    )
    .execute()
}

export async function endReading(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('newsReader')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}

export async function noteTold(tx: Tx, personId: string, month: IsoMonth): Promise<void> {
  await tx.updateTable('newsReader').set({ toldMonth: month }).where('personId', '=', personId).execute()
}

/** Everybody who waits for the letter about a month; the worker's database only. */
export async function readersToTell(queueDb: Database, month: IsoMonth): Promise<readonly ReaderKey[]> {
  return queueDb
    .selectFrom('newsReader')
    .select(['networkId', 'personId'])
    .where('endedAt', 'is', null)
    .where(sql<boolean>`told_month is distinct from ${month}`)
    .orderBy('networkId')
    .orderBy('personId')
    .execute()
}
