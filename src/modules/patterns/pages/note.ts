import { inTransaction, type Visit } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { dayOf, formatDay, formatShortDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { fewestCompanies, spreadOf } from '../core/pattern.ts'
import { mattersOfPattern } from '../carry-store.ts'
import { raisedOf } from '../raise-store.ts'
import { companiesBehind, patternWith, voicesOf } from '../store.ts'
import { placesInWords } from './read-pattern.ts'
import { textsIn } from './texts.ts'

/** A note to the leaders, as running text: the page and the files are made of the same. */
export interface LeaderNote {
  readonly title: string
  readonly subtitle: string
  readonly parts: readonly NotePart[]
  readonly raisedAt: Date
}

interface NotePart {
  readonly id: string
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** Written by people, in Swedish. */
  readonly said: readonly string[]
}

/** The note that a pattern was raised to; null where it was not, or the reader may not know. */
export async function noteOf(visit: Visit, id: string): Promise<LeaderNote | null> {
  const { locale, network } = visit
  const read = await inTransaction(visit, async (tx) => {
    const pattern = await patternWith(tx, id)
    const note = (await raisedOf(tx, id)).find(({ kind }) => kind === 'note')
    if (!pattern || !note) return null
    return {
      pattern,
      note,
      matters: await mattersOfPattern(tx, id),
      companies: await companiesBehind(tx, id),
      voices: await voicesOf(tx, id),
      municipalities: await municipalitiesOf(tx),
    }
  })
  if (!read) return null
  const { pattern, note } = read
  const { note: texts } = textsIn(locale)
  return {
    title: texts.title(pattern.title),
    subtitle: texts.subtitle(inLocale(network.name, locale), formatDay(dayOf(note.raisedAt), locale)),
    raisedAt: note.raisedAt,
    parts: [
      { id: 'hindret', heading: texts.what, paragraphs: [], said: [pattern.obstacle] },
      { id: 'var', heading: texts.where, paragraphs: whereInWords(read, locale), said: [] },
      {
        id: 'roster',
        heading: texts.voices,
        paragraphs: read.companies < fewestCompanies ? [texts.noVoices] : [],
        // The coordinator alone sees voices that could be told apart; a note is for others.
        said: read.companies < fewestCompanies ? [] : read.voices.map(({ text }) => text),
      },
      {
        id: 'behovs',
        heading: texts.asked,
        paragraphs: pattern.asked === '' ? [texts.notAsked] : [],
        said: pattern.asked === '' ? [] : [pattern.asked],
      },
    ],
  }
}

interface Spread {
  readonly matters: Awaited<ReturnType<typeof mattersOfPattern>>
  readonly companies: number
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

function whereInWords({ matters, companies, municipalities }: Spread, locale: Locale): readonly string[] {
  const { note: texts } = textsIn(locale)
  const { municipalities: codes, from, to } = spreadOf(matters)
  const nameOf = (code: string) => municipalities.find((one) => one.code === code)?.name ?? code
  const day = (at: Date | null) => (at ? formatShortDay(dayOf(at), locale) : '')
  return [
    texts.whereText(matters.length, codes.length, placesInWords(codes, nameOf), day(from), day(to)),
    ...(companies < fewestCompanies ? [] : [texts.companies(companies)]),
  ]
}
