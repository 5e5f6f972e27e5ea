import type { Municipality } from '#modules/region'
import { workbookType } from '#platform/http/workbook.ts'
import type { ReportForm } from '../core/asked.ts'
import { docxJob, paperTypes, pdfJob } from '#platform/paper/paper-job.ts'
import type { WritingJob } from '#platform/paper/writing.ts'
import { deckOf } from './deck-of-report.ts'
import { paperOf, type ToldReport } from './paper-of-report.ts'
import { sheetsOf } from './sheets-of-report.ts'

export type FileForm = Exclude<ReportForm, 'page'>

export const fileTypes: Record<FileForm, string> = {
  ...paperTypes,
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: workbookType,
}

/** What is to be written for a report in one form. */
export async function jobFor(
  form: FileForm,
  told: ToldReport,
  municipalities: readonly Municipality[],
  template: Uint8Array | null = null,
): Promise<WritingJob> {
  switch (form) {
    case 'pdf':
      return pdfJob(paperOf(told))
    case 'docx':
      return docxJob(paperOf(told), template)
    case 'pptx': {
      const deck = deckOf(told)
      return { kind: 'pptx', stampedAt: deck.stampedAt, deck }
    }
    case 'xlsx':
      return { kind: 'xlsx', stampedAt: paperOf(told).stampedAt, sheets: sheetsOf(told, municipalities) }
  }
}
