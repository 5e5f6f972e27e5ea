import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { eventWith, keyOf, participantsOf, tableOf, type Event, type SeatRounds } from '#modules/roundtable'
import { latestVersion, tellPlan } from '#modules/seat-plan'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { attendancesOf, lockDay, type DayPlace } from '../attendance-store.ts'
import type { RoundTime } from '../core/timetable.ts'
import { leadsDay } from '../core/policy.ts'
import { contactsOf } from '../plan-store.ts'
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
  readonly write: (letter: SeatLetter) => { readonly subject: string; readonly body: string }
}

export type TellRefusal = 'not-allowed' | 'event-unknown' | 'cancelled' | 'no-plan' | 'told-already'

/** Tells everybody who comes where they sit: on their page at once, and by a letter to each address. Answers how many letters. */
export async function tellSeats(
  context: Context,
  event: string,
  post: SeatPost,
): Promise<Outcome<number, TellRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !leadsDay(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await lockDay(tx, event)
    const known = await eventWith(tx, event)
    if (!known) return refuse('event-unknown')
    if (known.cancelledAt) return refuse('cancelled')
    const latest = await latestVersion(tx, event)
    if (!latest) return refuse('no-plan')
    if (!(await tellPlan(tx, event, latest.version, now))) return refuse('told-already')
    const seated = new Set(latest.rounds.flatMap((tables) => Object.values(tables).flat()))
    const letters = await sendSeats(
      tx,
      { networkId, event, now },
      { event: known, rounds: latest.rounds, to: seated },
      post,
    )
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'event-day.told',
      on: { kind: 'event', id: event },
      after: { version: latest.version, letters },
    })
    return done(letters)
  })
}

/** A letter to each whose address is known and who has not said that they do not come. */
export async function sendSeats(
  tx: Tx,
  { networkId, event: id, now }: DayPlace & { readonly now: Date },
  told: { readonly event: Event; readonly rounds: SeatRounds; readonly to: ReadonlySet<string> },
  { secret, write }: SeatPost,
): Promise<number> {
  const times = await timesOf(tx, told.event)
  const said = await attendancesOf(tx, id)
  const names = new Map((await participantsOf(tx, id)).map((one) => [one.id, one.name]))
  const contacts = (await contactsOf(tx, id)).filter(
    ({ participant }) => told.to.has(participant) && said.get(participant)?.state !== 'absent',
  )
  for (const { participant, email, locale } of contacts) {
    const letter = write({
      event: told.event,
      name: names.get(participant) ?? '',
      key: keyOf(secret, { networkId, participant }),
      seats: times.map((time) => ({ time, table: tableOf(told.rounds, participant, time.round) })),
      locale,
    })
    await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true }, now)
  }
  return contacts.length
}
