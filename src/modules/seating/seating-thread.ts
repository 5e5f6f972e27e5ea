import { parentPort, workerData } from 'node:worker_threads'
import { seat } from './core/seat.ts'
import type { ThreadJob, ThreadWord } from './thread.ts'

/** The thread that seats one event and ends. It hears that it shall stop through memory that both sides see. */
const { problem, seed, milliseconds, stop } = workerData as ThreadJob
const stopped = new Int32Array(stop)
const answer = seat(problem, {
  seed,
  budget: { milliseconds, now: () => performance.now() },
  onBetter: (better) => say({ better }),
  shouldStop: () => Atomics.load(stopped, 0) === 1,
})
say({ answer })

function say(word: ThreadWord): void {
  parentPort?.postMessage(word, [])
}
