import type { MetCompany } from '../core/company.ts'
import type { Tx } from '#platform/database/connection.ts'
import { municipalitiesOf } from '#modules/region'
import { companyNumbered, companyWith, meetCompany } from '../store.ts'

/** Which company somebody visits: one that the network has met, or one that it meets by this. */
export type Visited =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly company: MetCompany }

/** The id of the company that is visited, met if it was not; null when there is none such. */
export async function visitedCompany(
  tx: Tx,
  visited: Visited,
  { at, secret }: { readonly at: Date; readonly secret: string },
): Promise<string | null> {
  if (visited.kind === 'known') return (await companyWith(tx, visited.id))?.id ?? null
  const { company } = visited
  const known = company.number && (await companyNumbered(tx, company.number, secret))
  if (known) return known.id
  if (company.name === '') return null
  const codes = (await municipalitiesOf(tx)).map(({ code }) => code)
  const seat = company.municipality !== null && codes.includes(company.municipality)
  return meetCompany(
    tx,
    { ...company, municipality: seat ? company.municipality : null },
    { at, isExample: false, secret },
  )
}
