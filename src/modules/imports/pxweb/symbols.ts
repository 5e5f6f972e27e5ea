import type { MissingReason } from '#modules/statistics'

/**
 * Why a cell holds a symbol instead of a number, in tables made with PxWeb. It writes null for the value and the
 * symbol as the cell's status.
 *
 * None becomes zero, not even `-`. Offices define it as "nil, or nothing to report" and use it for both: for a place
 * where nothing was counted and for one where nothing could be. A zero would be drawn, summed and ranked as if it had
 * been measured; a gap that carries its symbol as a note can be read as zero by a person who knows the table.
 *
 * `.` is "cannot occur", `..` "not available or too uncertain to be given": what they have in common is that the
 * source gives nothing, and no more is claimed. `:` is "may not be published".
 */
const usual: ReadonlyMap<string, MissingReason> = new Map([
  ['-', 'not-in-source'],
  ['.', 'not-in-source'],
  ['..', 'not-in-source'],
  ['...', 'not-in-source'],
  ['....', 'not-in-source'],
  ['.....', 'not-in-source'],
  ['......', 'not-in-source'],
  [':', 'suppressed'],
])

/** The reason behind a symbol. An office's own reading of it comes first; an unknown one says only that nothing came. */
export function reasonFor(
  symbol: string | null,
  own: Readonly<Record<string, MissingReason>>,
): MissingReason {
  if (symbol === null) return 'not-in-source'
  const written = symbol.trim()
  return (Object.hasOwn(own, written) ? own[written] : undefined) ?? usual.get(written) ?? 'not-in-source'
}

/** Statuses beside a value that say it may still change. */
export function saysPreliminary(status: string | null): boolean {
  return status !== null && /^(?:p|\*|prel\.?|preliminary)$/i.test(status.trim())
}
