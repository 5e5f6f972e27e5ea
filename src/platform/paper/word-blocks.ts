import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type INumberingOptions,
} from 'docx'
import type { Block, Paper, PaperPicture, PaperTable, Phrase, Tone } from './paper.ts'

const languages = { sv: 'sv-SE', en: 'en-GB' } as const
/** The width of the text on a page, in twentieths of a point. */
const textWidth = 9638
const pictureWidth = 600
const line = { style: BorderStyle.SINGLE, size: 4, color: 'DFDAD0' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const colourOf: Record<Tone, string> = {
  neutral: '5F5A50',
  good: '1E6B3A',
  warning: '9A5B00',
  bad: 'A3281E',
  done: '1C4F8A',
  ended: '5F5A50',
  muted: '5F5A50',
}
const strong: readonly Tone[] = ['warning', 'bad']

/** Bullets, for a document of our own and for one that lies in a municipality's template. */
export const bullets = {
  reference: 'points',
  numbering: {
    config: [
      {
        reference: 'points',
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 400, hanging: 260 } } },
          },
        ],
      },
    ],
  } satisfies INumberingOptions,
}

/** The styles that a document has for our kinds of text, by their ids; left out where it has none. */
export interface WordStyles {
  readonly headings: readonly (string | undefined)[]
  readonly lead?: string
  readonly small?: string
}

/** Those that a document of our own has. */
export const ourStyles: WordStyles = {
  headings: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3],
  lead: 'Lead',
  small: 'Small',
}

/** The blocks of a paper as Word has them. */
export function wordBlocks(
  { blocks }: Paper,
  pictures: readonly Uint8Array[],
  styles: WordStyles,
): (Paragraph | Table)[] {
  const drawn = blocks.filter((block) => block.kind === 'picture')
  return blocks.flatMap((block) => {
    if (block.kind !== 'picture') return blockOf(block, styles)
    const picture = pictures[drawn.indexOf(block)]
    return picture ? [pictureOf(block, picture)] : []
  })
}

function blockOf(block: Exclude<Block, PaperPicture>, styles: WordStyles): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, styles)]
    case 'paragraph': {
      const style = block.look && styles[block.look]
      return [new Paragraph({ ...(style ? { style } : {}), children: block.phrases.flatMap(runsOf) })]
    }
    case 'notice':
      return [noticeOf(block.title, block.text)]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: bullets.reference, level: 0 },
            children: item.flatMap(runsOf),
          }),
      )
    case 'table':
      return [
        tableOf(block),
        new Paragraph({ spacing: { after: 0, line: 160, lineRule: LineRuleType.AUTO } }),
      ]
  }
}

/** A heading in the document's own style; where it has none, one that a reader's program still knows as a heading. */
function headingOf({ level, text }: Extract<Block, { kind: 'heading' }>, styles: WordStyles): Paragraph {
  const style = styles.headings[level - 1]
  if (style) return new Paragraph({ style, keepNext: true, children: [new TextRun(text)] })
  return new Paragraph({
    outlineLevel: level - 1,
    keepNext: true,
    spacing: { before: 280, after: 100 },
    children: [new TextRun({ text, bold: true, size: 34 - 4 * level })],
  })
}

function noticeOf(title: string, text: string): Paragraph {
  return new Paragraph({
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: '9A5B00' } },
    shading: { type: ShadingType.CLEAR, fill: 'F3F1EB' },
    indent: { left: 160 },
    spacing: { before: 120, after: 160 },
    children: [new TextRun({ text: `${title}. `, bold: true }), ...textRuns(text, {})],
  })
}

function tableOf({ columns, rows }: PaperTable): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / shares))
  const cell = (phrase: Phrase, index: number, isLabel: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 70, right: 70 },
      children: [
        new Paragraph({
          spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
          alignment: columns[index]?.isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runsOf(phrase, { size: isLabel ? 15 : 16, bold: isLabel || index === 0 }),
        }),
      ],
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noVBand: true },
    borders: {
      top: none,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, index) => cell({ text: label }, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((phrase, index) => cell(phrase, index, false)),
          }),
      ),
    ],
  })
}

function pictureOf({ width, height, alt }: PaperPicture, picture: Uint8Array): Paragraph {
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: picture,
        transformation: { width: pictureWidth, height: Math.round((pictureWidth * height) / width) },
        altText: { name: alt.slice(0, 60), description: alt, title: alt.slice(0, 60) },
      }),
    ],
  })
}

interface Look {
  readonly size?: number
  readonly bold?: boolean
}

function runsOf({ text, language, tone }: Phrase, look: Look | number = {}): TextRun[] {
  const given = typeof look === 'number' ? {} : look
  return textRuns(text, {
    ...given,
    ...(language ? { language: { value: languages[language] } } : {}),
    ...(tone ? { color: colourOf[tone], bold: given.bold === true || strong.includes(tone) } : {}),
  })
}

/** Text with its line breaks. */
function textRuns(
  text: string,
  look: Omit<Exclude<ConstructorParameters<typeof TextRun>[0], string>, 'text'>,
): TextRun[] {
  return text.split('\n').map((part, index) => new TextRun({ ...look, text: part, break: index > 0 ? 1 : 0 }))
}
