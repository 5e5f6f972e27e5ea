import type { Indicator, IndicatorSeries, Library, Observation } from './indicator.ts'

/** An indicator for tests: a share in per cent, summed, higher is better; say only what the test is about. */
export function anIndicator(said: Partial<Indicator> = {}): Indicator {
  const id = said.id ?? 'share'
  return {
    id,
    series: [],
    headline: null,
    areaId: null,
    name: { sv: `Namn ${id}`, en: `Name ${id}` },
    definition: { sv: 'Definition', en: 'Definition' },
    method: { sv: '', en: '' },
    unit: 'percent',
    decimals: 1,
    direction: 'higher',
    fewest: null,
    regionRule: { kind: 'sum' },
    standIn: null,
    howToRetrieve: { sv: '', en: '' },
    nextPublication: null,
    breaks: [],
    retiredAt: null,
    version: 1,
    ...said,
  }
}

/** One municipality's value of one year, or the reason why there is none. */
export function observed(municipality: string, year: number, value: number | 'not-in-source'): Observation {
  const origin = {
    municipality,
    year,
    source: 's',
    retrievedOn: null,
    note: null,
    isPreliminary: false,
    retrieval: 1,
  }
  return value === 'not-in-source'
    ? { ...origin, value: null, missing: value }
    : { ...origin, value, missing: null }
}

/** A series of one municipality after the other: `{ A: { 2020: 1 } }`. */
export function aSeries(
  indicator: Indicator,
  values: Readonly<Record<string, Readonly<Record<number, number | 'not-in-source'>>>>,
): IndicatorSeries {
  const observations = Object.entries(values).flatMap(([municipality, years]) =>
    Object.entries(years).map(([year, value]) => observed(municipality, Number(year), value)),
  )
  return { indicator, observations, women: [], men: [], sources: [], targets: [] }
}

export function aLibrary(...series: readonly IndicatorSeries[]): Library {
  return new Map(series.map((one) => [one.indicator.id, one]))
}

/** Known values of one year after the other. */
export function pointsFrom(year: number, values: readonly number[]): { year: number; value: number }[] {
  return values.map((value, index) => ({ year: year + index, value }))
}

/** Systolic blood pressure of 26 mornings, published by Mohammed, Worthington and Woodall (Qual Saf Health Care, 2008). */
export const systolic = [
  169, 172, 175, 174, 161, 142, 174, 171, 168, 174, 180, 194, 161, 181, 175, 176, 186, 166, 157, 183, 177,
  171, 185, 176, 181, 174,
]
