import type { EventTable, Participant, Question, SeatRounds } from '#modules/roundtable'
import { seatsIn } from './moves.ts'
import type { RoundTime } from './timetable.ts'

/** Where somebody sits in a round, with whom, and what is asked there. */
export interface RoundSeat {
  readonly time: RoundTime
  /** Null in a round in which they have no seat. */
  readonly table: string | null
  /** Where they sat by what was told before; null when it is the same. */
  readonly before: string | null
  readonly host: Participant | null
  /** The others at the table, its host not counted. */
  readonly mates: readonly Participant[]
  readonly questions: readonly string[]
}

/** All that is needed to know where somebody sits. */
export interface Hall {
  readonly participants: readonly Participant[]
  readonly tables: readonly EventTable[]
  readonly questions: readonly Question[]
  readonly times: readonly RoundTime[]
  /** What was told last, and what was told before that. */
  readonly rounds: SeatRounds
  readonly roundsBefore: SeatRounds | null
}

/** Where somebody sits, round by round. */
export function seatsOf(participant: string, hall: Hall): readonly RoundSeat[] {
  return hall.times.map((time) => {
    const table = seatsIn(hall.rounds[time.round]).get(participant) ?? null
    const was = hall.roundsBefore && (seatsIn(hall.roundsBefore[time.round]).get(participant) ?? null)
    return {
      time,
      table,
      before: was === table ? null : was,
      ...companyAt(table, time.round, participant, hall),
    }
  })
}

function companyAt(
  table: string | null,
  round: number,
  participant: string,
  hall: Hall,
): Pick<RoundSeat, 'host' | 'mates' | 'questions'> {
  if (table === null) return { host: null, mates: [], questions: [] }
  const seated = peopleAt(table, round, hall)
  const hostId = hall.tables.find(({ id }) => id === table)?.hostId
  return {
    host: seated.find(({ id }) => id === hostId) ?? null,
    mates: seated.filter(({ id }) => id !== hostId && id !== participant),
    questions: questionsAt(table, round, hall.questions),
  }
}

/** Who sits at a table in a round, by organisation and name. */
export function peopleAt(
  table: string,
  round: number,
  { participants, rounds }: Pick<Hall, 'participants' | 'rounds'>,
): readonly Participant[] {
  const seated = rounds[round]?.[table] ?? []
  return participants.filter(({ id }) => seated.includes(id))
}

/** What is asked at a table in a round. */
export function questionsAt(table: string, round: number, questions: readonly Question[]): readonly string[] {
  return questions
    .filter((one) => (one.tableId ?? table) === table && (one.round ?? round) === round)
    .map(({ text }) => text)
}
