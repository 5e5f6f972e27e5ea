import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLines } from './text-lines.ts'

test('a short text is one line, none is none', () => {
  expect(textLines('Ale har flest', 500, 16)).toEqual(['Ale har flest'])
  expect(textLines('', 500, 16)).toEqual([])
})

test('a number stays with its unit: a no-break space is no place to break', () => {
  expect(textLines('Målet är 75\u00A0%', 60, 12)).toEqual(['Målet är', '75\u00A0%'])
})

test('a word longer than a line keeps it alone', () => {
  expect(textLines('en samverkansöverenskommelse till', 80, 16)).toEqual([
    'en',
    'samverkansöverenskommelse',
    'till',
  ])
})

test('no word is lost or moved', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zåäö]{1,14}$/), { maxLength: 30 }), (words) => {
      expect(textLines(words.join(' '), 120, 14).join(' ')).toBe(words.join(' '))
    }),
  )
})
