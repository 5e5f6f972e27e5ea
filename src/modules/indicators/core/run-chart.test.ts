import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestUsualCrossings, isShift, longestUsualRun, runChart, runsAround } from './run-chart.ts'
import { pointsFrom, systolic } from './testing.ts'

describe('the critical values', () => {
  // Anhøj and Olesen, Run charts revisited, PLOS ONE 9(11), 2014; tabulated in the vignette of qicharts2, appendix 2.
  it.each([
    [10, 6, 2],
    [11, 6, 2],
    [12, 7, 3],
    [13, 7, 3],
    [14, 7, 4],
    [16, 7, 4],
    [17, 7, 5],
    [20, 7, 6],
    [22, 7, 7],
    [23, 8, 7],
    [24, 8, 8],
    [26, 8, 8],
    [30, 8, 10],
    [33, 8, 11],
    [40, 8, 14],
    [45, 8, 17],
    [46, 9, 17],
    [52, 9, 20],
    [60, 9, 23],
    [69, 9, 27],
  ])('of %i useful observations are %i and %i', (useful, longest, crossings) => {
    expect(longestUsualRun(useful)).toBe(longest)
    expect(fewestUsualCrossings(useful)).toBe(crossings)
  })
})

describe('the runs of published examples', () => {
  // Anhøj and Mohammed, SPC for Healthcare with R, ch. 5: longest run of four (days 14 to 17), nine crossings, four
  // readings on the median, 22 useful, limits seven and seven; no sign of a shift.
  it('are those that are counted in 26 mornings of blood pressure', () => {
    const [stretch] = runChart(pointsFrom(1, systolic), [])
    expect(stretch?.chart).toMatchObject({
      kind: 'runs',
      median: 174,
      runs: {
        useful: 22,
        longest: { side: 'above', years: [14, 15, 16, 17] },
        longestUsual: 7,
        crossings: 9,
        fewestUsual: 7,
      },
      isShifted: false,
      trends: [],
    })
  })

  // Wentzel-Larsen and Anhøj, on crossrun (Science Trends, 2019): thirteen points that cross from 3 to 4, 6 to 7,
  // 7 to 8, 9 to 10 and 10 to 11; longest run three; fewer than three crossings would be a signal.
  it('are five crossings and a run of three in thirteen points', () => {
    const runs = runsAround(0, pointsFrom(1, [1, 1, 1, -1, -1, -1, 1, -1, -1, 1, -1, -1, -1]))
    expect(runs).toMatchObject({ useful: 13, crossings: 5, fewestUsual: 3 })
    expect(runs?.longest.years).toHaveLength(3)
  })

  // Anhøj, Run charts with R (vignette of qicharts), figure 2: 22 useful, longest run ten, three crossings: a shift.
  it('are a shift where ten of 22 lie on one side', () => {
    const longest = { side: 'above', years: Array.from({ length: 10 }, (_, index) => index) } as const
    expect(isShift({ useful: 22, longest, longestUsual: 7, crossings: 3, fewestUsual: 7 })).toBe(true)
  })
})

describe('a run chart', () => {
  it('of too few values off the median is not enough data', () => {
    const [stretch] = runChart(pointsFrom(2010, [1, 2, 3, 3, 3, 3, 4, 5, 3, 3]), [])
    expect(stretch?.chart).toEqual({ kind: 'not-enough-data', median: 3, there: 4, needed: 10 })
  })

  it('of one value over and over has no useful value at all', () => {
    const [stretch] = runChart(pointsFrom(2000, [3, 3, 3]), [])
    expect(stretch?.chart).toMatchObject({ kind: 'not-enough-data', there: 0 })
  })

  it('has a median of its own after a break', () => {
    const values = pointsFrom(2000, [1, 2, 3, 101, 102, 103])
    const charts = runChart(values, [{ from: 2003, text: { sv: '', en: '' } }])
    expect(charts.map(({ chart }) => chart.median)).toEqual([2, 102])
  })

  it('finds a shift halfway, and a trend of five in a row', () => {
    const [stretch] = runChart(pointsFrom(2000, [1, 3, 2, 3, 1, 2, 4, 5, 6, 7, 8, 7]), [])
    expect(stretch?.chart).toMatchObject({
      kind: 'runs',
      isShifted: true,
      trends: [{ side: 'rising', years: [2004, 2005, 2006, 2007, 2008, 2009, 2010] }],
    })
  })
})

describe('any values', () => {
  it('have runs that are counted alike backwards, and at most one crossing fewer than useful values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 60 }), (values) => {
        const runs = runsAround(0, pointsFrom(1, values))
        const back = runsAround(0, pointsFrom(1, values.toReversed()))
        expect(back?.crossings).toBe(runs?.crossings)
        expect(back?.longest.years.length).toBe(runs?.longest.years.length)
        expect(runs === null || runs.crossings < runs.useful).toBe(true)
      }),
    )
  })
})
