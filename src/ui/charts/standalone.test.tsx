import { readdirSync, readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { pngOf } from '#platform/picture/png.ts'
import { among, compared, gap, indexed, limited } from '../gallery-figures.ts'
import { stripDrawing, stripNotes } from './distribution-strip.tsx'
import { gapDrawing } from './gap-chart.tsx'
import { lineDrawing } from './line-chart.tsx'
import { lineNotes } from './line-notes.tsx'
import { multiplesDrawing } from './small-multiples.tsx'
import { dressed, looksFrom } from './standalone-style.ts'
import { type StandaloneChart, standaloneSvg } from './standalone.tsx'

const around = {
  title: 'Ale har närmat sig målet',
  description: 'Linjediagram',
  footer: ['Källa: Kolada. Hämtad 3 mars 2026.', 'https://example.org/indikatorer/x'],
  language: 'sv',
}
const charts: readonly (readonly [string, StandaloneChart])[] = [
  ['comparison', { ...around, drawing: lineDrawing(compared), notes: lineNotes(compared) }],
  ['limits', { ...around, drawing: lineDrawing(limited), notes: lineNotes(limited) }],
  ['index', { ...around, drawing: lineDrawing(indexed) }],
  ['distribution', { ...around, drawing: stripDrawing(among), notes: stripNotes(among) }],
  ['gap', { ...around, drawing: gapDrawing(gap) }],
  [
    'multiples',
    {
      ...around,
      drawing: multiplesDrawing({ series: compared.series, format: compared.format, missing: 'saknas' }),
    },
  ],
]
// The test runner gives every style sheet as an empty text, so they are read here as they lie.
const styles = new URL('../styles/', import.meta.url)
const sheet = (name: string) => readFileSync(new URL(name, styles), 'utf8')
const rules = readdirSync(new URL('marks/', styles)).map((name) => sheet(`marks/${name}`))
const looks = looksFrom(rules.join('\n'), sheet('chart-colours.css'))

const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1])
const titled = (title: string) => standaloneSvg({ ...around, title, drawing: gapDrawing(gap) })

describe.each(charts)('%s as a document of its own', (_name, chart) => {
  const svg = standaloneSvg(chart)

  it('is 1200 wide and can be drawn, by a strict reader of XML', async () => {
    expect(svg).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1200"/,
    )
    const png = Buffer.from(await pngOf(svg, { width: 600 }))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, Math.round(heightOf(svg) / 2)])
    expect(png.length).toBeGreaterThan(10_000)
  })

  it('names itself and its source', () => {
    expect(svg).toContain('<title id="title">Ale har närmat sig målet</title>')
    expect(svg).toContain('<desc id="description">Linjediagram</desc>')
    for (const line of around.footer) expect(svg).toContain(`>${line}</text>`)
  })

  it('needs nothing from elsewhere and holds nothing that a browser would refuse', () => {
    expect(svg).not.toMatch(
      /var\(|light-dark|@import|@font-face|url\((?!#)|href=|<style|style="|class=|<script/,
    )
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
})

describe('hostile words', () => {
  const words = 'A <b> & "c" \u0000\u0007\uFFFE\uD800 ]]> å'
  const svg = standaloneSvg({
    ...around,
    drawing: lineDrawing({
      ...compared,
      series: [{ name: words, emphasis: true, points: [{ x: 2020, y: 1 }] }],
    }),
    title: words,
    subtitle: words,
    description: words,
    footer: [words],
    notes: [{ glyph: null, text: words }],
  })

  it('stay words', async () => {
    await expect(pngOf(svg, { width: 100 })).resolves.toBeInstanceOf(Uint8Array)
    expect(svg).not.toContain('<b>')
    expect(svg).toContain('&lt;b> &amp;')
  })
})

it('long words make the picture higher, not wider', () => {
  const long = titled('En lång rubrik om behörigheten till gymnasiet '.repeat(6))
  expect(heightOf(long)).toBeGreaterThan(heightOf(titled('Kort')) + 100)
  expect(long).toContain('width="1200"')
})

it.each([
  ['no series', []],
  ['a series of which nothing is known', [{ name: 'Ale', points: [] }]],
  ['one value', [{ name: 'Ale', emphasis: true, points: [{ x: 2020, y: 1 }] }]],
  ['values that never follow each other', [{ name: 'Ale', points: [0, 2, 4].map((x) => ({ x, y: x })) }]],
])('%s is a document too', async (_what, series) => {
  const drawings = [
    lineDrawing({ series, format: String }),
    multiplesDrawing({ series, format: String, missing: 'saknas' }),
  ]
  for (const drawing of drawings)
    await expect(pngOf(standaloneSvg({ ...around, drawing }), { width: 100 })).resolves.toBeDefined()
})

const plain = (className: string) => dressed(`<path class="${className}"/>`, looks)

describe('the look of a document of its own', () => {
  it('stands on each element, in the light theme’s colours: a browser refuses a style sheet inside', () => {
    expect(plain('grid')).toBe('<path fill="none" stroke="#dfdad0"/>')
    expect(plain('step-5')).toBe('<path fill="#093f4d"/>')
    const theme = sheet('theme/samsyn.css')
    for (const colour of ['#23241f', '#5f5a50', '#f3f1eb', '#dfdad0', '#7c7873', '#1c6676']) {
      expect([...looks.values()].flatMap(Object.values)).toContain(colour)
      expect(theme).toContain(colour)
    }
  })

  it('is that of the later rule where an element has two classes, whichever is named first', () => {
    const wanted =
      '<path fill="none" stroke="#1c6676" stroke-width="2.75" stroke-linejoin="round" stroke-linecap="round"/>'
    expect(plain('line line--front')).toBe(wanted)
    expect(plain('line--front line')).toBe(wanted)
  })

  it('has no edge over the letters of a text, and one under those that lie over lines', () => {
    expect(dressed('<text class="tick" x="1">2024</text>', looks)).toBe(
      '<text x="1" fill="#5f5a50">2024</text>',
    )
    expect(dressed('<text class="sign">1</text>', looks)).toBe(
      '<text stroke="#ffffff" stroke-width="3" stroke-linejoin="round" fill="#ffffff" font-weight="700">1</text>' +
        '<text fill="#23241f" font-weight="700">1</text>',
    )
  })

  it('knows every colour it is asked for', () => {
    expect(() => looksFrom('.a { fill: var(--unknown); }', '')).toThrow('--unknown')
    expect([...looks.values()].flatMap(Object.values).join(' ')).not.toMatch(/var\(|light-dark|--/)
  })

  it('is written in rules of one class, none of them in two files: their order would then matter', () => {
    const names = rules.map((text) => [...looksFrom(text, sheet('chart-colours.css')).keys()])
    expect(names.flat().filter((name) => !/^[a-z][\w-]*$/.test(name))).toEqual([])
    expect(new Set(names.flat()).size).toBe(names.flat().length)
  })

  it.each(charts)(
    'is known of every class in the chart of %s, and no attribute comes twice',
    async (_name, chart) => {
      const html = renderToString(<svg xmlns="http://www.w3.org/2000/svg">{chart.drawing.marks}</svg>)
      const worn = [...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '))
      expect(worn.filter((name) => !looks.has(name))).toEqual([])
      // A reader of XML refuses an element that has an attribute twice.
      await expect(pngOf(dressed(html, looks), { width: 100 })).resolves.toBeDefined()
    },
  )
})
