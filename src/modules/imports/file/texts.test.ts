import { expect, test } from 'vitest'
import { locales } from '#platform/values/locale.ts'
import {
  cellProblems,
  fileProblems,
  numberProblems,
  placeProblems,
  tableProblems,
  warningNames,
  yearProblems,
  type TableProblem,
} from './problems.ts'
import { paste } from './testing.ts'
import { fileTextsIn, problemText, warningText } from './texts.ts'

const names = [fileProblems, tableProblems, placeProblems, yearProblems, numberProblems, cellProblems].flat()

const at = (problem: TableProblem['problem']): TableProblem => ({
  row: 7,
  column: 'C7',
  field: 'value',
  problem,
  got: '1,234',
  proposals: ['1234', '1,2340'],
})

test.each(locales)('every problem has its sentences, with where it stands (%s)', (locale) => {
  const said = names.map((name) => problemText(locale, at(name)))
  for (const sentence of said) expect(sentence).toMatch(/^(?:Rad|Row) 7, cell C7: \S.*[.?]$/u)
  expect(new Set(said).size).toBeGreaterThan(names.length - 3)
})

test.each(locales)('every warning has its sentence (%s)', (locale) => {
  for (const warning of warningNames)
    expect(warningText(locale, { warning, count: 9, at: ['C7', 'C8'], got: '1,5' })).toMatch(/[.?]$/)
})

test('a person reads where, what and how to mend it', () => {
  const read = paste('Kommun;År;Värde\nGbg;2023;1,234')
  expect(!read.ok && read.problems.map((problem) => problemText('sv', problem))).toEqual([
    'Rad 2, cell A2: ”Gbg” är ingen känd plats. Menade du Göteborg (1480)? Skriv hela namnet eller koden.',
    'Rad 2, cell C2: ”1,234” kan vara 1234 eller 1,2340. Ange vilket decimaltecken tabellen har, eller skriv talet utan tusentalstecken.',
  ])
  expect(!read.ok && read.problems.map((problem) => problemText('en', problem))[0]).toBe(
    'Row 2, cell A2: “Gbg” is no known place. Did you mean Göteborg (1480)? Write the whole name or the code.',
  )
})

test('what is about the whole stands alone, what is about a line or a column says so', () => {
  const whole = { ...at('empty-file'), row: null, column: null }
  expect(problemText('sv', whole)).toBe('Filen är tom. Välj en fil med en tabell, eller klistra in tabellen.')
  expect(fileTextsIn('sv').where({ ...whole, row: 3 })).toBe('Rad 3')
  expect(fileTextsIn('en').where({ ...whole, column: 'B' })).toBe('Column B')
})
