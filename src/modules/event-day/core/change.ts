import type { Change, Pin } from '#modules/seating'
import { attendanceOf, type Attendances } from './attendance.ts'

/** What has become different, as it is chosen: from which round, who is there, which tables are, and who is put where. */
export interface DayChange {
  readonly round: number
  readonly said: Attendances
  readonly closed: readonly ClosedTable[]
  readonly pinned: readonly Pin[]
}

export interface ClosedTable {
  readonly table: string
  readonly rounds: readonly number[]
}

/** The same as the seating asks for it. */
export function changeOf({ round, said, closed, pinned }: DayChange): Change {
  const people = [...said.keys()].map((person) => attendanceOf(said, person))
  return {
    round,
    gone: people.flatMap(({ participant: person, state, untilRound }) => {
      if (state === 'absent') return [{ person, from: 0 }]
      return untilRound === null ? [] : [{ person, from: untilRound }]
    }),
    late: people.flatMap(({ participant: person, fromRound }) =>
      fromRound === null ? [] : [{ person, from: fromRound }],
    ),
    closed,
    pinned,
  }
}
