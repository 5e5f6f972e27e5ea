import type { ColumnType, Generated } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { NullableJson } from './json.ts'

/** What each municipality has adopted. */
export interface AdoptionsTables {
  adoption: AdoptionTable
  adoptionFile: AdoptionFileTable
  adoptionRevision: AdoptionRevisionTable
  adoptedTree: AdoptedTreeTable
  adoptedNode: AdoptedNodeTable
  nodeMapping: NodeMappingTable
}

interface AdoptionTable {
  networkId: string
  municipality: string
  version: number
  isExample: Generated<boolean>
  enteredAt: Date
  enteredBy: string | null
}

interface AdoptionFileTable {
  networkId: string
  id: Generated<string>
  municipality: string
  name: string
  kind: 'pdf' | 'docx' | 'xlsx'
  bytes: Buffer
  addedAt: Date
  addedBy: string | null
}

interface AdoptionRevisionTable {
  networkId: string
  municipality: string
  version: number
  revision: number
  name: string
  kind: 'programme' | 'strategy' | 'policy' | null
  decidedOn: string | null
  decidedBy: string | null
  paragraph: string | null
  caseNumber: string | null
  period: string | null
  aim: NullableJson<Bilingual>
  followUp: NullableJson<Bilingual>
  sources: ColumnType<{ title: string; url: string }[], string | undefined, string>
  note: NullableJson<Bilingual>
  link: string | null
  fileId: string | null
  writtenAt: Date
  writtenBy: string | null
}

interface AdoptedTreeTable {
  networkId: string
  municipality: string
  version: number
  tree: number
  levels: Generated<string[]>
  madeAt: Date
  madeBy: string | null
}

interface AdoptedNodeTable {
  networkId: string
  municipality: string
  version: number
  tree: number
  node: number
  position: number
  depth: number
  mark: string | null
  text: string
}

interface NodeMappingTable {
  networkId: string
  municipality: string
  version: number
  node: number
  said: number
  fit: 'exact' | 'partly' | 'none'
  interventionId: string | null
  comment: string | null
  saidAt: Date
  saidBy: string | null
}
