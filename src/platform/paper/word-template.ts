import { patchDocument, PatchType, TextRun, type IPatch } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import type { Paper } from './paper.ts'
import { bullets, wordBlocks, type WordStyles } from './word-blocks.ts'

/** A paper in a municipality's own template: its words take the places that the template has for them. */
export async function filledTemplate(
  template: Uint8Array,
  paper: Paper,
  pictures: readonly Uint8Array[],
): Promise<Uint8Array> {
  return patchDocument({
    outputType: 'uint8array',
    data: template,
    trimPlaceholders: true,
    numbering: bullets.numbering,
    patches: {
      titel: line(paper.title),
      undertitel: line(paper.subtitle),
      avsandare: line(paper.author),
      fot: line(paper.footer),
      innehall: { type: PatchType.DOCUMENT, children: wordBlocks(paper, pictures, stylesIn(template)) },
    },
  })
}

function line(text: string): IPatch {
  return { type: PatchType.PARAGRAPH, children: [new TextRun(text)] }
}

/** The ids of a template's own heading styles. A Swedish Word calls them Rubrik1, but their names are the same in all. */
function stylesIn(template: Uint8Array): WordStyles {
  const part = unzipSync(template, { filter: ({ name }) => name === 'word/styles.xml' })['word/styles.xml']
  const xml = part ? strFromU8(part) : ''
  const ids = new Map(
    [...xml.matchAll(/<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"/g)].map(
      ([, id = '', name = '']) => [name.toLowerCase(), id],
    ),
  )
  return { headings: [1, 2, 3].map((level) => ids.get(`heading ${level}`)) }
}
