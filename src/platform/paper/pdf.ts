import { typeset } from './typeset.ts'
import type { Paper } from './paper.ts'
import { typstTemplate } from './typst-template.ts'

/** A paper as an accessible PDF. */
export function pdfOf(paper: Paper, fonts: readonly Uint8Array[]): Uint8Array {
  const drawings = new Map(
    paper.blocks.flatMap((block, index) =>
      block.kind === 'picture' ? [[`${index}.svg`, block.svg] as const] : [],
    ),
  )
  return typeset({ template: typstTemplate, paper, drawings, fonts, stampedAt: paper.stampedAt })
}
