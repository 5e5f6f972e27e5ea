import type { Calendar } from '#platform/http/calendar.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Expected } from '../core/expected.ts'
import { textsIn } from './texts.ts'

/** The days on which figures are expected, as a calendar. */
export function publicationCalendar(
  expected: readonly Expected[],
  { origin, locale, author }: { readonly origin: string; readonly locale: Locale; readonly author: string },
): Calendar {
  const { title } = textsIn(locale).news
  return {
    title: `${title} – ${author}`,
    language: locale,
    page: `${origin}${addressOf('newFigures', locale)}`,
    events: expected.map(({ indicator, on }) => ({
      // The source may move the day: the event is the indicator's next publication, whenever that is.
      id: indicator.id,
      on,
      title: `${title}: ${inLocale(indicator.name, locale)}`,
      page: `${origin}${addressOf('indicator', locale, { indicator: indicator.id })}`,
    })),
  }
}
