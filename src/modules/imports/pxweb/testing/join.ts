import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { cellsOf, type Dataset } from '../dataset.ts'
import { cellsIn, type Query } from '../split.ts'

export type JoinProblem =
  | { readonly problem: 'no-parts' }
  | { readonly problem: 'not-asked-for'; readonly variable: string; readonly value: string }
  | { readonly problem: 'answered-twice'; readonly cell: string }
  | { readonly problem: 'not-answered'; readonly cells: number }

/** Puts the answers to the parts of a query together again, in the query's order of variables and values. */
export function joinDatasets(query: Query, parts: readonly Dataset[]): Outcome<Dataset, JoinProblem> {
  const [first] = parts
  if (!first) return refuse({ problem: 'no-parts' })
  const placeOf = placing(query)
  const values: (number | null)[] = Array.from({ length: cellsIn(query) }, () => null)
  const statuses = new Map<number, string>()
  const answered = new Set<number>()
  for (const part of parts) {
    const columns = query.variables.map(({ code }) => part.dimensions.findIndex((one) => one.code === code))
    for (const { codes, value, status } of cellsOf(part)) {
      const place = placeOf(columns.map((column) => codes[column] ?? ''))
      if (typeof place !== 'number') return refuse(place)
      if (answered.has(place)) return refuse({ problem: 'answered-twice', cell: codes.join(' ') })
      answered.add(place)
      values[place] = value
      if (status !== null) statuses.set(place, status)
    }
  }
  if (answered.size < values.length)
    return refuse({ problem: 'not-answered', cells: values.length - answered.size })
  return done({ ...first, dimensions: joinedDimensions(query, parts), values, statuses })
}

/** Where a cell stands among all cells of the query, from its codes in the query's order. */
function placing({ variables }: Query): (codes: readonly string[]) => number | JoinProblem {
  const places = variables.map(({ values }) => new Map(values.map((value, place) => [value, place])))
  return (codes) => {
    let place = 0
    for (const [at, { code }] of variables.entries()) {
      const value = codes[at] ?? ''
      const known = places[at]?.get(value)
      if (known === undefined) return { problem: 'not-asked-for', variable: code, value }
      place = place * (places[at]?.size ?? 1) + known
    }
    return place
  }
}

function joinedDimensions(query: Query, parts: readonly Dataset[]): Dataset['dimensions'] {
  return query.variables.flatMap(({ code, values }) => {
    const seen = parts.flatMap(({ dimensions }) => dimensions.filter((one) => one.code === code))
    const [first] = seen
    if (!first) return []
    const categories = new Map(
      seen.flatMap((one) => one.categories.map((category) => [category.code, category])),
    )
    return [{ ...first, categories: values.flatMap((value) => categories.get(value) ?? []) }]
  })
}
