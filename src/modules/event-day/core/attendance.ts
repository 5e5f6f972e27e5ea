/** What was last said of whether a participant is there. Without a word they are expected the whole time. */
export interface Attendance {
  readonly participant: string
  readonly state: AttendanceState
  /** The first round they are there for, and the first they are gone; null is the whole time. */
  readonly fromRound: number | null
  readonly untilRound: number | null
}

export const attendanceStates = ['expected', 'here', 'absent'] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** Who is where, by participant. */
export type Attendances = ReadonlyMap<string, Attendance>

export function attendanceOf(said: Attendances, participant: string): Attendance {
  return said.get(participant) ?? { participant, state: 'expected', fromRound: null, untilRound: null }
}

/** Whether two words say the same: the second of them is not written down. */
export function saysTheSame(one: Attendance, other: Attendance): boolean {
  return one.state === other.state && one.fromRound === other.fromRound && one.untilRound === other.untilRound
}

/** How many are to come in all, are here, are still missing, and have said that they do not come. */
export interface Counts {
  readonly expected: number
  readonly here: number
  readonly missing: number
  readonly absent: number
}

export function countsOf(participants: readonly string[], said: Attendances): Counts {
  const states = participants.map((one) => attendanceOf(said, one).state)
  const absent = states.filter((state) => state === 'absent').length
  const here = states.filter((state) => state === 'here').length
  const expected = states.length - absent
  return { expected, here, missing: expected - here, absent }
}
