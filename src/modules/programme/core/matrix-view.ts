import { dayOf, daysBetween, type IsoDay } from '#platform/values/dates.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import { rowOf, type CellGrid, type GridEntry, type GridIntervention } from './cell-grid.ts'
import { reasonsFor } from './due.ts'

/** Which cells of the matrix somebody looks for. */
export const matrixFilters = ['all', 'mine', 'silent', 'stuck', 'delayed', 'no-owner'] as const
export type MatrixFilter = (typeof matrixFilters)[number]

/** In which order the rows stand: as they are numbered, those with the oldest words first, or those with most to see to. */
export const matrixOrders = ['number', 'oldest', 'most'] as const
export type MatrixOrder = (typeof matrixOrders)[number]

/** Who looks, and when. */
export interface Looking {
  /** The codes of the municipalities that are the reader's own. */
  readonly own: readonly string[]
  readonly personId: string
  readonly today: IsoDay
}

/** Whether a cell is one that is looked for. Nobody has an owner to ask of what has never been reported: that is silence. */
export function isLookedFor(entry: GridEntry, filter: MatrixFilter, looking: Looking): boolean {
  const { cell, municipality } = entry
  const isDue = (...kinds: readonly string[]) =>
    reasonsFor(cell, looking.today).some(({ kind }) => kinds.includes(kind))
  switch (filter) {
    case 'all':
      return true
    case 'mine':
      return (
        looking.own.includes(municipality.code) ||
        cell?.owner?.id === looking.personId ||
        cell?.deputy?.id === looking.personId
      )
    case 'silent':
      return isDue('never-reported', 'silent')
    case 'stuck':
      return cell?.status === 'stuck'
    case 'delayed':
      return cell?.status === 'delayed' || isDue('milestone-overdue')
    case 'no-owner':
      return isDue('no-owner')
  }
}

/** A row of the matrix as it is looked at. */
export interface LookedAtRow {
  readonly intervention: GridIntervention
  readonly entries: readonly { readonly entry: GridEntry; readonly isLookedFor: boolean }[]
}

/** The rows that hold anything looked for, in the order asked for. */
export function rowsLookedAt(
  grid: CellGrid,
  filter: MatrixFilter,
  order: MatrixOrder,
  looking: Looking,
): readonly LookedAtRow[] {
  return grid.interventions
    .map((intervention) => ({
      intervention,
      entries: rowOf(grid, intervention.id).map((entry) => ({
        entry,
        isLookedFor: isLookedFor(entry, filter, looking),
      })),
    }))
    .filter(({ entries }) => entries.some((one) => one.isLookedFor))
    .toSorted((a, b) => weightOf(b, order, looking) - weightOf(a, order, looking) || byNumber(a, b))
}

/** How far up a row belongs: by the age of its words together in days, or by how many of its cells need somebody. */
function weightOf({ entries }: LookedAtRow, order: MatrixOrder, { today }: Looking): number {
  switch (order) {
    case 'number':
      return 0
    case 'oldest':
      return entries.reduce((sum, { entry: { cell } }) => sum + ageOf(cell, today), 0)
    case 'most':
      return entries.filter(({ entry }) => reasonsFor(entry.cell, today).length > 0).length
  }
}

/** What has never been reported has waited longer than anything that has. */
const neverReportedDays = 3650

function ageOf(cell: GridEntry['cell'], today: IsoDay): number {
  return cell ? daysBetween(dayOf(cell.saidAt), today) : neverReportedDays
}

function byNumber(a: LookedAtRow, b: LookedAtRow): number {
  return a.intervention.number - b.intervention.number || bySwedishName(a.intervention.id, b.intervention.id)
}
