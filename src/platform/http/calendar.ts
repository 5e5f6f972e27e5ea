import ical from 'ical-generator'

export const calendarType = 'text/calendar; charset=utf-8'

/** A whole day on which something is to happen. */
export interface CalendarEvent {
  /** The same for the same thing when its day is moved: calendar programs move it too. */
  readonly id: string
  /** A day, `2026-11-24`. */
  readonly on: string
  readonly title: string
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
      start: new Date(`${event.on}T12:00:00Z`),
      allDay: true,
      stamp: now,
      summary: event.title,
      url: event.page,
    })
  }
  return calendar.toString()
}
