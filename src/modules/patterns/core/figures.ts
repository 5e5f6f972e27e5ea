import { fewest, gathered, suppressed } from './suppression.ts'

/** So many matters of a kind came in a quarter, and went like that. */
export interface MatterCount {
  readonly quarter: number
  readonly topic: string
  /** Who leads it; null where nobody does yet. */
  readonly municipality: string | null
  readonly firstWord: Timing
  readonly plan: Timing
  readonly outcome: string
  readonly verdict: string
  readonly matters: number
}

/** So many took so many working days until a first word or a plan. */
export interface MatterDays {
  readonly quarter: number
  readonly topic: string
  readonly municipality: string | null
  readonly what: 'first-word' | 'plan'
  readonly days: number
  readonly matters: number
}

export const timings = ['in-time', 'late', 'none'] as const
type Timing = (typeof timings)[number]
export const outcomes = ['solved', 'partly', 'explained', 'not-possible', 'withdrawn', 'open'] as const
const verdicts = ['solved', 'partly', 'not', 'none'] as const
const quarters = [1, 2, 3, 4] as const

/** How many of a group are of some kinds together; null where that may not be told. */
export interface Part {
  readonly ids: readonly string[]
  readonly count: number | null
}

export interface Speed {
  readonly parts: readonly Part[]
  /** In working days, of those that have had it; null of fewer than five. */
  readonly median: number | null
}

/** A topic or a municipality, or several that are too small to be told alone; `''` is the one that is not known. */
export interface Row {
  readonly ids: readonly string[]
  readonly came: number | null
  /** Told of whole years only: of quarters it would be too few. */
  readonly firstWord: Speed | null
  readonly plan: Speed | null
}

export interface Figures {
  readonly came: number
  readonly firstWord: Speed
  readonly plan: Speed
  readonly outcomes: readonly Part[]
  readonly verdicts: readonly Part[]
  readonly byTopic: readonly Row[]
  readonly byMunicipality: readonly Row[]
}

export interface YearFigures {
  /** The quarters that are told by themselves, with how many came. */
  readonly quarters: readonly { readonly quarter: number; readonly came: number }[]
  /** Of the year or of the quarter that was asked for; null where too few came. */
  readonly figures: Figures | null
}

type Count = (one: MatterCount) => string

const timingOf = {
  'first-word': (one: MatterCount) => one.firstWord,
  plan: (one: MatterCount) => one.plan,
} as const
const quarterOf: Count = ({ quarter }) => String(quarter)
const topicOf: Count = ({ topic }) => topic
const municipalityOf: Count = ({ municipality }) => municipality ?? ''

/**
 * What may be told of one year, of the whole or of one quarter. Every table is made for the whole year and hidden as a
 * whole, whichever part of it is looked at: what is hidden in a quarter cannot be had from the year and the other quarters.
 */
export function figuresOf(
  counts: readonly MatterCount[],
  days: readonly MatterDays[],
  quarter: number | null,
): YearFigures {
  const all = sumOf(counts)
  if (all < fewest) return { quarters: [], figures: null }
  const byQuarter = groupsOf(counts, quarterOf, quarters.map(String))
  const alone = byQuarter
    .filter(({ ids, total }) => ids.length === 1 && total >= fewest)
    .map(({ ids, total }) => ({ quarter: Number(ids[0]), came: total }))
  const came = quarter === null ? all : alone.find((one) => one.quarter === quarter)?.came
  if (came === undefined) return { quarters: alone, figures: null }
  const asked: Asked = { counts, days, quarter, byQuarter }
  return {
    quarters: alone,
    figures: {
      came,
      firstWord: speedOfAll(asked, 'first-word'),
      plan: speedOfAll(asked, 'plan'),
      outcomes: partsOfAll(asked, ({ outcome }) => outcome, outcomes),
      verdicts: partsOfAll(asked, ({ verdict }) => verdict, verdicts),
      byTopic: rowsBy(asked, topicOf),
      byMunicipality: rowsBy(asked, municipalityOf),
    },
  }
}

interface Asked {
  readonly counts: readonly MatterCount[]
  readonly days: readonly MatterDays[]
  readonly quarter: number | null
  readonly byQuarter: readonly Group[]
}

interface Group {
  readonly ids: readonly string[]
  readonly total: number
}

/** What is told alone, and last what is told only together. */
function groupsOf(counts: readonly MatterCount[], of: Count, ids: readonly string[]): readonly Group[] {
  const totals = ids.map((id) => sumOf(counts.filter((one) => of(one) === id)))
  const { alone, together } = gathered(totals)
  const named = (indices: readonly number[]): Group => ({
    ids: indices.map((index) => ids[index] ?? ''),
    total: indices.reduce((sum, index) => sum + (totals[index] ?? 0), 0),
  })
  return [...alone.map((index) => named([index])), ...(together.length > 0 ? [named(together)] : [])]
}

function told(counts: readonly MatterCount[], rows: Side, columns: Side) {
  return suppressed(
    rows.groups.map((row) =>
      columns.groups.map((column) =>
        sumOf(counts.filter((one) => row.ids.includes(rows.of(one)) && column.ids.includes(columns.of(one)))),
      ),
    ),
  )
}

interface Side {
  readonly groups: readonly Group[]
  readonly of: Count
}

function partsOfAll(
  { counts, quarter, byQuarter }: Asked,
  of: Count,
  ids: readonly string[],
): readonly Part[] {
  const groups = groupsOf(counts, of, ids)
  if (quarter === null) return groups.map((group) => ({ ids: group.ids, count: group.total }))
  const at = byQuarter.findIndex((group) => group.ids.includes(String(quarter)))
  const cells = told(counts, { groups: byQuarter, of: quarterOf }, { groups, of })[at] ?? []
  return groups.map((group, column) => ({ ids: group.ids, count: cells[column] ?? null }))
}

function speedOfAll(asked: Asked, what: 'first-word' | 'plan'): Speed {
  const { days, quarter } = asked
  return {
    parts: partsOfAll(asked, timingOf[what], timings),
    median: medianOf(
      days.filter((one) => one.what === what && (quarter === null || one.quarter === quarter)),
    ),
  }
}

function rowsBy(asked: Asked, of: Count): readonly Row[] {
  const { counts, quarter, byQuarter } = asked
  const groups = groupsOf(counts, of, [...new Set(counts.map(of))].toSorted())
  const rows = { groups, of }
  const byTime = told(counts, rows, { groups: byQuarter, of: quarterOf })
  const column = byQuarter.findIndex((group) => group.ids.includes(String(quarter)))
  const isYear = quarter === null
  const speeds = isYear && {
    firstWord: speedsBy(asked, rows, 'first-word'),
    plan: speedsBy(asked, rows, 'plan'),
  }
  return groups.map(({ ids, total }, at) => ({
    ids,
    came: isYear ? total : (byTime[at]?.[column] ?? null),
    firstWord: (speeds && speeds.firstWord[at]) || null,
    plan: (speeds && speeds.plan[at]) || null,
  }))
}

function speedsBy({ counts, days }: Asked, rows: Side, what: 'first-word' | 'plan'): readonly Speed[] {
  const columns = { groups: groupsOf(counts, timingOf[what], timings), of: timingOf[what] }
  const cells = told(counts, rows, columns)
  const isTopic = rows.of === topicOf
  return rows.groups.map(({ ids }, at) => ({
    parts: columns.groups.map((column, index) => ({ ids: column.ids, count: cells[at]?.[index] ?? null })),
    median: medianOf(
      days.filter((one) => one.what === what && ids.includes(isTopic ? one.topic : (one.municipality ?? ''))),
    ),
  }))
}

/** The working days that half of them took at most; null of fewer than five. */
function medianOf(days: readonly MatterDays[]): number | null {
  const count = days.reduce((sum, { matters }) => sum + matters, 0)
  if (count < fewest) return null
  const ordered = days.toSorted((a, b) => a.days - b.days)
  let passed = 0
  for (const one of ordered) {
    passed += one.matters
    if (passed * 2 >= count) return one.days
  }
  return null
}

function sumOf(counts: readonly MatterCount[]): number {
  return counts.reduce((sum, { matters }) => sum + matters, 0)
}

/** How many of the parts are of that kind alone, if that may be told. */
export function countOf(parts: readonly Part[], id: string): number | null {
  return parts.find(({ ids }) => ids.length === 1 && ids[0] === id)?.count ?? null
}
