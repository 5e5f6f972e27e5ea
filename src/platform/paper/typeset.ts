import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { withEveryString } from './every-string.ts'
import { lettersIn, shownWith } from './font-letters.ts'

/** A folder that there is not: what is set lies in memory, and nothing else can be reached. */
const folder = '/nowhere'

/** Something to be set as a PDF. */
export interface Setting {
  /** How it is set: a program of Typst, which reads `paper.json`. */
  readonly template: string
  /** What is set, as it will stand in `paper.json`: a string in it is never read as markup. */
  readonly paper: object
  /** Drawings that the template asks for, by the names of their files. */
  readonly drawings?: ReadonlyMap<string, string>
  readonly fonts: readonly Uint8Array[]
  /** The moment that the file bears as its own. */
  readonly stampedAt: Date
}

/**
 * Sets an accessible PDF: it follows the standard PDF/UA-1, which refuses a picture without words for it, and a character that its
 * fonts cannot show; such a character is told by its number instead.
 */
export function typeset({ template, paper, drawings, fonts, stampedAt }: Setting): Uint8Array {
  const letters = new Set(fonts.flatMap((font) => [...lettersIn(font)]))
  const shown = withEveryString(paper, (text) => shownWith(letters, text))
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  })
  compiler.mapShadow(`${folder}/paper.json`, Buffer.from(JSON.stringify(shown)))
  for (const [name, drawing] of drawings ?? []) compiler.mapShadow(`${folder}/${name}`, Buffer.from(drawing))
  const outcome = compiler.compile({ mainFileContent: template })
  const failure = outcome.takeError()
  if (failure || !outcome.result)
    throw new Error(`The paper could not be set: ${JSON.stringify(failure?.shortDiagnostics)}`)
  return compiler.pdf(outcome.result, {
    pdfStandard: PdfStandard.UA_1,
    creationTimestamp: Math.floor(stampedAt.getTime() / 1000),
  })
}
