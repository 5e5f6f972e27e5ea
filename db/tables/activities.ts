import type { ColumnType, Generated } from 'kysely'

/** What the municipalities do, what shows it, and what was passed on. */
export interface ActivitiesTables {
  activity: ActivityTable
  activityWord: ActivityWordTable
  activityInside: ActivityInsideTable
  activityNote: ActivityNoteTable
  milestoneReached: MilestoneReachedTable
  evidence: EvidenceTable
  handover: HandoverTable
}

interface ActivityTable {
  networkId: string
  id: string
  municipality: string
  takenFrom: string | null
  addedAt: Date
}

interface ActivityWordTable {
  networkId: string
  activityId: string
  version: number
  interventionId: string
  title: string
  aim: string
  body: string | null
  joined: Generated<string[]>
  startsOn: string | null
  endsOn: string | null
  milestones: ColumnType<{ number: number; text: string; on: string | null }[], string | undefined, string>
  status: 'planned' | 'on-plan' | 'delayed' | 'stuck' | 'done' | 'stopped'
  isExample: Generated<boolean>
  saidAt: Date
  saidBy: string | null
  handedOverAt: Date | null
  handedOverBy: string | null
}

interface ActivityInsideTable {
  networkId: string
  activityId: string
  version: number
  text: string
  reason: string | null
  budget: number | null
  paidBy: string | null
  ownerId: string | null
  deputyId: string | null
}

interface ActivityNoteTable {
  networkId: string
  activityId: string
  version: number
  text: string
}

interface MilestoneReachedTable {
  networkId: string
  activityId: string
  milestone: number
  version: number
  reachedOn: string | null
  saidAt: Date
  saidBy: string | null
}

interface EvidenceTable {
  networkId: string
  activityId: string
  id: Generated<string>
  title: string
  address: string
  addedAt: Date
  addedBy: string | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
}

interface HandoverTable {
  networkId: string
  id: Generated<number>
  municipality: string
  kind: 'cell' | 'activity'
  thing: string
  part: 'owner' | 'deputy'
  fromPerson: string
  toPerson: string | null
  reason: string | null
  handedOverAt: Date
  handedOverBy: string
}
