import { fontBytes } from '../picture/fonts.ts'
import { pngOf } from '../picture/png.ts'
import type { Paper } from './paper.ts'
import type { WritingJob } from './writing.ts'

/** The media types of what a paper can be written as. */
export const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** In pixels: sharp in print, and small enough for a Word file with ten. */
const pictureWidth = 1600

/** A paper as a PDF that is to be written. */
export function pdfJob(paper: Paper): WritingJob {
  return { kind: 'pdf', stampedAt: paper.stampedAt, paper, fonts: fontBytes() }
}

/** A paper as a Word document that is to be written, in a template where there is one. */
export async function docxJob(paper: Paper, template: Uint8Array | null = null): Promise<WritingJob> {
  const { stampedAt } = paper
  return { kind: 'docx', stampedAt, paper, pictures: await picturesIn(paper), template }
}

/** The pictures of a paper painted, for what draws no SVG of its own. */
async function picturesIn({ blocks }: Paper): Promise<readonly Uint8Array[]> {
  const pictures: Uint8Array[] = []
  for (const block of blocks)
    if (block.kind === 'picture') pictures.push(await pngOf(block.svg, { width: pictureWidth }))
  return pictures
}
