import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { anIndicator, observed } from '../../core/testing.ts'
import { csvOf } from './csv.ts'

const place = (name: string) => [{ code: 'A', slug: 'a', name, boundary: null }]
const series = (note: string | null, value = 1) => ({
  indicator: anIndicator(),
  observations: [{ ...observed('A', 2024, value), note }],
  women: [],
  men: [],
  sources: [],
  targets: [],
})

function rowOf(csv: string): Record<string, string> {
  const [row]: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  return row ?? {}
}

describe('the CSV file', () => {
  it.each(['a,b', 'say "so"', 'two\r\nlines', 'Öckerö; Tjörn', ''])('keeps %j as it is', (note) => {
    expect(rowOf(csvOf([series(note)], place('Ale')))['note']).toBe(note)
  })

  it.each(['=1+1', '+46', '-cmd', '@SUM(A1)', '\tx'])('lets no spreadsheet run %j', (text) => {
    const row = rowOf(csvOf([series(text)], place(text)))
    expect([row['note'], row['municipality']]).toEqual([`'${text}`, `'${text}`])
  })

  it('leaves a negative number a number', () => {
    expect(rowOf(csvOf([series(null, -1.5)], place('Ale')))['value']).toBe('-1.5')
  })

  it('ends every line as RFC 4180 has it', () => {
    const lines = csvOf([series(null)], place('Ale')).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('')
  })
})
