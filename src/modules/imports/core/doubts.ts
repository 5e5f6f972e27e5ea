import { strangeness } from './unit-range.ts'

/** What is strange about a value that was entered. A person decides whether it is right all the same. */
export type Doubt =
  | { readonly kind: 'impossible' | 'unusual' | 'not-whole' | 'year-ahead' }
  /** More than ten times the value known before it, or less than a tenth of it. */
  | { readonly kind: 'far-from-before'; readonly year: number; readonly value: number }

const far = 10

/** What is strange about a value beside the latest one known before its year. */
export function doubtsAbout(
  value: number,
  unit: string,
  before: { readonly year: number; readonly value: number } | null,
): readonly Doubt[] {
  const doubts: Doubt[] = []
  const strange = strangeness(value, unit)
  if (strange === 'value-impossible') doubts.push({ kind: 'impossible' })
  if (strange === 'outside-usual-range') doubts.push({ kind: 'unusual' })
  if (strange === 'not-whole') doubts.push({ kind: 'not-whole' })
  if (before && isFar(value, before.value)) doubts.push({ kind: 'far-from-before', ...before })
  return doubts
}

function isFar(value: number, before: number): boolean {
  const [one, other] = [Math.abs(value), Math.abs(before)]
  return one !== 0 && other !== 0 && (one / other > far || other / one > far)
}
