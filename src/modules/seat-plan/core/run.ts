import type { SeatRounds } from '#modules/roundtable'
import type { Fault } from '#modules/seating'

/** One time that the engine seats an event. */
export interface SeatRun {
  readonly id: string
  readonly basedOn: number
  readonly seed: number
  readonly milliseconds: number
  readonly askedAt: Date
  readonly askedBy: string
  /** When a worker took it; null while it waits for one. */
  readonly begunAt: Date | null
  /** When that worker last said that it is alive. */
  readonly aliveAt: Date | null
  readonly stopAskedAt: Date | null
  /** The best so far. */
  readonly best: SeatRounds | null
  /** How often a better one was found. */
  readonly found: number
  readonly endedAt: Date | null
  readonly endedAs: 'saved' | 'overtaken' | 'broken-off' | 'refused' | null
  readonly faults: readonly Fault[] | null
  readonly version: number | null
}

/** How long a worker may be silent before it is held for dead. */
const silence = 15_000

/** Whether nobody works at it any more, though nobody has said so: the machine was switched off, or the program killed. */
export function isForsaken({ endedAt, aliveAt, askedAt }: SeatRun, now: Date): boolean {
  return endedAt === null && now.getTime() - (aliveAt ?? askedAt).getTime() > silence
}

/** The part of its time that has gone, from 0 to 1. */
export function partGone({ begunAt, endedAt, milliseconds }: SeatRun, now: Date): number {
  if (endedAt !== null) return 1
  if (begunAt === null) return 0
  return Math.min(1, Math.max(0, (now.getTime() - begunAt.getTime()) / milliseconds))
}
