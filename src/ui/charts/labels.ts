/** A label that wants to stand at `y` and may be moved to be read. */
export interface Placed<Label> {
  readonly label: Label
  readonly y: number
}

/**
 * Moves labels apart until each has `gap` of its own, as little as possible and never outside `top`…`bottom`.
 * When they cannot all fit, the last ones in order of importance (the order given) are left out.
 */
export function spreadLabels<Label>(
  wanted: readonly Placed<Label>[],
  gap: number,
  top: number,
  bottom: number,
): Placed<Label>[] {
  const room = Math.max(1, Math.floor((bottom - top) / gap) + 1)
  const sorted = wanted.slice(0, room).toSorted((a, b) => a.y - b.y)
  const ys = sorted.map((placed) => placed.y)
  settle(ys, gap, top, bottom)
  return sorted.map((placed, index) => ({ label: placed.label, y: ys[index] ?? placed.y }))
}

// Down once so that each keeps its distance to the one above, up once so that the last stays inside.
function settle(ys: number[], gap: number, top: number, bottom: number): void {
  let floor = top
  for (const [index, y] of ys.entries()) {
    ys[index] = Math.max(y, floor)
    floor = (ys[index] ?? floor) + gap
  }
  let ceiling = bottom
  for (let index = ys.length - 1; index >= 0; index -= 1) {
    ys[index] = Math.min(ys[index] ?? ceiling, ceiling)
    ceiling = (ys[index] ?? ceiling) - gap
  }
}
