import { describe, expect, it } from 'vitest'
import type { Unit } from './indicator.ts'
import { isWithheld, joined, shown, shownBeside } from './joined.ts'
import { observed } from './testing.ts'

const years = (series: readonly (readonly number[])[]) =>
  joined(series.map((own, place) => own.map((year) => ({ year, place })))).map(({ year, place }) => [
    year,
    place,
  ])

describe('series that follow each other', () => {
  it('are one, each year read from the latest that has begun', () => {
    expect(years([[2019, 2020, 2021, 2022], [2021, 2022], [2022]])).toEqual([
      [2019, 0],
      [2020, 0],
      [2021, 1],
      [2022, 2],
    ])
  })

  it('are passed over while they have no year', () => {
    expect(years([[2019, 2020], []])).toEqual([
      [2019, 0],
      [2020, 0],
    ])
  })
})

describe('a small number of persons', () => {
  it.each([
    [4, 'persons', 5, true],
    [4, 'count', 5, true],
    [5, 'persons', 5, false],
    // Nobody can be recognised among none.
    [0, 'persons', 5, false],
    [4, 'persons', null, false],
    // A share of few is as small as a share of many.
    [4, 'percent', 5, false],
    [null, 'persons', 5, false],
  ] as const satisfies readonly (readonly [number | null, Unit, number | null, boolean])[])(
    '%s %s where %s are shown: withheld %s',
    (value, unit, fewest, is) => {
      expect(isWithheld(value, { unit, fewest })).toBe(is)
    },
  )

  it('is withheld with its reason, never as a zero', () => {
    expect(shown(observed('a', 2024, 3), 'persons', 5)).toMatchObject({ value: null, missing: 'suppressed' })
    expect(shown(observed('a', 2024, 7), 'persons', 5)).toMatchObject({ value: 7, missing: null })
  })

  it('takes its note with it, which may say the number in words', () => {
    const told = { ...observed('a', 2024, 3), note: '3 av 40 personer' }
    expect(shown(told, 'persons', 5).note).toBeNull()
    expect(shown(told, 'persons', 3).note).toBe('3 av 40 personer')
    const beside = shownBeside([told], [shown(observed('a', 2024, 2), 'persons', 3)], 3)
    expect(beside[0]?.note).toBeNull()
  })

  it('takes the other part of the same sum with it, and no more', () => {
    const men = [shown(observed('a', 2024, 3), 'persons', 5), observed('a', 2023, 9)]
    const women = [observed('a', 2024, 97), observed('a', 2023, 91), observed('b', 2024, 80)]
    const values = (fewest: number | null) => shownBeside(women, men, fewest).map(({ value }) => value)
    expect(values(5)).toEqual([null, 91, 80])
    expect(values(null)).toEqual([97, 91, 80])
  })
})
