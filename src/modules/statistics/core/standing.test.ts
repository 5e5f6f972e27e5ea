import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonYear } from '#platform/values/common-year.ts'
import { Cube, pack, type KnownFigure } from './cube.ts'
import { packStanding, unpackStandings } from './packed-standing.ts'
import { isMunicipality, standingOf, standingsOf } from './standing.ts'

const cell = { gender: 'all', isPreliminary: false, note: null, retrieval: 1 } as const
const figure = fc
  .tuple(
    fc.constantFrom('1440', '1441', '1480', '1481', '0114', 'G96190', '14', '0000'),
    fc.integer({ min: 2020, max: 2024 }),
    fc.option(fc.constantFrom(0, 0.1, 12.4, -3.25, 12.5, 0.123_456_789, 40_000), { nil: null }),
  )
  .map(([place, year, value]): KnownFigure => ({
    ...cell,
    place,
    year,
    ...(value === null ? { value, missing: 'not-in-source' } : { value, missing: null }),
  }))
const figures = fc.uniqueArray(figure, { selector: ({ place, year }) => `${place} ${year}`, maxLength: 60 })

describe('standings', () => {
  test('are those that one finds by counting', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const known = all.filter(({ place, value }) => isMunicipality(place) && value !== null)
        const year = commonYear(known)
        const inYear = year?.isCommon ? known.filter((one) => one.year === year.year) : []
        const standings = standingsOf(new Cube(1, 'all', pack(all)))
        expect(standings.map(({ place }) => place)).toEqual(
          [...new Set(known.map(({ place }) => place))].toSorted(),
        )
        for (const { place, latestYear, latestValue, common } of standings) {
          const own = known
            .filter((one) => one.place === place)
            .toSorted((one, other) => other.year - one.year)
          expect([latestYear, latestValue]).toEqual([own[0]?.year, own[0]?.value])
          const value = inYear.find((one) => one.place === place)?.value ?? null
          expect(common).toEqual(
            value === null
              ? null
              : {
                  year: year?.year,
                  value,
                  rank: 1 + inYear.filter((one) => (one.value ?? 0) > value).length,
                  alike: inYear.filter((one) => one.value === value).length,
                  among: inYear.length,
                },
          )
        }
      }),
    )
  })

  test('come out of their bytes as they went in', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const standings = standingsOf(new Cube(1, 'all', pack(all)))
        const bytes = Buffer.concat(standings.map(packStanding))
        const said = standings.map((standing) => ({ ...standing, place: 'x' }))
        expect(unpackStandings('x', bytes)).toEqual(said)
      }),
    )
  })

  test('are of municipalities alone', () => {
    const cube = new Cube(1, 'all', pack([{ ...cell, place: 'G96190', year: 2020, value: 1, missing: null }]))
    expect(standingsOf(cube)).toEqual([])
    expect(standingOf(cube, 'G96190')).toBeNull()
    expect(standingOf(cube, '1440')).toBeNull()
  })
})
