import { CsvError, parse } from 'csv-parse/sync'
import { standingWords, type Vocabulary } from '#modules/programme'
import { wordsToCodes, type PastedColumn, type PastedWords } from '../core/pasted.ts'
import { textsIn } from './texts.ts'

/** The rows of what was copied from a spreadsheet: tabs between the cells, line breaks within a cell in quotes. */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const delimiter = text.includes('\t') ? '\t' : ';'
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // A quote that was never closed: each line is then a row, as it looks.
    return text.split('\n').map((line) => line.split(delimiter))
  }
}

function headingsOf(column: PastedColumn): readonly string[] {
  return [textsIn('sv').columns[column], textsIn('en').columns[column]]
}

const headings: PastedWords['headings'] = {
  number: headingsOf('number'),
  intervention: headingsOf('intervention'),
  status: headingsOf('status'),
  text: headingsOf('text'),
  milestone: headingsOf('milestone'),
  milestoneOn: headingsOf('milestoneOn'),
}

/** What headings and statuses are called, in both languages; a status may be written by its key too. */
export function pastedWords(vocabulary: Vocabulary): PastedWords {
  const named = (['sv', 'en'] as const).flatMap((locale) => {
    const { labels, order } = standingWords(vocabulary, locale)
    return order
      .filter((standing) => standing !== 'not-reported')
      .flatMap((status) => [[labels[status], status] as const, [status, status] as const])
  })
  return { headings, statuses: wordsToCodes(named) }
}
