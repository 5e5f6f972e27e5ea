import { likeness, piecesOf } from './likeness.ts'
import { parentsOf, type OutlineNode } from './tree.ts'

/** So alike must two nodes be to count as one that was reworded. */
const reworded = 0.5
/** What standing under the same node adds. */
const sameParent = 0.1

type Nodes = readonly OutlineNode[]

/** For each node after, by its place, the place of the same node before; null for one that is new. Every node has one partner at most. */
export function pairsOf(before: Nodes, after: Nodes): readonly (number | null)[] {
  const pairing = new Pairing(before, after)
  pairing.pairEqual(pathsOf(before), pathsOf(after))
  pairing.pairEqual(before.map(wordsOf), after.map(wordsOf))
  pairing.pairAlike()
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
  pairAlike(): void {
    const [parentsBefore, parentsAfter] = [parentsOf(this.#before), parentsOf(this.#after)]
    const pieces = new Map(this.#free().map((at) => [at, piecesOf(this.#before[at]?.text ?? '')]))
    const pairs = this.#after.flatMap((node, to) => {
      if (this.partners[to] !== null) return []
      const own = piecesOf(node.text)
      return [...pieces].flatMap(([from, of]) => {
        const score = likeness(of, own)
        if (score < reworded) return []
        const isNear = this.#isPaired(parentsBefore[from] ?? null, parentsAfter[to] ?? null)
        return [{ from, to, score: score + (isNear ? sameParent : 0) }]
      })
    })
    for (const { from, to } of pairs.toSorted((a, b) => b.score - a.score || a.to - b.to || a.from - b.from))
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
