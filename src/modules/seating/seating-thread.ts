import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Options } from './core/plan.ts'
import { replan } from './core/replan.ts'
import { seat } from './core/seat.ts'
import type { ThreadJob, ThreadWord } from './thread.ts'

/** The thread that seats one event and ends. It hears that it shall stop through memory that both sides see. */
const { problem, seed, milliseconds, pinned, stop } = workerData as ThreadJob
const stopped = new Int32Array(stop)
const options: Options = {
  seed,
  budget: { milliseconds, now: () => performance.now() },
  onBetter: (better) => say({ better }),
  shouldStop: () => Atomics.load(stopped, 0) === 1,
}
say({ answer: pinned.length === 0 ? seat(problem, options) : seatAround() })

/** With everybody else seated anew. */
function seatAround(): Answer {
  const around = replan(problem, [], { round: 0, pinned }, { ...options, moveCost: 0 })
  return around.ok ? { ok: true, value: around.value.plan } : around
}

function say(word: ThreadWord): void {
  parentPort?.postMessage(word, [])
}
