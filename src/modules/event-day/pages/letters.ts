import type { Written } from '#modules/roundtable'
import type { SeatLetters } from '#modules/seat-plan'
import { formatDay, timeOf } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { writesSeats, type SeatLetter } from '../actions/write-seats.ts'
import { textsIn } from './texts.ts'
import type { DaySetting } from './words.ts'

/** The letters to those who are told of a seat, with the address of their own page. */
export function seatLetters({ secret, origin }: DaySetting): SeatLetters {
  return writesSeats({ secret, write: letterOfSeats(origin) })
}

/** The letter that tells somebody where they sit, in their language. */
function letterOfSeats(origin: string): (letter: SeatLetter) => Written {
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
