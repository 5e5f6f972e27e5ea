import type { GeneratedAlways } from 'kysely'

/** The day of an event: who has come, and when the rounds really began and ended. */
export interface EventDayTables {
  attendance: AttendanceTable
  roundCall: RoundCallTable
}

interface AttendanceTable {
  networkId: string
  eventId: string
  number: GeneratedAlways<number>
  participantId: string
  state: 'expected' | 'here' | 'absent'
  fromRound: number | null
  untilRound: number | null
  at: Date
  saidBy: string | null
  hostId: string | null
}

interface RoundCallTable {
  networkId: string
  eventId: string
  number: GeneratedAlways<number>
  round: number
  did: 'began' | 'ended' | 'longer' | 'as-planned'
  at: Date
  minutes: number | null
  saidAt: Date
  saidBy: string | null
}
