/** Whom a figure speaks of, where its source tells women and men apart. Their order is stored. */
export const genders = ['all', 'women', 'men'] as const
export type Gender = (typeof genders)[number]

/** Why a place has no value for a year. Missing is never zero. New reasons are added last: their order is stored. */
export const missingReasons = [
  'too-few-answers',
  'not-participated',
  'not-yet-published',
  'discontinued',
  'not-in-source',
  'suppressed',
] as const
export type MissingReason = (typeof missingReasons)[number]

/** A value, or why there is none. */
export type Said =
  | { readonly value: number; readonly missing: null }
  | { readonly value: null; readonly missing: MissingReason }

/** One place, one year, one gender: a value, or why there is none. */
export type Figure = {
  /** The place's official code: four digits for a Swedish municipality, `G…` for a group of Kolada's. */
  readonly place: string
  readonly gender: Gender
  readonly year: number
  /** The source may still change it without calling that a revision. */
  readonly isPreliminary: boolean
  readonly note: string | null
} & Said

/** Whether two figures of the same place, year and gender say the same. */
export function saysTheSame(one: Figure, other: Figure): boolean {
  return (
    one.value === other.value &&
    one.missing === other.missing &&
    one.isPreliminary === other.isPreliminary &&
    one.note === other.note
  )
}

/** A code as it is stored beside a value: the reason's place in the list, or null. */
export function codeOf(missing: MissingReason | null): number | null {
  return missing === null ? null : missingReasons.indexOf(missing)
}

/** What was stored: a value or a reason, never both and never neither. */
export function saidBy(value: number | null, missing: number | null): Said {
  if (value !== null) return { value, missing: null }
  const reason = missing === null ? undefined : missingReasons[missing]
  if (reason === undefined) throw new Error(`A figure has neither a value nor a known reason (${missing})`)
  return { value: null, missing: reason }
}
