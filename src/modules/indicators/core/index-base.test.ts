import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexToBase } from './index-base.ts'
import { mayBePerCapita, perCapita } from './per-capita.ts'
import { pointsFrom } from './testing.ts'

const text = { sv: 'Ny räkning', en: 'New count' }

describe('an index to a base year', () => {
  // SCB, consumer price index (1980 = 100), yearly means 2020 to 2022; prices rose by 2.2 and 8.4 per cent.
  // https://www.scb.se/hitta-statistik/statistik-efter-amne/priser-och-konsumtion/konsumentprisindex/
  it('keeps the proportions of the values', () => {
    const indexed = indexToBase(pointsFrom(2020, [335.92, 343.19, 371.91]), 2020, [])
    if (indexed.kind !== 'index') throw new Error('There is a base')
    const [, next, last] = indexed.years.map(({ index }) => index ?? NaN)
    expect(next).toBeCloseTo(102.2, 1)
    expect((100 * (last ?? NaN)) / (next ?? NaN)).toBeCloseTo(108.4, 1)
  })

  it('has no value where the series has none, or is counted in another way', () => {
    const values = [...pointsFrom(2018, [40, 50, 60]), { year: 2021, value: null }, { year: 2022, value: 80 }]
    const indexed = indexToBase(values, 2020, [
      { from: 2019, text },
      { from: 2022, text },
    ])
    expect(indexed).toMatchObject({
      kind: 'index',
      base: { year: 2020, value: 60 },
      years: [
        { year: 2018, index: null, why: 'across-break' },
        { year: 2019, why: null },
        { year: 2020, index: 100 },
        { year: 2021, index: null, why: 'no-value' },
        { year: 2022, index: null, why: 'across-break' },
      ],
    })
  })

  it.each([
    [2019, { kind: 'base-missing', year: 2019 }],
    [2020, { kind: 'base-not-positive', base: { year: 2020, value: 0 } }],
    [2021, { kind: 'base-not-positive', base: { year: 2021, value: -2 } }],
    [2022, { kind: 'base-missing', year: 2022 }],
  ])('of %i is refused by name', (year, expected) => {
    const values = [...pointsFrom(2020, [0, -2]), { year: 2022, value: null }]
    expect(indexToBase(values, year, [])).toEqual(expected)
  })

  it('does not change when the values are all so many times larger', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }),
        fc.integer({ min: 2, max: 99 }),
        (values, times) => {
          const one = indexToBase(pointsFrom(2000, values), 2000, [])
          const other = indexToBase(
            pointsFrom(
              2000,
              values.map((value) => value * times),
            ),
            2000,
            [],
          )
          if (one.kind !== 'index' || other.kind !== 'index') throw new Error('There is a base')
          for (const [index, { index: value }] of one.years.entries()) {
            expect(other.years[index]?.index).toBeCloseTo(value ?? NaN, 6)
          }
        },
      ),
    )
  })
})

describe('a value by inhabitant', () => {
  it('is the value of the year by the inhabitants of the year, or says what is lacking', () => {
    const values = [...pointsFrom(2020, [50, 60, 70]), { year: 2023, value: null }, { year: 2024, value: 1 }]
    const people = [...pointsFrom(2020, [20_000, 0]), { year: 2023, value: 5 }, { year: 2024, value: null }]
    expect(perCapita(values, people, 1000)).toEqual([
      { year: 2020, value: 2.5, why: null },
      { year: 2021, value: null, why: 'population-zero' },
      { year: 2022, value: null, why: 'no-population' },
      { year: 2023, value: null, why: 'no-value' },
      { year: 2024, value: null, why: 'no-population' },
    ])
  })

  it.each([
    ['persons', true],
    ['count', true],
    ['percent', false],
    ['per-1000', false],
    ['index', false],
    ['tkr', false],
  ] as const)('of %s makes sense: %s', (unit, may) => {
    expect(mayBePerCapita(unit)).toBe(may)
  })
})
