import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Drawing, Note } from './drawing.ts'
import { tenth } from './scales.ts'
import { dressed, pageLooks, standaloneFamily } from './standalone-style.ts'
import { textLines } from './text-lines.ts'

/** A chart that leaves the page: all that a reader needs travels in the picture. */
export interface StandaloneChart {
  /** From `lineDrawing`, `multiplesDrawing`, `stripDrawing`, `gapDrawing` or `mapDrawing`. */
  readonly drawing: Drawing
  readonly title: string
  readonly subtitle?: string
  /** What somebody who cannot see the chart needs to know. */
  readonly description: string
  /** What its signs mean: `lineNotes` or `stripNotes`. */
  readonly notes?: readonly Note[]
  /** Below the drawing: source, licence, when it was retrieved, the address it came from. One item is one paragraph. */
  readonly footer: readonly string[]
  /** The language of the words, such as `sv`. */
  readonly language: string
}

/** How wide a chart of its own is, in pixels. */
const standaloneWidth = 1200
const margin = 44
const inside = standaloneWidth - 2 * margin

interface Block {
  readonly height: number
  readonly content: ComponentChildren
}

/** A chart as a whole SVG document, on white: title at the top, source at the bottom. It needs nothing from elsewhere. */
export function standaloneSvg(chart: StandaloneChart): string {
  const { title, subtitle, notes = [], footer } = chart
  const blocks: Block[] = [
    paragraph(title, { size: 32, className: 'words words--strong' }),
    ...(subtitle ? [paragraph(subtitle, { size: 20, className: 'tick', above: 10 })] : []),
    enlarged(chart.drawing),
    ...notes.map(explained),
    rule(),
    ...footer.map((text) => paragraph(text, { size: 15, className: 'tick', above: 5 })),
  ]
  const tops = blocks.map((_one, index) =>
    blocks.slice(0, index).reduce((sum, block) => sum + block.height, margin),
  )
  const height = Math.ceil(blocks.reduce((sum, block) => sum + block.height, 2 * margin))
  const document = (
    <Document chart={chart} height={height}>
      {blocks.map((block, index) => (
        <g key={index} transform={`translate(${margin} ${tenth(tops[index] ?? 0)})`}>
          {block.content}
        </g>
      ))}
    </Document>
  )
  return readable(`<?xml version="1.0" encoding="UTF-8"?>\n${dressed(renderToString(document), pageLooks)}\n`)
}

/** The drawing alone as an SVG document, for a paper that says the title, the signs and the source around it. */
export function drawingSvg({ width, height, text, marks }: Drawing, description: string): string {
  const document = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={standaloneFamily}
      font-size={text}
      role="img"
      aria-label={description}
    >
      {marks}
    </svg>
  )
  return readable(`<?xml version="1.0" encoding="UTF-8"?>\n${dressed(renderToString(document), pageLooks)}\n`)
}

function Document({
  chart,
  height,
  children,
}: {
  readonly chart: StandaloneChart
  readonly height: number
  readonly children: ComponentChildren
}) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={standaloneWidth}
      height={height}
      viewBox={`0 0 ${standaloneWidth} ${height}`}
      font-family={standaloneFamily}
      role="img"
      aria-labelledby="title description"
      lang={chart.language}
    >
      <title id="title">{chart.title}</title>
      <desc id="description">{chart.description}</desc>
      <rect width={standaloneWidth} height={height} fill="#ffffff" />
      {children}
    </svg>
  )
}

interface ParagraphLook {
  readonly size: number
  readonly className: string
  readonly above?: number
}

function paragraph(text: string, { size, className, above = 0 }: ParagraphLook): Block {
  const lines = textLines(text, inside, size)
  const leading = size * 1.3
  return {
    height: above + lines.length * leading,
    content: lines.map((line, index) => (
      <text key={index} class={className} font-size={size} y={tenth(above + size * 0.9 + index * leading)}>
        {line}
      </text>
    )),
  }
}

function enlarged({ width, height, text, marks }: Drawing): Block {
  const scale = inside / width
  return {
    height: 28 + height * scale + 16,
    content: (
      <g transform={`translate(0 28) scale(${Math.round(scale * 10_000) / 10_000})`} font-size={text}>
        {marks}
      </g>
    ),
  }
}

function explained({ glyph, text }: Note): Block {
  const size = 17
  const lines = textLines(text, inside - 44, size)
  return {
    height: lines.length * size * 1.3 + 6,
    content: (
      <>
        <g transform="scale(1.4)">{glyph}</g>
        {lines.map((line, index) => (
          <text key={index} class="words" font-size={size} x="40" y={tenth(17 + index * size * 1.3)}>
            {line}
          </text>
        ))}
      </>
    ),
  }
}

function rule(): Block {
  return { height: 22, content: <path class="grid" d={`M0 14H${inside}`} /> }
}

/**
 * What HTML lets pass and XML does not: most control characters, halves of characters, and the end of a section that was
 * never begun. One of them in a name would make the whole file unreadable.
 */
function readable(xml: string): string {
  return xml
    .toWellFormed()
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, (character) => (/\s/.test(character) ? character : ''))
}
