/** How many were heard of those there are: in numbers, and as a share of all that were heard or are there. */
export interface HeardGroup {
  /** A size, a branch or a municipality; null where it is not known. */
  readonly id: string | null
  readonly matters: number
  readonly visits: number
  /** The companies behind them, each once. */
  readonly heard: number
  /** How many companies there are, by the register; null where it does not tell. */
  readonly there: number | null
  readonly comparison: Comparison | null
}

/** The group's share of the companies, and its share of those that were heard with how far chance can have moved it. */
export interface Comparison {
  readonly ofAll: number
  readonly ofHeard: number
  readonly low: number
  readonly high: number
  readonly says: 'less' | 'more' | 'as-many'
}

/** Of fewer companies heard, shares say nothing. */
export const fewestHeard = 20
/** The normal distribution's 97.5th percentile: the span holds in 95 cases of 100. */
const z = 1.959964

/** Between which shares the true one lies, by Wilson's score interval (1927); it holds for few and for none too. */
export function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const share = count / of
  const spread = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of)
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) }
}

export interface HeardCount {
  readonly municipality: string | null
  readonly size: string | null
  readonly branch: string | null
  readonly matters: number
  readonly visits: number
  readonly companies: number
}

/** How many companies there are of a kind, as a register counts them; null where it does not tell them apart. */
export interface RegisterCount {
  readonly municipality: string
  readonly size: string | null
  readonly branch: string | null
  readonly companies: number
}

export type Dimension = 'size' | 'branch' | 'municipality'

/**
 * The groups of one dimension. Sizes and branches come with the one first that is heard the least beside how many there
 * are; municipalities stand in their own order, for they are not ranked.
 */
export function heardBy(
  dimension: Dimension,
  counts: readonly HeardCount[],
  register: readonly RegisterCount[],
  known: readonly string[],
): readonly HeardGroup[] {
  const isTold = register.length > 0 && register.every((one) => one[dimension] !== null)
  const thereOf = (id: string) =>
    isTold ? sum(register.filter((one) => one[dimension] === id).map(({ companies }) => companies)) : null
  const all = sum(register.map(({ companies }) => companies))
  // Who is in no group of the register is left out of the comparison, and told as not known.
  const heard = sum(counts.filter((one) => one[dimension] !== null).map(({ companies }) => companies))
  const groups = [...known, null].map((id): HeardGroup => {
    const own = counts.filter((one) => one[dimension] === id)
    const there = id === null ? null : thereOf(id)
    const count = sum(own.map(({ companies }) => companies))
    return {
      id,
      matters: sum(own.map(({ matters }) => matters)),
      visits: sum(own.map(({ visits }) => visits)),
      heard: count,
      there,
      comparison: there === null ? null : compared(count, heard, there, all),
    }
  })
  // Of what there is none of, nobody can be heard; what is not known is told when there is any.
  const shown = groups.filter(
    ({ id, matters, visits, there }) => matters + visits > 0 || (id !== null && there !== 0),
  )
  return dimension === 'municipality' ? shown : shown.toSorted((a, b) => gapOf(b) - gapOf(a))
}

function compared(count: number, heard: number, there: number, all: number): Comparison | null {
  if (heard < fewestHeard || all === 0) return null
  const [ofAll, ofHeard] = [there / all, count / heard]
  const { low, high } = wilson(count, heard)
  return { ofAll, ofHeard, low, high, says: high < ofAll ? 'less' : low > ofAll ? 'more' : 'as-many' }
}

function gapOf({ comparison }: HeardGroup): number {
  return comparison ? comparison.ofAll - comparison.ofHeard : -Infinity
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
