import type { Dataset } from './dataset.ts'
import type { RawAnswer } from './line.ts'
import type { Office } from './offices.ts'
import type { CellLimits, Query } from './split.ts'
import type { Codelist, Table } from './table.ts'

/**
 * A statistics office as the guided picker and the importer see it. Both versions of PxWebApi stand behind it:
 * version 2 is searched, version 1 is walked through folder by folder.
 *
 * Everything it does may throw a `SourceFailure`.
 */
export interface StatisticsOffice {
  readonly office: Office
  /** The limits the office has told, asked once. */
  limits(signal?: AbortSignal): Promise<CallLimits>
  /** One page of what is found, or what stands in a folder. */
  tables(wanted: TableSearch, signal?: AbortSignal): Promise<TableList>
  /** What a table is made of. */
  table(id: string, signal?: AbortSignal): Promise<{ readonly table: Table; readonly answer: RawAnswer }>
  /** Another division of a variable. PxWebApi 1 has none to show: its answer is null. */
  codelist(
    id: string,
    signal?: AbortSignal,
  ): Promise<{ readonly codelist: Codelist; readonly answer: RawAnswer } | null>
  /** The cells of all queries, in as many parts as the office's limits need; each with the answer it was read from. */
  data(queries: readonly Query[], signal?: AbortSignal): AsyncGenerator<DataPart>
}

export interface CallLimits extends CellLimits {
  readonly calls: number
  readonly windowSeconds: number
  /** The licence the office tells, if it tells one. */
  readonly licence: string | null
}

export interface TableSearch {
  /** Words to look for; empty for all. */
  readonly words?: string
  /** The folder to look in, where the office has folders; '' is the top. */
  readonly folder?: string
  /** From 1. */
  readonly page?: number
}

export interface TableList {
  readonly entries: readonly TableEntry[]
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly answer: RawAnswer
}

export interface TableEntry {
  readonly kind: 'table' | 'folder'
  /** What `table` or `folder` is asked with. */
  readonly id: string
  readonly label: string
  readonly updated: string | null
  readonly firstPeriod: string | null
  readonly lastPeriod: string | null
  readonly timeUnit: string | null
  readonly variables: readonly string[]
}

export interface DataPart {
  readonly answer: RawAnswer
  readonly query: Query
  readonly dataset: Dataset
  /** What is still to be asked: who stops here goes on with these. */
  readonly waiting: readonly Query[]
}
