import { Likenesses, piecesOf } from './likeness.ts'
import { parentsOf, type OutlineNode } from './tree.ts'

/** So alike must two nodes be for a reader to see one that was reworded. */
export const reworded = 0.5
/** So alike must they be for what was said of the one to hold for the other. */
export const hardlyReworded = 0.7
/** What standing under the same node adds. */
const sameParent = 0.1
/** So many are looked at for each node: further down the list is hardly the one. */
const mostCandidates = 8

type Nodes = readonly OutlineNode[]

/**
 * For each node after, by its place, the place of the same node before; null for one that is new. Every node has one
 * partner at most. Nodes whose words differ must be alike by `least`.
 */
export function pairsOf(before: Nodes, after: Nodes, least: number): readonly (number | null)[] {
  const pairing = new Pairing(before, after)
  pairing.pairEqual(pathsOf(before), pathsOf(after))
  pairing.pairEqual(before.map(wordsOf), after.map(wordsOf))
  pairing.pairAlike(least)
  return pairing.partners
}

class Pairing {
  readonly partners: (number | null)[]
  readonly #before: Nodes
  readonly #after: Nodes
  readonly #taken = new Set<number>()

  constructor(before: Nodes, after: Nodes) {
    this.#before = before
    this.#after = after
    this.partners = after.map(() => null)
  }

  /** Pairs those with the same key, the first with the first. */
  pairEqual(keysBefore: readonly string[], keysAfter: readonly string[]): void {
    const waiting = Map.groupBy(this.#free(), (at) => keysBefore[at] ?? '')
    for (const [at, key] of keysAfter.entries()) {
      if (this.partners[at] !== null) continue
      const partner = waiting.get(key)?.shift()
      if (partner !== undefined) this.#pair(partner, at)
    }
  }

  /** Pairs what is left by how alike the words are, the most alike first. */
  pairAlike(least: number): void {
    const free = this.#free()
    const finder = new Likenesses(free.map((at) => piecesOf(this.#before[at]?.text ?? '')))
    const [parentsBefore, parentsAfter] = [parentsOf(this.#before), parentsOf(this.#after)]
    const pairs = this.#after.flatMap((node, to) => {
      if (this.partners[to] !== null) return []
      return finder
        .alikeTo(piecesOf(node.text), least)
        .map(({ at, score }) => {
          const from = free[at] ?? 0
          const isNear = this.#isPaired(parentsBefore[from] ?? null, parentsAfter[to] ?? null)
          return { from, to, score: score + (isNear ? sameParent : 0) }
        })
        .toSorted(byScore)
        .slice(0, mostCandidates)
    })
    for (const { from, to } of pairs.toSorted(byScore))
      if (this.partners[to] === null && !this.#taken.has(from)) this.#pair(from, to)
  }

  #free(): number[] {
    return [...this.#before.keys()].filter((at) => !this.#taken.has(at))
  }

  #pair(from: number, to: number): void {
    this.partners[to] = from
    this.#taken.add(from)
  }

  #isPaired(before: number | null, after: number | null): boolean {
    return after === null ? before === null : this.partners[after] === before && before !== null
  }
}

interface Pair {
  readonly from: number
  readonly to: number
  readonly score: number
}

function byScore(a: Pair, b: Pair): number {
  return b.score - a.score || a.to - b.to || a.from - b.from
}

function wordsOf({ text }: OutlineNode): string {
  return text.toLowerCase()
}

/** Each node's words with those of all it stands under. */
function pathsOf(nodes: Nodes): readonly string[] {
  const parents = parentsOf(nodes)
  const paths: string[] = []
  for (const [at, node] of nodes.entries()) {
    const parent = parents[at] ?? null
    paths.push(`${parent === null ? '' : (paths[parent] ?? '')}\n${wordsOf(node)}`)
  }
  return paths
}
