import { Worker } from 'node:worker_threads'
import type { WorkbookSheet } from '../http/workbook.ts'
import type { Deck } from './deck.ts'
import type { Paper } from './paper.ts'
import { withEveryString } from './every-string.ts'

/** A file that is to be written, with all that it is made of. */
export type WritingJob = { readonly stampedAt: Date } & (
  | { readonly kind: 'pdf'; readonly paper: Paper; readonly fonts: readonly Uint8Array[] }
  | {
      readonly kind: 'docx'
      readonly paper: Paper
      /** The pictures of the paper in their order, as PNG. */
      readonly pictures: readonly Uint8Array[]
      /** Null for our own look. */
      readonly template: Uint8Array | null
    }
  | { readonly kind: 'pptx'; readonly deck: Deck }
  | { readonly kind: 'xlsx'; readonly sheets: readonly WorkbookSheet[] }
)

/** Written at the same time: each takes a processor for about a second. */
const atOnce = 2
/** How many may wait their turn; the next is sent away. */
const mostWaiting = 12

/** Writes files, each in a thread of its own, so that nobody else waits while one is written. */
export class Writers {
  readonly #queue: (() => void)[] = []
  #writing = 0

  /** The file's bytes: the same job gives the same. `busy` where too many wait already. */
  async write(job: WritingJob): Promise<Uint8Array<ArrayBuffer> | 'busy'> {
    if (this.#writing >= atOnce && this.#queue.length >= mostWaiting) return 'busy'
    await this.#turn()
    try {
      return await inThread(job)
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
}

async function inThread(job: WritingJob): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./writing-thread.ts', import.meta.url), {
    workerData: withEveryString(job, readable),
  })
  return new Promise((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended without having written anything')))
  })
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
