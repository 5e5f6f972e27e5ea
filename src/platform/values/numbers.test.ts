import { expect, test } from 'vitest'
import { formatChange, formatNumber } from './numbers.ts'

const space = '\u00a0'

test.each([
  [1234.5, 1, `1${space}234,5`, '1,234.5'],
  [-0.25, 2, '–0,25', '–0.25'],
  [1_064_000, 0, `1${space}064${space}000`, '1,064,000'],
  [0, 1, '0,0', '0.0'],
  [-0.04, 1, '0,0', '0.0'],
])('%d with %d decimals', (value, decimals, sv, en) => {
  expect(formatNumber(value, 'sv', decimals)).toBe(sv)
  expect(formatNumber(value, 'en', decimals)).toBe(en)
})

test('a change says plus and minus, and nothing for none', () => {
  expect(formatChange(0.4, 'sv', 1)).toBe('+0,4')
  expect(formatChange(-1234, 'sv')).toBe(`–1${space}234`)
  expect(formatChange(0.01, 'sv', 1)).toBe('0,0')
})
