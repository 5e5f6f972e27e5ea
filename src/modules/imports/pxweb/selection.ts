import { createHash } from 'node:crypto'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { partName, periodOf, isSamePart, type YearPart } from './period.ts'
import { placeOf } from './places.ts'
import type { GenderCodes } from './roles.ts'
import type { Query, QueryVariable } from './split.ts'
import type { Table, Variable } from './table.ts'
import type { Office } from './offices.ts'

/** What a person has chosen of a table: one series. Plain data, fit for storing. */
export interface Selection {
  readonly table: string
  /** Null: the table is about the whole country. */
  readonly region: { readonly variable: string; readonly codes: readonly string[] } | null
  readonly time: {
    readonly variable: string
    /** The part of the year that stands for the year; null where the table counts in years. */
    readonly part: YearPart | null
    /** Null: from the first. Later years come along as the office publishes them. */
    readonly fromYear: number | null
  }
  /** Null: the table does not tell women and men apart, or the variable is left out or fixed. */
  readonly gender: ({ readonly variable: string; readonly allIsLeftOut: boolean } & GenderCodes) | null
  /** Every other variable stands at one value … */
  readonly fixed: Readonly<Record<string, string>>
  /** … or is left out, so that the office totals it. */
  readonly leftOut: readonly string[]
  /** The code list that a variable's values are of, where they are not the table's own. */
  readonly codelists: Readonly<Record<string, string>>
}

export type SelectionProblem =
  | { readonly problem: 'unknown-variable'; readonly variable: string }
  | { readonly problem: 'unknown-value'; readonly variable: string; readonly value: string }
  | { readonly problem: 'chosen-twice'; readonly variable: string }
  | { readonly problem: 'several-series'; readonly variable: string }
  | { readonly problem: 'may-not-be-left-out'; readonly variable: string }
  | { readonly problem: 'other-codelist'; readonly variable: string }
  | { readonly problem: 'nothing-chosen'; readonly variable: string }
  | { readonly problem: 'unknown-place'; readonly variable: string; readonly value: string }
  | { readonly problem: 'no-such-period'; readonly variable: string; readonly part: string }
  | {
      readonly problem: 'two-periods-in-one-year'
      readonly variable: string
      readonly year: number
      readonly periods: readonly string[]
    }

/**
 * The questions that fetch what was chosen: one, or two where the total of women and men is asked for by leaving the
 * variable out. Everything wrong with the choice is told at once.
 */
export function queriesFor(
  table: Table,
  selection: Selection,
  country: string,
): Outcome<readonly Query[], readonly SelectionProblem[]> {
  const problems = [
    ...problemsOfChoice(table, selection),
    ...problemsOfRegions(table, selection, country),
    ...problemsOfGender(table, selection),
    ...problemsOfTime(table, selection),
  ]
  if (problems.length > 0) return refuse(problems)
  const { gender } = selection
  const genders = gender ? [gender.all, gender.women, gender.men].filter((code) => code !== null) : []
  const queries = [
    ...(gender && genders.length === 0 ? [] : [queryFor(table, selection, genders)]),
    ...(gender?.allIsLeftOut ? [queryFor(table, selection, [])] : []),
  ]
  return done(queries)
}

function queryFor(table: Table, selection: Selection, genders: readonly string[]): Query {
  const chosen = new Map<string, readonly string[]>([
    ...Object.entries(selection.fixed).map(([variable, value]) => [variable, [value]] as const),
    [selection.time.variable, timeCodes(table, selection)],
  ])
  if (selection.region) chosen.set(selection.region.variable, selection.region.codes)
  if (selection.gender && genders.length > 0) chosen.set(selection.gender.variable, genders)
  return {
    table: table.id,
    variables: table.variables.flatMap(({ code, codelist }): readonly QueryVariable[] => {
      const values = chosen.get(code)
      return values ? [codelist === null ? { code, values } : { code, values, codelist }] : []
    }),
  }
}

/** Each variable of the table must have exactly one part in the choice. */
function problemsOfChoice({ variables }: Table, selection: Selection): readonly SelectionProblem[] {
  const { region, time, gender, fixed, leftOut, codelists } = selection
  const parts = [region?.variable, time.variable, gender?.variable, ...Object.keys(fixed), ...leftOut]
  const named = parts.filter((variable) => variable !== undefined)
  const known = new Map(variables.map((variable) => [variable.code, variable]))
  const unknown = named.filter((variable) => !known.has(variable))
  const twice = new Set(named.filter((variable, place) => named.indexOf(variable) !== place))
  return [
    ...unknown.map((variable) => ({ problem: 'unknown-variable' as const, variable })),
    ...[...twice].map((variable) => ({ problem: 'chosen-twice' as const, variable })),
    ...variables
      .filter(({ code }) => !named.includes(code))
      .map(({ code }) => ({ problem: 'several-series' as const, variable: code })),
    ...leftOut
      .filter((variable) => known.get(variable)?.mayBeLeftOut === false)
      .map((variable) => ({ problem: 'may-not-be-left-out' as const, variable })),
    ...variables
      .filter(({ code, codelist }) => codelist !== (Object.hasOwn(codelists, code) ? codelists[code] : null))
      .map(({ code }) => ({ problem: 'other-codelist' as const, variable: code })),
    ...Object.entries(fixed).flatMap(([variable, value]) => unknownValues(known.get(variable), [value])),
  ]
}

function problemsOfRegions(
  { variables }: Table,
  { region }: Selection,
  country: string,
): readonly SelectionProblem[] {
  if (!region) return []
  const { variable, codes } = region
  if (codes.length === 0) return [{ problem: 'nothing-chosen', variable }]
  const strange = codes.find((code) => placeOf(code, country) === null)
  return [
    ...unknownValues(
      variables.find(({ code }) => code === variable),
      codes,
    ),
    ...(strange === undefined ? [] : [{ problem: 'unknown-place' as const, variable, value: strange }]),
  ]
}

function problemsOfGender({ variables }: Table, { gender }: Selection): readonly SelectionProblem[] {
  if (!gender) return []
  const variable = variables.find(({ code }) => code === gender.variable)
  const codes = [gender.all, gender.women, gender.men].filter((code) => code !== null)
  const problems = unknownValues(variable, codes)
  if (codes.length === 0 && !gender.allIsLeftOut)
    return [...problems, { problem: 'nothing-chosen', variable: gender.variable }]
  if (gender.allIsLeftOut && variable?.mayBeLeftOut === false)
    return [...problems, { problem: 'may-not-be-left-out', variable: gender.variable }]
  return gender.allIsLeftOut && gender.all !== null
    ? [...problems, { problem: 'chosen-twice', variable: gender.variable }]
    : problems
}

function problemsOfTime(table: Table, selection: Selection): readonly SelectionProblem[] {
  const { variable, part } = selection.time
  const known = table.variables.find(({ code }) => code === variable)
  if (!known) return []
  const codes = timeCodes(table, selection)
  if (codes.length > 0) return yearTwice(known, codes)
  const byYear = Map.groupBy(known.values, (value) => periodOf(value)?.year ?? null)
  const crowded = [...byYear].find(([year, values]) => year !== null && values.length > 1)
  // A table that counts in months was taken as one that counts in years: say what there is to choose between.
  if (part === null && crowded?.[0])
    return [
      twoPeriods(
        variable,
        crowded[0],
        crowded[1].map(({ code }) => code),
      ),
    ]
  return [{ problem: 'no-such-period', variable, part: partName(part) }]
}

function yearTwice(variable: Variable, codes: readonly string[]): readonly SelectionProblem[] {
  const chosen = variable.values.filter(({ code }) => codes.includes(code))
  return [...Map.groupBy(chosen, (value) => periodOf(value)?.year ?? 0)]
    .filter(([, values]) => values.length > 1)
    .map(([year, values]) =>
      twoPeriods(
        variable.code,
        year,
        values.map(({ code }) => code),
      ),
    )
}

function twoPeriods(variable: string, year: number, periods: readonly string[]): SelectionProblem {
  return { problem: 'two-periods-in-one-year', variable, year, periods }
}

function unknownValues(
  variable: Variable | undefined,
  codes: readonly string[],
): readonly SelectionProblem[] {
  if (!variable) return []
  const known = new Set(variable.values.map(({ code }) => code))
  return codes
    .filter((value) => !known.has(value))
    .map((value) => ({ problem: 'unknown-value', variable: variable.code, value }))
}

function timeCodes({ variables }: Table, { time }: Selection): readonly string[] {
  const values = variables.find(({ code }) => code === time.variable)?.values ?? []
  return values
    .filter((value) => {
      const period = periodOf(value)
      return (
        period !== null && isSamePart(period.part, time.part) && period.year >= (time.fromYear ?? -Infinity)
      )
    })
    .map(({ code }) => code)
}

/**
 * The name of the series that a selection makes. It stays the same when more places or years are chosen, and
 * whichever gender is asked for; it is another when a fixed value, a variable left out or the part of the year is.
 */
export function seriesKey(
  office: Pick<Office, 'id'>,
  { table, time, region, fixed, leftOut, codelists }: Selection,
): string {
  const meaning = [
    byName(fixed),
    byName(codelists),
    leftOut.toSorted(),
    partName(time.part),
    region?.variable ?? null,
  ]
  const hash = createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 10)
  // In PxWebApi 1 a table is known by its path, where names may hold spaces.
  return `pxweb:${office.id}:${encodeURI(table)}:${hash}`
}

function byName(entries: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(entries).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
