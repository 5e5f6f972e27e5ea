import { standingWords, type Vocabulary } from '#modules/programme'
import { wordsToCodes, type PastedColumn, type PastedWords } from '../core/pasted.ts'
import { textsIn } from './texts.ts'

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
