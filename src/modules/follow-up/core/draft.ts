import type { Sheet } from './sheet.ts'

/** What has been begun and not sent. The version counts the savings, that it was sent among them. */
export interface Draft {
  /** Null when it has been sent. */
  readonly typed: Sheet | null
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: { readonly id: string; readonly name: string | null }
}

/**
 * Whether somebody who has seen a draft in that version would write over what a colleague has saved since. One's own later
 * savings are no surprise: a page saves by itself while it is sent.
 */
export function isColleaguesSince(draft: Draft | undefined, seen: number, personId: string): boolean {
  return draft !== undefined && draft.typed !== null && draft.version > seen && draft.savedBy.id !== personId
}
