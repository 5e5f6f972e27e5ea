import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { cellCount } from './json-stat.ts'

/** What is asked of a table: the wanted values of each variable. Variables left out are totalled by the office. */
export interface Query {
  readonly table: string
  readonly variables: readonly QueryVariable[]
}

export interface QueryVariable {
  readonly code: string
  readonly values: readonly string[]
  /** The values are those of this code list. */
  readonly codelist?: string
}

/** How much an office answers at once. */
export interface CellLimits {
  /** Cells: the product of the numbers of values. */
  readonly cells: number
  /** Values named in the query: their sum. Only PxWebApi 1 counts them. */
  readonly values: number
}

/** How many cells a query asks for. */
export function cellsIn({ variables }: Query): number {
  return cellCount(variables.map(({ values }) => values.length))
}

/**
 * Divides a query into parts that each keep to the limits and together ask for each cell once. It cuts along the
 * variable that makes the fewest parts; where one is not enough, along the longest, value by value, and then again.
 */
export function splitQuery(query: Query, limits: CellLimits): Outcome<readonly Query[], 'limit-too-small'> {
  // A single cell names one value of each variable: less than that cannot be asked.
  if (limits.cells < 1 || limits.values < query.variables.length) return refuse('limit-too-small')
  return done(partsOf(query, limits))
}

function partsOf(query: Query, limits: CellLimits): readonly Query[] {
  const lengths = query.variables.map(({ values }) => values.length)
  const cells = cellCount(lengths)
  const named = lengths.reduce((sum, length) => sum + length, 0)
  if (cells === 0) return []
  if (cells <= limits.cells && named <= limits.values) return [query]

  const cuts = lengths.map((length, variable) => {
    const most = Math.min(Math.floor((limits.cells * length) / cells), limits.values - (named - length))
    return { variable, length, parts: most < 1 ? Infinity : Math.ceil(length / most) }
  })
  // A variable with one value cannot be cut: it would give the same part again.
  const [best] = cuts
    .filter(({ length }) => length > 1)
    .toSorted((one, other) => one.parts - other.parts || other.length - one.length)
  if (!best) return [query]
  const into = Math.min(best.parts, best.length)
  return chunksOf(query.variables[best.variable]?.values ?? [], into).flatMap((values) =>
    partsOf(withValues(query, best.variable, values), limits),
  )
}

function withValues(query: Query, at: number, values: readonly string[]): Query {
  return {
    ...query,
    variables: query.variables.map((variable, position) =>
      position === at ? { ...variable, values } : variable,
    ),
  }
}

/** As many runs as asked for, as equal as can be. */
function chunksOf(values: readonly string[], count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, part) =>
    values.slice(
      Math.floor((part * values.length) / count),
      Math.floor(((part + 1) * values.length) / count),
    ),
  )
}
