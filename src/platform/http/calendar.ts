import ical from 'ical-generator'
import { momentAt } from '../values/dates.ts'

export const calendarType = 'text/calendar; charset=utf-8'

/** Something that is to happen on a day. */
export interface CalendarEvent {
  /** The same for the same thing when its day is moved: calendar programs move it too. */
  readonly id: string
  /** A day, `2026-11-24`. */
  readonly on: string
  /** From when to when, in the town hall's own time, `09:30`; left out for the whole day. */
  readonly hours?: { readonly from: string; readonly until: string }
  readonly place?: string
  readonly title: string
  /** How often it has been moved; calendar programs take the file with the higher number. */
  readonly sequence?: number
  /** Where it is told of. */
  readonly page: string
}

export interface Calendar {
  readonly title: string
  readonly language: string
  readonly page: string
  readonly events: readonly CalendarEvent[]
}

/** Days as a calendar that calendar programs can follow (RFC 5545). */
export function calendarText({ title, language, page, events }: Calendar, now: Date): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'Samsyn', product: 'Samsyn', language },
    url: page,
  })
  const host = new URL(page).hostname
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@${host}`,
      ...timeOf(event),
      ...(event.place === undefined ? {} : { location: event.place }),
      ...(event.sequence === undefined ? {} : { sequence: event.sequence }),
      stamp: now,
      summary: event.title,
      url: event.page,
    })
  }
  return calendar.toString()
}

function timeOf({ on, hours }: CalendarEvent) {
  if (!hours) return { start: new Date(`${on}T12:00:00Z`), allDay: true }
  return { start: momentAt(on, hours.from), end: momentAt(on, hours.until) }
}
