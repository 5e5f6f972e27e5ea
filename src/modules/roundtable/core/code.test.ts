import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesFrom, codeTyped } from './code.ts'

const seeds = fc.uniqueArray(
  fc.record({
    participant: fc.uuid(),
    // Few different ones, so that many would have the same code.
    seed: fc.uint8Array({ minLength: 4, maxLength: 4, max: 2 }),
  }),
  { selector: ({ participant }) => participant, maxLength: 90 },
)

test('no two of an event have the same code, and whoever is added changes nobody’s', () => {
  fc.assert(
    fc.property(seeds, (all) => {
      const codes = codesFrom(all)
      expect(new Set(codes.values()).size).toBe(all.length)
      const before = codesFrom(all.slice(0, -1))
      for (const [participant, code] of before) expect(codes.get(participant)).toBe(code)
      for (const code of codes.values()) expect(codeTyped(code)).toBe(code)
    }),
  )
})

test('a code is read however it is typed, and nothing else is one', () => {
  expect(codeTyped('abc-def')).toBe('ABCDEF')
  expect(codeTyped(' a b c d e f ')).toBe('ABCDEF')
  for (const typed of ['', 'abcde', 'abcdefh', 'ABCDEO', 'Åsa Berg']) expect(codeTyped(typed)).toBeNull()
})
