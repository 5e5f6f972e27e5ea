import type { IsoDay } from '#platform/values/dates.ts'
import { isId } from '#platform/values/ids.ts'

/** What an officer looks at: what is theirs, their town halls’, what waits for the company, what is late or soon will be, what is closed. */
export const inboxViews = ['mine', 'municipality', 'risk', 'waiting', 'closed'] as const
/** The coordinator's besides: everything through the common door. */
export const coordinatorViews = ['all', 'risk', 'waiting', 'closed'] as const
export type InboxView = (typeof inboxViews)[number] | 'all'

/** What a matter waits for, and by which day. */
export type Due =
  | { readonly what: 'first-word' | 'plan' | 'step'; readonly on: IsoDay }
  | { readonly what: 'company' | 'nothing' | 'closed' }

interface Dated {
  readonly state: 'open' | 'waiting' | 'closed'
  readonly firstWordBy: IsoDay
  readonly firstWordAt: Date | null
  readonly planBy: IsoDay
  readonly plannedAt: Date | null
  readonly stepBy: IsoDay | null
}

/** The next thing that is waited for; the database orders by the same. */
export function dueOf({ state, firstWordBy, firstWordAt, planBy, plannedAt, stepBy }: Dated): Due {
  if (state === 'closed') return { what: 'closed' }
  if (state === 'waiting') return { what: 'company' }
  if (firstWordAt === null) return { what: 'first-word', on: firstWordBy }
  if (plannedAt === null) return { what: 'plan', on: planBy }
  return stepBy === null ? { what: 'nothing' } : { what: 'step', on: stepBy }
}

/** Where the next page begins: after this row. */
export interface Mark {
  readonly key: string
  readonly id: string
}

/** A mark as it stands in an address: `2026-12-01~6f…`; anything else is the beginning. */
export function markIn(written: string): Mark | null {
  const [, key, id] = /^(infinity|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)~([0-9a-f-]{36})$/.exec(written) ?? []
  return key !== undefined && id !== undefined && isId(id) ? { key, id } : null
}

export function markFor({ key, id }: Mark): string {
  return `${key}~${id}`
}

/** The year and number that a matter is spoken of by; null for what is none. */
export function numberIn(written: string): { readonly year: number; readonly number: number } | null {
  const [, year, number] = /^(\d{4})-(\d{1,9})$/.exec(written.trim()) ?? []
  return year === undefined || number === undefined ? null : { year: Number(year), number: Number(number) }
}
