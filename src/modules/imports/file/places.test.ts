import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textCell, type Cell } from '#platform/office/cell.ts'
import { isTotal, PlaceFinder } from './places.ts'
import { places } from './testing.ts'

const finder = new PlaceFinder(places)
const find = (text: string) => finder.find(textCell(text))
const number = (value: number): Cell => ({
  text: String(value),
  value: { kind: 'number', number: value, isPercent: false },
  formula: 'none',
})

test.each([
  ['1480', '1480'],
  ['SE1480', '1480'],
  ['1480.0', '1480'],
  ['Göteborg', '1480'],
  ['GÖTEBORG', '1480'],
  ['göteborg', '1480'],
  ['Göteborg'.normalize('NFD'), '1480'],
  ['Göteborgs stad', '1480'],
  ['Göteborgs kommun', '1480'],
  ['Borås stad', '1490'],
  ['Ale kommun', '1440'],
  ['Ale municipality', '1440'],
  ['Alingsås kommun', '1489'],
  ['1480 Göteborg', '1480'],
  ['1480 - Göteborg', '1480'],
  ['1480, Göteborgs stad', '1480'],
  ['Göteborg (1480)', '1480'],
  ['Göteborg 1)', '1480'],
  ['Göteborg*', '1480'],
  ['Upplands\u00A0Väsby', '0114'],
  ['14 Västra Götalands län', '14'],
  ['Riket', '0000'],
  ['Hela riket', '0000'],
  ['Sweden', '0000'],
  ['0000', '0000'],
  ['Habo', '0643'],
  ['Håbo', '0305'],
])('%s is found', (text, code) => {
  expect(find(text)).toMatchObject({ kind: 'place', code })
})

test('a code is known as a number, and gets back the zero that a spreadsheet took', () => {
  expect(finder.find(number(1480))).toEqual({ kind: 'place', code: '1480', isZeroRestored: false })
  expect(finder.find(number(114))).toEqual({ kind: 'place', code: '0114', isZeroRestored: true })
  expect(find('114 Upplands Väsby')).toEqual({ kind: 'place', code: '0114', isZeroRestored: true })
})

test.each([
  ['Gbg', 'Göteborg (1480)'],
  ['Sthlm', 'Stockholm (0180)'],
  ['Götborg', 'Göteborg (1480)'],
  ['Goteborg', 'Göteborg (1480)'],
  ['Gothenburg', 'Göteborg (1480)'],
  ['Härrida', 'Härryda (1401)'],
  ['Molndals stad', 'Mölndal (1481)'],
  ['Kungälvs', 'Kungälv (1482)'],
  ['9999 Göteborg', 'Göteborg (1480)'],
])('%s is never guessed, but %s is proposed', (text, proposal) => {
  expect(find(text)).toMatchObject({ kind: 'wrong', problem: 'place-unknown' })
  expect(find(text)).toHaveProperty('proposals.0', proposal)
})

test('what is like nothing gets no proposals', () => {
  expect(find('Qwertyuiopq')).toEqual({ kind: 'wrong', problem: 'place-unknown', proposals: [] })
  expect(find('9999')).toEqual({ kind: 'wrong', problem: 'place-unknown', proposals: [] })
  expect(find('')).toEqual({ kind: 'wrong', problem: 'place-missing', proposals: [] })
})

test('a code with another place’s name is refused', () => {
  expect(find('1480 Ale')).toEqual({
    kind: 'wrong',
    problem: 'code-and-name-disagree',
    proposals: ['Göteborg (1480)', 'Ale (1440)'],
  })
})

test('a name that two places share has to be told by its code', () => {
  const two = new PlaceFinder([
    { code: '0980', name: 'Gotland' },
    { code: '09', name: 'Gotland' },
  ])
  expect(two.find(textCell('Gotland'))).toMatchObject({ problem: 'place-ambiguous' })
  expect(two.find(textCell('0980 Gotland'))).toMatchObject({ code: '0980' })
})

test.each(['Summa', 'Totalt', 'Total', 'Medelvärde', 'Genomsnitt', 'Ovägt medel', 'Median', 'Summa:'])(
  '%s is no place',
  (text) => {
    expect(isTotal(text)).toBe(true)
  },
)

test('no text makes it throw, and what is found is known', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const reading = find(text)
      expect(reading.kind === 'wrong' || places.some(({ code }) => code === reading.code)).toBe(true)
    }),
  )
})
