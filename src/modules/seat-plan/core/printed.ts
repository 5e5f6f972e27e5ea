import type { Locale } from '#platform/values/locale.ts'

export const printForms = ['badges', 'badges-a6', 'table-cards', 'hosts', 'people', 'tables', 'wall'] as const
export type PrintForm = (typeof printForms)[number]

export interface PrintedPerson {
  readonly name: string
  /** The fonts lack letters of the name: a line is left for it. */
  readonly isByHand: boolean
  readonly title: string
  readonly organisation: string
  /** The few letters that they have on the board. */
  readonly sign: string
  /** What names them at the door, and the same as a picture (SVG) that a camera reads. */
  readonly code: string
  readonly codePicture: string
  /** By round, what stands on the table; a dash for none. */
  readonly tables: readonly string[]
}

export interface PrintedTable {
  readonly id: string
  readonly name: string
  /** The place of its host in the list of people; null for none. */
  readonly host: number | null
  /** By round: what is asked there, and who sits there, by their places in the list of people. */
  readonly rounds: readonly { readonly questions: readonly string[]; readonly people: readonly number[] }[]
}

/** Everything that is printed of a seat plan, in one language; each form takes what it needs. */
export interface PrintedPlan {
  readonly title: string
  readonly author: string
  readonly language: Locale
  readonly event: string
  /** When and where. */
  readonly about: string
  readonly footer: string
  readonly rounds: readonly { readonly name: string; readonly short: string }[]
  readonly people: readonly PrintedPerson[]
  readonly tables: readonly PrintedTable[]
  readonly words: Readonly<
    Record<'table' | 'host' | 'name' | 'organisation' | 'byHand' | 'nobody' | 'notes', string>
  >
  /** The letters of our own typeface: a line with others is set in one that has them all. */
  readonly ownLetters: string
}
