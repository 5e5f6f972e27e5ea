import type { Generated } from 'kysely'
import type { Json } from './json.ts'
import type { CompanySize } from './routing.ts'

/** What comes back in many town halls, what is made of it, and how many companies there are. */
export interface PatternsTables {
  pattern: PatternTable
  patternWord: PatternWordTable
  patternMatter: PatternMatterTable
  patternVoice: PatternVoiceTable
  patternRaised: PatternRaisedTable
  patternSentence: PatternSentenceTable
  theme: ThemeTable
  companyRegister: CompanyRegisterTable
  matterRelease: MatterReleaseTable
}

interface PatternTable {
  networkId: string
  id: Generated<string>
  topicId: string
  state: 'proposed' | 'faded' | 'confirmed' | 'dismissed'
  isExample: Generated<boolean>
  proposedAt: Date
  decidedAt: Date | null
  decidedBy: string | null
  returnedAt: Date | null
  returnedBy: string | null
}

interface PatternWordTable {
  networkId: string
  patternId: string
  terms: Generated<string[]>
  title: Generated<string>
  obstacle: Generated<string>
  because: Generated<string>
  asked: Generated<string>
  cameOf: Generated<string>
  version: Generated<number>
}

interface PatternMatterTable {
  networkId: string
  patternId: string
  matterId: string
  addedAt: Date
  addedBy: string | null
  leftAt: Date | null
  dueAt: Date | null
  toldAt: Date | null
}

interface PatternVoiceTable {
  networkId: string
  id: Generated<number>
  patternId: string
  text: string
  writtenAt: Date
  writtenBy: string | null
  removedAt: Date | null
}

interface PatternRaisedTable {
  networkId: string
  patternId: string
  kind: 'note' | 'intervention'
  interventionId: Generated<string>
  raisedAt: Date
  raisedBy: string | null
}

interface PatternSentenceTable {
  networkId: string
  patternId: string
  text: string
  publishedAt: Date
  withdrawnAt: Date | null
}

interface ThemeTable {
  networkId: string
  id: Generated<string>
  title: string
  question: string
  patternId: string | null
  madeAt: Date
  madeBy: string | null
}

/** How many companies there are of a kind; null where the source does not tell them apart. */
interface StoredCount {
  readonly municipality: string
  readonly size: CompanySize | null
  readonly branch: string | null
  readonly companies: number
}

/** How many of some kinds together; null where that may not be told. */
interface StoredPart {
  readonly ids: readonly string[]
  readonly count: number | null
}

interface StoredSpeed {
  readonly parts: readonly StoredPart[]
  readonly median: number | null
}

interface StoredRow {
  readonly ids: readonly string[]
  readonly came: number | null
  readonly firstWord: StoredSpeed
  readonly plan: StoredSpeed
}

/** What was told of the matters of a period. */
interface StoredFigures {
  readonly came: number
  readonly firstWord: StoredSpeed
  readonly plan: StoredSpeed
  readonly outcomes: readonly StoredPart[]
  readonly verdicts: readonly StoredPart[]
  readonly byTopic: readonly StoredRow[]
  readonly byMunicipality: readonly StoredRow[]
}

interface MatterReleaseTable {
  networkId: string
  fromDay: string
  beforeDay: string
  figures: Json<StoredFigures>
  isExample: boolean
  publishedAt: Date
}

interface CompanyRegisterTable {
  networkId: string
  id: Generated<number>
  source: string
  asOf: string
  counts: Json<readonly StoredCount[]>
  enteredAt: Date
  enteredBy: string | null
}
