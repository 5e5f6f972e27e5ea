import type { Municipality } from '#modules/region'
import { bySwedishName, type Locale } from '#platform/values/locale.ts'
import type { EveryPlace } from '../../compare-reads.ts'
import type { YearValue } from '../../core/change.ts'
import type { Comparison } from '../../core/compare.ts'
import { indexToBase } from '../../core/index-base.ts'
import type { Indicator, Source } from '../../core/indicator.ts'
import {
  comparisonOf,
  maySharePerCapita,
  placesCompared,
  placesPerCapita,
  valuesOf,
  type PlacesCompared,
} from '../../core/places-compared.ts'
import { breakBetween } from '../../core/stretch.ts'
import type { IndicatorReading } from '../../reads.ts'
import {
  compareAsked,
  networkGroup,
  shows,
  type CompareAsked,
  type CompareProblem,
  type Show,
} from './compare-query.ts'
import { compareTextsIn } from './compare-texts.ts'
import { placesIn, type Country, type PeerGroup, type Places } from './country.ts'
import { textsIn } from '../texts.ts'

/** What a comparison is made of. */
export interface CompareFound {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly every: EveryPlace
  readonly country: Country
  readonly locale: Locale
}

/** A line over time. `code` is null for the region. */
export interface Course {
  readonly code: string | null
  readonly name: string
  readonly values: readonly YearValue[]
}

/** A comparison, ready to be drawn and put into words. */
export interface CompareView {
  readonly indicator: Indicator
  readonly sources: readonly Source[]
  readonly locale: Locale
  readonly places: Places
  readonly asked: CompareAsked
  readonly problems: readonly CompareProblem[]
  readonly compared: PlacesCompared
  readonly comparison: Comparison | null
  /** The groups that can be compared with, the network's own municipalities among them. */
  readonly groups: readonly PeerGroup[]
  readonly group: PeerGroup
  /** The ways to show the lines that mean something for this indicator. */
  readonly shows: readonly Show[]
  /** Everybody that can be chosen, by name. */
  readonly known: readonly string[]
  readonly region: Course
  readonly own: Course | null
  readonly chosen: readonly Course[]
  /** Of the group, without those that are shown anyhow. */
  readonly peers: readonly Course[]
  /** The year that is 100; null where no index is asked for, or none can be made. */
  readonly base: number | null
  readonly baseYears: readonly number[]
  /** How many of the values of the common year their sources may still change. */
  readonly preliminaryCount: number
}

/** Puts together what was asked for. */
export function compareView(found: CompareFound, url: URL): CompareView {
  const { reading, municipalities, every, country, locale } = found
  const { indicator, sources } = reading.series
  const places = placesIn(municipalities, country)
  const own = municipalities.map(({ code }) => code)
  const valued = new Set(every.figures.flatMap(({ place, value }) => (value === null ? [] : [place])))
  const read = compareAsked(url, places, valued)
  const possible = shows.filter(
    (show) => show !== 'per-1000' || maySharePerCapita(indicator, every.population),
  )
  const show = possible.includes(read.asked.show) ? read.asked.show : 'values'
  const from = { ...every, region: reading.region, municipalities: own }
  const compared = show === 'per-1000' ? placesPerCapita(indicator, from) : placesCompared(indicator, from)
  const groups = groupsFor(read.asked.place, own, country, locale)
  const group = groups.find(({ id }) => id === read.asked.group) ?? groupByDefault(groups, compared)
  const asked = { ...read.asked, show, group: group.id }
  // As an index, a sum moves like any other line.
  const region = show === 'index' ? reading.region : compared.region
  const courses = coursesOf(asked, group, { ...compared, region }, places, locale)
  const baseYears = show === 'index' ? sharedYears(courses, indicator) : []
  const base = baseYears.find((year) => year === asked.base) ?? baseYears[0] ?? null
  const inShow = (course: Course) => (base === null ? course : indexed(course, base, indicator))
  return {
    indicator,
    sources,
    locale,
    places,
    asked,
    problems: read.problems,
    compared,
    comparison:
      asked.place === null ? null : comparisonOf(compared, asked.place, group.members, asked.chosen),
    groups,
    group,
    shows: possible,
    known: [...new Set([...own, ...valued])].toSorted((one, other) =>
      bySwedishName(places.nameOf(one), places.nameOf(other)),
    ),
    region: inShow(courses.region),
    own: courses.own && inShow(courses.own),
    chosen: courses.chosen.map(inShow),
    peers: courses.peers.map(inShow),
    base,
    baseYears,
    preliminaryCount: every.figures.filter(
      (one) => one.isPreliminary && one.value !== null && one.year === compared.year?.year,
    ).length,
  }
}

/** Whom a place can be compared with as a group: those like it, or the network's. */
function groupsFor(
  place: string | null,
  network: readonly string[],
  { peersOf }: Country,
  locale: Locale,
): readonly PeerGroup[] {
  const texts = compareTextsIn(locale)
  return [
    ...(place === null ? [] : peersOf(place)),
    { id: networkGroup, title: texts.network, members: network },
  ]
}

/** Those most like it, if most of them have a value; else the network's. */
function groupByDefault(groups: readonly PeerGroup[], { values }: PlacesCompared): PeerGroup {
  const [first, last] = [groups[0], groups.at(-1)]
  const there = first?.members.filter((member) => values.has(member)).length ?? 0
  const found = first && there > first.members.length / 2 ? first : last
  return found ?? { id: networkGroup, title: '', members: [] }
}

interface Courses {
  readonly region: Course
  readonly own: Course | null
  readonly chosen: readonly Course[]
  readonly peers: readonly Course[]
}

function coursesOf(
  { place, chosen }: CompareAsked,
  group: PeerGroup,
  compared: PlacesCompared,
  { nameOf }: Places,
  locale: Locale,
): Courses {
  const course = (code: string) => ({ code, name: nameOf(code), values: valuesOf(compared, code) })
  const shown = new Set([...chosen, place])
  return {
    region: { code: null, name: textsIn(locale).region, values: compared.region },
    own: place === null ? null : course(place),
    chosen: chosen.map(course),
    peers: group.members
      .filter((code) => !shown.has(code))
      .map(course)
      .filter(({ values }) => values.some(({ value }) => value !== null))
      .toSorted((one, other) => bySwedishName(one.name, other.name)),
  }
}

/**
 * The years that can be 100: every line that is named has a value above zero then, and nothing has been counted in another
 * way since.
 */
function sharedYears({ region, own, chosen }: Courses, { breaks }: Indicator): readonly number[] {
  const named = [...(own ? [own] : []), ...chosen, region].filter(({ values }) =>
    values.some(({ value }) => value !== null),
  )
  const positive = named.map(
    ({ values }) => new Set(values.filter(({ value }) => (value ?? 0) > 0).map(({ year }) => year)),
  )
  const [first, ...others] = positive
  const years = [...(first ?? [])].filter((year) => others.every((set) => set.has(year)))
  const latest = Math.max(...years)
  return years
    .filter((year) => year < latest && !breakBetween(breaks, year, latest))
    .toSorted((a, b) => a - b)
}

function indexed(course: Course, base: number, { breaks }: Indicator): Course {
  const index = indexToBase(course.values, base, breaks)
  const values = index.kind === 'index' ? index.years.map(({ year, index: value }) => ({ year, value })) : []
  return { ...course, values }
}
