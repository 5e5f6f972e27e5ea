/** Numbers that look thrown and are the same every time. */
export type Random = () => number

/** A number to begin from, the same for the same text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Some of a list, each once. */
export function someOf<Item>(items: readonly Item[], count: number, random: Random): readonly Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, items.length) }, () => {
    const [taken] = left.splice(Math.floor(random() * left.length), 1)
    return taken as Item
  })
}
