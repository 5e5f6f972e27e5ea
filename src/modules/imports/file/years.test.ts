import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '#platform/office/cell.ts'
import { readYear, readYearText } from './years.ts'

test.each([
  ['2023', 2023],
  [' 2023 ', 2023],
  ['2023.0', 2023],
  ['år 2023', 2023],
  ['År 2023', 2023],
  ['2023 1)', 2023],
  ['2023¹', 2023],
])('%s is a year', (text, year) => {
  expect(readYearText(text)).toMatchObject({ kind: 'year', year, isPreliminary: false, isFromDate: false })
})

test.each([
  '2023*',
  '2023 *',
  '2023p',
  '2023 (p)',
  '2023 prel.',
  '2023 (prel)',
  'prel. 2023',
  'preliminär 2023',
])('%s is preliminary', (text) => {
  expect(readYearText(text)).toMatchObject({ kind: 'year', year: 2023, isPreliminary: true, marks: '' })
})

test.each([
  '2023-12-31',
  '2023-01-01',
  '20231231',
  '2023/12/31',
  '2023M12',
  '2023-12-31T00:00:00',
  '2023-12-31 00:00',
])('%s stands for its year, and that is told', (text) => {
  expect(readYearText(text)).toMatchObject({ kind: 'year', year: 2023, isFromDate: true })
})

test.each([
  ['', 'year-missing', []],
  ['2022/23', 'two-years', []],
  ['2022/2023', 'two-years', []],
  ['2022–2023', 'two-years', []],
  ['2022-23', 'two-years', []],
  ['2010/11', 'two-years', []],
  ['2011-12', 'part-of-year', ['2011']],
  ['2023M06', 'part-of-year', ['2023']],
  ['2023-06', 'part-of-year', ['2023']],
  ['2023K4', 'part-of-year', ['2023']],
  ['2023 kv 4', 'part-of-year', ['2023']],
  ['Q4 2023', 'part-of-year', ['2023']],
  ['HT 2023', 'part-of-year', ['2023']],
  ['2023-06-15', 'date-not-year', ['2023']],
  ['23', 'year-short', ['2023']],
  ['’98', 'year-short', ['1998']],
  ['1066', 'year-out-of-range', []],
  ['2 023', 'year-unreadable', ['2023']],
  ['2,023', 'year-unreadable', ['2023']],
  ['20231', 'year-unreadable', []],
  ['Ale', 'year-unreadable', []],
])('%s is refused: %s', (text, problem, proposals) => {
  expect(readYearText(text)).toEqual({ kind: 'wrong', problem, proposals })
})

const day = (text: string, serial: number): Cell => ({
  text,
  value: { kind: 'day', day: text, serial },
  formula: 'none',
})
const number = (value: number): Cell => ({
  text: String(value),
  value: { kind: 'number', number: value, isPercent: false },
  formula: 'none',
})

test('a year in a cell made for dates has become a day in 1905, and is asked about', () => {
  expect(readYear(day('1905-07-15', 2023))).toEqual({
    kind: 'wrong',
    problem: 'year-shown-as-date',
    proposals: ['2023'],
  })
})

test('a date cell is the year it ends or begins, and no other day is', () => {
  expect(readYear(day('2023-12-31', 45291))).toMatchObject({ kind: 'year', year: 2023, isFromDate: true })
  expect(readYear(day('2023-06-15', 45092))).toMatchObject({ problem: 'date-not-year', proposals: ['2023'] })
})

test('a number is a year when it is whole and of four digits', () => {
  expect(readYear(number(2023))).toMatchObject({ kind: 'year', year: 2023 })
  expect(readYear(number(2023.5))).toMatchObject({ problem: 'year-unreadable' })
  expect(readYear(number(23))).toMatchObject({ problem: 'year-short', proposals: ['2023'] })
  expect(readYear(number(20231))).toMatchObject({ problem: 'year-out-of-range' })
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-\d/MKp* ]{0,10}$/)), (text) => {
      expect(['year', 'wrong']).toContain(readYearText(text).kind)
    }),
  )
})
