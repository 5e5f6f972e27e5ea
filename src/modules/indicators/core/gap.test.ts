import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeParts } from './change-parts.ts'
import { roundedAmount } from './difference.ts'
import { gapToTarget, partsToPrint } from './gap.ts'
import type { RegionRule } from './indicator.ts'
import { regionValue, type Part } from './region-value.ts'

const mean = { kind: 'weighted-mean', weight: 'people' } as const
const sum = { kind: 'sum' } as const
const text = { sv: 'Ny räkning', en: 'New count' }

function partsOf(values: readonly number[], weights: readonly number[] = []): Part[] {
  return values.map((value, index) => ({
    municipality: `P${index}`,
    value,
    missing: null,
    weight: weights[index] ?? null,
  }))
}
const valueIn = (year: number, rule: RegionRule, values: readonly number[], weights?: readonly number[]) =>
  regionValue(rule, year, partsOf(values, weights))
const tolerance = (...numbers: readonly number[]) => 1e-9 * Math.max(1, ...numbers.map(Math.abs))
const total = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

describe('the distance to a target', () => {
  it('of a weighted mean is share by share the distance of each value', () => {
    const found = gapToTarget(mean, valueIn(2024, mean, [60, 70], [300, 100]), 65, { decimals: 1 })
    expect(found).toEqual({
      kind: 'parts',
      gap: -2.5,
      parts: [
        { municipality: 'P0', value: 60, share: 0.75, expected: 65, part: -3.75, notes: [] },
        { municipality: 'P1', value: 70, share: 0.25, expected: 65, part: 1.25, notes: [] },
      ],
    })
  })

  it('of a sum is each value less its agreed share of the target', () => {
    const shares = new Map([
      ['P0', 200],
      ['P1', 300],
    ])
    const found = gapToTarget(sum, valueIn(2024, sum, [210, 290]), 600, { decimals: 0, shares })
    expect(found).toMatchObject({
      gap: -100,
      parts: [
        { expected: 240, part: -30 },
        { expected: 360, part: -70 },
      ],
    })
  })

  it('notes what weighs little and what rounding could turn', () => {
    const found = gapToTarget(mean, valueIn(2024, mean, [65.04, 70, 60], [1000, 10, 1000]), 65, {
      decimals: 1,
    })
    expect(found.kind === 'parts' && found.parts.map(({ notes }) => notes)).toEqual([
      ['within-rounding'],
      ['small-weight'],
      [],
    ])
  })

  it.each([
    ['a median', { kind: 'median' } as const, { kind: 'not-additive', rule: 'median' }],
    [
      'a group',
      { kind: 'group', group: 'G96190' } as const,
      { kind: 'no-region-value', gap: { kind: 'group' } },
    ],
    ['no rule', { kind: 'none', why: text } as const, { kind: 'not-additive', rule: 'none' }],
    ['a sum without shares', sum, { kind: 'no-shares' }],
    ['a mean without weights', mean, { kind: 'no-region-value', year: 2024, gap: { kind: 'weights' } }],
  ])('of %s is not divided', (_case, rule, expected) => {
    expect(gapToTarget(rule, valueIn(2024, rule, [1, 2]), 3, { decimals: 1 })).toMatchObject(expected)
  })

  const cells = fc.array(
    fc.record({
      value: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
      weight: fc.integer({ min: 1, max: 600_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  )

  it('is the sum of its parts, by either rule', () => {
    fc.assert(
      fc.property(cells, fc.double({ min: -1e5, max: 1e5, noNaN: true }), (made, target) => {
        const [values, weights] = [made.map(({ value }) => value), made.map(({ weight }) => weight)]
        const shares = new Map(weights.map((weight, index) => [`P${index}`, weight]))
        for (const rule of [mean, sum]) {
          const region = valueIn(2024, rule, values, weights)
          const found = gapToTarget(rule, region, target, { decimals: 1, shares })
          if (found.kind !== 'parts') throw new Error('There are parts')
          expect(found.gap).toBe((region.value ?? NaN) - target)
          const off = Math.abs(total(found.parts.map(({ part }) => part)) - found.gap)
          expect(off).toBeLessThanOrEqual(tolerance(total(values.map(Math.abs)), target))
          expect(total(found.parts.map(({ share }) => share))).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  it('is still their sum when they are printed', () => {
    const amounts = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 2 }), (parts, decimals) => {
        const printed = partsToPrint(parts, total(parts), decimals)
        const scale = 10 ** decimals
        expect(total(printed)).toBeCloseTo(roundedAmount(total(parts), decimals), 6)
        for (const [index, part] of parts.entries()) {
          expect(Math.abs((printed[index] ?? NaN) - part)).toBeLessThan((1 + 1e-6) / scale)
        }
      }),
    )
  })
})

describe('the parts of a change', () => {
  // Das Gupta, Standardization and Decomposition of Rates: A User's Manual (US Census Bureau P23-186, 1993), example
  // 5.3: deaths by 1,000 in the United States 1970 and 1985 by race and age (population in thousands). Adjusted for
  // rates 10.258 and 8.030; for age structure 8.385 and 9.907; for race structure 9.136 and 9.156.
  it('are those of Das Gupta’s death rates of 1970 and 1985', () => {
    const before = {
      people: [
        2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781, 3096,
        2718, 2363, 1767, 1149, 448, 117,
      ],
      rates: [
        18.469, 0.751, 0.391, 1.146, 1.287, 2.672, 6.636, 15.691, 34.723, 79.763, 176.837, 36.993, 1.352,
        0.541, 2.04, 3.523, 6.746, 12.967, 24.471, 45.091, 74.902, 123.205,
      ],
    }
    const after = {
      people: [
        3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841, 6547,
        4352, 3034, 2540, 1749, 804, 236,
      ],
      rates: [
        9.163, 0.462, 0.248, 0.929, 1.084, 1.81, 4.715, 12.187, 27.728, 64.068, 157.57, 17.208, 0.738, 0.328,
        1.103, 2.045, 3.724, 8.052, 17.812, 34.128, 68.276, 125.161,
      ],
    }
    const found = changeParts(
      mean,
      valueIn(1970, mean, before.rates, before.people),
      valueIn(1985, mean, after.rates, after.people),
      [],
    )
    if (found.kind !== 'parts') throw new Error('There are parts')
    expect(found.rate).toBeCloseTo(8.03 - 10.258, 2)
    // Age and race together are what the cells' shares are.
    expect(found.composition).toBeCloseTo(9.907 - 8.385 + (9.156 - 9.136), 2)
  })

  it('of a sum are the municipalities’ own changes', () => {
    expect(changeParts(sum, valueIn(2020, sum, [10, 20]), valueIn(2024, sum, [13, 18]), [])).toEqual({
      kind: 'parts',
      from: { year: 2020, value: 30 },
      to: { year: 2024, value: 31 },
      change: 1,
      rate: 1,
      composition: 0,
      parts: [
        { municipality: 'P0', rate: 3, composition: 0 },
        { municipality: 'P1', rate: -2, composition: 0 },
      ],
    })
  })

  it('where only the weights move are composition alone', () => {
    const found = changeParts(
      mean,
      valueIn(2020, mean, [4, 8], [1, 1]),
      valueIn(2024, mean, [4, 8], [1, 3]),
      [],
    )
    expect(found).toMatchObject({ change: 1, rate: 0, composition: 1 })
  })

  it.each([
    [
      'across a break',
      changeParts(sum, valueIn(2020, sum, [1]), valueIn(2024, sum, [2]), [{ from: 2022, text }]),
      'across-break',
    ],
    [
      'of other municipalities',
      changeParts(sum, valueIn(2020, sum, [1]), valueIn(2024, sum, [1, 2]), []),
      'other-places',
    ],
    [
      'from a year without a value',
      changeParts(sum, valueIn(2020, sum, []), valueIn(2024, sum, [2]), []),
      'no-region-value',
    ],
    [
      'to a year without a value',
      changeParts(sum, valueIn(2020, sum, [2]), valueIn(2024, sum, []), []),
      'no-region-value',
    ],
    [
      'of a median',
      changeParts(
        { kind: 'median' },
        valueIn(2020, { kind: 'median' }, [1]),
        valueIn(2024, { kind: 'median' }, [2]),
        [],
      ),
      'not-additive',
    ],
  ])('%s are none', (_case, found, kind) => {
    expect(found.kind).toBe(kind)
  })

  it('make the change, whatever the values and weights', () => {
    const cell = fc.record({
      old: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      now: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      oldWeight: fc.integer({ min: 1, max: 600_000 }),
      weight: fc.integer({ min: 1, max: 600_000 }),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (cells) => {
        const before = valueIn(
          2020,
          mean,
          cells.map(({ old }) => old),
          cells.map(({ oldWeight }) => oldWeight),
        )
        const after = valueIn(
          2024,
          mean,
          cells.map(({ now }) => now),
          cells.map(({ weight }) => weight),
        )
        const there = changeParts(mean, before, after, [])
        const back = changeParts(mean, { ...after, year: 2020 }, { ...before, year: 2024 }, [])
        if (there.kind !== 'parts' || back.kind !== 'parts') throw new Error('There are parts')
        const room = tolerance(...cells.flatMap(({ old, now }) => [old, now]))
        expect(Math.abs(there.rate + there.composition - there.change)).toBeLessThanOrEqual(room)
        // Symmetric: the way back takes the same parts with the other sign.
        expect(Math.abs(there.rate + back.rate)).toBeLessThanOrEqual(room)
        expect(Math.abs(there.composition + back.composition)).toBeLessThanOrEqual(room)
      }),
    )
  })
})
