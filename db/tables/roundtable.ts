import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** Round tables: events, who is invited, and who sits where. */
export interface RoundtableTables {
  event: EventTable
  eventLink: EventLinkTable
  eventItem: EventItemTable
  eventRound: EventRoundTable
  eventCriterion: EventCriterionTable
  eventQuestion: EventQuestionTable
  eventTable: EventTableTable
  participant: ParticipantTable
  participantContact: ParticipantContactTable
  participantNeed: ParticipantNeedTable
  participantKey: ParticipantKeyTable
  participantLetter: ParticipantLetterTable
  seatPlan: SeatPlanTable
}

type Kind = 'leadership' | 'company' | 'guest' | 'host'

interface EventTable {
  networkId: string
  id: Generated<string>
  title: string
  theme: string
  welcome: Generated<string>
  place: string
  onDay: string
  opensAt: string
  endsAt: string
  seats: number
  answerBy: string
  publishedAt: Date | null
  cancelledAt: Date | null
  cancelledBecause: string | null
  heldAt: Date | null
  needsDays: Generated<number>
  sequence: Generated<number>
  isExample: Generated<boolean>
  addedAt: Date
  addedBy: string | null
}

interface EventLinkTable {
  networkId: string
  eventId: string
  kind: 'theme' | 'intervention' | 'indicator'
  ref: string
}

interface EventItemTable {
  networkId: string
  eventId: string
  id: Generated<string>
  at: string
  text: string
}

interface EventRoundTable {
  networkId: string
  eventId: string
  number: number
  startsAt: string
  minutes: number
}

interface EventCriterionTable {
  networkId: string
  eventId: string
  id: string
  text: string
  kind: Kind
  seats: number
  position: number
}

interface EventQuestionTable {
  networkId: string
  eventId: string
  id: Generated<string>
  tableId: string | null
  round: number | null
  position: number
  text: string
}

interface EventTableTable {
  networkId: string
  eventId: string
  id: string
  position: number
  min: number
  max: number
  hostId: string | null
  isReachable: Generated<boolean>
  closed: Generated<number[]>
}

interface ParticipantTable {
  networkId: string
  id: Generated<string>
  eventId: string
  kind: Kind
  criterionId: string | null
  name: string
  title: Generated<string>
  organisation: string
  companyId: string | null
  municipality: string | null
  branch: string | null
  size: '0' | '1-9' | '10-49' | '50-249' | '250' | null
  personId: string | null
  state: Generated<'listed' | 'invited' | 'yes' | 'waiting' | 'no' | 'delegated' | 'withdrawn'>
  insteadOf: string | null
  fromRound: number | null
  untilRound: number | null
  offeredUntil: Date | null
  openedAt: Date | null
  answeredAt: Date | null
  isExample: Generated<boolean>
  addedAt: Date
  addedBy: string | null
  erasedAt: Date | null
}

interface ParticipantContactTable {
  networkId: string
  participantId: string
  email: Generated<string>
  phone: Generated<string>
  locale: Generated<'sv' | 'en'>
}

interface ParticipantNeedTable {
  networkId: string
  participantId: string
  wheelchair: Generated<boolean>
  hearing: Generated<boolean>
  seeing: Generated<boolean>
  food: Generated<string>
  other: Generated<string>
  saidAt: Date
}

interface ParticipantKeyTable {
  networkId: string
  digest: Buffer
  participantId: string
  madeAt: Date
}

interface ParticipantLetterTable {
  networkId: string
  id: Generated<string>
  participantId: string
  occasion:
    | 'invitation'
    | 'again'
    | 'reminder-early'
    | 'reminder-late'
    | 'delegate'
    | 'seat'
    | 'lapsed'
    | 'withdrawn'
    | 'cancelled'
    | 'moved'
    | 'seats'
    | 'summary'
    | 'return-30'
    | 'return-90'
    | 'return-180'
    | 'commitment'
  sentAt: Date
  sentBy: string | null
}

interface SeatPlanTable {
  networkId: string
  eventId: string
  version: number
  rounds: Json<readonly Readonly<Record<string, readonly string[]>>[]>
  made: Json<unknown>
  savedAt: Date
  savedBy: string | null
  toldAt: Date | null
}
