import { calendarText, calendarType } from '#platform/http/calendar.ts'
import type { Visit } from '#modules/accounts'
import type { Event } from '../core/event.ts'
import { textsIn } from './texts.ts'

/** An event as a file that calendar programs take; `page` is where it is told of. */
export function eventCalendar(
  { locale, now }: Pick<Visit, 'locale' | 'now'>,
  { id, title, onDay, opensAt, endsAt, place, sequence }: Event,
  page: string,
): Response {
  const name = textsIn(locale).calendarTitle(title)
  const event = {
    id: `round-table-${id}`,
    on: onDay,
    hours: { from: opensAt, until: endsAt },
    place,
    title: name,
    sequence,
    page,
  }
  return new Response(calendarText({ title: name, language: locale, page, events: [event] }, now), {
    headers: { 'Content-Type': calendarType, 'Cache-Control': 'private, no-store' },
  })
}
