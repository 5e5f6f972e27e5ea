import type { Generated, GeneratedAlways } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Json, NullableJson } from './json.ts'

/** Figures as they came, and what is derived from them. */
export interface StatisticsTables {
  source: SourceTable
  series: SeriesTable
  retrieval: RetrievalTable
  figure: FigureTable
  cube: CubeTable
  standing: StandingTable
}

interface SourceTable {
  networkId: string
  id: string
  publisher: string
  title: string
  url: string | null
  licence: string
  licenceUrl: string | null
  vintage: string
  retrievedOn: string | null
  note: Json<Bilingual>
}

interface SeriesTable {
  networkId: string
  id: GeneratedAlways<number>
  key: string
  title: string | null
}

type RetrievalWay = 'planted' | 'kolada' | 'pxweb' | 'file' | 'hand'

interface RetrievalTable {
  networkId: string
  id: GeneratedAlways<number>
  knownAt: Date
  way: RetrievalWay
  sourceId: string
  retrievedOn: string | null
  byPerson: string | null
  confirmedBy: string | null
}

interface FigureTable {
  networkId: string
  seriesId: number
  gender: number
  year: number
  place: string
  retrievalId: number
  value: number | null
  missing: number | null
  isPreliminary: Generated<boolean>
  note: string | null
}

interface CubeTable {
  networkId: string
  seriesId: number
  gender: number
  firstYear: number
  places: string[]
  width: number
  cells: Buffer
  preliminary: Buffer | null
  retrievals: number[]
  retrievalOf: Buffer | null
  notes: NullableJson<Record<string, string>>
}

interface StandingTable {
  networkId: string
  place: string
  seriesId: number
  gender: number
  packed: Buffer
}
