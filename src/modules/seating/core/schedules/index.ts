import type { Schedule } from './schedule.ts'
import { shifted } from './shifted.ts'
import { signedPlanes } from './signed-planes.ts'
import { transversal } from './transversal.ts'
import { turned } from './turned.ts'

/** A schedule in which nobody sits with anybody twice, by construction; nothing where none of ours reaches. */
export function scheduleOf(tables: number, seats: number, rounds: number): Schedule | undefined {
  const ways = [transversal, signedPlanes, shifted, turned]
  for (const way of ways) {
    const schedule = way(tables, seats, rounds)
    if (schedule !== undefined) return schedule
  }
  return undefined
}
