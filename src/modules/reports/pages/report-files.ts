import type { Municipality } from '#modules/region'
import { workbookType } from '#platform/http/workbook.ts'
import { fontBytes } from '#platform/picture/fonts.ts'
import { pngOf } from '#platform/picture/png.ts'
import type { ReportForm } from '../core/asked.ts'
import type { Paper } from '../core/paper.ts'
import type { WritingJob } from '../files/writing.ts'
import { deckOf } from './deck-of-report.ts'
import { paperOf, type ToldReport } from './paper-of-report.ts'
import { sheetsOf } from './sheets-of-report.ts'

export type FileForm = Exclude<ReportForm, 'page'>

export const fileTypes: Record<FileForm, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: workbookType,
}

/** In pixels: sharp in print, and small enough for a Word file with ten. */
const pictureWidth = 1600

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
    case 'docx': {
      const paper = paperOf(told)
      const { stampedAt } = paper
      return { kind: 'docx', stampedAt, paper, pictures: await picturesIn(paper), template }
    }
    case 'pptx': {
      const deck = deckOf(told)
      return { kind: 'pptx', stampedAt: deck.stampedAt, deck }
    }
    case 'xlsx':
      return { kind: 'xlsx', stampedAt: paperOf(told).stampedAt, sheets: sheetsOf(told, municipalities) }
  }
}

/** A paper as a PDF that is to be written. */
export function pdfJob(paper: Paper): WritingJob {
  return { kind: 'pdf', stampedAt: paper.stampedAt, paper, fonts: fontBytes() }
}

/** The pictures of a paper painted, for what draws no SVG of its own. */
async function picturesIn({ blocks }: Paper): Promise<readonly Uint8Array[]> {
  const pictures: Uint8Array[] = []
  for (const block of blocks)
    if (block.kind === 'picture') pictures.push(await pngOf(block.svg, { width: pictureWidth }))
  return pictures
}
