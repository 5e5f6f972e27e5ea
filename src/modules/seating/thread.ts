import { Worker } from 'node:worker_threads'
import type { Pin } from './core/compile.ts'
import type { Answer } from './core/plan.ts'
import type { Problem, Rounds } from './core/problem.ts'

export interface ThreadJob {
  readonly problem: Problem
  readonly seed: number
  readonly milliseconds: number
  readonly pinned: readonly Pin[]
  readonly stop: SharedArrayBuffer
}

export type ThreadWord = { readonly better: Rounds } | { readonly answer: Answer }

export interface SeatingThread {
  readonly answer: Promise<Answer>
  /** The best so far becomes the answer. */
  readonly stop: () => void
}

/** Seats in a thread of its own, so that nobody else waits; each better seating is told of as it is found. */
export function seatInThread(
  problem: Problem,
  {
    seed,
    milliseconds,
    pinned = [],
    onBetter,
  }: {
    readonly seed: number
    readonly milliseconds: number
    /** Who has been put somewhere by hand, and stays there. */
    readonly pinned?: readonly Pin[]
    readonly onBetter?: (better: Rounds) => void
  },
): SeatingThread {
  const stop = new SharedArrayBuffer(4)
  const job: ThreadJob = { problem, seed, milliseconds, pinned, stop }
  const worker = new Worker(new URL('./seating-thread.ts', import.meta.url), { workerData: job })
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on('message', (word: ThreadWord) => {
      if ('answer' in word) resolve(word.answer)
      else onBetter?.(word.better)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended without an answer')))
  })
  return { answer, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) }
}
