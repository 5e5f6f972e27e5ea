import { describe, expect, it } from 'vitest'
import { inOrder, maySharePerCapita, placesCompared, placesPerCapita, valuesOf } from './places-compared.ts'
import { anIndicator } from './testing.ts'

const figures = [
  { place: 'A', year: 2023, value: 10 },
  { place: 'A', year: 2024, value: 12 },
  { place: 'B', year: 2024, value: 30 },
  { place: 'C', year: 2024, value: 30 },
]
const population = [
  { place: 'A', year: 2024, value: 1000 },
  { place: 'B', year: 2024, value: 6000 },
  { place: 'C', year: 2023, value: 6000 },
]
const known = { figures, population, region: [{ year: 2024, value: 42 }], municipalities: ['A', 'B'] }
const counting = anIndicator({ unit: 'persons', regionRule: { kind: 'sum' }, direction: 'higher' })

const names = (one: string, other: string) => (one < other ? -1 : 1)
const order = (direction: 'higher' | 'lower') =>
  inOrder(placesCompared({ ...counting, direction }, known), names).map(([place]) => place)

describe('places compared', () => {
  it('as they are: on the common year, and never with the sum of them', () => {
    const compared = placesCompared(counting, known)
    expect(compared.year?.year).toBe(2024)
    expect([...compared.values]).toEqual([
      ['A', 12],
      ['B', 30],
      ['C', 30],
    ])
    expect(compared.region).toEqual([])
    expect(valuesOf(compared, 'A').map(({ value }) => value)).toEqual([10, 12])
  })

  it('by thousand inhabitants: each by its own, the region by all who live there', () => {
    const compared = placesPerCapita(counting, known)
    expect([...compared.values]).toEqual([
      ['A', 12],
      ['B', 5],
    ])
    expect(compared.region.map(({ value }) => value)).toEqual([6])
    expect(compared.measure).toEqual({ unit: 'per-1000', decimals: 1, direction: 'higher' })
  })

  it('by inhabitant, a region whose value is no sum has none', () => {
    const median = { ...counting, regionRule: { kind: 'median' } as const }
    expect(placesPerCapita(median, known).region).toEqual([])
    expect(placesCompared(median, known).region).toEqual(known.region)
  })

  it('in order: the most wished-for first, those alike by their names', () => {
    expect(order('higher')).toEqual(['B', 'C', 'A'])
    expect(order('lower')).toEqual(['A', 'B', 'C'])
  })
})

it.each([
  ['a share', { unit: 'percent' }, false],
  ['what counts persons', { unit: 'persons' }, true],
  ['the inhabitants themselves', { unit: 'persons', series: ['kolada:N01951'] }, false],
] as const)('%s by inhabitant: %j, %s', (_what, indicator, may) => {
  expect(maySharePerCapita(anIndicator(indicator), population)).toBe(may)
  expect(maySharePerCapita(anIndicator(indicator), [])).toBe(false)
})
