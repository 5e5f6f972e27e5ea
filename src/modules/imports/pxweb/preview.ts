import type { Figure } from '#modules/statistics'
import { done, type Outcome } from '#platform/outcome.ts'
import { chosenIn, measureIn } from './chosen.ts'
import { figuresOf, type FigureProblem } from './figures.ts'
import type { StatisticsOffice } from './office.ts'
import { isSamePart, periodOf } from './period.ts'
import { countryPlace, placeOf } from './places.ts'
import { queriesFor, type Selection } from './selection.ts'
import type { Table } from './table.ts'

/** Enough to see that it is the right series, and little to ask an office for. */
const placesShown = 5
const yearsShown = 5

/** A small real piece of a series, with what the office says beside it. */
export interface Preview {
  readonly figures: readonly Figure[]
  readonly unit: string | null
  readonly decimals: number | null
  readonly notes: readonly string[]
  /** How many places and years the whole series has. */
  readonly places: number
  readonly firstYear: number
  readonly lastYear: number
}

/** Fetches the first of the network's places and the latest years of what was selected. */
export async function previewOf(
  office: StatisticsOffice,
  table: Table,
  selection: Selection,
  network: readonly string[],
  signal?: AbortSignal,
): Promise<Outcome<Preview, FigureProblem>> {
  const { country } = office.office
  const years = yearsIn(table, selection)
  const small = smaller(selection, years, network, country)
  const queries = queriesFor(table, small, country)
  if (!queries.ok)
    throw new Error(`A part of a valid selection is not valid: ${JSON.stringify(queries.refusal)}`)
  const figures: Figure[] = []
  for await (const { dataset } of office.data(queries.value, signal)) {
    const read = figuresOf(dataset, small, office.office)
    if (!read.ok) return read
    figures.push(...read.value)
  }
  return done({
    figures,
    ...unitIn(table, selection),
    notes: notesOn(table, selection),
    places: selection.region?.codes.length ?? 1,
    firstYear: years[0] ?? 0,
    lastYear: years.at(-1) ?? 0,
  })
}

/** The years that the selection asks for, in their order. */
function yearsIn({ variables }: Table, { time }: Selection): readonly number[] {
  const values = variables.find(({ code }) => code === time.variable)?.values ?? []
  return values
    .flatMap((value) => {
      const period = periodOf(value)
      return period && isSamePart(period.part, time.part) ? [period.year] : []
    })
    .filter((year) => year >= (time.fromYear ?? year))
    .toSorted((one, other) => one - other)
}

function smaller(
  selection: Selection,
  years: readonly number[],
  network: readonly string[],
  country: string,
): Selection {
  const fromYear = years.at(-yearsShown) ?? selection.time.fromYear
  const time = { ...selection.time, fromYear }
  if (!selection.region) return { ...selection, time }
  const { codes, variable } = selection.region
  const wanted = [countryPlace(country), ...network]
  const known = codes.filter((code) => wanted.includes(placeOf(code, country) ?? ''))
  const shown = known.length > 0 ? known : codes
  return { ...selection, time, region: { variable, codes: shown.slice(0, placesShown) } }
}

function unitIn(table: Table, selection: Selection): Pick<Preview, 'unit' | 'decimals'> {
  const unit = measureIn(table, selection)?.unit
  return { unit: unit?.base ?? null, decimals: unit?.decimals ?? null }
}

function notesOn(table: Table, selection: Selection): readonly string[] {
  const ofVariables = table.variables.flatMap(({ notes }) => notes)
  const ofValues = chosenIn(table, selection).flatMap(({ value }) => value.notes)
  return [...new Set([...table.notes, ...ofVariables, ...ofValues])]
}
