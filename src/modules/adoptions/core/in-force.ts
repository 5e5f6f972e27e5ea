import type { IsoDay } from '#platform/values/dates.ts'

/** A version by when it was decided, as far as that is known. */
export interface Decided {
  readonly version: number
  readonly decidedOn: string | null
}

/** What is in force on a day: one version for sure, one of some, or none that is known. */
export type InForce<Version extends Decided> =
  | { readonly kind: 'one'; readonly version: Version }
  | {
      readonly kind: 'unsure'
      /** Those that may be in force, the latest last. */
      readonly candidates: readonly Version[]
      /** Whether it may also be that none was decided yet. */
      readonly maybeNone: boolean
    }
  | { readonly kind: 'none' }

/** The days between which something was decided. */
interface Span {
  readonly first: IsoDay
  readonly last: IsoDay
}

const unknown: Span = { first: '0000-01-01', last: '9999-12-31' }

/** From the first to the last day that a year, a month or a day may mean; every day where nothing is known. */
export function spanOf(decidedOn: string | null): Span {
  if (decidedOn === null) return unknown
  if (/^\d{4}$/.test(decidedOn)) return { first: `${decidedOn}-01-01`, last: `${decidedOn}-12-31` }
  // A month is taken to have 31 days: a day that is not is never asked for.
  if (/^\d{4}-\d{2}$/.test(decidedOn)) return { first: `${decidedOn}-01`, last: `${decidedOn}-31` }
  return { first: decidedOn, last: decidedOn }
}

/**
 * What was in force on a day: the version decided on or before it that no other had followed. Of two with the same day, month or
 * year the one entered later follows. Where a decision's day is known only roughly, the answer is sure only when it is the
 * same for every day it may have been.
 */
export function inForceOn<Version extends Decided>(
  versions: readonly Version[],
  day: IsoDay,
): InForce<Version> {
  const begun = versions
    .filter(({ decidedOn }) => spanOf(decidedOn).first <= day)
    .toSorted((a, b) => a.version - b.version)
  const sure = begun.filter(({ decidedOn }) => spanOf(decidedOn).last <= day)
  const candidates = begun.filter((one) => !sure.some((other) => surelyFollows(other, one)))
  const [only, ...others] = candidates
  if (!only) return { kind: 'none' }
  if (others.length === 0 && sure.includes(only)) return { kind: 'one', version: only }
  return { kind: 'unsure', candidates, maybeNone: sure.length === 0 }
}

function surelyFollows(later: Decided, earlier: Decided): boolean {
  if (later.decidedOn === earlier.decidedOn) return later.version > earlier.version
  return spanOf(later.decidedOn).first > spanOf(earlier.decidedOn).last
}
