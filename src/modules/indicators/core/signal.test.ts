import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { YearValue } from './change.ts'
import { changeOver, signalOf } from './signal.ts'
import { pointsFrom, systolic } from './testing.ts'

const text = { sv: 'Ny räkning', en: 'New count' }
const share = { decimals: 1, direction: 'higher', breaks: [] } as const

function shown(values: readonly YearValue[], direction: 'higher' | 'lower' | 'none' = 'higher') {
  const signal = signalOf(values, { ...share, direction })
  if (signal.kind === 'no-value') throw new Error('There is a value')
  return signal
}

describe('the change over one year and over five', () => {
  const values = pointsFrom(2015, [10, 11, 12, 13, 14, 15, 16.5])

  it('is counted from exactly so many years before', () => {
    expect(changeOver(1, values, share)).toEqual({
      kind: 'known',
      amount: 1.5,
      arrow: 'up',
      verdict: 'better',
      from: { year: 2020, value: 15 },
      years: 1,
    })
    expect(changeOver(5, values, share)).toMatchObject({ amount: 5.5, from: { year: 2016 }, years: 5 })
  })

  it('is counted from the nearest earlier year, by name, when the year itself lacks a value', () => {
    const holed = values.map(({ year, value }) => ({
      year,
      value: year === 2016 || year === 2020 ? null : value,
    }))
    expect(changeOver(1, holed, share)).toMatchObject({ from: { year: 2019, value: 14 }, years: 2 })
    expect(changeOver(5, holed, share)).toMatchObject({ from: { year: 2015, value: 10 }, years: 6 })
  })

  it('is counted to the latest known value', () => {
    expect(changeOver(1, [...values, { year: 2022, value: null }], share)).toMatchObject({ amount: 1.5 })
  })

  it('says when no value is that old', () => {
    expect(changeOver(5, values.slice(-4), share)).toEqual({ kind: 'no-earlier-value', asked: 2016 })
    expect(changeOver(1, [], share)).toMatchObject({ kind: 'no-earlier-value' })
  })

  it.each([
    [1, 2021, 'across-break'],
    [1, 2020, 'known'],
    [5, 2020, 'across-break'],
    [5, 2016, 'known'],
    [5, 2022, 'known'],
  ] as const)('over %i with a break from %i: %s', (years, from, kind) => {
    expect(changeOver(years, values, { ...share, breaks: [{ from, text }] }).kind).toBe(kind)
  })
})

describe('a signal', () => {
  const usual = [5, 6, 5, 7, 6, 5, 6, 5, 6]

  it('calls what the series usually does usual, whichever way it went', () => {
    const signal = shown(pointsFrom(2015, usual))
    expect(signal.overOneYear).toMatchObject({ amount: 1, verdict: 'better' })
    expect(signal).toMatchObject({
      word: 'usual',
      arrow: 'level',
      variation: { kind: 'usual', isProvisional: true },
    })
  })

  it.each([
    ['higher', 'better-than-usual'],
    ['lower', 'worse-than-usual'],
    ['none', 'unlike-usual'],
  ] as const)('calls a jump upwards, where %s is wished for, %s', (direction, word) => {
    const signal = shown(pointsFrom(2015, [...usual, 20]), direction)
    expect(signal).toMatchObject({ word, arrow: 'up', variation: { kind: 'unusual' } })
    expect(signal.variation.kind === 'unusual' && signal.variation.causes).toContainEqual({
      kind: 'range-beyond-limit',
      side: 'rising',
      years: [2024],
    })
  })

  it.each([
    ['higher', 'worse-than-usual'],
    ['lower', 'better-than-usual'],
  ] as const)('calls a fall, where %s is wished for, %s', (direction, word) => {
    expect(shown(pointsFrom(2015, [...usual, -9]), direction)).toMatchObject({ word, arrow: 'down' })
  })

  it('that is still high says when the last year went down', () => {
    expect(shown(pointsFrom(2015, [...usual, 20, 19]))).toMatchObject({
      word: 'better-than-usual',
      arrow: 'up',
      hasTurned: true,
      overOneYear: { arrow: 'down', verdict: 'worse' },
    })
    expect(shown(pointsFrom(2015, [...usual, 19, 20]))).toMatchObject({ hasTurned: false })
  })

  // The region's population grows each year: to call it unusual each year would say nothing.
  const growth = [712, 719, 725, 733, 740, 748, 753, 761, 770, 776, 784, 790]

  it.each([
    ['higher', growth, 'rising-trend'],
    ['lower', growth, 'rising-trend'],
    ['none', growth, 'rising-trend'],
    ['higher', growth.toReversed(), 'falling-trend'],
  ] as const)(
    'calls, where %s is wished for, the end of %j a %s, and judges it not',
    (direction, values, word) => {
      const signal = shown(pointsFrom(2010, values), direction)
      expect(signal).toMatchObject({ word, hasTurned: false, variation: { kind: 'unusual' } })
    },
  )

  it('calls it a trend, too, when one year long ago was a small part of the way', () => {
    const jumped = [...growth.slice(0, 4), ...growth.slice(4).map((value) => value + 25)]
    expect(shown(pointsFrom(2010, jumped)).word).toBe('rising-trend')
  })

  it('says when the last year went against the trend', () => {
    const turned = [2968, 3046, 3140, 3255, 3264, 3427, 3574, 3465]
    expect(shown(pointsFrom(2016, turned))).toMatchObject({ word: 'rising-trend', hasTurned: true })
  })

  it.each([
    ['a jump', [...growth.slice(0, -1), 840]],
    ['a step from one level to another', [10, 11, 10, 11, 10, 11, 10, 31, 30, 31, 30, 31, 30, 31]],
    ['a growth that has ended', [...growth, 790, 789, 790, 789, 789]],
    ['what came back from the other side', [20, 18, 15, 12, 10, 8, 6, 4, 6, 8, 10, 12, 15, 18, 20]],
  ])('calls %s no trend', (_case, values) => {
    expect(shown(pointsFrom(2000, values)).word).toBe('better-than-usual')
  })

  it('speaks of the latest value only: an odd year long ago is no news', () => {
    expect(shown(pointsFrom(2005, [5, 20, ...usual, ...usual])).word).toBe('usual')
  })

  it('does not know what is usual for seven values, and says so', () => {
    expect(shown(pointsFrom(2015, usual.slice(0, 7)))).toMatchObject({
      word: 'not-enough-data',
      arrow: null,
      variation: { lacking: 'values', there: 7, needed: 8 },
      formula: { limits: null, count: 7 },
    })
  })

  it('does not know what is usual just after a break', () => {
    const breaks = [{ from: 2022, text }]
    const signal = signalOf(pointsFrom(2015, usual), { ...share, breaks })
    expect(signal).toMatchObject({
      word: 'not-enough-data',
      formula: { from: 2022, to: 2023, count: 2 },
      overFiveYears: { kind: 'across-break' },
    })
  })

  // The 26 mornings of Mohammed, Worthington and Woodall (2008): no sign but the sixth.
  it('carries the numbers that it is made of', () => {
    const { formula, word } = shown(pointsFrom(1, systolic))
    expect(word).toBe('usual')
    expect(formula).toMatchObject({ standard: 'western-electric', from: 1, to: 26, count: 26 })
    const sum = systolic.reduce((total, value) => total + value, 0)
    expect(formula.limits?.centre).toBeCloseTo(sum / 26, 8)
    expect(formula.limits?.meanRange).toBe(11)
    expect(formula.limits?.upper).toBeCloseTo(sum / 26 + (3 * 11) / 1.128, 8)
    expect(shown(pointsFrom(1, systolic.slice(0, 6)), 'lower').word).toBe('not-enough-data')
  })

  it('of no value is none', () => {
    expect(signalOf([{ year: 2020, value: null }], share)).toEqual({ kind: 'no-value' })
  })
})

const years = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ year: 2000 + index, value }))

describe('any signal', () => {
  const series = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { nil: null }), { maxLength: 30 })

  it('turns round when the wish does, and never judges where nobody has decided', () => {
    fc.assert(
      fc.property(series, (values) => {
        const [higher, lower, none] = (['higher', 'lower', 'none'] as const).map((direction) => {
          const signal = signalOf(years(values), { ...share, direction })
          return signal.kind === 'no-value' ? null : signal.word
        })
        const turned = {
          'better-than-usual': 'worse-than-usual',
          'worse-than-usual': 'better-than-usual',
        } as Record<string, string>
        expect(lower).toBe(turned[higher ?? ''] ?? higher)
        expect(['better-than-usual', 'worse-than-usual']).not.toContain(none)
      }),
    )
  })

  it('does not compare across a break', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2001, max: 2030 }), (values, from) => {
        const signal = signalOf(years(values), { ...share, breaks: [{ from, text }] })
        if (signal.kind === 'no-value') return
        const compared = [signal.overOneYear, signal.overFiveYears].flatMap((change) =>
          change.kind === 'known' ? [change.from.year] : [],
        )
        expect(compared.every((year) => year >= from || signal.latest.year < from)).toBe(true)
        expect(signal.formula.from >= from || signal.formula.to < from).toBe(true)
      }),
    )
  })
})
