import type { Gender } from '../../src/modules/statistics/index.ts'
import {
  emptyValues,
  type Design,
  type KpiAnswer,
  type PageQuestion,
  type Place,
  type ProfileRow,
  type Standings,
} from './answers.ts'
import { figuresOfGender } from './figures.ts'
import { firstYear, vintages, yearCount, type KpiShape, type Shape } from './shape.ts'

/** The values of one KPI and gender, year by year, in each the places in their order. */
interface Block {
  readonly kpi: string
  readonly gender: Gender
  readonly firstYear: number
  readonly years: number
  readonly values: Float64Array
  /** How many places ever have a value. */
  readonly ever: number
}

const lastVintage = vintages.at(-1) ?? 0

/**
 * Typed arrays in memory, filled from the generator: the physical limit, and, as it shares no code with the program, what
 * every other answer is held against.
 */
export class Memory implements Design {
  readonly name = 'typed arrays in memory (physical limit)'
  readonly #shape: Shape
  readonly #columns: ReadonlyMap<string, number>
  readonly #blocks: readonly Block[]
  readonly #all = new Map<string, Block>()
  readonly bytes: number

  constructor(shape: Shape) {
    this.#shape = shape
    this.#columns = new Map(shape.places.map((place, column) => [place, column]))
    this.#blocks = shape.kpis.flatMap((kpi) =>
      kpi.genders.map((gender) => this.#block(kpi, gender, lastVintage)),
    )
    for (const block of this.#blocks) if (block.gender === 'all') this.#all.set(block.kpi, block)
    this.bytes = this.#blocks.reduce((sum, { values }) => sum + values.byteLength, 0)
  }

  page({ kpis, places, peers }: PageQuestion): readonly KpiAnswer[] {
    return kpis.map((kpi) => ({
      values: this.#valuesOf(this.#blockOf(kpi), places),
      standings: this.rank(kpi, places),
      means: this.#meansOf(this.#blockOf(kpi), peers),
    }))
  }

  rank(kpi: string, places: readonly string[]): Standings {
    const block = this.#blockOf(kpi)
    const year = this.#commonYear(block)
    return places.map((place) => (year === null ? null : this.#standing(block, year, this.#column(place))))
  }

  profile(place: string): readonly ProfileRow[] {
    const column = this.#column(place)
    return this.#blocks.flatMap((block): ProfileRow[] => {
      const width = this.#columns.size
      for (let year = block.years - 1; year >= 0; year -= 1) {
        const value = block.values[year * width + column] ?? Number.NaN
        if (Number.isNaN(value)) continue
        const common = this.#commonYear(block)
        return [
          {
            kpi: block.kpi,
            gender: block.gender,
            latestYear: block.firstYear + year,
            latestValue: value,
            standing: common === null ? null : this.#standing(block, common, column),
          },
        ]
      }
      return []
    })
  }

  asKnown({ kpis, places }: PageQuestion): readonly Float64Array[] {
    return kpis.map((kpi) => {
      const shape = this.#shape.kpis.find((one) => one.kpi === kpi)
      if (!shape) throw new Error(`There is no ${kpi}`)
      return this.#valuesOf(this.#block(shape, 'all', 1), places)
    })
  }

  #block(shape: KpiShape, gender: Gender, vintage: number): Block {
    const years = shape.lastYear - shape.firstYear + 1
    const width = this.#columns.size
    const values = new Float64Array(years * width).fill(Number.NaN)
    const ever = new Set<string>()
    for (const { place, year, value } of figuresOfGender(shape, gender, this.#shape.places, vintage)) {
      if (value === null) continue
      values[(year - shape.firstYear) * width + this.#column(place)] = value
      ever.add(place)
    }
    return { kpi: shape.kpi, gender, firstYear: shape.firstYear, years, values, ever: ever.size }
  }

  #blockOf(kpi: string): Block {
    const block = this.#all.get(kpi)
    if (!block) throw new Error(`There is no ${kpi}`)
    return block
  }

  #column(place: string): number {
    return this.#columns.get(place) ?? -1
  }

  #valuesOf(block: Block, places: readonly string[]): Float64Array {
    const values = emptyValues(places.length)
    const before = block.firstYear - firstYear
    const width = this.#columns.size
    for (const [index, place] of places.entries()) {
      const column = this.#column(place)
      for (let year = 0; year < block.years; year += 1)
        values[index * yearCount + before + year] = block.values[year * width + column] ?? Number.NaN
    }
    return values
  }

  #meansOf(block: Block, peers: readonly string[]): Float64Array {
    const means = emptyValues(1)
    const columns = peers.map((place) => this.#column(place))
    const width = this.#columns.size
    for (let year = 0; year < block.years; year += 1) {
      let [sum, count] = [0, 0]
      for (const column of columns) {
        const value = block.values[year * width + column] ?? Number.NaN
        if (Number.isNaN(value)) continue
        sum += value
        count += 1
      }
      means[block.firstYear - firstYear + year] = sum / count
    }
    return means
  }

  /** The latest year, counted from the block's first, that nine in ten have a value of. */
  #commonYear({ years, values, ever }: Block): number | null {
    const width = this.#columns.size
    for (let year = years - 1; year >= 0; year -= 1) {
      let there = 0
      for (let at = year * width; at < (year + 1) * width; at += 1)
        if (!Number.isNaN(values[at] ?? Number.NaN)) there += 1
      if (there > 0 && 10 * there >= 9 * ever) return year
    }
    return null
  }

  #standing({ firstYear: first, values }: Block, year: number, column: number): Place | null {
    const width = this.#columns.size
    const own = values[year * width + column] ?? Number.NaN
    if (Number.isNaN(own)) return null
    let [rank, alike, among] = [1, 0, 0]
    for (let at = year * width; at < (year + 1) * width; at += 1) {
      const value = values[at] ?? Number.NaN
      if (Number.isNaN(value)) continue
      among += 1
      if (value > own) rank += 1
      else if (value === own) alike += 1
    }
    return { year: first + year, rank, alike, among }
  }
}
