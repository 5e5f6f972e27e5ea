import { expect, test } from 'vitest'
import { legendEntries } from '#ui/charts/map-legend.tsx'
import { quantileThresholds } from '#ui/charts/classes.ts'
import { municipalitiesIn } from '../../core/spread.ts'
import { aSeries, anIndicator } from '../../core/testing.ts'
import { mapChart } from './map-chart.ts'

const outline = { type: 'Polygon' as const, coordinates: [] }
const places = [1.66, 1.7, 1.74, 2.1, 2.5, 3.4].map((value, index) => ({
  value,
  municipality: { code: `148${index}`, slug: `p${index}`, name: `P${index}`, boundary: outline },
}))

test('municipalities that read alike have one colour, and no two classes of a map the same number', () => {
  const series = aSeries(
    anIndicator(),
    Object.fromEntries(places.map(({ municipality, value }) => [municipality.code, { 2024: value }])),
  )
  const inYear = municipalitiesIn(series, 2024)
  if (!inYear) throw new Error('There are no values')
  const chart = mapChart(
    { series, inYear },
    places.map(({ municipality }) => municipality),
    'sv',
  )
  if (!chart) throw new Error('There is no map')
  const values = chart.places.flatMap(({ value }) => (value === null ? [] : [value]))
  expect(values).toEqual([1.7, 1.7, 1.7, 2.1, 2.5, 3.4])
  const texts = legendEntries(chart, quantileThresholds(values)).map(({ text }) => text)
  expect(texts).toEqual(['1,7\u00a0%', '2,1\u00a0%', '2,5\u00a0% till 3,4\u00a0%'])
})
