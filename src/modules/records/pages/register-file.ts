import { dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Party, RegisterLine } from '#platform/values/records.ts'
import { textsIn } from './texts.ts'

export interface RegisterReader {
  readonly locale: Locale
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  /** Whether what may be secret is left out, as where the public reads the register itself. */
  readonly isWithheld: boolean
}

/** The headings of a register, and how wide each column is in a workbook. */
export function registerHeadings(locale: Locale): readonly string[] {
  const { columns } = textsIn(locale).register
  return [
    columns.number,
    columns.at,
    columns.direction,
    columns.from,
    columns.to,
    columns.subject,
    columns.secrecy,
    columns.files,
    columns.rule,
  ]
}
export const registerWidths = [16, 12, 11, 32, 32, 44, 24, 9, 44]

/** A record in words, a cell for each heading. */
export function registerRow(line: RegisterLine, reader: RegisterReader): readonly (string | number)[] {
  const { register: texts } = textsIn(reader.locale)
  const isWithheld = reader.isWithheld && line.secrecy !== null
  const shown = (words: string) => (isWithheld ? texts.withheld : words)
  return [
    line.number,
    dayOf(line.at),
    texts.directions[line.direction],
    shown(partyInWords(line.from, reader)),
    shown(partyInWords(line.to, reader)),
    shown(texts.subjects[line.what](line.subject)),
    line.secrecy ?? '',
    line.files === 0 ? '' : line.files,
    texts.rules[line.rule],
  ]
}

function partyInWords(party: Party, { locale, municipalities }: RegisterReader): string {
  const { parties } = textsIn(locale).register
  switch (party.kind) {
    case 'named':
      return party.name
    case 'municipality':
      return municipalities.find(({ code }) => code === party.code)?.name ?? party.code
    case 'companies':
    case 'people':
      return parties[party.kind](party.count)
    case 'kept':
    case 'erased':
    case 'nameless':
    case 'network':
    case 'nobody':
      return parties[party.kind]
  }
}
