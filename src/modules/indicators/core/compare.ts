import { max, mean, median, min } from 'd3-array'
import { commonYear, type CommonYear, type PlaceYear } from '#platform/values/common-year.ts'
import { differenceBetween, type Difference } from './difference.ts'
import type { Direction } from './indicator.ts'
import { standingsIn, type Standing } from './standing.ts'

/** Another value, and how the own value stands to it; null where either is lacking. */
export interface Beside {
  readonly value: number | null
  readonly difference: Difference | null
}

/** A group of places like the own one, which is not counted among them. */
export interface Peers {
  readonly of: number
  readonly there: number
  /** Each place counts alike, large or small. */
  readonly mean: Beside
  readonly median: Beside
  readonly lowest: number | null
  readonly highest: number | null
}

/** What a reader must know before a comparison is believed. */
export type Caution =
  /** Too few have a value for any recent year: the year is the one that most have. */
  | 'not-common-year'
  | 'peers-incomplete'
  /** A mean of so few moves with each of them. */
  | 'few-peers'
  /** Values too near one another to tell who is ahead. */
  | 'rank-uncertain'

/** A place beside the region, places like it, places that somebody chose, and all places: on one year. */
export interface Comparison {
  readonly year: CommonYear
  /** Null when the place has no value that year. */
  readonly own: number | null
  readonly region: Beside
  readonly peers: Peers | null
  readonly chosen: ReadonlyMap<string, Beside>
  readonly standing: Standing | null
  readonly cautions: readonly Caution[]
}

interface Measure {
  readonly decimals: number
  readonly direction: Direction
}

interface With {
  /** The region's value of a year. */
  readonly regionIn: (year: number) => number | null
  readonly peers?: readonly string[]
  readonly chosen?: readonly string[]
  /** How finely values are measured, where it is coarser than the last decimal shown. */
  readonly step?: number
}

/** A mean of fewer is mostly about which they are. */
const fewestPeers = 5

/** Compares a place on the latest year that nearly all places share; null when no place has any value. */
export function compare(
  place: string,
  figures: readonly PlaceYear[],
  others: With,
  measure: Measure,
): Comparison | null {
  const year = commonYear(figures)
  if (!year) return null
  const values = valuesIn(figures, year.year)
  const own = values.get(place) ?? null
  const beside = (value: number | null) => besideOf(own, value, measure)
  const peers = others.peers
    ? peersOf(
        others.peers.filter((one) => one !== place),
        values,
        beside,
      )
    : null
  const standing = standingsIn(values, measure, others.step).get(place) ?? null
  return {
    year,
    own,
    region: beside(others.regionIn(year.year)),
    peers,
    chosen: new Map((others.chosen ?? []).map((one) => [one, beside(values.get(one) ?? null)])),
    standing,
    cautions: cautionsOf(year, peers, standing),
  }
}

function valuesIn(figures: readonly PlaceYear[], year: number): ReadonlyMap<string, number> {
  return new Map(
    figures.flatMap((one): [string, number][] =>
      one.year === year && one.value !== null ? [[one.place, one.value]] : [],
    ),
  )
}

function besideOf(own: number | null, value: number | null, measure: Measure): Beside {
  if (own === null || value === null) return { value, difference: null }
  return { value, difference: differenceBetween(value, own, measure) }
}

function peersOf(
  members: readonly string[],
  values: ReadonlyMap<string, number>,
  beside: (value: number | null) => Beside,
): Peers {
  const known = members.flatMap((member) => values.get(member) ?? [])
  return {
    of: members.length,
    there: known.length,
    mean: beside(mean(known) ?? null),
    median: beside(median(known) ?? null),
    lowest: min(known) ?? null,
    highest: max(known) ?? null,
  }
}

function cautionsOf(year: CommonYear, peers: Peers | null, standing: Standing | null): Caution[] {
  const cautions: Caution[] = []
  if (!year.isCommon) cautions.push('not-common-year')
  if (peers && peers.there < peers.of) cautions.push('peers-incomplete')
  if (peers && peers.there < fewestPeers) cautions.push('few-peers')
  if (standing && standing.rankRange.best < standing.rankRange.worst) cautions.push('rank-uncertain')
  return cautions
}
