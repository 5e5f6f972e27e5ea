import type { Cell } from '#platform/office/cell.ts'
import type { Wrong, YearProblem } from './problems.ts'
import { cleaned } from '#platform/values/cleaned.ts'

export type YearReading =
  | {
      readonly kind: 'year'
      readonly year: number
      readonly isPreliminary: boolean
      /** The footnote marks behind it. */
      readonly marks: string
      /** True when a date, or a month that ends the year, was written; the person is told. */
      readonly isFromDate: boolean
    }
  | ({ readonly kind: 'wrong' } & Wrong<YearProblem>)

const firstYear = 1900
const lastYear = 2100
const longestYear = 100
const marks =
  /(?: ?(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?|\((?:p|prel\.?|[a-z\d])\))| (?:\d\)|p|prel\.?|preliminär|preliminary)|(?<=\d)p)$/iu
const twoYears = /^\d{4}(?: ?[–—/] ?\d{2}| ?- ?(?:1[3-9]|[2-9]\d)| ?[-–—/] ?\d{4})$/
const dated = /^(\d{4})[-/.]?(M)?(\d{2})(?:[-/.]?(\d{2}))?(?:[T ]\d{2}:\d{2}(?::\d{2})?.*)?$/i
const partOfYear =
  /^(?:\d{4}[ -]?(?:[kqtwv]|kv\.?|vt|ht|v\.) ?\d{0,2}|(?:[kqtwv]|kv\.?|vt|ht|v\.) ?\d{0,2}[ -]?\d{4}|\d{4} (?:vt|ht))$/i

/** The year that a cell holds. */
export function readYear(cell: Cell): YearReading {
  const { value } = cell
  if (value.kind === 'day') return yearOfDay(value.day, value.serial)
  if (value.kind === 'number') return yearOfNumber(value.number)
  if (value.kind !== 'text') return wrong('year-unreadable')
  return readYearText(cell.text)
}

/** The year that a text holds. */
export function readYearText(written: string): YearReading {
  if (written.length > longestYear) return wrong('year-unreadable')
  const text = cleaned(written)
  if (text === '') return wrong('year-missing')
  const found = marks.exec(text)?.[0] ?? ''
  const bare = text.slice(0, text.length - found.length).trim()
  const before = /^(?:prel\.?|preliminär|preliminary) (?=\d)/iu.exec(bare)?.[0] ?? ''
  const named = bare.slice(before.length).replace(/^(?:år(?:et)?|year|kalenderår(?:et)?) (?=\d)/iu, '')
  const isPreliminary = before !== '' || /[*]|\bp(?:rel|\b)/i.test(found)
  const reading = yearIn(named)
  if (reading.kind === 'wrong') return reading
  return { ...reading, isPreliminary, marks: isPreliminary ? '' : found.trim() }
}

function yearIn(text: string): YearReading {
  if (/^\d{4}(?:[.,]0)?$/.test(text)) return within(Number(text.slice(0, 4)))
  return yearOfDate(text) ?? noYear(text)
}

/** A day, or a month marked as one; null for what is neither. */
function yearOfDate(text: string): YearReading | null {
  const [, year = '', monthMark, month = '', day] = dated.exec(text) ?? []
  if (month === '' || Number(month) > 12) return null
  if (day !== undefined) return yearOfDay(`${year}-${month}-${day}`, null)
  return twoYears.test(text) ? null : yearOfMonth(year, month, monthMark !== undefined)
}

function noYear(text: string): YearReading {
  if (twoYears.test(text)) return wrong('two-years')
  if (partOfYear.test(text)) return wrong('part-of-year', yearDigits(text))
  if (/^['’]?\d{2}$/.test(text)) return wrong('year-short', centuryOf(text))
  if (/^\d[ .,]\d{3}$/.test(text)) return wrong('year-unreadable', [text.replace(/\D/g, '')])
  return wrong('year-unreadable', yearDigits(text))
}

/**
 * December stands for the year, as in tables by 31 December; another month does not. `2011-12` without the M that marks a month
 * may as well be a school year.
 */
function yearOfMonth(year: string, month: string, isMarked: boolean): YearReading {
  if (month === '12' && isMarked) return { ...within(Number(year)), ...fromDate }
  return wrong('part-of-year', [year])
}

const fromDate = { isFromDate: true } as const

function yearOfDay(day: string, serial: number | null): YearReading {
  // 2023 typed into a cell made for dates becomes 15 July 1905, which nobody follows up.
  if (serial !== null && Number.isInteger(serial) && serial >= firstYear && serial <= lastYear)
    return wrong('year-shown-as-date', [String(serial)])
  const year = day.slice(0, 4)
  if (!/-(?:12-31|01-01)$/.test(day)) return wrong('date-not-year', [year])
  return { ...within(Number(year)), ...fromDate }
}

function yearOfNumber(number: number): YearReading {
  if (Number.isInteger(number) && number >= 0 && number < 100)
    return wrong('year-short', centuryOf(String(number).padStart(2, '0')))
  return Number.isInteger(number) ? within(number) : wrong('year-unreadable')
}

function within(year: number): YearReading {
  if (year < firstYear || year > lastYear) return wrong('year-out-of-range')
  return { kind: 'year', year, isPreliminary: false, marks: '', isFromDate: false }
}

function centuryOf(text: string): readonly string[] {
  const short = text.replace(/\D/g, '')
  return [Number(short) < 50 ? `20${short}` : `19${short}`]
}

function yearDigits(text: string): readonly string[] {
  const found = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0]
  return found ? [found] : []
}

function wrong(problem: YearProblem, proposals: readonly string[] = []): YearReading {
  return { kind: 'wrong', problem, proposals }
}
