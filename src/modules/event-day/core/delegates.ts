import type { Participant, SeatRounds } from '#modules/roundtable'
import type { Pin } from '#modules/seating'
import { attendanceOf, type Attendances } from './attendance.ts'
import type { ClosedTable } from './change.ts'
import { seatsIn } from './moves.ts'

/** Whoever comes in somebody's place sits where they would have sat, so that nobody moves for it. */
export function pinsOfDelegates(
  participants: readonly Pick<Participant, 'id' | 'insteadOf'>[],
  {
    rounds,
    round,
    said,
    closed,
  }: {
    readonly rounds: SeatRounds
    /** The first that can still be changed. */
    readonly round: number
    readonly said: Attendances
    readonly closed: readonly ClosedTable[]
  },
): readonly Pin[] {
  return participants.flatMap(({ id: person, insteadOf }) => {
    if (insteadOf === null || attendanceOf(said, insteadOf).state !== 'absent') return []
    return rounds.flatMap((tables, at) => {
      const seats = seatsIn(tables)
      const table = seats.get(insteadOf)
      if (at < round || table === undefined || seats.has(person)) return []
      const isClosed = closed.some((one) => one.table === table && one.rounds.includes(at))
      return isClosed ? [] : [{ person, round: at, table }]
    })
  })
}
