import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonYear, type PlaceYear } from '#platform/values/common-year.ts'
import { compare } from './compare.ts'
import { standingsIn } from './standing.ts'

const share = { decimals: 1, direction: 'higher' } as const
const places = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`)
const inYear = (year: number, values: readonly (number | null)[]): PlaceYear[] =>
  values.map((value, index) => ({ place: `P${index}`, year, value }))

function standing(
  values: readonly number[],
  direction: 'higher' | 'lower' | 'none' = 'higher',
  step?: number,
) {
  const known = new Map(values.map((value, index) => [`P${index}`, value]))
  const found = standingsIn(known, { ...share, direction }, step)
  return places(values.length).map((place) => found.get(place))
}

describe('the common year', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  it.each([
    ['is the latest when all have a value', ten, { year: 2024, there: 10, of: 10, isCommon: true }],
    [
      'is the latest when nine of ten have one',
      [...ten.slice(0, 9), null],
      { year: 2024, there: 9, of: 10, isCommon: true },
    ],
    [
      'is the one before when only eight have',
      [...ten.slice(0, 8), null, null],
      { year: 2023, there: 10, of: 10, isCommon: true },
    ],
  ] as const)('%s', (_case, latest, expected) => {
    expect(commonYear([...inYear(2023, ten), ...inYear(2024, latest)])).toEqual(expected)
  })

  it('counts those that ever report, and no others', () => {
    const figures = [...inYear(2023, [1, null, null]), ...inYear(2024, [1, 2, null])]
    expect(commonYear(figures)).toEqual({ year: 2024, there: 2, of: 2, isCommon: true })
  })

  it('is the fullest and latest, and says so, when no year is common', () => {
    const half = [1, 2, 3, null, null, null]
    const figures = [...inYear(2022, half), ...inYear(2023, half.toReversed()), ...inYear(2024, [1, null])]
    expect(commonYear(figures)).toEqual({ year: 2023, there: 3, of: 6, isCommon: false })
  })

  it('of nothing is none', () => {
    expect(commonYear(inYear(2024, [null]))).toBeNull()
  })
})

describe('a standing', () => {
  // SciPy reference, scipy.stats.percentileofscore: of [1, 2, 3, 3, 4] the score 3 has the mean percentile 60.
  // https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.percentileofscore.html
  it('has the percentile that SciPy documents', () => {
    expect(standing([1, 2, 3, 3, 4]).map((one) => one?.percentile)).toEqual([10, 30, 60, 60, 90])
  })

  it('is shared by those that look alike', () => {
    expect(standing([5.04, 5, 3, 9]).map((one) => one?.rank)).toEqual([
      { best: 2, worst: 3 },
      { best: 2, worst: 3 },
      { best: 4, worst: 4 },
      { best: 1, worst: 1 },
    ])
  })

  it('turns with the direction; undecided, the largest is first', () => {
    expect(standing([1, 2, 3], 'lower').map((one) => one?.rank.best)).toEqual([1, 2, 3])
    expect(standing([1, 2, 3], 'none').map((one) => one?.rank.best)).toEqual([3, 2, 1])
    expect(standing([1, 2, 3], 'lower').map((one) => Math.round(one?.percentile ?? 0))).toEqual([83, 50, 17])
  })

  it('is a range where values differ by less than a step of measurement', () => {
    expect(standing([10, 10.1, 10.16, 12]).map((one) => one?.rankRange)).toEqual([
      { best: 4, worst: 4 },
      { best: 2, worst: 3 },
      { best: 2, worst: 3 },
      { best: 1, worst: 1 },
    ])
    expect(standing([60, 62, 64, 70], 'higher', 3).map((one) => one?.rankRange)).toEqual([
      { best: 3, worst: 4 },
      { best: 2, worst: 4 },
      { best: 2, worst: 3 },
      { best: 1, worst: 1 },
    ])
  })

  const values = fc.array(
    fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10),
    { minLength: 1, maxLength: 60 },
  )

  it('has ranks that agree with a plain count', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('higher', 'lower'), (numbers, direction) => {
        const found = standing(numbers, direction)
        for (const [index, value] of numbers.entries()) {
          const better = numbers.filter((one) => (direction === 'higher' ? one > value : one < value)).length
          const alike = numbers.filter((one) => one === value).length
          expect(found[index]?.rank).toEqual({ best: better + 1, worst: better + alike })
        }
      }),
    )
  })

  it('lies within its range, and percentiles average to fifty', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (numbers, tenths) => {
        const found = standing(numbers, 'higher', tenths / 10)
        for (const one of found) {
          expect(one?.rankRange.best).toBeLessThanOrEqual(one?.rank.best ?? 0)
          expect(one?.rankRange.worst).toBeGreaterThanOrEqual(one?.rank.worst ?? 0)
        }
        const sum = found.reduce((total, one) => total + (one?.percentile ?? 0), 0)
        expect(sum / numbers.length).toBeCloseTo(50, 8)
      }),
    )
  })
})

const regionIn = (year: number) => (year === 2024 ? 25 : null)

describe('a comparison', () => {
  const figures = [...inYear(2023, [1, 2, 3, 4, 5, 6, 7]), ...inYear(2024, [10, 20, 30, 40, 50, 60, 10.04])]

  it('stands a place beside the region, its peers, chosen ones and all, on one year', () => {
    const peers = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5']
    const compared = compare('P0', figures, { regionIn, peers, chosen: ['P6', 'P9'] }, share)
    expect(compared).toMatchObject({
      year: { year: 2024, there: 7, of: 7, isCommon: true },
      own: 10,
      region: { value: 25, difference: { amount: -15, arrow: 'down', verdict: 'worse' } },
      peers: { of: 5, there: 5, mean: { value: 40 }, median: { value: 40 }, lowest: 20, highest: 60 },
      standing: { rank: { best: 6, worst: 7 }, of: 7 },
      cautions: ['rank-uncertain'],
    })
    // 10.04 and 10 look alike: nobody is called better.
    expect(compared?.chosen.get('P6')?.difference).toEqual({ amount: 0, arrow: 'level', verdict: 'neither' })
    expect(compared?.chosen.get('P9')).toEqual({ value: null, difference: null })
  })

  it('warns of peers that are few or not all there, and of a year that is not common', () => {
    const uneven = [...inYear(2023, [1, 2, null, null]), ...inYear(2024, [null, null, 3, 4])]
    const compared = compare('P2', uneven, { regionIn, peers: ['P0', 'P3'] }, share)
    expect(compared?.cautions).toEqual(['not-common-year', 'peers-incomplete', 'few-peers'])
    expect(compared?.peers).toMatchObject({ of: 2, there: 1 })
  })

  it('says that a place has no value in the common year, and judges nothing', () => {
    const compared = compare('P9', figures, { regionIn, peers: [] }, share)
    expect(compared).toMatchObject({
      own: null,
      region: { value: 25, difference: null },
      peers: { of: 0, there: 0, mean: { value: null }, median: { value: null } },
      standing: null,
    })
  })

  it('of no values is none', () => {
    expect(compare('P0', inYear(2024, [null]), { regionIn }, share)).toBeNull()
  })
})
