import { parentPort, workerData } from 'node:worker_threads'
import { standStill } from '#platform/paper/still.ts'
import type { PrintingJob } from './printing.ts'

/** The thread that writes one file and ends. Only the library that it needs is loaded. */
const job = workerData as PrintingJob
standStill(job.stampedAt)
const bytes = new Uint8Array(await written(job))
parentPort?.postMessage(bytes, [bytes.buffer])

async function written(asked: PrintingJob): Promise<Uint8Array> {
  if (asked.kind === 'xlsx') return (await import('#platform/http/workbook.ts')).workbookOf(asked.sheets)
  const { typeset } = await import('#platform/paper/typeset.ts')
  const { printTemplate } = await import('./print-template.ts')
  const { form, plan, fonts, stampedAt } = asked
  return typeset({ template: printTemplate(form), paper: plan, fonts, stampedAt })
}
