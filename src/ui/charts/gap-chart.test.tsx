import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { gap } from '../gallery-figures.ts'
import { GapChart, gapDrawing, gapSums } from './gap-chart.tsx'

const drawn = (parts: typeof gap.parts) => renderToString(<svg>{gapDrawing({ ...gap, parts }).marks}</svg>)

test('what adds, what takes away and what remains are summed; what is not known is in no sum', () => {
  const parts = [2, -0.5, null, 0, 1].map((value, index) => ({ id: String(index), name: 'A', value }))
  expect(gapSums(parts)).toEqual({ plus: 3, minus: -0.5, total: 2.5 })
  expect(gapSums([])).toEqual({ plus: 0, minus: 0, total: 0 })
})

test('every part has its name, its number and a bar to its side', () => {
  const html = drawn(gap.parts)
  for (const { name, value } of gap.parts) {
    expect(html).toContain(`>${name}</text>`)
    expect(html).toContain(`>${value === null ? gap.missing : gap.format(value)}</text>`)
  }
  const zero = Number(/<path class="axis" d="M([\d.]+) 0V/.exec(html)?.[1])
  const bars = [...html.matchAll(/class="bar--(plus|minus)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)]
  expect(bars).toHaveLength(gap.parts.filter((part) => part.value !== null).length)
  for (const [, side, x, width] of bars)
    expect(side === 'plus' ? Number(x) : Number(x) + Number(width)).toBeCloseTo(zero, 0)
})

test('the longest bar is the largest part, whichever its sign', () => {
  const widths = [...drawn(gap.parts).matchAll(/class="bar--(?:plus|minus)"[^>]* width="([\d.]+)"/g)].map(
    ([, one]) => Number(one),
  )
  expect(widths.indexOf(Math.max(...widths))).toBe(2)
})

test.each([
  ['only zeros', [0, 0]],
  ['only minus', [-1, -2]],
  ['only one', [3]],
])('is drawn whole for %s', (_what, values) => {
  const html = drawn(values.map((value, index) => ({ id: String(index), name: `Del ${index}`, value })))
  expect(html).not.toMatch(/NaN|Infinity|width="-/)
})

test('is words alone when no part can be counted', () => {
  const html = renderToString(
    <GapChart
      {...gap}
      id="a"
      title="T"
      description="D"
      empty="Nothing yet"
      parts={[{ id: 'a', name: 'A', value: null }]}
    />,
  )
  expect(html).toContain('Nothing yet')
  expect(html).not.toContain('<svg')
})
