import type { Terms } from './analyser.ts'

/** A document as it was found: its terms, and how much of each there is, in the same order. */
export interface Found {
  readonly id: string
  readonly terms: readonly string[]
  readonly weights: readonly number[]
}

/** How soon more of the same term says nothing more, and how much a long text is held against itself (Okapi BM25). */
const [saturation, lengthMatters] = [0.8, 0.85]
/** A length that texts have on average, in terms. */
const commonLength = 40

/** The documents by how much they have in common with what is wanted, the likest first, each with its score. */
export function ranked(
  wanted: Terms,
  found: readonly Found[],
  rarityOf: (term: string) => number,
): readonly { readonly id: string; readonly score: number }[] {
  return found
    .map(({ id, terms, weights }) => {
      const length = weights.reduce((sum, weight) => sum + weight, 0)
      const floor = saturation * (1 - lengthMatters + (lengthMatters * length) / commonLength)
      let score = 0
      for (const [index, term] of terms.entries()) {
        const asked = wanted.get(term)
        const weight = weights[index] ?? 0
        if (asked !== undefined)
          score += Math.min(asked, 3) * rarityOf(term) * ((weight * (saturation + 1)) / (weight + floor))
      }
      return { id, score }
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
