import pptxgen from 'pptxgenjs'
import type { Deck, DeckChart, DeckSeries, Slide } from './deck.ts'
import type { Phrase, Tone } from './paper.ts'

// Its types describe a package of another kind than the one that Node loads.
const Presentation = pptxgen as unknown as typeof pptxgen.default

const languages = { sv: 'sv-SE', en: 'en-GB' } as const
const face = 'Arial'
const ink = '23241F'
const soft = '5F5A50'
const accent = '1C6676'
const master = 'PLAIN'
/** The slide is 13.33 by 7.5 inches; all lies between these margins. */
const left = 0.6
const width = 12.1
const top = 1.45
const bottom = 6.75
/** A row of a table, where there are few; many are set closer. */
const tallRow = 0.5

const colourOf: Record<Tone, string> = {
  neutral: '5F5A50',
  good: '1E6B3A',
  warning: '9A5B00',
  bad: 'A3281E',
  done: '1C4F8A',
  ended: '5F5A50',
  muted: '7C7873',
}

type Text = pptxgen.default.TextProps

/** A deck as a PowerPoint file, with titles that are titles and charts that can be edited. */
export async function slidesOf(deck: Deck): Promise<Uint8Array> {
  const file = new Presentation()
  file.layout = 'LAYOUT_WIDE'
  file.title = deck.title
  file.author = deck.author
  file.company = deck.author
  file.subject = deck.subtitle
  file.theme = { headFontFace: face, bodyFontFace: face }
  defineMaster(file, deck)
  addOpening(file, deck)
  for (const slide of deck.slides) addSlide(file, slide, deck)
  return new Uint8Array((await file.write({ outputType: 'arraybuffer' })) as ArrayBuffer)
}

function defineMaster(file: pptxgen.default, { footer, language }: Deck): void {
  file.defineSlideMaster({
    title: master,
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: left,
            y: 0.4,
            w: width,
            h: 0.85,
            fontFace: face,
            fontSize: 26,
            bold: true,
            color: accent,
            align: 'left',
            valign: 'middle',
            margin: 0,
          },
          text: '',
        },
      },
      {
        text: {
          text: footer,
          options: {
            x: left,
            y: 6.98,
            w: 10.8,
            h: 0.3,
            fontFace: face,
            fontSize: 9,
            color: soft,
            margin: 0,
            lang: languages[language],
          },
        },
      },
    ],
    slideNumber: {
      x: 12.1,
      y: 6.98,
      w: 0.6,
      h: 0.3,
      fontFace: face,
      fontSize: 9,
      color: soft,
      align: 'right',
    },
  })
}

function addOpening(file: pptxgen.default, { title, subtitle, author, notes, language }: Deck): void {
  const slide = file.addSlide({ masterName: master })
  const lang = languages[language]
  slide.addText([{ text: title, options: { lang } }], { placeholder: 'title' })
  const lines = [
    { text: subtitle, options: { fontSize: 20, color: ink } },
    { text: author, options: { fontSize: 16, color: soft } },
    ...notes.map((text) => ({ text, options: { fontSize: 14, color: '7A4800' } })),
  ]
  slide.addText(
    lines.map(({ text, options }) => ({
      text,
      options: { ...options, lang, fontFace: face, breakLine: true, paraSpaceAfter: 10 },
    })),
    { x: left, y: 1.7, w: width, h: 4.5, valign: 'top', margin: 0 },
  )
}

function addSlide(file: pptxgen.default, shown: Slide, deck: Deck): void {
  const slide = file.addSlide({ masterName: master })
  const lang = languages[deck.language]
  slide.addText([{ text: shown.title, options: { lang } }], { placeholder: 'title' })
  const hasBeside = shown.chart !== undefined && shown.points.length > 0
  // Each row of a table of figures takes one line; what stands below it comes right after.
  const below = shown.table ? top + rowHeight(shown.table) * (shown.table.rows.length + 1) + 0.3 : top
  if (shown.chart) addChart(file, slide, shown.chart, hasBeside ? 8 : width, lang)
  if (shown.table) addTable(slide, shown.table, lang)
  if (shown.points.length > 0) {
    const place = hasBeside
      ? { x: left + 8.3, y: top, w: width - 8.3, h: 4.9 }
      : { x: left, y: below, w: width, h: bottom - below }
    slide.addText(pointsOf(shown.points, lang, hasBeside || shown.table !== undefined), {
      ...place,
      valign: 'top',
      margin: 0,
      fit: 'shrink',
    })
  }
  if (shown.source)
    slide.addText([{ text: shown.source, options: { lang } }], {
      x: left,
      y: 6.45,
      w: width,
      h: 0.45,
      fontFace: face,
      fontSize: 9,
      color: soft,
      margin: 0,
      valign: 'top',
    })
}

function pointsOf(points: Slide['points'], lang: string, isBeside: boolean): Text[] {
  return points.flatMap((point) =>
    point.map((phrase, index) => ({
      ...textOf(phrase, lang, isBeside ? 13 : 15),
      options: {
        ...textOf(phrase, lang, isBeside ? 13 : 15).options,
        paraSpaceAfter: 7,
        ...(index === point.length - 1 ? { breakLine: true } : {}),
      },
    })),
  )
}

function textOf({ text, language, tone }: Phrase, lang: string, fontSize: number): Text {
  return {
    text,
    options: {
      fontFace: face,
      fontSize,
      lang: language ? languages[language] : lang,
      color: tone ? colourOf[tone] : ink,
      bold: tone === 'bad' || tone === 'warning',
    },
  }
}

function rowHeight({ rows }: NonNullable<Slide['table']>): number {
  return Math.min(tallRow, (bottom - top) / (rows.length + 1))
}

function addTable(slide: pptxgen.default.Slide, table: NonNullable<Slide['table']>, lang: string): void {
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0)
  const line = { type: 'solid' as const, pt: 0.5, color: 'DFDAD0' }
  const none = { type: 'none' as const }
  const size = rowHeight(table) < tallRow ? 12 : 14
  const cell = (phrase: Phrase, index: number, isHeading: boolean) => ({
    text: [textOf(phrase, lang, size)],
    options: {
      bold: isHeading || index === 0,
      align: table.columns[index]?.isNumeric ? ('right' as const) : ('left' as const),
      valign: 'middle' as const,
      fontFace: face,
      fontSize: size,
      border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
      margin: [0.04, 0.06, 0.04, 0.06] as [number, number, number, number],
    },
  })
  slide.addTable(
    [
      table.columns.map(({ label }, index) => cell({ text: label }, index, true)),
      ...table.rows.map((row) => row.map((phrase, index) => cell(phrase, index, false))),
    ],
    {
      x: left,
      y: top,
      w: width,
      colW: table.columns.map(({ share }) => (width * share) / shares),
      rowH: rowHeight(table),
    },
  )
}

const looks: Record<DeckSeries['look'], string> = { strong: accent, target: '9A5B00', pale: 'C9C4B8' }

function addChart(
  file: pptxgen.default,
  slide: pptxgen.default.Slide,
  { kind, numbers, alt, ...figures }: DeckChart,
  wide: number,
  lang: string,
): void {
  // Bars that lie are drawn from below.
  const inOrder = <One>(many: readonly One[]) => (kind === 'bars' ? many.toReversed() : [...many])
  const { series } = figures
  slide.addChart(
    kind === 'lines' ? file.ChartType.line : file.ChartType.bar,
    series.map(({ name, values }) => ({
      name,
      labels: inOrder(figures.categories),
      // A gap is null, which the library passes on as an empty cell.
      values: inOrder(values) as number[],
    })),
    {
      x: left,
      y: top,
      w: wide,
      h: 4.9,
      altText: alt,
      lang,
      chartColors: series.map(({ look, colour }) => colour ?? looks[look]),
      displayBlanksAs: 'gap',
      lineDataSymbol: 'none',
      lineSize: 2,
      barDir: 'bar',
      barGrouping: 'stacked',
      barGapWidthPct: 45,
      valAxisLabelFormatCode: numbers,
      dataLabelFormatCode: numbers,
      catAxisLabelFontFace: face,
      valAxisLabelFontFace: face,
      catAxisLabelFontSize: 11,
      valAxisLabelFontSize: 11,
      catAxisLabelColor: ink,
      valAxisLabelColor: ink,
      valGridLine: { color: 'E5E1D8', size: 0.5 },
      catGridLine: { style: 'none' },
      showLegend: true,
      legendPos: 'b',
      legendFontFace: face,
      legendFontSize: 10,
      legendColor: ink,
    },
  )
}
