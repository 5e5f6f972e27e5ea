import type { Visit } from '#modules/accounts'
import type { Calendar } from '#platform/http/calendar.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { CompanyVisit } from '../core/visit.ts'
import { textsIn } from './texts.ts'
import { municipalityIn, visitHref, type Reader } from './words.ts'

/** Visits as days in a calendar. One that is cancelled is in it no more. */
export function visitCalendar(
  visits: readonly CompanyVisit[],
  reader: Reader,
  { locale, network, origin }: Pick<Visit, 'locale' | 'network'> & { readonly origin: string },
): Calendar {
  const { calendar: texts } = textsIn(locale)
  return {
    title: `${texts.title} – ${inLocale(network.name, locale)}`,
    language: locale,
    page: `${origin}${addressOf('companyVisits', locale)}`,
    events: visits
      .filter(({ state }) => state !== 'cancelled')
      .map((visit) => ({
        id: `company-visit-${visit.id}`,
        on: visit.on,
        title: texts.event(visit.company.name, municipalityIn(reader, visit.municipality)),
        page: `${origin}${visitHref(visit, locale)}`,
      })),
  }
}
