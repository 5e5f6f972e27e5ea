import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { yearsOf, type IndicatorSeries, type Observation } from '../../core/indicator.ts'
import { downloadTextsIn } from './download-texts.ts'
import { textsIn } from '../texts.ts'

/** A category or a dimension's index, as JSON-stat 2.0 has them: positions by code, and words by code. */
interface Dimension {
  readonly label: string
  readonly category: {
    readonly index: Readonly<Record<string, number>>
    readonly label: Readonly<Record<string, string>>
    readonly unit?: Readonly<Record<string, { readonly label: string; readonly decimals: number }>>
  }
}

/** An indicator as a dataset of JSON-stat 2.0 (json-stat.org/full). */
export interface JsonStatDataset {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  readonly source: string
  readonly updated?: string
  readonly note: readonly string[]
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly role: Readonly<Record<'time' | 'geo' | 'metric', readonly string[]>>
  readonly dimension: Readonly<Record<string, Dimension>>
  readonly value: readonly (number | null)[]
  /** By the cell's number: `p` for a value that may still change, else why there is none. */
  readonly status: Readonly<Record<string, string>>
  readonly extension: Readonly<Record<string, unknown>>
}

type Sex = 'all' | 'women' | 'men'

/**
 * The municipalities' values as a cube: indicator, municipality, sex where the source tells it, year. The region's values
 * are left out: who sums along a dimension would count everything twice. Null while there is no value, for the format
 * knows no dimension without a category.
 */
export function datasetOf(
  series: IndicatorSeries,
  municipalities: readonly Municipality[],
  locale: Locale,
): JsonStatDataset | null {
  const { indicator } = series
  const bySex: Readonly<Record<Sex, readonly Observation[]>> = {
    all: series.observations,
    women: series.women,
    men: series.men,
  }
  const sexes: readonly Sex[] =
    series.women.length + series.men.length === 0 ? ['all'] : ['all', 'women', 'men']
  const years = yearsOf(sexes.flatMap((sex) => bySex[sex]))
  if (years.length === 0) return null
  const known = cellsIn(bySex)
  const cells = municipalities.flatMap(({ code }) =>
    sexes.flatMap((sex) => years.map((year) => known.get(`${sex} ${code} ${year}`))),
  )
  const dimensions = dimensionsOf(series, municipalities, sexes, years, locale)
  return {
    version: '2.0',
    class: 'dataset',
    label: inLocale(indicator.name, locale),
    source: series.sources.map(({ publisher, title }) => `${publisher}: ${title}`).join('; '),
    ...updatedIn(series),
    note: notesOf(series, locale),
    id: Object.keys(dimensions),
    size: Object.values(dimensions).map(({ category }) => Object.keys(category.index).length),
    role: { time: ['year'], geo: ['region'], metric: ['indicator'] },
    dimension: dimensions,
    value: cells.map((cell) => cell?.value ?? null),
    status: statusesOf(cells),
    extension: {
      indicator: indicator.id,
      direction: indicator.direction,
      licence: [...new Set(series.sources.map(({ licence }) => licence))],
      statusMeaning: { p: downloadTextsIn(locale).preliminary, ...textsIn(locale).missing },
    },
  }
}

function cellsIn(bySex: Readonly<Record<Sex, readonly Observation[]>>): ReadonlyMap<string, Observation> {
  return new Map(
    Object.entries(bySex).flatMap(([sex, all]) =>
      all.map((one) => [`${sex} ${one.municipality} ${one.year}`, one] as const),
    ),
  )
}

function dimensionsOf(
  { indicator }: IndicatorSeries,
  municipalities: readonly Municipality[],
  sexes: readonly Sex[],
  years: readonly number[],
  locale: Locale,
): Readonly<Record<string, Dimension>> {
  const texts = downloadTextsIn(locale)
  const unit = { label: textsIn(locale).units[indicator.unit], decimals: indicator.decimals }
  const ofSex: Readonly<Record<string, Dimension>> =
    sexes.length === 1
      ? {}
      : {
          sex: dimension(
            texts.sex,
            sexes.map((sex) => [sex, texts.sexes[sex]]),
          ),
        }
  return {
    indicator: {
      label: texts.indicator,
      category: {
        index: { [indicator.id]: 0 },
        label: { [indicator.id]: inLocale(indicator.name, locale) },
        unit: { [indicator.id]: unit },
      },
    },
    region: dimension(
      texts.region,
      municipalities.map(({ code, name }) => [code, name]),
    ),
    ...ofSex,
    year: dimension(
      texts.year,
      years.map((year) => [String(year), String(year)]),
    ),
  }
}

function dimension(label: string, categories: readonly (readonly [string, string])[]): Dimension {
  return {
    label,
    category: {
      index: Object.fromEntries(categories.map(([code], position) => [code, position])),
      label: Object.fromEntries(categories),
    },
  }
}

function statusesOf(cells: readonly (Observation | undefined)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap((cell, number) => {
      const status = cell?.missing ?? (cell?.isPreliminary ? 'p' : null)
      return status === null ? [] : [[String(number), status]]
    }),
  )
}

/** The latest day that any of its sources was retrieved on, where that is known to the day. */
function updatedIn({ observations }: IndicatorSeries): { readonly updated?: string } {
  const days = observations.flatMap(({ retrievedOn }) =>
    retrievedOn && /^\d{4}-\d{2}-\d{2}$/.test(retrievedOn) ? [retrievedOn] : [],
  )
  const latest = days.toSorted((one, other) => (one < other ? -1 : 1)).at(-1)
  return latest === undefined ? {} : { updated: latest }
}

function notesOf({ indicator }: IndicatorSeries, locale: Locale): readonly string[] {
  return [
    inLocale(indicator.definition, locale),
    inLocale(indicator.method, locale),
    ...indicator.breaks.map(({ from, text }) => `${from}: ${inLocale(text, locale)}`),
  ].filter((note) => note !== '')
}
