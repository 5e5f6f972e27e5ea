import ical from 'ical-generator'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Expected } from '../core/expected.ts'
import { textsIn } from './texts.ts'

/** The days on which figures are expected, as a calendar that calendar programs can follow (RFC 5545). */
export function calendarFile(
  expected: readonly Expected[],
  {
    origin,
    locale,
    author,
    now,
  }: {
    readonly origin: string
    readonly locale: Locale
    readonly author: string
    readonly now: Date
  },
): string {
  const { title } = textsIn(locale).news
  const calendar = ical({
    name: `${title} – ${author}`,
    prodId: { company: 'Samsyn', product: 'Samsyn', language: locale },
    url: `${origin}${addressOf('newFigures', locale)}`,
  })
  for (const { indicator, on } of expected) {
    const name = inLocale(indicator.name, locale)
    calendar.createEvent({
      // The source may move the day: the event is the indicator's next publication, whenever that is.
      id: `${indicator.id}@${new URL(origin).hostname}`,
      start: new Date(`${on}T12:00:00Z`),
      allDay: true,
      stamp: now,
      summary: `${title}: ${name}`,
      url: `${origin}${addressOf('indicator', locale, { indicator: indicator.id })}`,
    })
  }
  return calendar.toString()
}
