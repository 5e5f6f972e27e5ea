import {
  codesOf,
  eventWith,
  lostHosts,
  participantHere,
  participantsOf,
  questionsOf,
  seatPlanOf,
  tablesOf,
  type Event,
  type EventTable,
  type LostHost,
  type Participant,
  type SeatPlan,
} from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { attendancesOf } from './attendance-store.ts'
import type { Attendances } from './core/attendance.ts'
import type { Hall } from './core/my-seat.ts'
import { standing, type RoundTime } from './core/timetable.ts'
import { unspokenOf } from './core/who-came.ts'
import { lastToldPlans } from './plan-store.ts'
import { callsOf, timesOf } from './time-store.ts'

/** The day of an event as whoever asks may know of it. */
export interface EventDay {
  readonly event: Event
  /** Everybody on the list. */
  readonly participants: readonly Participant[]
  readonly said: Attendances
  readonly times: readonly RoundTime[]
  readonly tables: readonly EventTable[]
  /** Where everybody sits by what was told; null before anything was. */
  readonly hall: Hall | null
}

export async function eventDayOf(tx: Tx, id: string): Promise<EventDay | null> {
  const event = await eventWith(tx, id)
  if (!event) return null
  const [plan, before] = await lastToldPlans(tx, id)
  const participants = await participantsOf(tx, id)
  const times = await timesOf(tx, event)
  const tables = await tablesOf(tx, id)
  return {
    event,
    participants,
    said: await attendancesOf(tx, id),
    times,
    tables,
    hall: plan
      ? {
          participants,
          times,
          tables,
          questions: await questionsOf(tx, id),
          rounds: plan.rounds,
          roundsBefore: before?.rounds ?? null,
        }
      : null,
  }
}

/** The same for whoever comes with a key, with who they are and their short code; null for a key that opens nothing. */
export async function ownDay(
  tx: Tx,
): Promise<{ readonly day: EventDay; readonly self: Participant; readonly code: string } | null> {
  const here = await participantHere(tx)
  const day = here && (await eventDayOf(tx, here.event))
  if (!day) return null
  const codes = await codesOf(tx, here.event)
  return { day, self: here.participant, code: codes.get(here.participant.id) ?? '' }
}

/** The number of the round that is on, or the next; the last when all have been, and 0 without any. */
export async function roundNow(tx: Tx, event: Event, now: Date): Promise<number> {
  const times = await timesOf(tx, event)
  const { current, next } = standing(times, now)
  return (current ?? next ?? times.at(-1))?.round ?? 0
}

/** Of how many who were to come nobody has said whether they did. */
export async function unspokenIn(tx: Tx, event: string): Promise<number> {
  return unspokenOf(await participantsOf(tx, event), await attendancesOf(tx, event)).length
}

/** The day with how its plan and its clock stand, for those who lead it. */
export interface DayStanding extends EventDay {
  /** The plan that the participants know, and the latest, which may not be told yet. */
  readonly told: SeatPlan | null
  readonly latest: SeatPlan | null
  /** The number of the last word on the rounds' times; 0 before anything was said. */
  readonly lastCall: number
}

export async function dayStandingOf(tx: Tx, id: string): Promise<DayStanding | null> {
  const day = await eventDayOf(tx, id)
  if (!day) return null
  const [told] = await lastToldPlans(tx, id)
  return {
    ...day,
    told: told ?? null,
    latest: (await seatPlanOf(tx, id)) ?? null,
    lastCall: (await callsOf(tx, id)).at(-1)?.number ?? 0,
  }
}

/** The tables whose host has said no since, sends somebody else, or is not here. */
export function tablesWithoutHost({ tables, participants, said }: EventDay): readonly LostHost[] {
  const away = tables.flatMap(({ id, hostId }) => {
    const host = participants.find((one) => one.id === hostId)
    return host && said.get(host.id)?.state === 'absent' ? [{ table: id, host }] : []
  })
  const lost = lostHosts(tables, participants)
  return [...lost, ...away.filter(({ table }) => lost.every((one) => one.table !== table))]
}
