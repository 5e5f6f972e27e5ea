import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** What skills companies lack, the courses on offer, and courses for several companies together. */
export interface NeedsTables {
  skillNeed: SkillNeedTable
  demandSnapshot: DemandSnapshotTable
  demandBatch: DemandBatchTable
  demandMember: DemandMemberTable
  course: CourseTable
  travelTime: TravelTimeTable
  skillPool: SkillPoolTable
  poolDay: PoolDayTable
  poolPlace: PoolPlaceTable
  poolOffer: PoolOfferTable
}

interface SkillNeedTable {
  networkId: string
  id: Generated<string>
  companyId: string
  companyName: string
  concept: string | null
  words: string
  field: string
  people: number
  neededBy: string
  level: 'basic' | 'working' | 'expert'
  places: string[]
  holdsBack: 'yes' | 'partly' | 'no'
  way: 'door' | 'visit' | 'round-table'
  email: Generated<string>
  digest: Buffer
  saidAt: Date
  saidBy: string | null
  standsUntil: string
  askedOn: string | null
  withdrawnAt: Date | null
  confirmedAt: Date | null
  isExample: Generated<boolean>
}

interface DemandSnapshotTable {
  networkId: string
  onDay: string
  answered: number
}

interface DemandBatchTable {
  networkId: string
  id: Generated<string>
  told: Json<readonly (readonly string[])[]>
  companies: number
  people: number | null
  holdsBack: boolean
  begunOn: string
  endedOn: string | null
}

interface DemandMemberTable {
  networkId: string
  batchId: string
  unit: string
}

interface CourseTable {
  networkId: string
  id: Generated<string>
  source: 'susa' | 'file' | 'hand'
  sourceId: string
  title: string
  provider: string
  concepts: string[]
  form: 'on-site' | 'distance' | 'mixed'
  pace: number | null
  municipality: string | null
  place: Generated<string>
  startsOn: string | null
  price: Generated<string>
  language: Generated<string>
  link: Generated<string>
  checkedOn: string
  origin: Generated<string>
  isExample: Generated<boolean>
}

interface TravelTimeTable {
  networkId: string
  fromCode: string
  toCode: string
  minutes: number
  saidBy: string | null
  saidAt: Date
}

interface SkillPoolTable {
  networkId: string
  id: Generated<string>
  title: string
  words: string
  field: string
  madeAt: Date
  madeBy: string | null
  openedAt: Date | null
  seats: number | null
  chosenOffer: string | null
  heldOn: string | null
  outcome: Generated<string>
  seatsFilled: number | null
  endedAt: Date | null
  isExample: Generated<boolean>
}

interface PoolDayTable {
  networkId: string
  poolId: string
  onDay: string
}

interface PoolPlaceTable {
  networkId: string
  id: Generated<string>
  poolId: string
  companyId: string
  companyName: string
  email: Generated<string>
  municipality: string
  seats: number
  digest: Buffer
  askedAt: Date
  answer: 'yes' | 'no' | null
  answeredAt: Date | null
  days: Generated<string[]>
}

interface PoolOfferTable {
  networkId: string
  id: Generated<string>
  poolId: string
  provider: string
  email: string
  digest: Buffer
  invitedAt: Date
  words: Generated<string>
  price: Generated<string>
  onDay: string | null
  answeredAt: Date | null
}
