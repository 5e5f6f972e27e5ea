import type { IsoDay } from '#platform/values/dates.ts'

/** A matter as what it comes down to: where, when, and which words. */
export interface Candidate {
  readonly id: string
  readonly topic: string
  /** Those that lead it or contribute. */
  readonly municipalities: readonly string[]
  readonly receivedOn: IsoDay
  readonly isExample: boolean
  readonly terms: ReadonlyMap<string, number>
}

/** Matters that say the same in several municipalities, and why they are thought to. */
export interface Proposal {
  readonly topic: string
  readonly isExample: boolean
  readonly matters: readonly string[]
  readonly municipalities: readonly string[]
  /** What most of them have in common, the most telling first. */
  readonly words: readonly string[]
  readonly from: IsoDay
  readonly to: IsoDay
}

/** In fewer municipalities it is no pattern of the region, and of fewer matters none at all. */
const [fewestMunicipalities, fewestMatters] = [3, 3]
/** How alike two matters are at least (the cosine of their weighted words), and how many words they share. */
const [leastAlike, fewestShared] = [0.2, 3]
/** A word that more of a topic's matters have than this says nothing of who is alike; in a small topic every word may. */
const [commonShare, commonCount] = [0.05, 60]
const mostWords = 8

interface Weighed {
  readonly candidate: Candidate
  /** The words by their number: how much each tells, so that all together are of length one. */
  readonly weights: ReadonlyMap<number, number>
}

/**
 * The patterns that may be among the matters: around the matter that most municipalities' matters are like, those that are
 * like it; then around the next among the rest. A matter is in one at most, and the order in which they are given says
 * nothing. Two matters that are alike only by way of a third are not put together.
 */
export function proposalsIn(candidates: readonly Candidate[]): readonly Proposal[] {
  const [byId, words] = [candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1)), wordsOf(candidates)]
  const weighed = byId.map((candidate) => ({ candidate, weights: weightsOf(candidate, words) }))
  return [...Map.groupBy(weighed, ({ candidate }) => `${candidate.topic} ${candidate.isExample}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofTopic]) => starsIn(ofTopic, words))
}

interface Words {
  readonly numberOf: ReadonlyMap<string, number>
  readonly names: readonly string[]
  /** How much a word tells: the rarer, the more; but no more than what just as many have as make a pattern. */
  readonly rarity: readonly number[]
}

function wordsOf(candidates: readonly Candidate[]): Words {
  const counts = new Map<string, number>()
  for (const { terms } of candidates)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const names = [...counts.keys()].toSorted()
  return {
    names,
    numberOf: new Map(names.map((name, number) => [name, number])),
    rarity: names.map((name) =>
      Math.log(1 + candidates.length / Math.max(fewestMatters, counts.get(name) ?? 1)),
    ),
  }
}

function weightsOf({ terms }: Candidate, { numberOf, rarity }: Words): ReadonlyMap<number, number> {
  const raw = [...terms]
    .map(([term, much]) => {
      const number = numberOf.get(term) ?? 0
      return [number, Math.log(1 + much) * (rarity[number] ?? 0)] as const
    })
    .toSorted(([a], [b]) => a - b)
  const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1
  return new Map(raw.map(([number, weight]) => [number, weight / length]))
}

/** Around each matter those that are like it. */
function starsIn(ofTopic: readonly Weighed[], words: Words): readonly Proposal[] {
  const alike = likenessesIn(ofTopic)
  const left = new Set(ofTopic.keys())
  const found: Proposal[] = []
  for (let best = bestStar(ofTopic, alike, left); best; best = bestStar(ofTopic, alike, left)) {
    for (const index of best) left.delete(index)
    found.push(
      proposalOf(
        best.flatMap((index) => ofTopic[index] ?? []),
        words,
      ),
    )
  }
  return found
}

function likenessesIn(ofTopic: readonly Weighed[]): readonly (readonly number[])[] {
  const having = new Map<number, (readonly [number, number])[]>()
  for (const [index, { weights }] of ofTopic.entries())
    for (const [word, weight] of weights) {
      const list = having.get(word)
      if (list) list.push([index, weight])
      else having.set(word, [[index, weight]])
    }
  const most = Math.max(commonCount, ofTopic.length * commonShare)
  const likeness = new Float64Array(ofTopic.length)
  const shared = new Uint16Array(ofTopic.length)
  return ofTopic.map(({ weights }, index) => {
    likeness.fill(0)
    shared.fill(0)
    const met: number[] = []
    for (const [word, weight] of weights) {
      const list = having.get(word) ?? []
      if (list.length > most) continue
      for (const [other, otherWeight] of list) {
        if (shared[other] === 0) met.push(other)
        likeness[other] = (likeness[other] ?? 0) + weight * otherWeight
        shared[other] = (shared[other] ?? 0) + 1
      }
    }
    return met
      .filter(
        (other) =>
          other === index || ((likeness[other] ?? 0) >= leastAlike && (shared[other] ?? 0) >= fewestShared),
      )
      .toSorted((a, b) => a - b)
  })
}

/** The star that reaches the most municipalities, then the most matters, then the one that came first by id. */
function bestStar(
  ofTopic: readonly Weighed[],
  alike: readonly (readonly number[])[],
  left: ReadonlySet<number>,
): readonly number[] | null {
  let best: readonly number[] | null = null
  let most = 0
  for (const index of left) {
    const star = (alike[index] ?? []).filter((other) => left.has(other))
    if (star.length < fewestMatters) continue
    const reached = municipalitiesOf(star.flatMap((other) => ofTopic[other] ?? [])).length
    const weight = reached * 1_000_000 + star.length
    if (reached >= fewestMunicipalities && weight > most) [best, most] = [star, weight]
  }
  return best
}

function municipalitiesOf(matters: readonly Weighed[]): readonly string[] {
  return [...new Set(matters.flatMap(({ candidate }) => candidate.municipalities))].toSorted()
}

function proposalOf(matters: readonly Weighed[], words: Words): Proposal {
  const [first] = matters
  const days = matters.map(({ candidate }) => candidate.receivedOn).toSorted()
  return {
    topic: first?.candidate.topic ?? '',
    isExample: first?.candidate.isExample ?? false,
    matters: matters.map(({ candidate }) => candidate.id),
    municipalities: municipalitiesOf(matters),
    words: sharedWords(matters, words),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
  }
}

/** The words of at least half of them, by how many have them and how much they tell; no part of a longer one. */
function sharedWords(matters: readonly Weighed[], { names, rarity }: Words): readonly string[] {
  const counts = new Map<number, number>()
  for (const { weights } of matters)
    for (const word of weights.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const worth = (word: number) => (counts.get(word) ?? 0) * (rarity[word] ?? 0)
  const shared = [...counts]
    .filter(([, count]) => count * 2 >= matters.length)
    .toSorted(([a], [b]) => worth(b) - worth(a) || a - b)
    .map(([word]) => names[word] ?? '')
  return shared
    .filter(
      (word) => !shared.some((whole) => whole !== word && (whole.startsWith(word) || whole.endsWith(word))),
    )
    .slice(0, mostWords)
}
