import type { Generated } from 'kysely'

/** How long records are kept, what is disposed of, and what people have asked to have erased. */
export interface RecordsTables {
  retentionRule: RetentionRuleTable
  recordHold: RecordHoldTable
  disposal: DisposalTable
  erasureRequest: ErasureRequestTable
}

interface RetentionRuleTable {
  networkId: string
  id: Generated<number>
  kind: string
  municipality: string | null
  months: number | null
  decision: Generated<string>
  decidedOn: string | null
  saidAt: Date
  saidBy: string
}

interface RecordHoldTable {
  networkId: string
  id: Generated<string>
  matterId: string
  reason: string
  placedAt: Date
  placedBy: string
  liftedAt: Date | null
}

interface DisposalTable {
  networkId: string
  id: Generated<string>
  kind: string
  municipality: string | null
  ruleId: number
  until: Date
  items: string[]
  confirmedAt: Date
  confirmedBy: string
  doneAt: Date | null
  numbers: string[] | null
}

interface ErasureRequestTable {
  networkId: string
  id: Generated<string>
  matterId: string
  askedAt: Date
  dueOn: string
  answeredAt: Date | null
  answeredBy: string | null
  outcome: 'erased' | 'kept' | null
  because: string | null
}
