import { describe, expect, test } from 'vitest'
import { storable, storableJson } from './storable.ts'

test.each([
  ['a\u0000b', 'a\uFFFDb'],
  ['😀'.slice(0, 1), '\uFFFD'],
  ['Älvängen 😀', 'Älvängen 😀'],
])('%j is kept as %j', (text, kept) => {
  expect(storable(text)).toBe(kept)
})

describe('JSON', () => {
  test.each([
    [String.raw`{"a\u0000":"b\u0000"}`, { 'a\uFFFD': 'b\uFFFD' }],
    [String.raw`["\ud83d","\ude00\ud83d","\uD83D\uDE00"]`, ['\uFFFD', '\uFFFD\uFFFD', '😀']],
    [String.raw`["\\u0000","\\\u0000","G\u00f6teborg"]`, [String.raw`\u0000`, '\\\uFFFD', 'Göteborg']],
  ])('%s is read without what cannot be stored', (raw, value) => {
    expect(storableJson(raw)).toEqual(value)
  })

  test('that is none throws', () => {
    expect(() => storableJson('\u0000')).toThrow(SyntaxError)
  })
})
