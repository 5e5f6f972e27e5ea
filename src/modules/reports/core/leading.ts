import type { CellGrid, GridEntry } from '#modules/programme'
import type { IsoDay } from '#platform/values/dates.ts'

/** How many neighbours are told of beside one intervention: who reads it has one page. */
const mostNeighbours = 2

/** One intervention of a municipality, with what neighbours have done about the same. */
export interface Led {
  readonly entry: GridEntry
  /** Those that have come furthest. */
  readonly neighbours: readonly GridEntry[]
}

/** What the leaders of a municipality have to know on one page. */
export interface Leading {
  /** Stuck first, then what is late. */
  readonly needsYou: readonly Led[]
  /** Goes as meant, is finished or is decided to begin. */
  readonly onTrack: readonly GridEntry[]
  /** What nobody has ever spoken of. */
  readonly unknown: readonly Led[]
  /** Broken off. */
  readonly ended: readonly GridEntry[]
}

/** Sorts a municipality's cells by what they ask of its leaders. */
export function leadingOf(grid: CellGrid, municipality: string, today: IsoDay): Leading {
  const own = grid.entries.filter((entry) => entry.municipality.code === municipality)
  const led = (entry: GridEntry): Led => ({ entry, neighbours: neighboursOf(entry, grid) })
  const needing = own.filter((entry) => urgencyOf(entry, today) > 0)
  const others = own.filter((entry) => !needing.includes(entry))
  return {
    needsYou: needing.toSorted((a, b) => urgencyOf(b, today) - urgencyOf(a, today)).map(led),
    onTrack: others.filter(({ cell }) => cell !== null && cell.status !== 'stopped'),
    unknown: others.filter(({ cell }) => cell === null).map(led),
    ended: others.filter(({ cell }) => cell?.status === 'stopped'),
  }
}

/** Zero for what needs nobody; what is finished or broken off never does. */
function urgencyOf({ cell }: GridEntry, today: IsoDay): number {
  if (!cell || cell.status === 'done' || cell.status === 'stopped') return 0
  if (cell.status === 'stuck') return 3
  if (cell.status === 'delayed') return 2
  return cell.milestone && cell.milestone.on < today ? 1 : 0
}

/** Neighbours that have finished the same or are on their way; the finished ones first, then the freshest word. */
function neighboursOf({ intervention, municipality }: GridEntry, grid: CellGrid): readonly GridEntry[] {
  return grid.entries
    .filter(
      (entry) =>
        entry.intervention.id === intervention.id &&
        entry.municipality.code !== municipality.code &&
        (entry.cell?.status === 'done' || entry.cell?.status === 'on-plan'),
    )
    .toSorted((a, b) => rankOf(b) - rankOf(a) || saidAt(b) - saidAt(a))
    .slice(0, mostNeighbours)
}

function rankOf({ cell }: GridEntry): number {
  return cell?.status === 'done' ? 1 : 0
}

function saidAt({ cell }: GridEntry): number {
  return cell?.saidAt.getTime() ?? 0
}
