import { storable } from '#platform/values/storable.ts'
import type { Category } from './dataset.ts'
import type { Selection } from './selection.ts'
import type { Table, Variable } from './table.ts'

/** A variable that stands at one value. */
export interface Chosen {
  readonly variable: Variable
  readonly value: Category
}

/** The values that a selection stands at, of variables that are neither place, time nor gender. */
export function chosenIn({ variables }: Table, { fixed }: Selection): readonly Chosen[] {
  return variables.flatMap((variable) => {
    const value = variable.values.find(
      ({ code }) => Object.hasOwn(fixed, variable.code) && code === fixed[variable.code],
    )
    return value ? [{ variable, value }] : []
  })
}

/** What is counted, where the table tells several things: the value that the contents stand at. */
export function measureIn(table: Table, selection: Selection): Category | null {
  const chosen = chosenIn(table, selection)
  const measure =
    chosen.find(({ variable }) => variable.role === 'metric') ?? chosen.find(({ value }) => value.unit)
  return measure?.value ?? null
}

/** What a series is called: its table, and what was chosen where there was a choice. */
export function seriesTitle(table: Table, selection: Selection): string {
  const chosen = chosenIn(table, selection).filter(({ variable }) => variable.values.length > 1)
  const title = [table.label, ...chosen.map(({ value }) => value.label)].join(': ')
  return storable(title.slice(0, longestTitle))
}

const longestTitle = 500
