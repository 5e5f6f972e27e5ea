import type { Gender } from '#modules/statistics'
import type { Cell } from '#platform/office/cell.ts'
import type { Role } from './headings.ts'

/** One column that holds the values of one year, and of one gender where its heading says so. */
export interface YearColumn {
  readonly column: number
  /** The year's part of the heading. */
  readonly heading: Cell
  readonly gender: Gender | null
}

export type RoleColumns = ReadonlyMap<Role, number>

/**
 * How a table lies. Long: each row is one figure. Years across: each row is a place, each column a year. Places across:
 * each row is a year, each column a place.
 */
export type Layout =
  | { readonly form: 'long'; readonly headingRow: number; readonly columns: RoleColumns }
  | {
      readonly form: 'years-across'
      readonly headingRow: number
      readonly columns: RoleColumns
      readonly across: readonly YearColumn[]
    }
  | {
      readonly form: 'places-across'
      readonly headingRow: number
      readonly columns: RoleColumns
      readonly across: readonly { readonly column: number }[]
    }
export const forms = ['long', 'years-across', 'places-across'] as const
export type Form = (typeof forms)[number]

/** What the person says of the table, where the recognition is wrong or not sure. */
export interface LayoutChoice {
  readonly form?: Form
  /** The row with the headings, as the spreadsheet counts it; 0 when there is none. */
  readonly headingRow?: number
  /** Columns by their letters. */
  readonly columns?: { readonly [role in Role]?: string }
  /** For a table that is of one year and does not say so in a column. */
  readonly year?: number
}
