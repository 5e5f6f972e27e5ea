import type { Dictionary } from './dictionary.ts'
import { meaningOf } from './same-meaning.ts'
import { stopWords } from './stop-words.ts'

/** What a text comes down to, and how much of each there is. */
export type Terms = ReadonlyMap<string, number>

/** A part tells less than the word that it stands in. */
const weightOfPart = 0.5
const shortestPart = 3
const longestWord = 40
/** What a text says in so many words is enough to know what it is about. */
const mostWords = 2000

/** The lemmas of a text's words and the parts that they are made of. */
export function analysed(text: string, dictionary: Dictionary): Terms {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, (terms.get(term) ?? 0) + weight)
  for (const word of wordsOf(text)) {
    const { lemma, parts } = taken(word, dictionary)
    if (stopWords.has(lemma)) continue
    add(meaningOf(lemma), 1)
    for (const part of parts) if (!stopWords.has(part)) add(meaningOf(part), weightOfPart)
  }
  return terms
}

function wordsOf(text: string): readonly string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? [])
    .filter((word) => word.length > 1 && word.length <= longestWord && !stopWords.has(word))
    .slice(0, mostWords)
}

interface Taken {
  readonly lemma: string
  readonly parts: readonly string[]
}

function taken(word: string, dictionary: Dictionary): Taken {
  // The shortest is the one that most forms lead to.
  const [lemma] = dictionary.lemmasOf(word).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const parts = partsOf(lemma ?? word, dictionary)
  if (lemma !== undefined) return { lemma, parts }
  return { lemma: parts.length > 0 ? parts.join('') : withoutEnding(word), parts }
}

/** The words that a compound is made of, as few as will do; none of what is no compound. */
function partsOf(word: string, dictionary: Dictionary, depth = 3): readonly string[] {
  let best: readonly string[] = []
  for (let at = word.length - shortestPart; at >= shortestPart; at -= 1) {
    const first = dictionary.firstPartOf(word.slice(0, at))
    if (first === null) continue
    const rest = word.slice(at)
    const [last] = dictionary.lemmasOf(rest, 'Y').toSorted((a, b) => a.length - b.length)
    if (last !== undefined) return [first, last]
    const more = depth > 1 ? partsOf(rest, dictionary, depth - 1) : []
    if (more.length > 0 && best.length === 0) best = [first, ...more]
  }
  return best
}

/** For words that no dictionary knows, such as names. */
function withoutEnding(word: string): string {
  return word.length > 5 ? word.replace(/(?:arna|erna|orna|ens|ets|en|et|ar|er|or|s)$/, '') : word
}
