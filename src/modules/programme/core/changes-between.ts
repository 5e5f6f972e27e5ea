import { wordOf, type Cell } from './cell.ts'
import type { CellGrid, GridEntry, GridMunicipality } from './cell-grid.ts'
import { changedFields, type WordChange } from './history.ts'
import { standingOf, standings, type Standing } from './status.ts'

/** A cell in which something was said between two moments. */
export interface CellChange {
  /** As it stands at the later moment. */
  readonly entry: GridEntry
  readonly before: Cell | null
  readonly after: Cell
  /** Nothing where the same was said again. */
  readonly fields: readonly WordChange[]
}

/** What one municipality has said between two moments. */
export interface MunicipalityChanges {
  readonly municipality: GridMunicipality
  readonly changes: readonly CellChange[]
}

/** How many cells went from one standing to another. */
export interface Move {
  readonly from: Standing
  readonly to: Standing
  readonly count: number
}

/** What was said between two moments, municipality by municipality; those that said nothing are left out. */
export function changesBetween(before: CellGrid, after: CellGrid): readonly MunicipalityChanges[] {
  const cellBefore = new Map(before.entries.map((entry) => [placeOf(entry), entry.cell]))
  const changes = after.entries.flatMap((entry): CellChange[] => {
    const earlier = cellBefore.get(placeOf(entry)) ?? null
    const { cell } = entry
    if (cell === null || cell.version === earlier?.version) return []
    const fields = changedFields(earlier && wordOf(earlier), wordOf(cell))
    return [{ entry, before: earlier, after: cell, fields }]
  })
  return after.municipalities
    .map((municipality) => ({
      municipality,
      changes: changes.filter(({ entry }) => entry.municipality.code === municipality.code),
    }))
    .filter((one) => one.changes.length > 0)
}

/** How cells have moved between standings, in the order from what is not begun to what is over. */
export function movesAmong(changes: readonly CellChange[]): readonly Move[] {
  return standings
    .flatMap((from) => standings.map((to) => ({ from, to })))
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => ({
      from,
      to,
      count: changes.filter(({ before, after }) => standingOf(before) === from && after.status === to).length,
    }))
    .filter(({ count }) => count > 0)
}

function placeOf({ intervention, municipality }: GridEntry): string {
  return `${intervention.id} ${municipality.code}`
}
