import type { Worker } from 'node:worker_threads'
import { withEveryString } from './every-string.ts'

/** Written at the same time: each takes a processor for about a second. */
const atOnce = 2
/** How many may wait their turn; the next is sent away. */
const mostWaiting = 12

/** Writes files, each in a thread of its own, so that nobody else waits while one is written. */
export class Writers<Job> {
  readonly #start: (job: Job) => Worker
  readonly #queue: (() => void)[] = []
  #writing = 0

  /** `start`: the thread that writes one job, says its bytes and ends. */
  constructor(start: (job: Job) => Worker) {
    this.#start = start
  }

  /** The file's bytes: the same job gives the same. `busy` where too many wait already. */
  async write(job: Job): Promise<Uint8Array<ArrayBuffer> | 'busy'> {
    if (this.#writing >= atOnce && this.#queue.length >= mostWaiting) return 'busy'
    await this.#turn()
    try {
      return await this.#inThread(job)
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#writing -= 1
    }
  }

  /** Waits until one may write; whoever is done hands the turn on. */
  async #turn(): Promise<void> {
    if (this.#writing < atOnce) {
      this.#writing += 1
      return
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#queue.push(resolve)
    await promise
  }

  async #inThread(job: Job): Promise<Uint8Array<ArrayBuffer>> {
    const worker = this.#start(withEveryString(job, readable))
    return new Promise((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes))
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread ended without having written anything')))
    })
  }
}

/**
 * Leaves out what no file can hold: control characters other than line breaks and tabs, and halves of characters. One of
 * them in what somebody wrote would make a whole Word file unreadable.
 */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, (character) => (/[\n\t]/.test(character) ? character : ''))
}
