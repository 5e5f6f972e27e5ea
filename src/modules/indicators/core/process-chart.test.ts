import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksIn, standards, type ChartRule, type Standard } from './chart-rules.ts'
import { chartOf, processChart, type Limits } from './process-chart.ts'
import { pointsFrom, systolic } from './testing.ts'

function limitsOf(values: readonly number[], standard: Standard = 'western-electric'): Limits {
  const chart = chartOf(pointsFrom(1, values), standard)
  if (chart.kind !== 'limits') throw new Error(`There are too few ${chart.lacking}`)
  return chart
}

describe('the limits of published examples', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rate of ten batches.
  // https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm
  it('are those that NIST gives for the flow rate', () => {
    const chart = limitsOf([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    expect(chart.centre).toBeCloseTo(50.81, 10)
    expect(chart.meanRange).toBeCloseTo(1.8778, 4)
    expect(chart.upper).toBeCloseTo(55.8041, 4)
    expect(chart.lower).toBeCloseTo(45.8159, 4)
    // The handbook finds the process in control.
    expect(chart.marks).toEqual([])
    expect(chart.isProvisional).toBe(true)
  })

  // SAS/QC User's Guide, MACONTROL procedure, example 9.4: data set Tlimits of 30 tyre belts.
  // https://support.sas.com/documentation/cdl/en/qcug/63964/HTML/default/qcug_macontrol_a0000000363.htm
  it('are those that SAS/QC gives for the tyres', () => {
    const chart = limitsOf([
      24.05, 23.99, 23.95, 23.93, 23.97, 24.02, 24.06, 24.1, 23.98, 24.03, 23.91, 24.06, 24.06, 23.96, 23.98,
      24.06, 24.01, 24.0, 23.93, 23.92, 24.09, 24.11, 24.05, 23.98, 23.98, 24.06, 24.02, 24.06, 23.97, 23.96,
    ])
    expect(chart.centre).toBeCloseTo(24.0083, 4)
    expect(chart.meanRange).toBeCloseTo(0.056897, 6)
    expect(chart.lower).toBeCloseTo(23.857, 3)
    expect(chart.upper).toBeCloseTo(24.1596, 3)
    // SAS counts with D4 = 3.2665 where Wheeler's tables have 3.268.
    expect(chart.upperRange).toBeCloseTo(0.18585, 3)
    expect(chart.isProvisional).toBe(false)
  })

  // Mohammed, Worthington and Woodall, Plotting basic control charts, Qual Saf Health Care 17 (2008): blood pressure
  // of 26 mornings. Anhøj and Mohammed, SPC for Healthcare with R, ch. 5: one reading below the lower limit, no other.
  it('leave out the one reading of blood pressure that the source calls a freak', () => {
    const chart = limitsOf(systolic)
    expect(chart.marks.filter(({ rule }) => rule.kind === 'beyond-limits')).toEqual([
      { rule: { kind: 'beyond-limits' }, side: 'below', years: [6] },
    ])
  })
})

const alternating = (length: number) => Array.from({ length }, (_, index) => (index % 2 === 0 ? 0.5 : -0.5))
const filled = (length: number, value: number) => Array.from({ length }, () => value)

describe('the rules of the standards', () => {
  // SAS/QC User's Guide, SHEWHART procedure, example "Applying Tests for Special Causes": gap width, 21 means of five.
  // https://support.sas.com/documentation/cdl/en/qcug/65562/HTML/default/qcug_shewhart_sect405.htm
  it('find in the gap widths what SAS finds: of Nelson’s tests 1 to 5 only the fifth, at sample 14', () => {
    const means = [
      270, 258, 248, 260, 273, 260, 259, 248, 260, 255, 268, 253, 273, 275, 257, 269, 249, 264, 258, 248, 248,
    ]
    const ranges = [35, 25, 24, 39, 29, 21, 37, 37, 28, 19, 36, 36, 29, 22, 24, 41, 36, 31, 25, 36, 30]
    const centre = means.reduce((sum, one) => sum + one, 0) / 21
    // Means of five are charted with A₂ = 0.577 mean ranges for three sigmas.
    const sigma = (0.577 * (ranges.reduce((sum, one) => sum + one, 0) / 21)) / 3
    const oneToFive: ChartRule[] = standards.nelson.slice(0, 5)
    expect(marksIn([pointsFrom(1, means)], { centre, sigma }, oneToFive)).toEqual([
      { rule: oneToFive[4], side: 'above', years: [13, 14] },
    ])
  })

  // The patterns below are made after the definitions: Western Electric (1956), Nelson (1984), NHS-R NHSRplotthedots.
  const at = { centre: 0, sigma: 1 }

  it.each([
    ['a point beyond three sigmas', 'western-electric', [0.1, 3.1, -0.1], 'beyond-limits', 'above', [2]],
    [
      'two of three beyond two sigmas',
      'western-electric',
      [0, 2.1, -0.5, 2.1],
      'near-limit',
      'above',
      [2, 4],
    ],
    [
      'four of five beyond one sigma',
      'western-electric',
      [-1.1, -1.2, 0.1, -1.3, -1.4],
      'near-limit',
      'below',
      [1, 2, 4, 5],
    ],
    [
      'eight on one side',
      'western-electric',
      [...filled(8, 0.4), -0.1],
      'run',
      'above',
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
    ['nine on one side', 'nelson', [-0.1, ...filled(9, 0.4)], 'run', 'above', [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['six falling', 'nelson', [0.5, 0.3, 0.1, -0.1, -0.3, -0.5], 'trend', 'falling', [1, 2, 3, 4, 5, 6]],
    [
      'seven on one side',
      'making-data-count',
      [0.9, ...filled(7, -0.4)],
      'run',
      'below',
      [2, 3, 4, 5, 6, 7, 8],
    ],
    [
      'seven rising',
      'making-data-count',
      [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3],
      'trend',
      'rising',
      [1, 2, 3, 4, 5, 6, 7],
    ],
  ] as const)('%s: %s', (_case, standard, values, ...expected) => {
    const marks = marksIn([pointsFrom(1, values)], at, standards[standard])
    expect(marks.map((mark) => [mark.rule.kind, mark.side, mark.years])).toContainEqual(expected)
  })

  it.each([
    ['seven on one side', 'western-electric', filled(7, 0.4)],
    ['eight on one side', 'nelson', filled(8, 0.4)],
    ['six on one side', 'making-data-count', filled(6, 0.4)],
    ['five rising', 'nelson', [-0.2, -0.1, 0, 0.1, 0.2]],
    ['six rising', 'making-data-count', [-0.3, -0.2, -0.1, 0.1, 0.2, 0.3]],
    ['thirteen by turns', 'nelson', alternating(13)],
    ['fourteen near the centre', 'nelson', [...filled(7, 0.4), ...filled(7, -0.4)]],
    ['two of three near the limits on both sides', 'western-electric', [2.1, -2.1, 0.2]],
    ['two of three near a limit, the third on the other side', 'making-data-count', [2.1, -0.5, 2.1]],
    ['a point on the limit', 'nelson', [3]],
  ] as const)('%s is nothing by %s', (_case, standard, values) => {
    expect(marksIn([pointsFrom(1, values)], at, standards[standard])).toEqual([])
  })

  it.each([
    ['fourteen by turns', alternating(14), 'alternating'],
    ['fifteen within one sigma', [...filled(7, 0.4), ...filled(8, -0.4)], 'hugging'],
    ['eight outside one sigma', [1.2, -1.1, 1.3, -1.2, 1.1, -1.4, 1.2, -1.1], 'avoiding'],
  ] as const)('%s is a pattern of Nelson’s', (_case, values, kind) => {
    const marks = marksIn([pointsFrom(1, values)], at, standards.nelson)
    expect(marks.map((mark) => [mark.rule.kind, mark.side])).toContainEqual([kind, 'both'])
  })

  it('a longer run is one pattern', () => {
    const marks = marksIn([pointsFrom(1, filled(12, 0.4))], at, [{ kind: 'run', length: 8 }])
    expect(marks.map(({ years }) => years.length)).toEqual([12])
  })
})

const text = { sv: 'Ny räkning', en: 'New count' }

describe('a chart of a series', () => {
  const nine = [3, 5, 4, 6, 5, 4, 6, 5, 4]

  it('has limits of its own for each stretch between breaks, and no range across them', () => {
    const values = pointsFrom(2000, [...nine, ...nine.map((value) => value + 100)])
    const charts = processChart(values, [{ from: 2009, text }])
    expect(charts.map((one) => [one.begunBy?.from, one.points.length, one.chart.kind])).toEqual([
      [undefined, 9, 'limits'],
      [2009, 9, 'limits'],
    ])
    const upper = charts.map(({ chart }) => (chart.kind === 'limits' ? chart.upper : 0))
    expect((upper[1] ?? 0) - (upper[0] ?? 0)).toBeCloseTo(100, 8)
  })

  it('takes no range across a missing year, nor a run', () => {
    const values = pointsFrom(2000, nine).map((point) =>
      point.year === 2004 ? { year: 2004, value: null } : point,
    )
    const [stretch] = processChart(values, [])
    if (stretch?.chart.kind !== 'limits') throw new Error('There are limits')
    expect(stretch.chart.ranges.map(({ since, year }) => [since, year])).toEqual([
      [2000, 2001],
      [2001, 2002],
      [2002, 2003],
      [2005, 2006],
      [2006, 2007],
      [2007, 2008],
    ])
  })

  it('of what is published every second year takes ranges of two years', () => {
    const values = nine.map((value, index) => ({ year: 2000 + 2 * index, value }))
    const [stretch] = processChart(values, [])
    if (stretch?.chart.kind !== 'limits') throw new Error('There are limits')
    expect(stretch.chart.ranges).toHaveLength(8)
  })

  it('of seven values is not enough data, and says how many are needed', () => {
    const [stretch] = processChart(pointsFrom(2000, nine.slice(0, 7)), [])
    expect(stretch?.chart).toEqual({ kind: 'not-enough-data', lacking: 'values', there: 7, needed: 8 })
  })

  it('of values that are hardly ever neighbours has too few ranges', () => {
    const values = [2000, 2001, 2003, 2005, 2007, 2009, 2011, 2013].map((year) => ({ year, value: year % 3 }))
    const [stretch] = processChart(values, [])
    expect(stretch?.chart).toEqual({ kind: 'not-enough-data', lacking: 'ranges', there: 1, needed: 6 })
  })

  it('of nothing is nothing', () => {
    expect(processChart([{ year: 2000, value: null }], [])).toEqual([])
  })

  it('names the years that changed more than is usual', () => {
    expect(limitsOf([5, 6, 5, 6, 5, 6, 5, 6, 5, 16]).beyondRange).toEqual([10])
  })
})

const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 40 })

describe('any chart', () => {
  it('has its centre midway between its limits, and marks whole what it marks', () => {
    fc.assert(
      fc.property(series, (values) => {
        const chart = limitsOf(values, 'nelson')
        expect((chart.lower + chart.upper) / 2).toBeCloseTo(chart.centre, 6)
        for (const { years } of chart.marks) {
          expect(years.every((year) => year >= 1 && year <= values.length)).toBe(true)
        }
      }),
    )
  })

  it('moves with its values and turns with them', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -500, max: 500 }), (values, by) => {
        const own = limitsOf(values)
        const moved = limitsOf(values.map((value) => value + by))
        const turned = limitsOf(values.map((value) => -value))
        expect(moved.upper).toBeCloseTo(own.upper + by, 6)
        expect(turned.upper).toBeCloseTo(-own.lower, 6)
        expect(turned.marks.map(({ years }) => years)).toEqual(own.marks.map(({ years }) => years))
      }),
    )
  })

  it('of one value over and over marks nothing but the hugging that it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 8, max: 30 }),
        (value, length) => {
          const kinds = limitsOf(
            Array.from({ length }, () => value),
            'nelson',
          ).marks.map(({ rule }) => rule.kind)
          expect(kinds.filter((kind) => kind !== 'hugging')).toEqual([])
        },
      ),
    )
  })
})
