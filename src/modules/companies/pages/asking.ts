import type { Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { idIn } from '#platform/http/ids.ts'
import type { Company } from '../core/company.ts'
import { visitsFor } from '../core/policy.ts'
import { companyWith } from '../store.ts'
import type { Reader } from './words.ts'

export type Asking = Request<VisitEnv, string>

/** What most pages of a company need to know. */
export interface Found {
  readonly company: Company
  readonly reader: Reader
  /** The municipalities that the reader visits companies for. */
  readonly own: readonly Municipality[]
}

/** What the page is read by. */
export async function readerIn(
  tx: Tx,
  { locale, now, actor }: Visit,
): Promise<Pick<Found, 'reader' | 'own'>> {
  const municipalities = await municipalitiesOf(tx)
  const own = visitsFor(actor)
  return {
    reader: { locale, today: dayOf(now), municipalities },
    own: municipalities.filter(({ code }) => own.includes(code)),
  }
}

/** The company of an address; null when there is none, or none that the reader may know of. */
export async function foundIn(c: Asking): Promise<Found | null> {
  const visit = c.get('visit')
  return inTransaction(visit, async (tx) => {
    const company = await companyIn(tx, c)
    return company ? { company, ...(await readerIn(tx, visit)) } : null
  })
}

async function companyIn(tx: Tx, c: Asking): Promise<Company | undefined> {
  const id = idIn(c, 'company')
  return id === null ? undefined : companyWith(tx, id)
}
