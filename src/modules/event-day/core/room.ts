import type { Person, Problem } from '#modules/seating'
import type { EventTable, LostHost, Participant } from '#modules/roundtable'
import { attendanceOf, type Attendance, type Attendances } from './attendance.ts'
import type { Replanning } from './replan-form.ts'

/**
 * The problem with tables small enough for those who are there: how many there should be at least was thought of for all who
 * were invited, and nobody is sent home for it.
 */
export function withRoom(problem: Problem, { round, said }: Pick<Replanning, 'round' | 'said'>): Problem {
  const caps = Array.from({ length: problem.rounds }, (_, at) => at)
    .slice(round)
    .flatMap((at) => {
      const open = problem.tables.filter(({ closed }) => !closed?.includes(at))
      const present = problem.people.filter((one) => isThere(one, attendanceOf(said, one.id), at)).length
      const needed = open.reduce((sum, { min }) => sum + min, 0)
      return present > 0 && needed > present ? [Math.floor(present / open.length)] : []
    })
  if (caps.length === 0) return problem
  return {
    ...problem,
    tables: problem.tables.map((table) => ({ ...table, min: Math.min(table.min, ...caps) })),
  }
}

/** The tables whose host is not here. */
export function withoutHost({
  tables,
  participants,
  said,
}: {
  readonly tables: readonly EventTable[]
  readonly participants: readonly Participant[]
  readonly said: Attendances
}): readonly LostHost[] {
  return tables.flatMap(({ id, hostId }) => {
    const host = participants.find((one) => one.id === hostId)
    return host && attendanceOf(said, host.id).state === 'absent' ? [{ table: id, host }] : []
  })
}

function isThere({ from, until, absent }: Person, said: Attendance, round: number): boolean {
  return (
    said.state !== 'absent' &&
    round >= Math.max(from ?? 0, said.fromRound ?? 0) &&
    round < Math.min(until ?? Infinity, said.untilRound ?? Infinity) &&
    !absent?.includes(round)
  )
}
