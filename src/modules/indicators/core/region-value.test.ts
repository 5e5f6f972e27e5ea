import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLibrary, anIndicator, aSeries } from './testing.ts'
import { regionSeries, regionValue, type Part } from './region-value.ts'

const mean = { kind: 'weighted-mean', weight: 'people' } as const
const sum = { kind: 'sum' } as const

const known = (weight: fc.Arbitrary<number | null>) =>
  fc.record({
    municipality: fc.uuid(),
    value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    missing: fc.constant(null),
    weight,
  })
const weighed = fc.array(known(fc.integer({ min: 1, max: 2_000_000 })), { minLength: 1, maxLength: 30 })
const unweighed = fc.array(known(fc.constant(null)), { minLength: 1, maxLength: 30 })

const valueOf = (rule: typeof mean | typeof sum, parts: readonly Part[]) =>
  regionValue(rule, 2024, parts).value ?? NaN

describe('a weighted mean', () => {
  it('lies between the lowest and the highest value', () => {
    fc.assert(
      fc.property(weighed, (parts) => {
        const values = parts.map((part) => part.value)
        const value = valueOf(mean, parts)
        const room = 1e-9 * Math.max(1, ...values.map(Math.abs))
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - room)
        expect(value).toBeLessThanOrEqual(Math.max(...values) + room)
      }),
    )
  })

  it('of equal weights is the plain mean', () => {
    fc.assert(
      fc.property(weighed, fc.integer({ min: 1, max: 1e6 }), (parts, weight) => {
        const alike = parts.map((part) => ({ ...part, weight }))
        const plain = parts.reduce((total, part) => total + part.value, 0) / parts.length
        expect(valueOf(mean, alike)).toBeCloseTo(plain, 5)
      }),
    )
  })

  it('does not change when all weights grow alike', () => {
    fc.assert(
      fc.property(weighed, (parts) => {
        const tenfold = parts.map((part) => ({ ...part, weight: (part.weight ?? 0) * 10 }))
        expect(valueOf(mean, tenfold)).toBeCloseTo(valueOf(mean, parts), 5)
      }),
    )
  })
})

describe('a sum', () => {
  it('of two groups is the sum of their sums', () => {
    fc.assert(
      fc.property(unweighed, unweighed, (one, other) => {
        expect(valueOf(sum, [...one, ...other])).toBeCloseTo(valueOf(sum, one) + valueOf(sum, other), 5)
      }),
    )
  })
})

describe('any rule', () => {
  it.each([mean, sum])('$kind does not depend on the order of the municipalities', (rule) => {
    fc.assert(
      fc.property(weighed, (parts) => {
        const turned = parts.toReversed()
        expect(valueOf(rule, turned)).toBeCloseTo(valueOf(rule, parts), 5)
      }),
    )
  })

  it.each([mean, sum])(
    '$kind gives nothing as soon as one value is missing, and counts those that are there',
    (rule) => {
      fc.assert(
        fc.property(weighed, fc.nat(), (parts, pick) => {
          const gone = pick % parts.length
          const lacking = parts.map((part, index): Part =>
            index === gone ? { ...part, value: null, missing: 'not-in-source' } : part,
          )
          expect(regionValue(rule, 2024, lacking)).toMatchObject({
            value: null,
            gap: { kind: 'values', there: parts.length - 1, of: parts.length },
          })
        }),
      )
    },
  )

  it('gives nothing for a region without municipalities', () => {
    expect(regionValue(sum, 2024, [])).toMatchObject({
      value: null,
      gap: { kind: 'values', there: 0, of: 0 },
    })
  })
})

const part = (weight: number | null): Part => ({ municipality: 'A', value: 1, missing: null, weight })

describe('weights', () => {
  it.each([null, 0])('of %s give no value, and the gap says that weights are lacking', (weight) => {
    expect(regionValue(mean, 2024, [part(5), part(weight)])).toMatchObject({
      value: null,
      gap: { kind: 'weights', there: 1, of: 2 },
    })
  })

  it('are not needed for a sum', () => {
    expect(regionValue(sum, 2024, [part(null), part(null)]).value).toBe(2)
  })
})

describe('a rule that says none', () => {
  it('gives its own reason even when every value is there', () => {
    const why = { sv: 'därför', en: 'because' }
    const parts = [{ municipality: 'A', value: 1, missing: null, weight: 1 }]
    expect(regionValue({ kind: 'none', why }, 2024, parts)).toMatchObject({
      value: null,
      gap: { kind: 'no-rule', why },
    })
  })
})

describe('a median', () => {
  const rule = { kind: 'median' } as const

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[5], 5],
  ])('of %j is %d, whatever the weights', (values, expected) => {
    const parts = values.map((value) => ({ ...part(null), value }))
    expect(regionValue(rule, 2024, parts).value).toBe(expected)
  })

  it('has as many values above it as below, and none when one is missing', () => {
    fc.assert(
      fc.property(unweighed, (parts) => {
        const value = regionValue(rule, 2024, parts).value ?? NaN
        const above = parts.filter((one) => one.value > value).length
        const below = parts.filter((one) => one.value < value).length
        expect(Math.max(above, below)).toBeLessThanOrEqual(parts.length / 2)
        const lacking: Part = { ...part(null), value: null, missing: 'not-in-source' }
        expect(regionValue(rule, 2024, [...parts, lacking]).gap).toMatchObject({
          kind: 'values',
          there: parts.length,
        })
      }),
    )
  })
})

describe('a group’s value', () => {
  const rule = { kind: 'group', group: 'G96190' } as const

  it('is the source’s own, even where a municipality lacks a value, and the parts are kept beside it', () => {
    const grouped = aSeries(anIndicator({ regionRule: rule }), {
      A: { 2020: 4, 2021: 4 },
      B: { 2020: 'not-in-source' },
      G96190: { 2020: 6.5 },
    })
    expect(regionSeries(grouped, aLibrary(grouped), ['A', 'B'])).toMatchObject([
      {
        year: 2020,
        value: 6.5,
        gap: null,
        parts: [
          { municipality: 'A', value: 4 },
          { municipality: 'B', value: null, missing: 'not-in-source' },
        ],
      },
      { year: 2021, value: null, gap: { kind: 'group', group: 'G96190' } },
    ])
  })
})

describe('the series of the region', () => {
  const weight = aSeries(anIndicator({ id: 'people', unit: 'persons' }), {
    A: { 2020: 100, 2021: 100 },
    B: { 2020: 300 },
  })
  const share = aSeries(anIndicator({ regionRule: mean }), {
    A: { 2019: 4, 2020: 4, 2021: 4 },
    B: { 2020: 8, 2021: 8, 2019: 'not-in-source' },
  })

  it('has every year that is spoken of, with a value where values and weights are complete', () => {
    const series = regionSeries(share, aLibrary(share, weight), ['A', 'B'])
    expect(series.map(({ year, value, gap }) => [year, value, gap?.kind])).toEqual([
      [2019, null, 'values'],
      [2020, 7, undefined],
      [2021, null, 'weights'],
    ])
  })

  it('shows the parts and their weights', () => {
    const [, year] = regionSeries(share, aLibrary(share, weight), ['A', 'B'])
    expect(year?.parts).toEqual([
      { municipality: 'A', value: 4, missing: null, weight: 100 },
      { municipality: 'B', value: 8, missing: null, weight: 300 },
    ])
  })

  it('is preliminary when a weight is, while the municipality’s own value is not', () => {
    const early = {
      ...weight,
      observations: weight.observations.map((one) => ({ ...one, isPreliminary: one.municipality === 'A' })),
    }
    const [, year] = regionSeries(share, aLibrary(share, early), ['A', 'B'])
    expect(year?.isPreliminary).toBe(true)
    expect(year?.parts[0]).toMatchObject({ municipality: 'A', isWeightPreliminary: true })
    expect(year?.parts[0]).not.toHaveProperty('isPreliminary')
  })

  it('counts only the municipalities of the network', () => {
    const series = regionSeries(share, aLibrary(share, weight), ['A'])
    expect(series.map((one) => one.value)).toEqual([null, 4, 4])
  })
})
