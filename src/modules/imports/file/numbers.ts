import type { MissingReason } from '#modules/statistics'
import type { NumberProblem, Wrong } from './problems.ts'
import { isDash, isFewCases, reasonIn } from './signs.ts'
import { cleaned } from '#platform/values/cleaned.ts'

export const decimalSigns = [',', '.'] as const
export type DecimalSign = (typeof decimalSigns)[number]

/** What the other numbers of the table tell of how this one is written. */
export interface NumberStyle {
  readonly decimalSign: DecimalSign | null
  /** True when the person said so; a number written otherwise is then a mistake. */
  readonly isTold: boolean
  /** Whether `1.234` or `1,234` may be one thousand: not beside `1 234` or `1234`. */
  readonly mayGroupBySign: boolean
}

export type NumberReading =
  | {
      readonly kind: 'value'
      readonly value: number
      /** `%` or `‰` behind the number. */
      readonly sign: '%' | '‰' | null
      /** The footnote marks behind it, as they stand. */
      readonly marks: string
      readonly isPreliminary: boolean
      readonly decimals: number
    }
  | { readonly kind: 'missing'; readonly reason: MissingReason; readonly note: string | null }
  | { readonly kind: 'dash' }
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'wrong' } & Wrong<NumberProblem>)

interface Body {
  readonly whole: string
  readonly fraction: string
}

const minus = /^[-‐‑‒–−－] ?(?=[\d.,])/
// Raised figures and stars close to the number; `1)` only apart from it, where it cannot be its last digit.
const marks =
  /(?: ?(?:\*|[†‡§]|[⁰¹²³⁴⁵⁶⁷⁸⁹]\)?|\([a-z\d]{1,2}\)|\[[a-z\d]{1,2}\]|[a-z]\))| (?:\d{1,2}\)|[bepr]|prel\.?|\(prel\.?\)))+$/iu
const preliminary = /(?:^|[^\p{L}])(?:p|prel)(?:$|[^\p{L}])/iu
const spaceGroups = /^(\d{1,3}(?:[ '’]\d{3})+)(?:([.,])(\d+))?$/
const signGroups = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/
const excelError = /^#(?:[\p{Lu}\d/]+[!?]?|[\p{Lu}\d/]+ .*)$/u
const month = '(?:jan|feb|mar|apr|ma[ij]|may|jun|jul|aug|sep|o[kc]t|nov|dec)\\p{L}*\\.?'
const dateLike = new RegExp(
  `^(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-/ ]${month}(?:[-/ ]\\d{2,4})?|${month}[-/ ]\\d{2,4})$`,
  'iu',
)
const ownE = /^(-?\d(?:\.\d+)?)e([-+]?\d{1,3})$/
const mostDigits = 15
/** With spaces, footnotes and words for a missing value; a longer text is none. */
const longestNumber = 100

/** The number that a text holds, written the Swedish or the English way; never another number than the one meant. */
export function readNumber(written: string, style: NumberStyle): NumberReading {
  if (written.length > longestNumber) return wrong('not-a-number')
  const text = cleaned(written)
  const failed = failedCalculation(text)
  if (failed) return wrong(failed)
  if (ownE.test(text)) return withExponent(text)
  return readSign(text) ?? readDigits(text, style)
}

function readSign(text: string): NumberReading | null {
  if (text === '') return { kind: 'empty' }
  if (isDash(text)) return { kind: 'dash' }
  const reason = reasonIn(text)
  return reason && { kind: 'missing', reason, note: isFewCases(text) ? text : null }
}

function readDigits(text: string, style: NumberStyle): NumberReading {
  const { body, sign, found, isNegative } = taken(text)
  const read = readBody(body, style)
  if ('problem' in read) return { kind: 'wrong', ...read }
  const { whole, fraction } = read
  if (whole.replace(/^0+/, '').length > mostDigits) return wrong('number-too-large')
  const size = Number(`${whole || '0'}.${fraction || '0'}`)
  // There is no minus zero in a table.
  const value = isNegative && size !== 0 ? -size : size
  const isPreliminary = preliminary.test(found)
  const decimals = fraction.replace(/0+$/, '').length
  return { kind: 'value', value, sign, marks: isPreliminary ? '' : found, isPreliminary, decimals }
}

function taken(text: string): {
  body: string
  sign: '%' | '‰' | null
  found: string
  isNegative: boolean
} {
  const found = marks.exec(text)?.[0] ?? ''
  const plain = text.slice(0, text.length - found.length).trim()
  const sign = plain.endsWith('%') ? '%' : plain.endsWith('‰') ? '‰' : null
  const unsigned = sign ? plain.slice(0, -1).trim() : plain
  const isNegative = minus.test(unsigned)
  const body = unsigned.replace(minus, '').replace(/^\+ ?(?=[\d.,])/, isNegative ? '+' : '')
  return { body, sign, found: found.trim(), isNegative }
}

function failedCalculation(text: string): NumberProblem | null {
  if (/^[+-]?nan$/i.test(text)) return 'nan'
  if (/^[-+−–]?(?:inf(?:inity)?|∞)$/i.test(text)) return 'infinite'
  if (/^#{2,}$/.test(text)) return 'column-too-narrow'
  if (excelError.test(text)) return 'error-sign'
  if (text.startsWith('=')) return 'formula-as-text'
  // A spreadsheet that shortens a number writes it so; a program that writes it in full uses a small e.
  if (/^[-+−–]?\d+(?:[.,]\d+)?E[-+]?\d+$/.test(text)) return 'rounded-by-spreadsheet'
  return dateLike.test(text) ? 'date-in-value' : null
}

/** Whether a number has more digits in front of its decimals than are stored exactly. */
export function isTooLarge(value: number): boolean {
  return !Number.isFinite(value) || Math.abs(value) >= 10 ** mostDigits
}

function withExponent(text: string): NumberReading {
  const value = Number(text)
  if (isTooLarge(value)) return wrong('number-too-large')
  const [, base = '', exponent = '0'] = ownE.exec(text) ?? []
  const decimals = Math.max(0, (base.split('.')[1] ?? '').length - Number(exponent))
  return { kind: 'value', value, sign: null, marks: '', isPreliminary: false, decimals }
}

function readBody(body: string, style: NumberStyle): Body | Wrong<NumberProblem> {
  if (/^\d+$/.test(body)) return wholeNumber(body)
  if (spaceGroups.test(body)) return groupedBySpace(body, style)
  if (/^\d*[.,]\d+$/.test(body)) return withOneSign(body, style)
  if (signGroups.test(body)) return groupedBySign(body, style)
  if (/^\d[\d ]*(?:[.,]\d+)?$/.test(body)) return { problem: 'thousands-misplaced' }
  if (/^\d[\d.,]*[.,]\d+$/.test(body)) return { problem: 'thousands-misplaced' }
  if (/^[\d.,]*\d[a-z]?\)$/i.test(body)) return footnoteOrDigit(body)
  return { problem: 'not-a-number' }
}

function wholeNumber(body: string): Body | Wrong<NumberProblem> {
  return /^0\d/.test(body)
    ? { problem: 'leading-zero', proposals: [body.replace(/^0+(?=\d)/, '')] }
    : { whole: body, fraction: '' }
}

/** `12,41)` is 12,4 with footnote 1, or 12,41 with a stray bracket. */
function footnoteOrDigit(body: string): Wrong<NumberProblem> {
  const inside = body.slice(0, -1)
  return { problem: 'footnote-or-digit', proposals: [`${inside.slice(0, -1)} ${inside.slice(-1)})`, inside] }
}

function groupedBySpace(body: string, style: NumberStyle): Body | Wrong<NumberProblem> {
  const [, groups = '', sign, fraction = ''] = spaceGroups.exec(body) ?? []
  if (isUntold(sign, style)) return { problem: 'decimal-sign-other' }
  if (groups.startsWith('0')) return { problem: 'leading-zero' }
  return { whole: groups.replace(/\D/g, ''), fraction }
}

function groupedBySign(body: string, style: NumberStyle): Body | Wrong<NumberProblem> {
  const [, groups = '', thousands = '', decimal, fraction = ''] = signGroups.exec(body) ?? []
  if (decimal === thousands || groups.startsWith('0')) return { problem: 'thousands-misplaced' }
  if (style.isTold && style.decimalSign === thousands) return { problem: 'decimal-sign-other' }
  return { whole: groups.replace(/\D/g, ''), fraction }
}

/** One comma or point: it parts decimals, unless exactly three digits follow and it may part thousands. */
function withOneSign(body: string, style: NumberStyle): Body | Wrong<NumberProblem> {
  const [whole = '', fraction = ''] = body.split(/[.,]/)
  const sign = body.charAt(whole.length)
  const asDecimal = { whole, fraction }
  if (/^0\d/.test(whole)) return { problem: 'leading-zero' }
  if (!isUndecided(body)) return isUntold(sign, style) ? { problem: 'decimal-sign-other' } : asDecimal
  if (style.decimalSign === sign) return asDecimal
  if (style.decimalSign !== null && (style.isTold || style.mayGroupBySign))
    return { whole: whole + fraction, fraction: '' }
  return { problem: 'thousands-or-decimals', proposals: [whole + fraction, `${whole}${sign}${fraction}0`] }
}

function isUntold(sign: string | undefined, style: NumberStyle): boolean {
  return sign !== undefined && style.isTold && style.decimalSign !== sign
}

/** `1,234` and `1.234`: one thousand or one and a bit. */
function isUndecided(body: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(body)
}

/** How the numbers of a table are written, from those of them that can be read in one way only. */
export function styleOf(
  texts: Iterable<string>,
  told: DecimalSign | null,
): NumberStyle & { readonly isMixed: boolean } {
  if (told) return { decimalSign: told, isTold: true, mayGroupBySign: true, isMixed: false }
  const decimal = new Set<DecimalSign>()
  let mayGroupBySign = true
  for (const text of texts) {
    if (text.length > longestNumber) continue
    const { body } = taken(cleaned(text))
    const sign = certainDecimalSign(body)
    if (sign) decimal.add(sign)
    if (spaceGroups.test(body) || /^\d{4,}(?:[.,]\d+)?$/.test(body)) mayGroupBySign = false
  }
  const [only] = decimal
  const isMixed = decimal.size > 1
  return { decimalSign: isMixed ? null : (only ?? null), isTold: false, mayGroupBySign, isMixed }
}

function certainDecimalSign(body: string): DecimalSign | null {
  const [, , grouping, decimal] = signGroups.exec(body) ?? []
  if (decimal) return asSign(decimal === grouping ? undefined : decimal)
  if (spaceGroups.test(body)) return asSign(spaceGroups.exec(body)?.[2])
  if (/^\d*[.,]\d+$/.test(body)) return isUndecided(body) ? null : asSign(/[.,]/.exec(body)?.[0])
  // `1.234.567`: who parts thousands by points parts decimals by commas.
  if (grouping) return grouping === '.' ? ',' : '.'
  return null
}

function asSign(sign: string | undefined): DecimalSign | null {
  return decimalSigns.find((one) => one === sign) ?? null
}

function wrong(problem: NumberProblem): NumberReading {
  return { kind: 'wrong', problem }
}
