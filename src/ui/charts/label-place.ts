/** A place in a drawing. */
export type Spot = readonly [x: number, y: number]
type Ring = readonly (readonly number[])[]

/** How many spots are tried in each direction: finer than this moves no label by more than its own height. */
const tried = 24
/** A name is wider than high, so room beside it counts for less than room above it. */
const flatness = 2.2

/**
 * Where a name has the most room inside an outline, already projected. The middle of a municipality shaped like an
 * hourglass or a bay is no good place: it may lie on the border or in the sea.
 */
export function roomiestSpot(polygons: readonly (readonly Ring[])[]): Spot | null {
  let best: Spot | null = null
  let most = 0
  for (const rings of polygons) {
    for (const spot of spotsWithin(rings[0] ?? [])) {
      const room = inside(spot, rings) ? distanceToEdge(spot, rings) : 0
      if (room > most) [most, best] = [room, spot]
    }
  }
  return best
}

function spotsWithin(ring: Ring): Spot[] {
  const xs = ring.map((point) => point[0] ?? 0)
  const ys = ring.map((point) => point[1] ?? 0)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top]
  return Array.from({ length: tried * tried }, (_none, index): Spot => [
    left + (wide * ((index % tried) + 0.5)) / tried,
    top + (high * (Math.floor(index / tried) + 0.5)) / tried,
  ])
}

/** Whether a line from the spot to the right crosses the rings an odd number of times. */
function inside([x, y]: Spot, rings: readonly Ring[]): boolean {
  let crossings = 0
  eachEdge(rings, (x1, y1, x2, y2) => {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) crossings += 1
  })
  return crossings % 2 === 1
}

function distanceToEdge([x, y]: Spot, rings: readonly Ring[]): number {
  let least = Infinity
  eachEdge(rings, (x1, y1, x2, y2) => {
    const [ax, bx] = [(x1 - x) / flatness, (x2 - x) / flatness]
    const [ay, by] = [y1 - y, y2 - y]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
    least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy))
  })
  return least
}

function eachEdge(
  rings: readonly Ring[],
  see: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const [from, to] = [ring[index - 1], ring[index]]
      see(from?.[0] ?? 0, from?.[1] ?? 0, to?.[0] ?? 0, to?.[1] ?? 0)
    }
  }
}
