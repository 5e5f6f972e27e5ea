import type { Bilingual } from '#platform/values/locale.ts'
import type { Cell } from './cell.ts'

export interface GridMunicipality {
  readonly code: string
  readonly slug: string
  readonly name: string
}

export interface GridIntervention {
  readonly id: string
  readonly number: number
  readonly name: Bilingual
  /** Out of the framework; shown only to who asks for it by name. */
  readonly isRetired: boolean
}

/** Where one intervention meets one municipality; the cell is null where nobody has spoken. */
export interface GridEntry {
  readonly intervention: GridIntervention
  readonly municipality: GridMunicipality
  readonly cell: Cell | null
}

/** Municipalities against interventions: the whole, one row, or one column. */
export interface CellGrid {
  readonly municipalities: readonly GridMunicipality[]
  readonly interventions: readonly GridIntervention[]
  /** Row by row in the order of `interventions`, within a row in the order of `municipalities`. */
  readonly entries: readonly GridEntry[]
}

/** The entries of one intervention, municipality by municipality. */
export function rowOf(grid: CellGrid, intervention: string): readonly GridEntry[] {
  return grid.entries.filter((entry) => entry.intervention.id === intervention)
}

/** The entries of one municipality, intervention by intervention. */
export function columnOf(grid: CellGrid, municipality: string): readonly GridEntry[] {
  return grid.entries.filter((entry) => entry.municipality.code === municipality)
}

/** Whether anything in it is made up. */
export function holdsExamples(entries: readonly GridEntry[]): boolean {
  return entries.some(({ cell }) => cell?.isExample ?? false)
}
