import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { signedPoints } from './control-limits.tsx'
import { LineChart, lineDrawing, type LineFigures } from './line-chart.tsx'
import { lineNotes } from './line-notes.tsx'
import type { Comparison, Series } from './series.ts'

const format = (value: number) => String(value)
const ale: Series = {
  name: 'Ale',
  emphasis: true,
  points: [
    { x: 2020, y: 60 },
    { x: 2021, y: 62 },
    { x: 2022, y: 64, isPreliminary: true },
  ],
}
const beside = (name: string, comparison: Comparison, y: number): Series => ({
  name,
  comparison,
  points: ale.points.map((point) => ({ ...point, y })),
})
const preliminary = 'Hollow: preliminary'
const plain: LineFigures = { series: [ale], format }
const drawn = (figures: LineFigures) => renderToString(<svg>{lineDrawing(figures).marks}</svg>)
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0

const heightOf = (series: readonly Series[]) => {
  const html = renderToString(
    <LineChart id="a" title="T" description="D" empty="E" {...plain} series={series} />,
  )
  return Number(/chart__drawing--narrow" viewBox="0 0 350 (\d+)"/.exec(html)?.[1])
}

describe('a line chart', () => {
  it('marks a long line at even steps, its last value always', () => {
    const points = Array.from({ length: 55 }, (_none, index) => ({ x: 1970 + index, y: index }))
    const html = drawn({ ...plain, series: [ale, { name: 'Region', comparison: 1, points }] })
    expect(count(html, /class="compare-mark /g)).toBe(14)
    const short = drawn({
      ...plain,
      series: [{ name: 'Region', comparison: 1, points: points.slice(0, 14) }],
    })
    expect(count(short, /class="compare-mark /g)).toBe(14)
  })

  it('has a target with its label, and an axis that reaches it', () => {
    const html = drawn({ ...plain, targets: [{ x: 2030, y: 80, label: 'Target 2030: 80' }] })
    expect(html).toContain('Target 2030: 80')
    expect(html).toContain('>2030</text>')
    expect(html).toContain('>80</text>')
    expect(count(html, /class="target"/g)).toBe(1)
  })

  it('has a band for each stretch of limits, and no edge where there is no limit', () => {
    const html = drawn({
      ...plain,
      limits: {
        stretches: [
          { from: 2020, to: 2020, centre: 60, lower: 50, upper: 70 },
          { from: 2021, to: 2022, centre: 63, lower: null, upper: 71 },
        ],
        labels: { upper: 'Upper 71', centre: 'Middle 63', lower: 'Lower none' },
      },
    })
    expect(count(html, /class="band"/g)).toBe(2)
    expect(count(html, /class="limit"/g)).toBe(3)
    expect(count(html, /class="centre"/g)).toBe(2)
    expect(html).toContain('Upper 71')
    expect(html).not.toContain('Lower none')
    // Every point of the line is there to be judged.
    expect(count(html, /class="dot dot--front"/g)).toBe(4)
  })

  it('rings the points that rules name, each once and from left to right', () => {
    const signals = [
      { sign: '1', explanation: 'Rule 1', points: [{ x: 2022, y: 64 }] },
      {
        sign: '4',
        explanation: 'Rule 4',
        points: [ale.points[0], ale.points[2]].flatMap((point) =>
          point?.y ? [{ x: point.x, y: point.y }] : [],
        ),
      },
    ]
    expect(signedPoints(signals).map((one) => [one.x, one.signs])).toEqual([
      [2020, '4'],
      [2022, '1, 4'],
    ])
    expect(count(drawn({ ...plain, signals }), /class="signal"/g)).toBe(2)
    expect(lineNotes({ ...plain, signals }).map((note) => note.text)).toEqual(['Rule 1', 'Rule 4'])
  })

  it('gives each line to compare with dashes, a mark and a name of its own, beside its end', () => {
    const html = drawn({ ...plain, series: [ale, beside('Region', 1, 66), beside('Median', 2, 58)] })
    expect(count(html, /class="compare compare--1"/g)).toBe(1)
    expect(html).toContain('class="compare-label compare-label--2"')
    expect(html).toContain('>Region 66</text>')
    expect(html).toContain('>Median 58</text>')
  })

  it('draws what is preliminary hollow, and says so', () => {
    const figures: LineFigures = { ...plain, series: [ale, beside('Region', 4, 66)], preliminary }
    const html = drawn(figures)
    expect(count(html, /class="ring ring--front"/g)).toBe(1)
    expect(count(html, /hollow/g)).toBe(1)
    expect(lineNotes(figures).map((note) => note.text)).toEqual([preliminary])
  })

  it('explains no mark that is not there', () => {
    const settled = { ...ale, points: ale.points.map(({ x, y }) => ({ x, y })) }
    expect(lineNotes({ ...plain, series: [settled], preliminary })).toEqual([])
  })

  it('shows the level that all is read against', () => {
    const html = drawn({ ...plain, level: { y: 100, label: '2020 = 100' } })
    expect(html).toContain('2020 = 100')
    expect(html).toContain('>100</text>')
  })

  it('puts a key above on a phone, as high as it needs to be', () => {
    const many = [1, 2, 3, 4, 5, 6].map((look) => beside(`Line ${look}`, look as Comparison, 60 + look))
    expect(heightOf([ale, ...many]) - heightOf([ale])).toBe(6 * 17)
  })

  it('is words alone when nothing is known', () => {
    const html = renderToString(
      <LineChart
        id="a"
        title="T"
        description="D"
        empty="Nothing yet"
        series={[{ name: 'A', points: [] }]}
        format={format}
        level={{ y: 100, label: '100' }}
      />,
    )
    expect(html).toContain('Nothing yet')
    expect(html).not.toContain('<svg')
  })

  it('leads to its picture, its files and its table', () => {
    const links = [
      { href: '/a.svg', label: 'Enlarge' },
      { href: '/a.png', label: 'PNG', fileName: 'a.png' },
    ]
    const html = renderToString(
      <LineChart id="a" title="T" description="D" empty="E" {...plain} links={links} />,
    )
    expect(html).toContain('<a href="/a.svg" aria-describedby="a-title">Enlarge</a>')
    expect(html).toContain('<a href="/a.png" download="a.png" aria-describedby="a-title">PNG</a>')
  })
})
