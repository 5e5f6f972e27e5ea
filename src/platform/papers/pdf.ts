import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from './paper.ts'
import { withEveryString } from './every-string.ts'
import { lettersIn, shownWith } from './font-letters.ts'
import { typstTemplate } from './typst-template.ts'

/** A folder that there is not: what is set lies in memory, and nothing else can be reached. */
const folder = '/nowhere'

/**
 * A paper as an accessible PDF: it is set to the standard PDF/UA-1, which refuses a picture without words for it, and a
 * character that its fonts cannot show.
 */
export function pdfOf(given: Paper, fonts: readonly Uint8Array[]): Uint8Array {
  const letters = new Set(fonts.flatMap((font) => [...lettersIn(font)]))
  const paper = withEveryString(given, (text) => shownWith(letters, text))
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  })
  compiler.mapShadow(`${folder}/paper.json`, Buffer.from(JSON.stringify(paper)))
  for (const [index, block] of paper.blocks.entries())
    if (block.kind === 'picture') compiler.mapShadow(`${folder}/${index}.svg`, Buffer.from(block.svg))
  const outcome = compiler.compile({ mainFileContent: typstTemplate })
  const failure = outcome.takeError()
  if (failure || !outcome.result)
    throw new Error(`The paper could not be set: ${JSON.stringify(failure?.shortDiagnostics)}`)
  return compiler.pdf(outcome.result, {
    pdfStandard: PdfStandard.UA_1,
    creationTimestamp: Math.floor(paper.stampedAt.getTime() / 1000),
  })
}
