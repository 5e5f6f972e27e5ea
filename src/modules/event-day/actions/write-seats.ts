import { keyOf, participantsOf, tableOf, writeTo, type Event, type Written } from '#modules/roundtable'
import type { SeatLetters } from '#modules/seat-plan'
import type { Locale } from '#platform/values/locale.ts'
import { attendancesOf } from '../attendance-store.ts'
import { movesFrom, toTell } from '../core/moves.ts'
import { firstOpenRound, type RoundTime } from '../core/timetable.ts'
import { contactsOf, lastToldPlans } from '../plan-store.ts'
import { timesOf } from '../time-store.ts'

/** What somebody's letter says. */
export interface SeatLetter {
  readonly event: Event
  readonly name: string
  /** What lets them see their own seat. */
  readonly key: string
  readonly seats: readonly { readonly time: RoundTime; readonly table: string | null }[]
  readonly locale: Locale
}

/** How letters are written, and the installation's secret, from which the keys in them come. */
export interface SeatPost {
  readonly secret: string
  readonly write: (letter: SeatLetter) => Written
}

/**
 * Writes to each who has another seat to go to than they knew, whose address is known and who has not said that they do not
 * come; in the transaction in which a version is told.
 */
export function writesSeats({ secret, write }: SeatPost): SeatLetters {
  return async (tx, { networkId, event, now, by }) => {
    const [plan, before] = await lastToldPlans(tx, event.id)
    if (!plan) return 0
    const times = await timesOf(tx, event)
    const told = toTell(movesFrom(firstOpenRound(times, now), before?.rounds ?? [], plan.rounds))
    const said = await attendancesOf(tx, event.id)
    const names = new Map((await participantsOf(tx, event.id)).map((one) => [one.id, one.name]))
    const contacts = (await contactsOf(tx, event.id)).filter(
      ({ participant }) => told.has(participant) && said.get(participant)?.state !== 'absent',
    )
    for (const { participant, email, locale } of contacts) {
      const letter = write({
        event,
        name: names.get(participant) ?? '',
        key: keyOf(secret, { networkId, participant }),
        seats: times.map((time) => ({ time, table: tableOf(plan.rounds, participant, time.round) })),
        locale,
      })
      await writeTo(tx, { participant, email, occasion: 'seats' }, letter, { networkId, at: now, by })
    }
    return contacts.length
  }
}
