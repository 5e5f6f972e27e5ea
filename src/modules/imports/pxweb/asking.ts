import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { withCodelists } from './codelists.ts'
import type { DataPart, StatisticsOffice } from './office.ts'
import { codesToAsk } from './places.ts'
import type { PxWebCursor } from './question.ts'
import { queriesFor, type Selection, type SelectionProblem } from './selection.ts'
import { cellsIn, type Query } from './split.ts'
import type { Table } from './table.ts'

/** One answer, and where to go on after it. */
export interface AnsweredPart {
  readonly part: DataPart
  readonly cursor: PxWebCursor
  /** Counted in cells. */
  readonly progress: { readonly done: number; readonly of: number }
}

/** Asks for all that is still to be asked, part by part. */
export async function* askFor(
  office: StatisticsOffice,
  { waiting, cellsInAll }: PxWebCursor,
  signal?: AbortSignal,
): AsyncGenerator<AnsweredPart> {
  for await (const part of office.data(waiting, signal)) {
    yield {
      part,
      cursor: { waiting: [...part.waiting], cellsInAll },
      progress: { done: cellsInAll - cellsOf(part.waiting), of: cellsInAll },
    }
  }
}

/** What is to be asked for a selection as the table is today: its new years and its new places come along. */
export async function beginning(
  office: StatisticsOffice,
  selection: Selection,
  signal?: AbortSignal,
): Promise<Outcome<PxWebCursor, readonly SelectionProblem[]>> {
  const { country } = office.office
  const { table: described } = await office.table(selection.table, signal)
  const table = await withCodelists(office, described, selection.codelists, signal)
  const queries = queriesFor(table, withPlacesOf(table, selection, country), country)
  return queries.ok
    ? done({ waiting: [...queries.value], cellsInAll: cellsOf(queries.value) })
    : refuse(queries.refusal)
}

function withPlacesOf({ variables }: Table, selection: Selection, country: string): Selection {
  const { region } = selection
  const places = variables.find(({ code }) => code === region?.variable)
  return region && places
    ? { ...selection, region: { ...region, codes: codesToAsk(places.values, country) } }
    : selection
}

function cellsOf(queries: readonly Query[]): number {
  return queries.reduce((sum, query) => sum + cellsIn(query), 0)
}
