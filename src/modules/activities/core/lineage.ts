/** What lineage needs to know of an activity. */
interface Taken {
  readonly id: string
  readonly takenFrom: string | null
}

/** Where an activity comes from: the one it was taken over from, the one that was taken over from, and so on. */
export function sourcesOf<Kind extends Taken>(id: string, all: readonly Kind[]): readonly Kind[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  const sources: Kind[] = []
  let next = byId.get(byId.get(id)?.takenFrom ?? '')
  while (next && !sources.includes(next)) {
    sources.push(next)
    next = byId.get(next.takenFrom ?? '')
  }
  return sources
}

/** Those that were taken over from an activity itself. */
export function takersOf<Kind extends Taken>(id: string, all: readonly Kind[]): readonly Kind[] {
  return all.filter(({ takenFrom }) => takenFrom === id)
}
