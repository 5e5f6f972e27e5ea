import { readStoredCatalogue } from '../../src/modules/imports/kolada/stored-catalogue.ts'
import type { Gender } from '../../src/modules/statistics/index.ts'
import { randomFrom, seedOf } from './random.ts'

/** The years that a series may have. */
export const firstYear = 2001
export const lastYear = 2025
export const yearCount = lastYear - firstYear + 1

/** The later occasions on which a source changes what it said. */
export const vintages = [1, 2] as const

/** How one KPI's figures look. */
export interface KpiShape {
  readonly kpi: string
  readonly title: string
  readonly genders: readonly Gender[]
  readonly firstYear: number
  readonly lastYear: number
  readonly decimals: number
  /** About how large its values are. */
  readonly size: number
  /** How many of the places answer in a year. */
  readonly share: number
  readonly hasPreliminary: boolean
  /** The vintage that changes its last two years; 0 where none does. */
  readonly revisedIn: number
}

/** Kolada's full shape: every municipality, and every KPI that municipalities have figures of. */
export interface Shape {
  readonly places: readonly string[]
  readonly kpis: readonly KpiShape[]
}

/**
 * The KPIs and their genders are Kolada's own; lengths, digits and gaps are such as its figures have, and come to 27 million
 * observations. A smaller scale takes fewer KPIs.
 */
export function koladaShape(scale: number): Shape {
  const catalogue = readStoredCatalogue(new URL('../../data', import.meta.url))
  const places = catalogue.places.filter(({ type }) => type === 'K').map(({ id }) => id)
  const municipal = catalogue.kpis.filter(({ municipalityType }) => municipalityType !== 'L')
  const every = 1 / scale
  const taken = municipal.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every))
  return {
    places,
    kpis: taken.map(({ id, title, isDividedByGender }) => kpiShape(id, title, isDividedByGender)),
  }
}

// Some are counts, some have one decimal, and many are ratios as a machine wrote them, with ten digits.
const digits = [
  { below: 0.25, decimals: 0, size: 40_000 },
  { below: 0.6, decimals: 1, size: 50 },
  { below: 0.7, decimals: 2, size: 5 },
  { below: 1, decimals: 8, size: 60 },
] as const

function kpiShape(kpi: string, title: string, isDividedByGender: boolean): KpiShape {
  const random = randomFrom(seedOf(kpi))
  const length = 1 + Math.floor(yearCount * random() ** 1.27)
  const isDiscontinued = random() < 0.25
  const ends = isDiscontinued
    ? Math.max(firstYear + length - 1, lastYear - 1 - Math.floor(random() * 8))
    : lastYear
  const drawn = random()
  const { decimals, size } = digits.find(({ below }) => drawn < below) ?? digits[0]
  return {
    kpi,
    title,
    genders: isDividedByGender ? ['all', 'women', 'men'] : ['all'],
    firstYear: ends - length + 1,
    lastYear: ends,
    decimals,
    size,
    share: random() < 0.7 ? 0.99 : 0.55 + random() * 0.4,
    hasPreliminary: random() < 0.1,
    revisedIn: random() < 0.08 ? (random() < 0.5 ? 1 : 2) : 0,
  }
}
