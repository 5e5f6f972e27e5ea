import type { Composition, RoundTables } from './bound-tables.ts'

/** Beyond this many steps the exact answer takes too long, and one that is a little higher is taken. */
const mostSteps = 30_000_000

/** The most that one round can be worth, if meetings and meetings of organisations count with these parts of their worth. */
export function roundBound(round: RoundTables, meetings: number, organisations: number): number {
  const tables = round.tables.map((options) =>
    options.map((one) => ({
      of: one.of,
      worth: meetings * one.meetings + organisations * one.organisations,
    })),
  )
  const cells = round.there.reduce((product, count) => product * (count + 1), 1)
  const steps = cells * tables.reduce((sum, options) => sum + options.length, 0)
  const found = steps <= mostSteps ? exactly(round.there, tables, cells) : relaxed(round.there, tables)
  // Where the hard rules allow no composition at all they will be broken, and nothing is proven but the loosest.
  return Number.isFinite(found) ? found : loosely(round)
}

interface Option {
  readonly of: readonly number[]
  readonly worth: number
}

/**
 * Table by table: the best for every number of each kind already seated, all numbers in one index. Only those numbers are looked at that
 * the tables so far can have taken and that leave enough, and not too many, for the tables to come.
 */
function exactly(there: readonly number[], tables: readonly (readonly Option[])[], cells: number): number {
  const weights = there.map((_, kind) =>
    there.slice(0, kind).reduce((product, count) => product * (count + 1), 1),
  )
  const indexOf = (of: readonly number[]) =>
    of.reduce((sum, count, kind) => sum + count * (weights[kind] ?? 0), 0)
  let best = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  for (const [index, options] of tables.entries()) {
    const next = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
    const [low, high] = seatedBefore(there, tables, index)
    for (const { of, worth } of options) {
      const room = high.map((most, kind) => Math.min(most, (there[kind] ?? 0) - (of[kind] ?? 0)))
      addTable(best, next, { step: indexOf(of), worth, low, high: room, weights })
    }
    best = next
  }
  return best[cells - 1] ?? Number.NEGATIVE_INFINITY
}

/** How many of each kind can sit at the tables before this one, at least and at most. */
function seatedBefore(there: readonly number[], tables: readonly (readonly Option[])[], index: number) {
  const before = tables.slice(0, index)
  const after = tables.slice(index)
  const least = (of: readonly (readonly Option[])[], kind: number) =>
    of.reduce((sum, options) => sum + Math.min(...options.map((option) => option.of[kind] ?? 0)), 0)
  const most = (of: readonly (readonly Option[])[], kind: number) =>
    of.reduce((sum, options) => sum + Math.max(...options.map((option) => option.of[kind] ?? 0)), 0)
  return [
    there.map((count, kind) => Math.max(least(before, kind), count - most(after, kind))),
    there.map((count, kind) => Math.min(most(before, kind), count - least(after, kind))),
  ] as const
}

interface Addition {
  readonly step: number
  readonly worth: number
  /** By kind: from so many to so many are seated already. */
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly weights: readonly number[]
}

function addTable(
  best: Float64Array,
  next: Float64Array,
  { step, worth, low, high, weights }: Addition,
): void {
  if (high.some((count, kind) => count < (low[kind] ?? 0))) return
  const [first = 0] = low
  const [last = 0] = high
  // All numbers of the first kind lie side by side; the rest is counted up like the wheels of a milometer.
  const wheels = [0, ...low.slice(1)]
  for (;;) {
    const base = wheels.reduce((sum, count, kind) => sum + count * (weights[kind] ?? 0), 0)
    for (let cell = base + first; cell <= base + last; cell += 1) {
      const value = (best[cell] as number) + worth
      if (value > (next[cell + step] as number)) next[cell + step] = value
    }
    let kind = 1
    while (kind < high.length && wheels[kind] === high[kind]) {
      wheels[kind] = low[kind] ?? 0
      kind += 1
    }
    if (kind >= high.length) return
    wheels[kind] = (wheels[kind] ?? 0) + 1
  }
}

/**
 * Each kind has a price; a table takes what is worth most above its prices, and the people's prices are added. For any prices that is at
 * least the truth, so prices are only moved to where it is low.
 */
function relaxed(there: readonly number[], tables: readonly (readonly Option[])[]): number {
  const prices = there.map(() => 0)
  let best = Number.POSITIVE_INFINITY
  let step = 4
  for (let turn = 0; turn < 400; turn += 1) {
    let value = there.reduce((sum, count, kind) => sum + count * (prices[kind] ?? 0), 0)
    const taken = there.map(() => 0)
    for (const options of tables) {
      const chosen = dearest(options, prices)
      if (chosen === undefined) return Number.NEGATIVE_INFINITY
      value += chosen.above
      for (const [kind, count] of chosen.of.entries()) taken[kind] = (taken[kind] ?? 0) + count
    }
    if (value < best) best = value
    else step *= 0.95
    const off = there.map((count, kind) => (taken[kind] ?? 0) - count)
    const length = Math.hypot(...off)
    if (length === 0) return best
    for (const kind of prices.keys()) prices[kind] = (prices[kind] ?? 0) + (step * (off[kind] ?? 0)) / length
  }
  return best
}

function dearest(options: readonly Option[], prices: readonly number[]) {
  let chosen: { of: readonly number[]; above: number } | undefined
  for (const { of, worth } of options) {
    const above = worth - of.reduce((sum, count, kind) => sum + count * (prices[kind] ?? 0), 0)
    if (chosen === undefined || above > chosen.above) chosen = { of, above }
  }
  return chosen
}

/** Every table full of the worthiest mix without regard to who is there. */
function loosely({ tables }: RoundTables): number {
  return tables.some((options) => options.length === 0)
    ? Number.POSITIVE_INFINITY
    : tables.reduce((sum, options) => sum + worthiest(options), 0)
}

function worthiest(options: readonly Composition[]): number {
  return Math.max(0, ...options.map((one) => one.meetings + one.organisations))
}
