import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSdgProgress } from './open-sdg.ts'
import { paceOf } from './pace.ts'
import type { Target } from './indicator.ts'
import { targetReading } from './target.ts'
import { pointsFrom } from './testing.ts'

const text = { sv: 'Ny räkning', en: 'New count' }
const share = { decimals: 1, direction: 'higher', breaks: [] } as const
const target: Target = {
  place: null,
  year: 2030,
  value: 70,
  decidedBy: 'Förbundsstyrelsen',
  decidedOn: '2022-06-14',
}

describe('a pace', () => {
  // A textbook exercise: production (thousand tons) 1991 to 1999, every second year; Y = 42 + 0.2 X around 1995.
  // https://aidlo.com/fit-a-trend-line-to-the-following-data-by-the-least-squares-method/
  it('is the slope of the published trend line', () => {
    const values = [36, 42, 46, 54, 32].map((value, index) => ({ year: 1991 + 2 * index, value }))
    expect(paceOf(values).perYear).toBeCloseTo(0.2, 12)
  })

  it('of values on a line is the line’s', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: -50, max: 50 }),
        (years, slope) => {
          const points = years
            .toSorted((a, b) => a - b)
            .map((year) => ({ year, value: 7 + slope * (year - 1990) }))
          expect(paceOf(points).perYear).toBeCloseTo(slope, 8)
        },
      ),
    )
  })
})

describe('a target', () => {
  it('that the present pace reaches a year late is too slow, and the year is named', () => {
    const reading = targetReading(pointsFrom(2020, [65.6, 66, 66.4, 66.8, 67.2]), target, share)
    expect(reading).toMatchObject({ kind: 'too-slow', reachedIn: 2031 })
    if (reading.kind !== 'too-slow') return
    expect(reading.formula).toMatchObject({ latest: { year: 2024, value: 67.2 }, distance: 2.8 })
    expect(reading.formula.pace?.perYear).toBeCloseTo(0.4, 10)
    expect(reading.formula.neededPerYear).toBeCloseTo(2.8 / 6, 10)
  })

  it.each([
    ['is reached in its very year', [67, 67.5, 68], 'higher', 70, { kind: 'on-pace', reachedIn: 2026 }],
    ['is reached in time downwards', [9, 8, 7], 'lower', 4, { kind: 'on-pace', reachedIn: 2025 }],
    ['is there already', [69, 70, 71], 'higher', 70, { kind: 'reached' }],
    ['is there as far as is shown', [69, 69.5, 69.96], 'higher', 70, { kind: 'reached' }],
    ['is there already downwards', [9, 8, 3.9], 'lower', 4, { kind: 'reached' }],
    ['lies the other way', [66, 65, 64], 'higher', 70, { kind: 'wrong-way' }],
    ['lies the other way downwards', [7, 8, 9], 'lower', 4, { kind: 'wrong-way' }],
    ['stands still', [66, 66, 66], 'higher', 70, { kind: 'too-slow', reachedIn: null }],
    ['has too few values', [66, 67], 'higher', 70, { kind: 'not-enough-data', there: 2, needed: 3 }],
    ['has no direction', [66, 67, 68], 'none', 70, { kind: 'no-direction' }],
    ['has no value', [], 'higher', 70, { kind: 'no-value' }],
  ] as const)('%s', (_case, values, direction, value, expected) => {
    const wanted = { ...target, year: 2026, value }
    expect(targetReading(pointsFrom(2020, values), wanted, { ...share, direction })).toMatchObject(expected)
  })

  it('is judged in no other way either where its pace is not known', () => {
    const reading = targetReading(pointsFrom(2023, [66, 67]), { ...target, decidedOn: '2023-01-01' }, share)
    expect(reading.kind === 'not-enough-data' && reading.formula).toMatchObject({ pace: null, openSdg: null })
  })

  it('is judged by its own year’s value once that is there', () => {
    const values = pointsFrom(2027, [68, 69, 69, 69.4, 71])
    expect(targetReading(values, target, share)).toMatchObject({
      kind: 'missed',
      formula: { latest: { year: 2030, value: 69.4 }, neededPerYear: null, distance: 0.6 },
    })
    expect(targetReading(values, { ...target, value: 69 }, share).kind).toBe('reached')
  })

  it('is measured on the last five values only', () => {
    const reading = targetReading(pointsFrom(2015, [99, 0, 99, 60, 61, 62, 63, 64]), target, share)
    expect(reading.kind === 'on-pace' && reading.formula.pace?.points.map(({ year }) => year)).toEqual([
      2018, 2019, 2020, 2021, 2022,
    ])
  })

  it('decided before a break is not held against values after it', () => {
    const breaks = [{ from: 2023, text }]
    const values = pointsFrom(2018, [60, 61, 62, 63, 64, 65, 66, 67])
    expect(targetReading(values, target, { ...share, breaks })).toMatchObject({
      kind: 'across-break',
      break: { from: 2023 },
    })
    const later = { ...target, decidedOn: '2023-09-01' }
    expect(targetReading(values, later, { ...share, breaks })).toMatchObject({ kind: 'on-pace' })
  })

  it('takes no pace from before a break', () => {
    const breaks = [{ from: 2024, text }]
    const later = { ...target, decidedOn: '2025-02-01' }
    const values = pointsFrom(2018, [60, 61, 62, 63, 64, 65, 66, 67])
    expect(targetReading(values, later, { ...share, breaks })).toMatchObject({
      kind: 'not-enough-data',
      there: 2,
    })
  })
})

describe('any target ahead', () => {
  const series = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 12 })

  it('is on pace exactly when the pace is as large as what is needed', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -150, max: 150 }), fc.boolean(), (values, value, isHigher) => {
        const direction = isHigher ? 'higher' : 'lower'
        const reading = targetReading(pointsFrom(2010, values), { ...target, value }, { ...share, direction })
        if (!('formula' in reading) || reading.kind === 'reached') return
        const { pace, neededPerYear } = reading.formula
        const ratio = (pace?.perYear ?? 0) / (neededPerYear ?? 1)
        if (Math.abs(ratio - 1) < 1e-6) return
        expect(reading.kind === 'on-pace').toBe(ratio > 1)
      }),
    )
  })

  it('reads alike when everything is turned upside down', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -150, max: 150 }), (values, value) => {
        const up = targetReading(pointsFrom(2010, values), { ...target, value }, share)
        const turned = pointsFrom(
          2010,
          values.map((one) => -one),
        )
        const down = targetReading(turned, { ...target, value: -value }, { ...share, direction: 'lower' })
        expect(down.kind).toBe(up.kind)
      }),
    )
  })
})

const grown = (perYear: number) => pointsFrom(2020, [100, 100 * (1 + perYear), 100 * (1 + perYear) ** 2])

describe('Open SDG’s ratio', () => {
  const wanted = { year: 2030, value: 200 }
  // Thresholds and formula of sdg-build's ProgressMeasure, methodology 2: 0.95, 0.6, 0.
  const needed = 2 ** (1 / 10) - 1

  it.each([
    [1, 'substantial'],
    [0.96, 'substantial'],
    [0.9, 'moderate'],
    [0.61, 'moderate'],
    [0.5, 'limited'],
    [-0.1, 'deterioration'],
  ] as const)('of %d times the growth needed is %s', (times, status) => {
    const progress = openSdgProgress(grown(times * needed), wanted, 2020, 'higher')
    expect(progress?.status).toBe(status)
    expect(progress?.ratio).toBeCloseTo(times, 8)
  })

  it('counts a fall towards a lower target as progress', () => {
    const values = pointsFrom(2020, [100, 90, 80])
    expect(openSdgProgress(values, { year: 2030, value: 50 }, 2020, 'lower')).toMatchObject({
      status: 'substantial',
    })
    expect(openSdgProgress(values, { year: 2030, value: 90 }, 2020, 'lower')).toMatchObject({
      status: 'target-achieved',
    })
  })

  it('counts from the first value from the base year on', () => {
    expect(openSdgProgress(pointsFrom(2021, [100, 101]), wanted, 2020, 'higher')?.base.year).toBe(2021)
  })

  it.each([
    ['nobody has decided the direction', grown(0.01), 200, 'none'],
    ['a value is zero', pointsFrom(2020, [0, 1, 2]), 200, 'higher'],
    ['values change sign', pointsFrom(2020, [-2, 1, 2]), 200, 'higher'],
    ['the target is where the base is, and lost', pointsFrom(2020, [100, 99]), 100, 'higher'],
    ['there is one value', pointsFrom(2020, [100]), 200, 'higher'],
    ['there is none', [], 200, 'higher'],
  ] as const)('has no answer when %s', (_case, values, value, direction) => {
    expect(openSdgProgress(values, { year: 2030, value }, 2020, direction)).toBeNull()
  })
})
