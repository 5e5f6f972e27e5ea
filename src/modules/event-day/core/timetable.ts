import type { Round } from '#modules/roundtable'
import { momentAt, type IsoDay } from '#platform/values/dates.ts'

/** What was said of a round's time, in the order in which it was said. */
export interface RoundCall {
  readonly number: number
  readonly round: number
  readonly did: 'began' | 'ended' | 'longer' | 'as-planned'
  /** When it began or ended. */
  readonly at: Date
  readonly minutes: number | null
}

/** When a round is, as far as is known now. */
export interface RoundTime {
  readonly round: number
  readonly startsAt: Date
  readonly endsAt: Date
  /** Whether somebody has said that it began or ended, or takes longer: the plan's times hold no more. */
  readonly isCalled: boolean
}

const minute = 60_000

/**
 * The rounds' times: as planned, but for what was said. What takes longer moves the rounds after it as far; a round that is
 * begun ends the one before.
 */
export function timetable(
  day: IsoDay,
  rounds: readonly Round[],
  calls: readonly RoundCall[],
): readonly RoundTime[] {
  const times: RoundTime[] = []
  let delay = 0
  for (const { number, startsAt, minutes } of rounds) {
    const said = lastWordsOn(number, calls)
    const planned = momentAt(day, startsAt).getTime()
    const began = timeOfLast(said, 'began')
    const start = began ?? planned + delay
    const longer = said.reduce((sum, call) => sum + (call.minutes ?? 0), 0)
    const end = Math.max(start, timeOfLast(said, 'ended') ?? start + (minutes + longer) * minute)
    delay = Math.max(0, end - (planned + minutes * minute))
    const before = times.at(-1)
    if (before !== undefined && start < before.endsAt.getTime())
      times[times.length - 1] = { ...before, endsAt: new Date(Math.max(before.startsAt.getTime(), start)) }
    times.push({
      round: number,
      startsAt: new Date(start),
      endsAt: new Date(end),
      isCalled: said.length > 0,
    })
  }
  return times
}

/** What still holds of what was said of a round. */
function lastWordsOn(round: number, calls: readonly RoundCall[]): readonly RoundCall[] {
  const own = calls.filter((call) => call.round === round)
  return own.slice(own.findLastIndex(({ did }) => did === 'as-planned') + 1)
}

function timeOfLast(said: readonly RoundCall[], did: RoundCall['did']): number | undefined {
  const last = said.findLastIndex((call) => call.did === did)
  // A round that is begun anew has not ended.
  if (did === 'ended' && said.findLastIndex((call) => call.did === 'began') > last) return undefined
  return said[last]?.at.getTime()
}

/** Which round is held at a moment, and which comes next. */
export function standing(
  times: readonly RoundTime[],
  now: Date,
): { readonly current: RoundTime | null; readonly next: RoundTime | null } {
  return {
    current: times.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt) ?? null,
    next: times.find(({ startsAt }) => startsAt > now) ?? null,
  }
}

/** The first round that has not begun; as many as there are when all have. */
export function firstOpenRound(times: readonly RoundTime[], now: Date): number {
  return standing(times, now).next?.round ?? times.length
}

/** Whole minutes until a moment, the one that has begun counted. */
export function minutesUntil(moment: Date, now: Date): number {
  return Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / minute))
}
