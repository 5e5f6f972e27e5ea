/**
 * What may be told of small numbers. The rule, after what statistical offices do (cell suppression with an audit of
 * what can still be worked out):
 *
 * 1. No group of fewer than five is told. Small rows and columns are put together until each has five, so that every
 *    total may be told.
 * 2. Inside a table every number from 1 to 4 is hidden, and others with it until, from all that is told, whoever
 *    subtracts can place each hidden number only within a span of at least five.
 *
 * From 2 follows that no set of hidden numbers whose sum can be worked out holds fewer than five: each number of such a
 * set would lie between 0 and that sum. The audit is exact, also for whole numbers: the hidden cells of a table with known
 * totals are the edges of a flow between its rows and its columns.
 */
export const fewest = 5

/** A table of counts: rows of columns. */
export type Counts = readonly (readonly number[])[]
/** What is told of it; null is hidden. */
export type Told = readonly (readonly (number | null)[])[]

/** A number that somebody could not be told alone. */
function isSmall(count: number): boolean {
  return count > 0 && count < fewest
}

/** Which of the groups are told by themselves, and which only together: until those too are five, the smallest joins them. */
export function gathered(totals: readonly number[]): {
  readonly alone: readonly number[]
  readonly together: readonly number[]
} {
  const together = new Set([...totals.keys()].filter((index) => isSmall(totals[index] ?? 0)))
  const sum = () => [...together].reduce((all, index) => all + (totals[index] ?? 0), 0)
  const bySize = [...totals.keys()]
    .filter((index) => (totals[index] ?? 0) >= fewest)
    .toSorted((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || a - b)
  for (const index of bySize) if (together.size > 0 && sum() < fewest) together.add(index)
  return {
    alone: [...totals.keys()].filter((index) => !together.has(index)),
    together: [...together].toSorted((a, b) => a - b),
  }
}

/** The table as it may be told. Its rows and columns are none or five each, as `gathered` leaves them. */
export function suppressed(counts: Counts): Told {
  const hidden = counts.map((row) => row.map(isSmall))
  for (let open = mostOpen(counts, hidden); open; open = mostOpen(counts, hidden))
    hideWith(counts, hidden, open)
  return counts.map((row, at) => row.map((count, column) => (hidden[at]?.[column] === true ? null : count)))
}

type Hidden = boolean[][]
interface Cell {
  readonly row: number
  readonly column: number
}

function mostOpen(counts: Counts, hidden: Hidden): Cell | null {
  for (const cell of cellsIn(hidden)) {
    const { least, most } = reachOf(counts, hidden, cell)
    if (most - least < fewest) return cell
  }
  return null
}

function cellsIn(hidden: readonly (readonly boolean[])[]): readonly Cell[] {
  return hidden.flatMap((row, at) => row.flatMap((is, column) => (is ? [{ row: at, column }] : [])))
}

/**
 * Hides what protects a cell best: with it, another of its row and one of its column, and the one where those meet. The
 * smallest that give it room are taken, else the largest there are.
 */
function hideWith(counts: Counts, hidden: Hidden, cell: Cell): void {
  const [best] = coversOf(counts, hidden, cell).toSorted((a, b) => a.cost - b.cost)
  // With everything hidden the totals alone are told, and each of those is five: see the file's head.
  for (const one of best?.cells ?? cellsOf(counts)) {
    const line = hidden[one.row]
    if (line) line[one.column] = true
  }
}

interface Cover {
  readonly cells: readonly Cell[]
  readonly cost: number
}

/** What may be hidden with a cell, and how much is lost by it; what gives it too little room costs more than all else. */
function coversOf(counts: Counts, hidden: Hidden, { row, column }: Cell): readonly Cover[] {
  const at = (r: number, c: number) => counts[r]?.[c] ?? 0
  const others = cellsOf(counts).filter((one) => one.row !== row && one.column !== column)
  return others.flatMap(({ row: r, column: c }) => {
    const corner = [
      { row, column: c },
      { row: r, column },
      { row: r, column: c },
    ]
    const cells = corner.filter((one) => hidden[one.row]?.[one.column] !== true)
    const room = Math.min(at(row, c), at(r, column)) + Math.min(at(row, column), at(r, c))
    const lost = cells.reduce((sum, one) => sum + at(one.row, one.column), 0)
    return cells.length === 0 ? [] : [{ cells, cost: room >= fewest ? lost : 1e9 - room * 1e3 + lost }]
  })
}

function cellsOf(counts: Counts): readonly Cell[] {
  return counts.flatMap((line, row) => line.map((_count, column) => ({ row, column })))
}

/** Between which numbers a hidden cell can be placed by whoever knows all totals and all that is not hidden. */
function reachOf(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  cell: Cell,
): { readonly least: number; readonly most: number } {
  const value = counts[cell.row]?.[cell.column] ?? 0
  return {
    least: value - Math.min(value, flow(counts, hidden, cell, 'less')),
    most: value + flow(counts, hidden, cell, 'more'),
  }
}

/**
 * How far the other hidden cells can make up for the one that grows or shrinks, as the greatest flow from its row to its
 * column. One that grows takes from others in its row; a cell can give what it has, and take without end.
 */
function flow(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  { row, column }: Cell,
  way: 'more' | 'less',
): number {
  const rows = counts.length
  const size = rows + (counts[0]?.length ?? 0)
  const room = Array.from({ length: size }, () => new Float64Array(size))
  for (const other of cellsIn(hidden)) {
    if (other.row === row && other.column === column) continue
    const value = counts[other.row]?.[other.column] ?? 0
    const to = rows + other.column
    room[other.row]?.fill(way === 'more' ? value : Infinity, to, to + 1)
    room[to]?.fill(way === 'more' ? Infinity : value, other.row, other.row + 1)
  }
  return greatestFlow(room, row, rows + column)
}

function greatestFlow(room: readonly Float64Array[], from: number, to: number): number {
  let all = 0
  for (let path = pathIn(room, from, to); path; path = pathIn(room, from, to)) {
    const steps = path.slice(1).map((node, index) => [path?.[index] ?? 0, node] as const)
    const much = Math.min(...steps.map(([a, b]) => room[a]?.[b] ?? 0))
    if (much === Infinity) return Infinity
    for (const [a, b] of steps) {
      const [there, back] = [room[a], room[b]]
      if (there) there[b] = (there[b] ?? 0) - much
      if (back) back[a] = (back[a] ?? 0) + much
    }
    all += much
  }
  return all
}

/** The shortest way on which there is room. */
function pathIn(room: readonly Float64Array[], from: number, to: number): readonly number[] | null {
  const cameFrom = new Map<number, number>([[from, from]])
  const queue = [from]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (node === to) return wayBack(cameFrom, from, to)
    for (const [next, left] of (room[node] ?? []).entries())
      if (left > 0 && !cameFrom.has(next)) {
        cameFrom.set(next, node)
        queue.push(next)
      }
  }
  return null
}

function wayBack(cameFrom: ReadonlyMap<number, number>, from: number, to: number): readonly number[] {
  const way = [to]
  for (let node = to; node !== from; node = cameFrom.get(node) ?? from)
    way.unshift(cameFrom.get(node) ?? from)
  return way
}
