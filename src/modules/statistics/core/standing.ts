import { bisectLeft, bisectRight } from 'd3-array'
import { commonYearAmong } from '#platform/values/common-year.ts'
import type { Cube } from './cube.ts'
import type { Gender } from './figure.ts'
import { onceFor } from './once-for.ts'

/** Where a place stands among all places of a series, in the year that most of them have; and its own latest value. */
export interface Standing {
  readonly place: string
  readonly series: number
  readonly gender: Gender
  readonly latestYear: number
  readonly latestValue: number
  /** Null where the place has no value in the common year, or no year is common. */
  readonly common: {
    readonly year: number
    readonly value: number
    /** Counted from the highest value. Places alike share the first of their numbers. */
    readonly rank: number
    /** So many places share it, this one among them. */
    readonly alike: number
    /** So many places have a value. */
    readonly among: number
  } | null
}

/** Whether a place is a municipality: not a group of Kolada's, a county or the country. */
export function isMunicipality(place: string): boolean {
  return !/^(?:G\d+|\d{2}|00\d\d)$/.test(place)
}

interface Municipalities {
  readonly codes: ReadonlySet<string>
  readonly columns: readonly number[]
}

const municipalitiesIn = onceFor((places: readonly string[]): Municipalities => ({
  codes: new Set(places.filter(isMunicipality)),
  columns: places.flatMap((place, column) => (isMunicipality(place) ? [column] : [])),
}))

/** What the municipalities of a cube are compared in: the year that is common to them, if one is, and its values. */
interface Field {
  readonly year: number | null
  /** From the lowest, as they are stored: a little off perhaps, and all that are alike in the same way. */
  readonly ascending: Float64Array
}

const fieldOf = onceFor((cube: Cube): Field => {
  const { columns } = municipalitiesIn(cube.places)
  const ever = new Uint8Array(cube.places.length)
  const byYear = new Map<number, number>()
  for (const year of cube.years) {
    const stored = cube.storedIn(year)
    let there = 0
    for (const column of columns) {
      if (Number.isNaN(stored[column])) continue
      there += 1
      ever[column] = 1
    }
    if (there > 0) byYear.set(year, there)
  }
  const common = commonYearAmong(byYear, columns.filter((column) => ever[column] === 1).length)
  if (!common?.isCommon) return { year: null, ascending: new Float64Array() }
  const stored = cube.storedIn(common.year)
  const values = columns.map((column) => stored[column] ?? Number.NaN)
  return {
    year: common.year,
    ascending: Float64Array.from(values.filter((value) => !Number.isNaN(value))).toSorted(),
  }
})

/** How every municipality of a cube stands. One that never had a value is left out. */
export function standingsOf(cube: Cube): readonly Standing[] {
  return cube.places.flatMap((place) => standingOf(cube, place) ?? [])
}

/** How one municipality stands; null for one that never had a value, and for what is no municipality. */
export function standingOf(cube: Cube, place: string): Standing | null {
  if (!municipalitiesIn(cube.places).codes.has(place)) return null
  for (let year = cube.lastYear; year >= cube.firstYear; year -= 1) {
    const value = cube.valueAt(place, year)
    if (value === null) continue
    const { series, gender } = cube
    return { place, series, gender, latestYear: year, latestValue: value, common: commonOf(cube, place) }
  }
  return null
}

function commonOf(cube: Cube, place: string): Standing['common'] {
  const { year, ascending } = fieldOf(cube)
  const value = year === null ? null : cube.valueAt(place, year)
  if (year === null || value === null) return null
  const own = cube.packed.width === 4 ? Math.fround(value) : value
  const [lower, notHigher] = [bisectLeft(ascending, own), bisectRight(ascending, own)]
  const among = ascending.length
  return { year, value, rank: among - notHigher + 1, alike: notHigher - lower, among }
}
