import type { Figure, Gender } from '#modules/statistics'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { cellsOf, type Cell, type Dataset, type Dimension } from './dataset.ts'
import type { Office } from './offices.ts'
import { isSamePart, periodOf, type Period } from './period.ts'
import { countryPlace, placeOf } from './places.ts'
import type { Selection } from './selection.ts'
import { reasonFor, saysPreliminary } from './symbols.ts'

/** Why the cells of an answer are not the figures of the selected series. */
export type FigureProblem =
  | { readonly problem: 'missing-variable'; readonly variable: string }
  | { readonly problem: 'several-series'; readonly variable: string }
  | { readonly problem: 'other-value'; readonly variable: string; readonly value: string }
  | { readonly problem: 'unknown-place'; readonly variable: string; readonly value: string }
  | { readonly problem: 'unreadable-period'; readonly variable: string; readonly value: string }
  | { readonly problem: 'period-not-chosen'; readonly variable: string; readonly value: string }
  | { readonly problem: 'unknown-gender'; readonly variable: string; readonly value: string }
  | {
      readonly problem: 'two-periods-in-one-year'
      readonly variable: string
      readonly year: number
      readonly periods: readonly string[]
    }

type Reading<Value> = ReadonlyMap<string, Value>
type Read<Value> = Outcome<Reading<Value>, FigureProblem>

/** What the codes of a dataset mean for a selection, and where in a cell each of them stands. */
interface Key {
  readonly at: { readonly region: number; readonly time: number; readonly gender: number }
  readonly places: Reading<string>
  readonly periods: Reading<Period>
  readonly genders: Reading<Gender>
}

/** The figures of one series in one answer, or in one part of an answer. */
export function figuresOf(
  dataset: Dataset,
  selection: Selection,
  office: Pick<Office, 'country' | 'symbols'>,
): Outcome<readonly Figure[], FigureProblem> {
  const stray = missingVariable(dataset, selection) ?? strayVariable(dataset, selection)
  if (stray) return refuse(stray)
  const key = keyTo(dataset, selection, office.country)
  if (!key.ok) return key
  return done([...cellsOf(dataset)].flatMap((cell) => figureFrom(cell, key.value, office)))
}

function keyTo({ dimensions }: Dataset, selection: Selection, country: string): Outcome<Key, FigureProblem> {
  const find = (code: string | undefined): number => dimensions.findIndex((one) => one.code === code)
  const at = {
    region: find(selection.region?.variable),
    time: find(selection.time.variable),
    gender: find(selection.gender?.variable),
  }
  const places = placesIn(dimensions[at.region], country)
  if (!places.ok) return places
  const periods = periodsIn(dimensions[at.time], selection)
  if (!periods.ok) return periods
  const genders = gendersIn(dimensions[at.gender], selection)
  if (!genders.ok) return genders
  return done({ at, places: places.value, periods: periods.value, genders: genders.value })
}

function figureFrom(
  { codes, value, status }: Cell,
  { at, places, periods, genders }: Key,
  { country, symbols }: Pick<Office, 'country' | 'symbols'>,
): readonly Figure[] {
  const meaning = <Value>(reading: Reading<Value>, column: number) => reading.get(codes[column] ?? '')
  const period = meaning(periods, at.time)
  if (!period) return []
  const common = {
    place: meaning(places, at.region) ?? countryPlace(country),
    gender: meaning(genders, at.gender) ?? 'all',
    year: period.year,
    isPreliminary: period.isPreliminary || saysPreliminary(status),
    // The source's own sign stands beside the figure, whether it explains a gap or qualifies a number.
    note: status,
  }
  return value === null
    ? [{ ...common, value, missing: reasonFor(status, symbols) }]
    : [{ ...common, value, missing: null }]
}

function missingVariable({ dimensions }: Dataset, { region, time }: Selection): FigureProblem | null {
  const missing = [region?.variable, time.variable].find(
    (variable) => variable !== undefined && !dimensions.some(({ code }) => code === variable),
  )
  return missing === undefined ? null : { problem: 'missing-variable', variable: missing }
}

/** Every variable that is neither place, time nor gender must stand at one value, and at the chosen one. */
function strayVariable({ dimensions }: Dataset, selection: Selection): FigureProblem | null {
  const { region, time, gender, fixed } = selection
  const free = new Set([region?.variable, time.variable, gender?.variable])
  for (const { code: variable, categories } of dimensions) {
    if (free.has(variable)) continue
    const value = categories[0]?.code ?? ''
    if (categories.length > 1) return { problem: 'several-series', variable }
    if (Object.hasOwn(fixed, variable) && fixed[variable] !== value)
      return { problem: 'other-value', variable, value }
  }
  return null
}

function placesIn(dimension: Dimension | undefined, country: string): Read<string> {
  const places = new Map<string, string>()
  for (const { code } of dimension?.categories ?? []) {
    const place = placeOf(code, country)
    if (place === null)
      return refuse({ problem: 'unknown-place', variable: dimension?.code ?? '', value: code })
    places.set(code, place)
  }
  return done(places)
}

/** The periods that stand for a year; other parts of the year that came along are passed over. */
function periodsIn(dimension: Dimension | undefined, { time }: Selection): Read<Period> {
  const variable = dimension?.code ?? ''
  const periods = new Map<string, Period>()
  for (const category of dimension?.categories ?? []) {
    const period = periodOf(category)
    if (!period) return refuse({ problem: 'unreadable-period', variable, value: category.code })
    if (time.part === null || isSamePart(period.part, time.part)) periods.set(category.code, period)
  }
  const byYear = Map.groupBy(periods, ([, { year }]) => year)
  for (const [year, same] of byYear)
    if (same.length > 1)
      return refuse({
        problem: 'two-periods-in-one-year',
        variable,
        year,
        periods: same.map(([code]) => code),
      })
  // One month a year is no year: it must have been chosen.
  const [unchosen] = [...periods].filter(([, { part }]) => !isSamePart(part, time.part))
  return unchosen ? refuse({ problem: 'period-not-chosen', variable, value: unchosen[0] }) : done(periods)
}

function gendersIn(dimension: Dimension | undefined, { gender }: Selection): Read<Gender> {
  const genders = new Map<string, Gender>()
  const codes = { all: gender?.all, women: gender?.women, men: gender?.men } as const
  for (const { code } of dimension?.categories ?? []) {
    const found = (['all', 'women', 'men'] as const).find((one) => codes[one] === code)
    if (!found) return refuse({ problem: 'unknown-gender', variable: dimension?.code ?? '', value: code })
    genders.set(code, found)
  }
  return done(genders)
}
