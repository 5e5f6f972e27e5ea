import type { KnownPlace } from './places.ts'
import type { Mapping, ReadTable, TableKnowledge } from './read-table.ts'
import { readTable } from './read-table.ts'

/** Some of Sweden's municipalities, with names that are easily taken for one another, two counties and the country. */
export const places: readonly KnownPlace[] = [
  { code: '0114', name: 'Upplands Väsby' },
  { code: '0180', name: 'Stockholm' },
  { code: '0305', name: 'Håbo' },
  { code: '0643', name: 'Habo' },
  { code: '1384', name: 'Kungsbacka' },
  { code: '1401', name: 'Härryda' },
  { code: '1402', name: 'Partille' },
  { code: '1407', name: 'Öckerö' },
  { code: '1440', name: 'Ale' },
  { code: '1441', name: 'Lerum' },
  { code: '1480', name: 'Göteborg' },
  { code: '1481', name: 'Mölndal' },
  { code: '1482', name: 'Kungälv' },
  { code: '1489', name: 'Alingsås' },
  { code: '1490', name: 'Borås' },
  { code: '1980', name: 'Västerås' },
  { code: '14', name: 'Västra Götalands län' },
  { code: '0000', name: 'Riket' },
]

export const knowledge: TableKnowledge = { places, unit: 'percent', decimals: 1, singleIndicator: true }

/** Reads a pasted text. */
export function paste(text: string, mapping: Mapping = {}, known: Partial<TableKnowledge> = {}): ReadTable {
  return readTable({ kind: 'paste', text }, { ...knowledge, ...known, mapping })
}

/** Reads a file of these bytes. */
export function upload(
  bytes: Uint8Array,
  mapping: Mapping = {},
  known: Partial<TableKnowledge> = {},
): ReadTable {
  return readTable({ kind: 'file', bytes }, { ...knowledge, ...known, mapping })
}

/** The figures in one line each: `1480 2023 12.4`; the problems as `C7 not-a-number`. */
export function summary(read: ReadTable): readonly string[] {
  if (!read.ok) return read.problems.map(({ column, row, problem }) => `${column ?? row ?? '-'} ${problem}`)
  return read.figures.map(({ figure }) => {
    const { place, gender, year, value, missing } = figure
    return [place, ...(gender === 'all' ? [] : [gender]), year, value ?? missing].join(' ')
  })
}

export function warningsIn(read: ReadTable): readonly string[] {
  return read.warnings.map(({ warning, at }) => `${warning} ${at.join(' ')}`)
}
