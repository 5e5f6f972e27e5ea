import type { Status } from './status.ts'

/** A person who stands in a cell. The name is null for readers who may not know it. */
export interface NamedPerson {
  readonly id: string
  readonly name: string | null
}

export interface Milestone {
  readonly text: string
  /** A day, `2026-11-24`. */
  readonly on: string
}

/** One municipality's word on one intervention. */
export interface Cell {
  readonly status: Status
  readonly text: string
  readonly owner: NamedPerson | null
  readonly deputy: NamedPerson | null
  readonly milestone: Milestone | null
  /** Made up, to show what the page is for. Gone as soon as an officer speaks. */
  readonly isExample: boolean
  /** Counts the changes. */
  readonly version: number
  readonly saidAt: Date
  readonly saidBy: NamedPerson | null
  /** When the cell was passed on since, and by whom, without anything being said anew; null when it was not. */
  readonly handedOver: { readonly at: Date; readonly by: NamedPerson | null } | null
}

/** The version of a cell that nobody has spoken for yet. */
export const unspoken = 0

/** The content of a word, as it is compared, stored and kept in the audit log. */
export interface Word {
  readonly status: Status
  readonly text: string
  readonly owner: string | null
  readonly deputy: string | null
  readonly milestone: string | null
  readonly milestoneOn: string | null
}

/** What a cell says, without who said it and when. */
export function wordOf(cell: Cell): Word {
  return {
    status: cell.status,
    text: cell.text,
    owner: cell.owner?.id ?? null,
    deputy: cell.deputy?.id ?? null,
    milestone: cell.milestone?.text ?? null,
    milestoneOn: cell.milestone?.on ?? null,
  }
}
