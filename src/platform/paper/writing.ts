import { Worker } from 'node:worker_threads'
import type { WorkbookSheet } from '../http/workbook.ts'
import { Writers } from './writers.ts'
import type { Deck } from './deck.ts'
import type { Paper } from './paper.ts'

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

/** Writes papers, decks and tables as files. */
export function paperWriters(): Writers<WritingJob> {
  return new Writers(
    (workerData) => new Worker(new URL('./writing-thread.ts', import.meta.url), { workerData }),
  )
}

export type PaperWriters = Writers<WritingJob>
