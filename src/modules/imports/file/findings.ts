import { addressOf, placeOf } from '#platform/office/cell.ts'
import type { Field, ProblemName, TableProblem, TableWarning, WarningName } from './problems.ts'
import { shortened } from '#platform/values/cleaned.ts'

const mostPlacesTold = 5

/** A cell with where it stands. */
export interface Spot {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Gathers what is wrong and what is worth knowing while the table is read. */
export class Findings {
  readonly #problems: TableProblem[] = []
  readonly #warnings = new Map<WarningName, { at: Set<string>; got: string }>()

  wrong(spot: Spot, field: Field, problem: ProblemName, proposals: readonly string[] = []): void {
    const column = addressOf(spot.row, spot.column)
    this.#problems.push({ row: spot.row, column, field, problem, got: shortened(spot.text), proposals })
  }

  add(problem: TableProblem): void {
    this.#problems.push(problem)
  }

  /** One more of this kind; `at` is a cell, a row, a column or a sheet. */
  worthKnowing(warning: WarningName, at: string, got = ''): void {
    const found = this.#warnings.get(warning)
    // A year at the head of a column is met in every row, and is one thing to know.
    if (found) found.at.add(at)
    else this.#warnings.set(warning, { at: new Set([at]), got: shortened(got) })
  }

  worthKnowingAt(warning: WarningName, spot: Spot): void {
    this.worthKnowing(warning, addressOf(spot.row, spot.column), spot.text)
  }

  /** From the top of the table down. A place or a year at the head of a column is wrong once, not once for each row. */
  get problems(): readonly TableProblem[] {
    const once = new Map(this.#problems.map((one) => [`${one.column} ${one.field} ${one.problem}`, one]))
    return [...once.values()].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || columnIn(a) - columnIn(b))
  }

  get warnings(): readonly TableWarning[] {
    return [...this.#warnings].map(([warning, { at, got }]) => {
      return { warning, count: at.size, at: [...at].slice(0, mostPlacesTold), got }
    })
  }
}

function columnIn({ column }: TableProblem): number {
  return placeOf(column ?? '')?.column ?? -1
}
