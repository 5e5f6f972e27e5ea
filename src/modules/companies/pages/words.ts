import type { Municipality } from '#modules/region'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { CompanyVisit } from '../core/visit.ts'
import { agoOf } from '../core/visit.ts'
import { textsIn } from './texts.ts'

/** Whoever reads a page: in which language, on which day, among which municipalities. */
export interface Reader {
  readonly locale: Locale
  readonly today: IsoDay
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
}

/** A municipality by its code. */
export function municipalityIn({ municipalities }: Pick<Reader, 'municipalities'>, code: string): string {
  return municipalities.find((one) => one.code === code)?.name ?? code
}

/** `i går`, `för tre veckor sedan`. */
export function agoInWords(on: IsoDay, { today, locale }: Pick<Reader, 'today' | 'locale'>): string {
  const { around } = textsIn(locale)
  const { unit, count } = agoOf(on, today)
  if (unit === 'weeks') return around.weeks(count)
  if (count === 0) return around.today
  return count === 1 ? around.yesterday : around.days(count)
}

/** The page of a company. */
export function companyHref(company: string, locale: Locale): string {
  return addressOf('company', locale, { company })
}

/** The page of a visit. */
export function visitHref({ id, company }: Pick<CompanyVisit, 'id' | 'company'>, locale: Locale): string {
  return addressOf('companyVisit', locale, { company: company.id, visit: id })
}
