import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Company, MetCompany } from './core/company.ts'

interface Meeting {
  readonly at: Date
  readonly isExample: boolean
  /** The installation's, which keys the digest of a sole trader's number. */
  readonly secret: string
}

/** The id of that company: the one with that number if the network has met it, else a new one. */
export async function meetCompany(
  tx: Tx,
  { name, number, municipality, size, branch }: MetCompany,
  { at, isExample, secret }: Meeting,
): Promise<string> {
  const plain = number && !number.isSoleTrader ? number.digits : null
  const digest = number?.isSoleTrader ? soleTraderDigest(number.digits, secret) : null
  const { rows } = await sql<{ id: string }>`
    select company_met(${name}, ${plain}, ${digest}, ${municipality}, ${size}, ${branch}, ${isExample}, ${at}) as id`.execute(
    tx,
  )
  const met = rows[0]
  if (!met) throw new Error('no company was met')
  return met.id
}

function soleTraderDigest(digits: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`sole trader ${digits}`).digest()
}

/** A company, if whoever asks may know of it. */
export async function companyWith(tx: Tx, id: string): Promise<Company | undefined> {
  return companyRows(tx).where('id', '=', id).executeTakeFirst()
}

function companyRows(tx: Tx) {
  return tx
    .selectFrom('company')
    .select(['id', 'name', 'organisationNumber', 'municipality', 'size', 'branch', 'isExample'])
    .select(sql<boolean>`sole_trader_digest is not null`.as('isSoleTrader'))
}
