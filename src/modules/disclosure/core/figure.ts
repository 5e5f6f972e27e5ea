import type { Batch, Ladder } from './batch.ts'

/** Between how many it lies: what stands inside for certain, and what may. */
export interface Figure {
  readonly least: number
  readonly most: number
}

/** How many of what is shown stand inside a telling; a respect that is left out is not asked about. */
export function figureOf(
  shown: readonly Pick<Batch, 'told' | 'givers'>[],
  asked: readonly (Ladder | undefined)[],
): Figure {
  let [least, most] = [0, 0]
  for (const { told, givers } of shown) {
    const fits = asked.map((ladder, at) => fit(told[at] ?? [], ladder ?? []))
    if (fits.includes('outside')) continue
    most += givers
    if (fits.every((one) => one === 'inside')) least += givers
  }
  return { least, most }
}

function fit(told: Ladder, asked: Ladder): 'inside' | 'touches' | 'outside' {
  const shared = Math.min(told.length, asked.length)
  for (let at = 0; at < shared; at += 1) if (told[at] !== asked[at]) return 'outside'
  return told.length >= asked.length ? 'inside' : 'touches'
}
