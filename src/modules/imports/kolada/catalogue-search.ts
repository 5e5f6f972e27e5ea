import type { CatalogueEntry } from './catalogue.ts'
import { catalogueWordsFor } from './officers-words.ts'
import { endingOf } from './succession.ts'
import { folded, isWithin, saysNothing, stem, wordsOf } from './words.ts'

export interface Hit {
  readonly entry: CatalogueEntry
  readonly score: number
  readonly hasEnded: boolean
}

export interface CatalogueSearch {
  /** The best first. Every word counts, the order of the words does not; a word left without a match costs. */
  readonly search: (typed: string, most?: number) => readonly Hit[]
}

interface Indexed {
  readonly entry: CatalogueEntry
  readonly hasEnded: boolean
  /** What the entry is worth before anything is searched for. */
  readonly worth: number
}

/** Where a word stands: the entries that have it in their title, their area or their description. */
interface Word {
  readonly word: string
  readonly stem: string
  readonly places: Map<number, number>
}

// A word in the title tells what the KPI is, the first of all; in the description it may stand for what is left out.
const weights = { first: 1.2, title: 1, area: 0.3, description: 0.2 }

/** Makes the catalogue ready to be searched. */
export function catalogueSearch(catalogue: readonly CatalogueEntry[]): CatalogueSearch {
  const entries = catalogue.map(indexed)
  const words = wordsIn(catalogue)
  return {
    search: (typed, most = 20) => {
      const terms = [...new Set(wordsOf(typed))].filter((word) => !saysNothing(word))
      const byId = idsLike(typed, entries)
      const scores = scoresOf(terms, words, entries.length)
      const byWords = [...scores].map(([index, score]) => ({
        index,
        score: score * (entries[index]?.worth ?? 0),
      }))
      return [...byId, ...byWords.filter(({ index }) => !byId.some((one) => one.index === index))]
        .toSorted((one, other) => other.score - one.score || one.index - other.index)
        .slice(0, most)
        .flatMap(({ index, score }) => {
          const found = entries[index]
          return found ? [{ entry: found.entry, score, hasEnded: found.hasEnded }] : []
        })
    },
  }
}

function indexed(entry: CatalogueEntry): Indexed {
  const hasEnded = endingOf(entry) !== null
  const title = folded(entry.title)
  const isAboutFigures = /^osakerhetstal\b|svarsfrekvens|antal svar|^framskrivning\b/.test(title)
  const length = wordsOf(title).length
  const worth =
    (hasEnded ? 0.5 : 1) *
    // A network of municipalities has little use for what is counted of regions only.
    (entry.municipalityType === 'L' ? 0.4 : 1) *
    (isAboutFigures ? 0.6 : 1) *
    // The whole before its parts.
    (/\btotalt\b/.test(title) ? 1.1 : 1) *
    // Of two that fit, the one that says less besides fits better.
    (1 / (1 + length / 25))
  return { entry, hasEnded, worth }
}

function wordsIn(catalogue: readonly CatalogueEntry[]): readonly Word[] {
  const words = new Map<string, Word>()
  const put = (text: string, index: number, weight: number) => {
    for (const word of new Set(wordsOf(text))) {
      const known = words.get(word) ?? { word, stem: stem(word), places: new Map<number, number>() }
      if (!words.has(word)) words.set(word, known)
      known.places.set(index, Math.max(weight, known.places.get(index) ?? 0))
    }
  }
  for (const [index, entry] of catalogue.entries()) {
    put(wordsOf(entry.title)[0] ?? '', index, weights.first)
    put(entry.title, index, weights.title)
    put(entry.operatingArea, index, weights.area)
    put(entry.description, index, weights.description)
  }
  return [...words.values()]
}

/** An id, or the beginning of one with at least two digits, comes before all words. */
function idsLike(typed: string, entries: readonly Indexed[]): readonly { index: number; score: number }[] {
  const ids: readonly string[] = typed.toUpperCase().match(/\b[NU]\d{2,5}\b/g) ?? []
  return entries.flatMap(({ entry }, index) => {
    if (!ids.some((id) => entry.id.startsWith(id))) return []
    return [{ index, score: ids.includes(entry.id) ? 2000 : 1000 }]
  })
}

function scoresOf(
  terms: readonly string[],
  words: readonly Word[],
  count: number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { score: number; terms: number }>()
  for (const term of terms) {
    for (const [index, score] of placesOf(term, words, count)) {
      const sum = sums.get(index) ?? { score: 0, terms: 0 }
      sums.set(index, { score: sum.score + score, terms: sum.terms + 1 })
    }
  }
  const all = Math.max(1, terms.length)
  return new Map([...sums].map(([index, sum]) => [index, sum.score * (sum.terms / all) ** 3]))
}

/** Where a term stands and how well it fits there; a rare one counts for more. */
function placesOf(term: string, words: readonly Word[], count: number): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  const put = (found: ReturnType<typeof fitting>, part: number) => {
    for (const { word, fit } of found) {
      for (const [index, weight] of word.places) {
        best.set(index, Math.max(best.get(index) ?? 0, fit * weight * part))
      }
    }
  }
  put(fitting(term, words), 1)
  for (const said of catalogueWordsFor(term)) put(fitting(said, words), 0.8)
  const rareness = Math.log(1 + count / (1 + best.size))
  return new Map([...best].map(([index, fit]) => [index, fit * rareness]))
}

function fitting(term: string, words: readonly Word[]): readonly { word: Word; fit: number }[] {
  const root = stem(term)
  const found = words.flatMap((word) => {
    const fit = fitOf(term, root, word)
    return fit === 0 ? [] : [{ word, fit }]
  })
  const isKnown = found.some(({ word }) => word.stem === root || word.word.startsWith(term))
  if (isKnown || term.length < 5) return found
  // Nobody writes it so: perhaps it was mistyped.
  const most = term.length < 9 ? 1 : 2
  const meant = words.filter(({ word }) => isMeant(term, word, most)).map((word) => ({ word, fit: 0.5 }))
  if (found.length + meant.length > 0) return [...found, ...meant]
  // Or put together by whoever typed it, of words that the catalogue knows.
  return words
    .filter((word) => word.stem.length > shortestPart && term.includes(word.stem))
    .map((word) => ({ word, fit: 0.4 }))
}

/** The typed letters may be the beginning of a longer word. */
function isMeant(term: string, word: string, most: number): boolean {
  return word.length >= term.length - most && isWithin(term, word, most)
}

// Swedish puts words together: "arbetslöshet" is looked for in "ungdomsarbetslöshet", too.
const shortestPart = 5

function fitOf(term: string, root: string, { word, stem: theirs }: Word): number {
  if (word === term) return 1
  if (theirs === root) return 0.9
  if (word.startsWith(term) && term.length >= 3) return 0.75
  if (root.length < shortestPart) return 0
  if (word.startsWith(root)) return 0.65
  return word.includes(root) ? 0.5 : 0
}
