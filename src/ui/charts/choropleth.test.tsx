import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Choropleth, mapDrawing, type MapFigures } from './choropleth.tsx'

const places = [3, 4, 5, 6, 7, null].map((value, index) => ({
  id: String(index),
  name: `Place ${index}`,
  href: `/places/${index}`,
  value,
  outline: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [index, 57],
        [index, 58],
        [index + 0.9, 58],
        [index + 0.9, 57],
        [index, 57],
      ],
    ],
  },
}))
const figures: MapFigures = {
  places,
  format: String,
  missing: 'no value',
  legendLabel: 'Per cent',
  range: (from, to) => `${from} to ${to}`,
}
const page = (more: Partial<MapFigures> = {}) =>
  renderToString(<Choropleth {...figures} {...more} id="map" title="T" description="D" />)

test('each class has a colour and its numbers in the legend, and what is missing has its name', () => {
  const html = page()
  for (const step of [1, 2, 3, 4, 5]) expect(html).toContain(`class="step-${step}"`)
  for (const text of ['3 to 3', '4 to 4', '6 to 6', '7 to 7', 'no value'])
    expect(html).toContain(`${text}</li>`)
  expect(html).toContain('fill="url(#map-hatch)"')
  expect(html).toContain('<title>Place 5: no value</title>')
})

test('a map where all is known speaks of no gap', () => {
  expect(page({ places: places.slice(0, 5) })).not.toContain('no value')
})

test('on a page each place leads on; in a file of its own none does, and the legend is inside', () => {
  expect(page().match(/<a href="\/places\/\d"/g)).toHaveLength(6)
  const alone = renderToString(<svg>{mapDrawing(figures).marks}</svg>)
  expect(alone).not.toContain('<a ')
  expect(alone).toContain('>4 to 4</text>')
  expect(alone).toContain('>Per cent</text>')
})

test('a map of which nothing is known is hatched all over', () => {
  const html = page({ places: places.map((place) => ({ ...place, value: null })) })
  expect(html).not.toMatch(/NaN|Infinity|undefined|step-/)
})
