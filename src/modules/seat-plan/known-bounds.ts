import { LRUCache } from 'lru-cache'
import { createHash } from 'node:crypto'
import { boundOf, type Bound, type Problem } from '#modules/seating'

/** A proof takes a third of a second, and is asked for at every look at the board. */
const kept = new LRUCache<string, Bound>({ max: 50 })

/** What no seating of this problem can be worth more than. */
export function knownBound(problem: Problem): Bound {
  const key = createHash('sha256').update(JSON.stringify(problem)).digest('hex')
  const known = kept.get(key)
  if (known) return known
  const bound = boundOf(problem)
  kept.set(key, bound)
  return bound
}
