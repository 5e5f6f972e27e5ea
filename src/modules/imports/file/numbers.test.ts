import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, styleOf, type NumberStyle } from './numbers.ts'

const open: NumberStyle = { decimalSign: null, isTold: false, mayGroupBySign: true }
const comma: NumberStyle = { decimalSign: ',', isTold: false, mayGroupBySign: true }
const point: NumberStyle = { decimalSign: '.', isTold: false, mayGroupBySign: true }

function valueOf(text: string, style: NumberStyle = open): unknown {
  const reading = readNumber(text, style)
  if (reading.kind === 'value') return reading.value
  return reading.kind === 'wrong' ? reading.problem : reading.kind
}

test.each([
  ['12', 12],
  ['0', 0],
  ['12,4', 12.4],
  ['12.4', 12.4],
  [',5', 0.5],
  ['0,123', 0.123],
  ['0.123', 0.123],
  ['12,3456', 12.3456],
  ['1234,567', 1234.567],
  ['1 234', 1234],
  ['1\u00A0234', 1234],
  ['1\u202F234\u202F567', 1234567],
  ['1\u2009234,5', 1234.5],
  ["1'234.5", 1234.5],
  ['1 234,567', 1234.567],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1234567],
  ['1,234,567.89', 1234567.89],
  ['5.468,751', 5468.751],
  ['-3,5', -3.5],
  ['\u22123,5', -3.5],
  ['–3,5', -3.5],
  ['– 3,5', -3.5],
  ['+0,4', 0.4],
  ['-0', 0],
  ['12,4 %', 12.4],
  ['12,4%', 12.4],
  ['5e-7', 5e-7],
  [' 12,4\u200B ', 12.4],
])('%s is read as %d', (text, value) => {
  expect(valueOf(text)).toBe(value)
})

test.each([
  ['12,4*', 12.4, '*'],
  ['12,4 *', 12.4, '*'],
  ['12,4 1)', 12.4, '1)'],
  ['1 234 1)', 1234, '1)'],
  ['12,4¹', 12.4, '¹'],
  ['12,4¹)', 12.4, '¹)'],
  ['12,4 %*', 12.4, '*'],
  ['12,4a)', 12.4, 'a)'],
  ['12,4 [2]', 12.4, '[2]'],
  ['12,4 (r)', 12.4, '(r)'],
  ['12,4 r', 12.4, 'r'],
])('the footnote of %s is kept apart', (text, value, marks) => {
  expect(readNumber(text, open)).toMatchObject({ kind: 'value', value, marks })
})

test.each(['12,4 p', '12,4 (p)', '12,4 prel.', '12,4 (prel)'])('%s is preliminary', (text) => {
  expect(readNumber(text, open)).toMatchObject({ value: 12.4, isPreliminary: true, marks: '' })
})

test.each([
  ['1,234', 'thousands-or-decimals'],
  ['1.234', 'thousands-or-decimals'],
  ['-999.999', 'thousands-or-decimals'],
  ['12 34', 'thousands-misplaced'],
  ['1 2345', 'thousands-misplaced'],
  ['1.23.456', 'thousands-misplaced'],
  ['1,234.567,8', 'thousands-misplaced'],
  ['12,4,5', 'thousands-misplaced'],
  ['0114', 'leading-zero'],
  ['012,4', 'leading-zero'],
  ['12,41)', 'footnote-or-digit'],
  ['1,2E+05', 'rounded-by-spreadsheet'],
  ['1.2E-3', 'rounded-by-spreadsheet'],
  ['1234567890123456', 'number-too-large'],
  ['9e99', 'number-too-large'],
  ['NaN', 'nan'],
  ['-nan', 'nan'],
  ['Inf', 'infinite'],
  ['-Infinity', 'infinite'],
  ['∞', 'infinite'],
  ['#N/A', 'error-sign'],
  ['#DIV/0!', 'error-sign'],
  ['#DIVISION/0!', 'error-sign'],
  ['#SAKNAS!', 'error-sign'],
  ['#VÄRDEFEL!', 'error-sign'],
  ['#REFERENS!', 'error-sign'],
  ['#NAMN?', 'error-sign'],
  ['#####', 'column-too-narrow'],
  ['=A1/B1', 'formula-as-text'],
  ['01-feb', 'date-in-value'],
  ['12-apr', 'date-in-value'],
  ['apr-12', 'date-in-value'],
  ['2023-04-12', 'date-in-value'],
  ['12 k', 'not-a-number'],
  ['12 kr', 'not-a-number'],
  ['12 milj', 'not-a-number'],
  ['2023-02', 'not-a-number'],
  ['(12,4)', 'not-a-number'],
  ['12,4-', 'not-a-number'],
  ['--12', 'not-a-number'],
  ['+-12', 'not-a-number'],
  ['12%%', 'not-a-number'],
  ['5,', 'not-a-number'],
  ['många', 'not-a-number'],
  ['constructor', 'not-a-number'],
  ['*'.repeat(90), 'not-a-number'],
  ['1/2', 'not-a-number'],
  ['0x10', 'not-a-number'],
])('%s is refused: %s', (text, problem) => {
  expect(valueOf(text)).toBe(problem)
})

test.each([
  ['..', 'not-in-source'],
  ['.', 'not-in-source'],
  ['…', 'not-in-source'],
  [':', 'suppressed'],
  [': c', 'suppressed'],
  ['NA', 'not-in-source'],
  ['n/a', 'not-in-source'],
  ['Uppgift saknas', 'not-in-source'],
  ['<5', 'suppressed'],
  ['< 10', 'suppressed'],
  ['1-4', 'suppressed'],
  ['färre än 5', 'suppressed'],
  ['För få svar', 'too-few-answers'],
  ['too-few-answers', 'too-few-answers'],
  ['Deltog ej', 'not-participated'],
  ['ej publicerad', 'not-yet-published'],
  ['Upphört', 'discontinued'],
])('%s says why there is no value: %s', (text, reason) => {
  expect(readNumber(text, open)).toMatchObject({ kind: 'missing', reason })
})

test.each(['-', '–', '—', '\u2212', '--'])('%s alone is a dash, which only a person can explain', (text) => {
  expect(readNumber(text, open)).toEqual({ kind: 'dash' })
})

test('the other numbers decide what a sign before three digits means', () => {
  expect(valueOf('1,234', comma)).toBe(1.234)
  expect(valueOf('1.234', comma)).toBe(1234)
  expect(valueOf('1,234', point)).toBe(1234)
  expect(valueOf('1.234', point)).toBe(1.234)
})

test('beside thousands that are written otherwise, the other sign is no thousands sign', () => {
  expect(valueOf('1.234', styleOf(['12,5', '1 234'], null))).toBe('thousands-or-decimals')
  expect(valueOf('1.234', styleOf(['12,5', '2345,5'], null))).toBe('thousands-or-decimals')
  expect(valueOf('1.234', styleOf(['12,5', '7'], null))).toBe(1234)
})

test('once a person has told the decimal sign, the other one is a mistake unless it parts thousands', () => {
  const told = styleOf(['12,5'], '.')
  expect(valueOf('12,5', told)).toBe('decimal-sign-other')
  expect(valueOf('1,234', told)).toBe(1234)
  expect(valueOf('1.234.567', told)).toBe('decimal-sign-other')
  expect(valueOf('1 234,5', told)).toBe('decimal-sign-other')
})

test.each([
  [['1,234', '12,5'], ','],
  [['1.234', '1.234.567'], ','],
  [['1 234.5'], '.'],
  [['1.234,5'], ','],
  [['1,234', '12 1)', '..'], null],
  [['12,5', '12.5'], null],
])('%j use %j', (texts, sign) => {
  expect(styleOf(texts, null).decimalSign).toBe(sign)
})

test('no text makes it throw, and nothing but a number is a value', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-\d.,% 1)*eE–<]{0,12}$/))
  fc.assert(
    fc.property(text, fc.constantFrom(open, comma, point), (written, style) => {
      const reading = readNumber(written, style)
      expect(reading.kind !== 'value' || Number.isFinite(reading.value)).toBe(true)
    }),
  )
})
