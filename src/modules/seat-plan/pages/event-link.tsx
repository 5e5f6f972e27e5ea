import type { Event } from '#modules/roundtable'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'

/** The way back to the event that a page belongs to. */
export function EventLink({ event, locale }: { readonly event: Event; readonly locale: Locale }) {
  return (
    <a href={addressOf('event', locale, { event: event.id })} lang="sv">
      {event.title}
    </a>
  )
}
