import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { mapDrawing } from '#ui/charts/choropleth.tsx'
import { gapDrawing } from '#ui/charts/gap-chart.tsx'
import { lineDrawing } from '#ui/charts/line-chart.tsx'
import { lineNotes } from '#ui/charts/line-notes.tsx'
import type { LineFigures } from '#ui/charts/line-chart.tsx'
import { multiplesDrawing } from '#ui/charts/small-multiples.tsx'
import { standardNamed } from '../../core/chart-rules.ts'
import { hasValues } from '../../core/indicator.ts'
import { municipalitiesIn } from '../../core/spread.ts'
import { divideDistance } from '../../core/target-gap.ts'
import type { IndicatorReading } from '../../reads.ts'
import type { ChartName } from './chart-address.ts'
import type { ChartWords, DrawnChart } from './chart-file.ts'
import { developmentChart, eachChart } from './development-chart.ts'
import { distanceChart } from './distance-chart.ts'
import { mapChart, sourcesIn } from './map-chart.ts'
import { firstTarget, readPlaces, type ReadPlace } from '../reading/read-places.ts'
import { signalChart, signalsRead } from './signal-chart.ts'

/** What the indicator's page has been asked for. */
export interface IndicatorChartAsked {
  readonly municipality: string | undefined
  readonly year: number
  readonly rules: string | undefined
}

interface Found {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  readonly chosen: Municipality | null
  readonly year: number | undefined
  readonly places: readonly ReadPlace[]
}

type Drawn = Omit<DrawnChart, 'sources'>

/** How each chart of an indicator's page is drawn; null where there is nothing to draw. */
const drawers: Partial<Record<ChartName, (found: Found) => DrawnChart | Drawn | null>> = {
  development: (found) => drawnLines(developmentChart(found)),
  each: (found) => {
    const chart = eachChart(found)
    return { words: chart, drawing: multiplesDrawing(chart), notes: [] }
  },
  signal: (found) => drawnSignal(found, null),
  signalOfMunicipality: (found) => (found.chosen ? drawnSignal(found, found.chosen.code) : null),
  distance: drawnDistance,
  map: drawnMap,
}

/** One of the charts of an indicator's page, as the page shows it to who asks for the same. */
export function indicatorChart(
  name: ChartName,
  reading: IndicatorReading,
  municipalities: readonly Municipality[],
  asked: IndicatorChartAsked,
  locale: Locale,
): DrawnChart | null {
  if (!hasValues(reading.series)) return null
  const chosen = municipalities.find(({ slug }) => slug === asked.municipality) ?? null
  const year = Number.isInteger(asked.year) ? asked.year : undefined
  const places = readPlaces(reading, chosen, standardNamed(asked.rules), locale)
  const drawn = drawers[name]?.({ reading, municipalities, locale, chosen, year, places }) ?? null
  return drawn && { sources: reading.series.sources, ...drawn }
}

export function drawnLines(chart: LineFigures & ChartWords): Drawn {
  return { words: chart, drawing: lineDrawing(chart), notes: lineNotes(chart) }
}

function drawnSignal({ places, reading, locale }: Found, code: string | null): Drawn | null {
  const place = signalsRead(places).find((one) => one.code === code)
  const chart = place && signalChart(place, reading.series.indicator, locale)
  return chart ? drawnLines(chart) : null
}

function drawnDistance({ places, reading, municipalities, locale }: Found): Drawn | null {
  const { indicator } = reading.series
  const [region] = places
  const target = region && firstTarget(region.reading)?.target
  const divided = target && divideDistance(indicator, reading.region, target)
  if (!divided || divided.gap.kind !== 'parts') return null
  const chart = distanceChart({ ...divided, gap: divided.gap }, indicator, municipalities, locale)
  return { words: chart, drawing: gapDrawing(chart), notes: [] }
}

function drawnMap({ reading, municipalities, year, locale }: Found): DrawnChart | null {
  const inYear = municipalitiesIn(reading.series, year)
  if (!inYear) return null
  const map = { series: reading.series, inYear }
  const chart = mapChart(map, municipalities, locale)
  return chart && { words: chart, drawing: mapDrawing(chart), notes: [], sources: sourcesIn(map) }
}
