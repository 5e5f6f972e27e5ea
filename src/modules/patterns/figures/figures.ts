import { fewest, gathered, suppressed } from '#modules/disclosure'

/** So many matters of a kind came in a period, and went like that. */
export interface MatterCount {
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
  readonly firstWord: Speed
  readonly plan: Speed
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

type Count = (one: MatterCount) => string

const timingOf = {
  'first-word': (one: MatterCount) => one.firstWord,
  plan: (one: MatterCount) => one.plan,
} as const
const topicOf: Count = ({ topic }) => topic
const municipalityOf: Count = ({ municipality }) => municipality ?? ''

/**
 * What may be told of one period; null where too few came. No matter of it is counted in any other figures, on any day, so
 * what is hidden here can be had from nowhere else.
 */
export function figuresOf(counts: readonly MatterCount[], days: readonly MatterDays[]): Figures | null {
  const came = sumOf(counts)
  if (came < fewest) return null
  const asked: Asked = { counts, days }
  return {
    came,
    firstWord: speedOfAll(asked, 'first-word'),
    plan: speedOfAll(asked, 'plan'),
    outcomes: partsOfAll(counts, ({ outcome }) => outcome, outcomes),
    verdicts: partsOfAll(counts, ({ verdict }) => verdict, verdicts),
    byTopic: rowsBy(asked, topicOf),
    byMunicipality: rowsBy(asked, municipalityOf),
  }
}

interface Asked {
  readonly counts: readonly MatterCount[]
  readonly days: readonly MatterDays[]
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

function partsOfAll(counts: readonly MatterCount[], of: Count, ids: readonly string[]): readonly Part[] {
  return groupsOf(counts, of, ids).map((group) => ({ ids: group.ids, count: group.total }))
}

function speedOfAll({ counts, days }: Asked, what: 'first-word' | 'plan'): Speed {
  return {
    parts: partsOfAll(counts, timingOf[what], timings),
    median: medianOf(days.filter((one) => one.what === what)),
  }
}

function rowsBy(asked: Asked, of: Count): readonly Row[] {
  const groups = groupsOf(asked.counts, of, [...new Set(asked.counts.map(of))].toSorted())
  const [firstWords, plans] = (['first-word', 'plan'] as const).map((what) =>
    speedsBy(asked, { groups, of }, what),
  )
  return groups.map(({ ids, total: came }, at) => ({
    ids,
    came,
    firstWord: firstWords?.[at] ?? untold,
    plan: plans?.[at] ?? untold,
  }))
}

const untold: Speed = { parts: [], median: null }

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
