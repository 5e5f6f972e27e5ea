import type { Context as Request } from 'hono'
import type { VNode } from 'preact'
import type { Visit, VisitEnv } from '#modules/accounts'
import type { Event } from '#modules/roundtable'
import { dayOf, formatDay, timeOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf, type PageName } from '#ui/addresses.ts'
import type { NavItem } from '#ui/navigation.ts'
import { minutesUntil, type RoundTime } from '../core/timetable.ts'
import { textsIn } from './texts.ts'

export type Asking = Request<VisitEnv, string>

/** What the program tells the day of itself. */
export interface DaySetting {
  /** The installation's, from which the keys in the letters come. */
  readonly secret: string
  readonly origin: string
  /** What a host notes at the table in a round; shown on the host's page. `visit` carries their key. */
  readonly hostNotes?: (visit: Visit, event: Event, table: string, round: number) => Promise<VNode | null>
}

export function keyIn(c: Asking): string {
  return c.req.param('key') ?? ''
}

/** The way down to a page of the day. */
export function crumbsTo(event: Event, locale: Locale, ...pages: readonly NavItem[]): readonly NavItem[] {
  const texts = textsIn(locale)
  const at = { event: event.id }
  return [
    { label: texts.events, href: addressOf('events', locale) },
    { label: event.title, href: addressOf('event', locale, at) },
    { label: texts.day.title, href: addressOf('eventDay', locale, at) },
    ...pages,
  ]
}

export function dayHref(page: PageName, event: Pick<Event, 'id'>, locale: Locale): string {
  return addressOf(page, locale, { event: event.id })
}

/** `09:10–09:50`. */
export function spanInWords({ startsAt, endsAt }: RoundTime, locale: Locale): string {
  return textsIn(locale).span(timeOf(startsAt), timeOf(endsAt))
}

export function leftInWords(until: Date, now: Date, locale: Locale): string {
  return textsIn(locale).minutes(minutesUntil(until, now))
}

/** The time of day, with the day when it is another than today. */
export function momentInWords(at: Date, now: Date, locale: Locale): string {
  return dayOf(at) === dayOf(now) ? timeOf(at) : `${formatDay(dayOf(at), locale)} ${timeOf(at)}`
}
