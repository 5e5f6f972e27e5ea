import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { among } from '../gallery-figures.ts'
import { DistributionStrip, stripDrawing, stripNotes } from './distribution-strip.tsx'

const drawn = (figures: typeof among) => renderToString(<svg>{stripDrawing(figures).marks}</svg>)

test('every place is there, the own one named, the quartiles written', () => {
  const html = drawn(among)
  expect(html.match(/class="place"/g)).toHaveLength(282)
  expect(html.match(/class="place--peer"/g)).toHaveLength(7)
  expect(html.match(/class="place--own"/g)).toHaveLength(1)
  expect(html).toContain('>Ale 67,8\u00A0%</text>')
  expect(html).toContain('>Median 61,9\u00A0%</text>')
})

test('a place named beside the own one has its value written, and a look of its own', () => {
  const [first, ...others] = among.places
  const beside = { id: 'region', name: 'Regionen', value: first?.value ?? 0, role: 'beside' as const }
  const html = drawn({ ...among, places: [beside, ...others] })
  expect(html.match(/class="place--beside"/g)).toHaveLength(1)
  expect(html).toMatch(/>Regionen \d/)
})

test('quartiles that the page has counted are shown as they are', () => {
  const html = drawn({ ...among, quartiles: { lower: 50, median: 60, upper: 70 } })
  expect(html).toContain('>Undre kvartil 50,0\u00A0%</text>')
})

test('only the signs that are there are explained', () => {
  expect(stripNotes(among)).toHaveLength(3)
  const alone = among.places.filter((place) => place.role === 'own')
  expect(stripNotes({ ...among, places: alone }).map((note) => note.text)).toEqual([among.words.middle])
})

test.each([
  ['one place', 1],
  ['two places', 2],
  ['all alike', 40],
])('is drawn whole for %s', (_what, number) => {
  const places = Array.from({ length: number }, (_none, index) => ({
    id: String(index),
    name: 'A',
    value: 5,
  }))
  expect(drawn({ ...among, places })).not.toMatch(/NaN|Infinity|undefined/)
})

test('says in words what it shows, and why it is empty', () => {
  const props = {
    ...among,
    id: 'a',
    title: 'T',
    description: 'D',
    sentence: 'Ale has more than most',
    empty: 'None',
  }
  const html = renderToString(<DistributionStrip {...props} />)
  expect(html).toContain('Ale has more than most')
  expect(html.match(/role="img" aria-label="D"/g)).toHaveLength(2)
  expect(renderToString(<DistributionStrip {...props} places={[]} />)).toContain('None')
})
