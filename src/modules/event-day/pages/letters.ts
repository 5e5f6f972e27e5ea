import { formatDay, timeOf } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { SeatLetter } from '../actions/tell-seats.ts'
import { textsIn } from './texts.ts'

/** The letter that tells somebody where they sit, in their language. */
export function letterOfSeats(
  origin: string,
): (letter: SeatLetter) => { readonly subject: string; readonly body: string } {
  return ({ event, name, key, seats, locale }) => {
    const { letter: texts } = textsIn(locale)
    const rows = seats.map(({ time: { round, startsAt, endsAt }, table }) =>
      texts.row(round, timeOf(startsAt), timeOf(endsAt), table),
    )
    const parts = [
      texts.hello(name),
      [texts.where(event.title, formatDay(event.onDay, locale), event.place), ...rows].join('\n'),
      `${texts.page}\n${origin}${addressOf('mySeat', locale, { key })}`,
      texts.changes,
    ]
    return { subject: texts.subject(event.title), body: `${parts.join('\n\n')}\n` }
  }
}
