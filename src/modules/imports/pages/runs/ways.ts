import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { runTextsIn } from './run-texts.ts'

/** The ways to bring in figures, each with where it begins. */
export function waysIn(locale: Locale) {
  const { overview } = runTextsIn(locale)
  return [
    { href: addressOf('koladaSearch', locale), title: overview.kolada, lead: overview.koladaLead },
    { href: addressOf('pickOffice', locale), title: overview.table, lead: overview.tableLead },
    { href: addressOf('uploadTable', locale), title: overview.file, lead: overview.fileLead },
    { href: addressOf('enterFigure', locale), title: overview.hand, lead: overview.handLead },
  ]
}
