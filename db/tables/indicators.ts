import type { ColumnType, Generated } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Json } from './json.ts'

/** What the figures are read as. */
export interface IndicatorsTables {
  indicator: IndicatorTable
  target: TargetTable
}

interface IndicatorTable {
  networkId: string
  id: string
  series: Generated<string[]>
  headline: number | null
  areaId: string | null
  name: Json<Bilingual>
  definition: Json<Bilingual>
  method: Json<Bilingual>
  unit: 'percent' | 'persons' | 'per-1000' | 'index' | 'tkr' | 'sek' | 'grade' | 'rank' | 'count'
  decimals: number
  direction: 'higher' | 'lower' | 'none'
  fewest: number | null
  regionRule: Json<
    | { kind: 'sum' }
    | { kind: 'weighted-mean'; weight: string }
    | { kind: 'median' }
    | { kind: 'group'; group: string }
    | { kind: 'none'; why: Bilingual }
  >
  standIn: string | null
  howToRetrieve: Json<Bilingual>
  nextPublication: string | null
  breaks: ColumnType<{ from: number; text: Bilingual }[], string | undefined, string>
  retiredAt: Date | null
  version: Generated<number>
}

interface TargetTable {
  networkId: string
  id: Generated<string>
  indicatorId: string
  municipality: string | null
  year: number
  value: number
  decidedBy: string
  decidedOn: string
  url: string | null
  saidAt: Date
  saidBy: string | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
}
