import { Worker } from 'node:worker_threads'
import type { WorkbookSheet } from '#platform/http/workbook.ts'
import { Writers } from '#platform/paper/writers.ts'
import type { PrintedPlan, PrintForm } from '../core/printed.ts'

/** A file that is to be written, with all that it is made of. */
export type PrintingJob = { readonly stampedAt: Date } & (
  | {
      readonly kind: 'pdf'
      readonly form: PrintForm
      readonly plan: PrintedPlan
      readonly fonts: readonly Uint8Array[]
    }
  | { readonly kind: 'xlsx'; readonly sheets: readonly WorkbookSheet[] }
)

/** Writes what is printed. */
export function planWriters(): Writers<PrintingJob> {
  return new Writers(
    (workerData) => new Worker(new URL('./printing-thread.ts', import.meta.url), { workerData }),
  )
}
