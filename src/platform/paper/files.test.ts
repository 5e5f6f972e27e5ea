import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withEveryString } from './every-string.ts'
import { canShow, lettersIn, shownWith } from './font-letters.ts'

const font = readFileSync(new URL('../picture/fonts/schibsted-grotesk-regular.ttf', import.meta.url))

describe('the letters of our font', () => {
  const letters = lettersIn(font)

  test('are those that Swedes and their neighbours write with', () => {
    for (const letter of 'ÅÄÖåäöÆØæøéüŊŋŦŧšž–”’…%§') expect(letters, letter).toContain(letter.codePointAt(0))
  })

  test('are no emoji and no Chinese', () => {
    expect(letters).not.toContain(0x1f600)
    expect(letters).not.toContain('中'.codePointAt(0))
  })

  test('leave a text of theirs as it is, and tell what they lack by its number', () => {
    expect(shownWith(letters, 'Åtta ”saker”\n– och en till')).toBe('Åtta ”saker”\n– och en till')
    expect(shownWith(letters, 'Bra 😀 中')).toBe('Bra [U+1F600] [U+4E2D]')
    expect(shownWith(letters, 'A\u030Ale\u200b\ufeff')).toBe('Åle')
    expect(canShow(letters, 'A\u030Ale\u200b')).toBe(true)
    expect(canShow(letters, 'X\u0302imena')).toBe(false)
  })

  test('show any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const character of shownWith(letters, text))
          expect(/[\n\t]/.test(character) || letters.has(character.codePointAt(0) ?? 0)).toBe(true)
      }),
    )
  })
})

test('every text is changed wherever it stands, and nothing else', () => {
  const day = new Date('2026-11-24')
  const bytes = new Uint8Array([1])
  const given = { a: 'x', b: [{ c: 'y', d: 1 }, null], day, bytes }
  expect(withEveryString(given, (text) => text.toUpperCase())).toEqual({
    a: 'X',
    b: [{ c: 'Y', d: 1 }, null],
    day,
    bytes,
  })
})
