import { parentPort, workerData } from 'node:worker_threads'
import { standStill } from './still.ts'
import type { WritingJob } from './writing.ts'

/** The thread that writes one file and ends. Only the library that it needs is loaded. */
const job = workerData as WritingJob
standStill(job.stampedAt)
const bytes = new Uint8Array(await written(job))
parentPort?.postMessage(bytes, [bytes.buffer])

async function written(asked: WritingJob): Promise<Uint8Array> {
  switch (asked.kind) {
    case 'pdf':
      return (await import('./pdf.ts')).pdfOf(asked.paper, asked.fonts)
    case 'docx':
      return (await import('./word.ts')).wordOf(asked.paper, asked.pictures, asked.template)
    case 'pptx':
      return (await import('./slides.ts')).slidesOf(asked.deck)
    case 'xlsx':
      return (await import('../http/workbook.ts')).workbookOf(asked.sheets)
  }
}
