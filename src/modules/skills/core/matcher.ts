import { folded } from '#platform/values/cleaned.ts'
import type { Concept } from './concept.ts'

/** A text as `search` analyses it. */
type Terms = ReadonlyMap<string, number>

/** How much each way of being found says: the same terms, nearly the same letters, the same beginning. */
const [byTerms, byLetters, byBeginning] = [1, 0.7, 0.55]
const leastScore = 0.32
const leastAlike = 0.4
/** More than anybody calls a skill; the rest of a text is not looked at. */
const longestLookedAt = 200

interface Entry {
  readonly concept: Concept
  readonly folded: string
  readonly threes: readonly string[]
  readonly terms: Terms
  /** What all its terms weigh. */
  readonly weight: number
}

/** Finds the concepts that a text may mean, the likeliest first. Everything is in memory: twenty thousand words are few. */
export class Matcher {
  readonly #entries: readonly Entry[]
  readonly #byTerm = new Map<string, Set<number>>()
  readonly #byThree = new Map<string, number[]>()
  readonly #byLabel = new Map<string, Concept>()
  readonly #everyday: ReadonlyMap<string, string>

  /** `terms` in the order of the concepts; `everyday` leads from a word to a label. */
  constructor(concepts: readonly Concept[], terms: readonly Terms[], everyday: ReadonlyMap<string, string>) {
    this.#everyday = new Map([...everyday].map(([word, label]) => [folded(word), folded(label)]))
    for (const [at, { size }] of terms.entries())
      for (const term of terms[at]?.keys() ?? []) if (size > 0) put(this.#byTerm, term, at)
    this.#entries = concepts.map((concept, at) => {
      const own = terms[at] ?? new Map<string, number>()
      const label = folded(concept.label)
      const threes = threesOf(label)
      for (const three of threes) this.#byThree.set(three, [...(this.#byThree.get(three) ?? []), at])
      if (!this.#byLabel.has(label)) this.#byLabel.set(label, concept)
      return { concept, folded: label, threes, terms: own, weight: this.#weightOf(own) }
    })
  }

  /** What an everyday word means, also one that is nearly spelt right. */
  #everydayMeaning(word: string): Concept | undefined {
    const threes = threesOf(word)
    let [best, score]: [string | undefined, number] = [undefined, leastAlike]
    for (const [known, label] of this.#everyday) {
      const alike = likeness(threes, threesOf(known))
      if (alike > score) [best, score] = [label, alike]
    }
    return best === undefined ? undefined : this.#byLabel.get(best)
  }

  /** The concept that is called just so, or by an everyday word for it. */
  named(text: string): Concept | undefined {
    const word = folded(text)
    return this.#byLabel.get(word) ?? this.#byLabel.get(this.#everyday.get(word) ?? '')
  }

  /** The concepts that words of a text name outright, alone or up to five together; the longest name of each word counts. */
  namedIn(text: string): readonly Concept[] {
    const words = folded(text).split(' ').filter(Boolean).slice(0, 60)
    const found = new Set<Concept>()
    for (let at = 0; at < words.length; at += 1) {
      for (let length = Math.min(5, words.length - at); length > 0; length -= 1) {
        const concept = this.named(words.slice(at, at + length).join(' '))
        if (!concept) continue
        found.add(concept)
        at += length - 1
        break
      }
    }
    return [...found]
  }

  /** What may be meant, the likeliest first. */
  suggestions(text: string, wanted: Terms, most: number): readonly Concept[] {
    const word = folded(text.slice(0, longestLookedAt))
    if (word === '') return []
    const exact = this.named(word) ?? this.#everydayMeaning(word)
    const scored = [...this.#candidates(word, wanted)]
      .map((at) => ({ at, score: this.#score(at, word, wanted) }))
      .filter(({ at, score }) => score >= leastScore && this.#entries[at]?.concept !== exact)
      .toSorted((a, b) => b.score - a.score || a.at - b.at)
    const rest = scored.flatMap(({ at }) => this.#entries[at]?.concept ?? [])
    return (exact ? [exact, ...rest] : rest).slice(0, most)
  }

  #candidates(word: string, wanted: Terms): ReadonlySet<number> {
    const found = new Set<number>()
    for (const term of wanted.keys()) for (const at of this.#byTerm.get(term) ?? []) found.add(at)
    const threes = threesOf(word)
    const shared = new Map<number, number>()
    for (const three of threes)
      for (const at of this.#byThree.get(three) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const enough = Math.max(1, threes.length / 3)
    for (const [at, count] of shared) if (count >= enough) found.add(at)
    return found
  }

  #score(at: number, word: string, wanted: Terms): number {
    const entry = this.#entries[at]
    if (!entry) return 0
    let common = 0
    for (const [term, weight] of wanted)
      if (entry.terms.has(term)) common += Math.min(weight, entry.terms.get(term) ?? 0) * this.#rarity(term)
    const terms = common === 0 ? 0 : (2 * common) / (this.#weightOf(wanted) + entry.weight)
    const begins = entry.folded.startsWith(word) ? 1 : entry.folded.includes(` ${word}`) ? 0.8 : 0
    return byTerms * terms + byLetters * likeness(threesOf(word), entry.threes) + byBeginning * begins
  }

  #weightOf(terms: Terms): number {
    let sum = 0
    for (const [term, weight] of terms) sum += weight * this.#rarity(term)
    return sum
  }

  /** What hardly any concept speaks of says most. */
  #rarity(term: string): number {
    return Math.log(1 + 20_000 / (1 + (this.#byTerm.get(term)?.size ?? 0)))
  }
}

function put(index: Map<string, Set<number>>, key: string, at: number): void {
  const known = index.get(key)
  if (known) known.add(at)
  else index.set(key, new Set([at]))
}

/** A word in overlapping threes of letters, its ends among them. */
function threesOf(word: string): readonly string[] {
  const padded = ` ${word} `
  const threes = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) threes.add(padded.slice(at, at + 3))
  return [...threes]
}

/** How much of both is common, from 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const known = new Set(b)
  const common = a.filter((three) => known.has(three)).length
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length)
}
