import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import type { Company, CompanySize, MetCompany } from './core/company.ts'
import type { OrganisationNumber } from './core/organisation-number.ts'

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
  const { organisationNumber, soleTraderDigest } = numberColumns(number, secret)
  const { rows } = await sql<{ id: string }>`
    select company_met(${name}, ${organisationNumber}, ${soleTraderDigest}, ${municipality}, ${size}, ${branch}, ${isExample}, ${at}) as id`.execute(
    tx,
  )
  const met = rows[0]
  if (!met) throw new Error('no company was met')
  return met.id
}

/** How a number is kept: a legal person's as it is, a sole trader's as a digest. */
function numberColumns(number: OrganisationNumber | null, secret: string) {
  return {
    organisationNumber: number && !number.isSoleTrader ? number.digits : null,
    soleTraderDigest: number?.isSoleTrader
      ? createHmac('sha256', secret).update(`sole trader ${number.digits}`).digest()
      : null,
  }
}

/** A company, if whoever asks may know of it. */
export async function companyWith(tx: Tx, id: string): Promise<Company | undefined> {
  return companyRows(tx).where('id', '=', id).executeTakeFirst()
}

/** The company with that number, if the network has met it. */
export async function companyNumbered(
  tx: Tx,
  number: OrganisationNumber,
  secret: string,
): Promise<Company | undefined> {
  const { organisationNumber, soleTraderDigest } = numberColumns(number, secret)
  return companyRows(tx)
    .where((eb) =>
      organisationNumber === null
        ? eb('soleTraderDigest', '=', soleTraderDigest)
        : eb('organisationNumber', '=', organisationNumber),
    )
    .executeTakeFirst()
}

/** Which companies are asked for; what is empty asks nothing. */
export interface CompanyQuestion {
  /** A part of the name, or of the number. */
  readonly text: string
  readonly municipality: string
  readonly branch: string
  readonly size: CompanySize | ''
}

/** A company in a list, with when anybody was there last. */
export interface ListedCompany extends Company {
  readonly lastVisit: { readonly on: string; readonly municipality: string } | null
}

/** The companies that fit, by name, at most so many; and how many there are in all. */
export async function companiesIn(
  tx: Tx,
  asked: CompanyQuestion,
  limit: number,
): Promise<{ readonly companies: readonly ListedCompany[]; readonly count: number }> {
  const fitting = fittingRows(tx, asked)
  const rows = await fitting
    .select((eb) =>
      eb
        .selectFrom('companyVisit')
        .select(
          sql<
            ListedCompany['lastVisit']
          >`json_build_object('on', on_day, 'municipality', company_visit.municipality)`.as('last'),
        )
        .whereRef('companyVisit.companyId', '=', 'company.id')
        .where('state', '=', 'done')
        .orderBy('onDay', 'desc')
        .limit(1)
        .as('lastVisit'),
    )
    .orderBy(sql`company.name collate "sv-x-icu"`)
    .limit(limit)
    .execute()
  if (rows.length < limit) return { companies: rows, count: rows.length }
  const { count } = await fitting
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { companies: rows, count }
}

function fittingRows(tx: Tx, { text, municipality, branch, size }: CompanyQuestion) {
  const digits = text.replace(/[\s-]/g, '')
  return companyRows(tx)
    .$if(text !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('company.name', 'ilike', `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`),
          ...(/^\d{4,}$/.test(digits) ? [eb('organisationNumber', 'like', `%${digits}%`)] : []),
        ]),
      ),
    )
    .$if(municipality !== '', (query) => query.where('company.municipality', '=', municipality))
    .$if(branch !== '', (query) => query.where('branch', '=', branch))
    .$if(size !== '', (query) => query.where('size', '=', size as CompanySize))
}

/** The companies that are called so or nearly so, for who is about to add one. */
export async function companiesNamed(tx: Tx, name: string): Promise<readonly Company[]> {
  if (name === '') return []
  const { companies } = await companiesIn(tx, { text: name, municipality: '', branch: '', size: '' }, 10)
  return companies.toSorted((a, b) => bySwedishName(a.name, b.name))
}

/** Changes what is known of a company; a number is added and never taken away. False when another has that number. */
export async function editCompany(
  tx: Tx,
  id: string,
  { number, ...facts }: MetCompany,
  secret: string,
): Promise<boolean> {
  if (number !== null) {
    const other = await companyNumbered(tx, number, secret)
    if (other && other.id !== id) return false
  }
  await tx
    .updateTable('company')
    .set({ ...facts, ...(number === null ? {} : numberColumns(number, secret)) })
    .where('id', '=', id)
    .execute()
  return true
}

function companyRows(tx: Tx) {
  return tx
    .selectFrom('company')
    .select([
      'company.id',
      'company.name',
      'organisationNumber',
      'company.municipality',
      'size',
      'branch',
      'company.isExample',
    ])
    .select(sql<boolean>`sole_trader_digest is not null`.as('isSoleTrader'))
}
