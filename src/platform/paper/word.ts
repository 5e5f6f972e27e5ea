import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IStylesOptions,
} from 'docx'
import type { Paper } from './paper.ts'
import { bullets, ourStyles, wordBlocks } from './word-blocks.ts'
import { filledTemplate } from './word-template.ts'

const languages = { sv: 'sv-SE', en: 'en-GB' } as const
const face = 'Arial'
const accent = '1C6676'
const footerWidth = 9600

/** A paper as a Word document: in a template where there is one, else in our own look. */
export async function wordOf(
  paper: Paper,
  pictures: readonly Uint8Array[],
  template: Uint8Array | null,
): Promise<Uint8Array> {
  if (template) return filledTemplate(template, paper, pictures)
  const document = new Document({
    title: paper.title,
    subject: paper.subtitle,
    creator: paper.author,
    lastModifiedBy: paper.author,
    styles: styles(paper),
    numbering: bullets.numbering,
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: footer(paper) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(paper.subtitle)] }),
          new Paragraph({ style: 'Author', children: [new TextRun(paper.author)] }),
          ...wordBlocks(paper, pictures, ourStyles),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function footer({ footer: text }: Paper): Footer {
  const [first = '', ...others] = text.split('\n')
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: footerWidth }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: 'DFDAD0' } },
        children: [
          new TextRun(`${first}\t`),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
          ...others.map((line) => new TextRun({ text: line, break: 1 })),
        ],
      }),
    ],
  })
}

function styles({ language }: Paper): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: face, size: 20, language: { value: languages[language] } },
        paragraph: { spacing: { after: 120, line: 269, lineRule: LineRuleType.AUTO } },
      },
      title: heading(44, 0, 120),
      heading1: heading(30, 420, 160),
      heading2: heading(25, 320, 120),
      heading3: heading(21, 260, 100),
    },
    paragraphStyles: [
      own('Subtitle', 26, '23241F', 60),
      own('Author', 20, '5F5A50', 360),
      own('Lead', 23, '23241F', 140),
      own('Small', 16, '5F5A50', 160),
      own('Foot', 15, '5F5A50', 0),
    ],
  }
}

function heading(size: number, before: number, after: number) {
  return {
    run: { font: face, size, bold: true, color: accent },
    paragraph: { spacing: { before, after }, keepNext: true },
  }
}

function own(id: string, size: number, color: string, after: number) {
  return {
    id,
    name: id,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size, color },
    paragraph: { spacing: { after } },
  }
}
