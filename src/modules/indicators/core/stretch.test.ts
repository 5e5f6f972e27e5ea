import { describe, expect, it } from 'vitest'
import { breakBetween, latestStretch, neighboursIn, stretchesOf } from './stretch.ts'
import { pointsFrom } from './testing.ts'

const text = { sv: 'Ny räkning', en: 'New count' }
const breaks = [
  { from: 2020, text },
  { from: 2015, text },
]

describe('stretches between breaks', () => {
  it('begin in the year that the break names, and hold what is known', () => {
    const values = [{ year: 2022, value: null }, ...pointsFrom(2013, [1, 2, 3, 4])]
    expect(stretchesOf(values, breaks).map(({ begunBy, points }) => [begunBy?.from, points.length])).toEqual([
      [undefined, 2],
      [2015, 2],
    ])
    expect(latestStretch(values, breaks)?.points.map(({ year }) => year)).toEqual([2015, 2016])
  })

  it('are none where nothing is known', () => {
    expect(latestStretch([{ year: 2020, value: null }], breaks)).toBeNull()
  })
})

describe('the break between two years', () => {
  it.each([
    [2013, 2014, undefined],
    [2014, 2015, 2015],
    [2015, 2019, undefined],
    [2014, 2022, 2015],
    [2019, 2020, 2020],
    [2020, 2021, undefined],
  ])('%i and %i: %s', (earlier, later, from) => {
    expect(breakBetween(breaks, earlier, later)?.from).toBe(from)
  })
})

describe('neighbouring years', () => {
  it.each([
    [[2001, 2002, 2003], [[2001, 2002, 2003]]],
    [
      [2001, 2002, 2004, 2005],
      [
        [2001, 2002],
        [2004, 2005],
      ],
    ],
    [[2001, 2003, 2005], [[2001, 2003, 2005]]],
    [
      [2001, 2003, 2007, 2009],
      [
        [2001, 2003],
        [2007, 2009],
      ],
    ],
    [[2001], [[2001]]],
    [[], []],
  ])('of %j are %j', (years, pieces) => {
    const found = neighboursIn(years.map((year) => ({ year, value: 1 })))
    expect(found.map((piece) => piece.map(({ year }) => year))).toEqual(pieces)
  })
})
