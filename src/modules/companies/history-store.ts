import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'

/** A matter that a company has sent. */
export interface MatterOfCompany {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly subject: string | null
  readonly receivedAt: Date
  readonly state: 'open' | 'waiting' | 'closed'
  readonly outcome: string | null
  /** The municipalities that have a part in it. */
  readonly readers: readonly string[]
}

/**
 * The matters of a company, as the database shows them to whoever asks: without the right to know its sender a matter is
 * nobody's, and without the right to see it it is not.
 */
export async function mattersOf(tx: Tx, company: string): Promise<readonly MatterOfCompany[]> {
  return tx
    .selectFrom('matterSender')
    .innerJoin('matter', 'matter.id', 'matterSender.matterId')
    .leftJoin('matterText', 'matterText.matterId', 'matter.id')
    .select(['matter.id', 'year', 'number', 'subject', 'receivedAt', 'state', 'outcome', 'readers'])
    .where('companyId', '=', company)
    .orderBy('receivedAt', 'desc')
    .limit(100)
    .execute()
}

/** The company that sent a matter, if whoever asks may know it. */
export async function companyOfMatter(tx: Tx, matter: string): Promise<string | null> {
  const row = await tx
    .selectFrom('matterSender')
    .select(sql<string | null>`company_id`.as('company'))
    .where('matterId', '=', matter)
    .executeTakeFirst()
  return row?.company ?? null
}
