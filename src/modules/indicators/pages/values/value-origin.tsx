import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { Description } from '#ui/description-list.tsx'
import type { Statement } from '../../value-reads.ts'
import { Linked } from '../indicator/indicator-sources.tsx'
import { valueTextsIn } from './value-texts.ts'

/** Everything that is known of how a figure came here, term by term. */
export function originItems(
  { figure, retrieval }: Statement,
  names: ReadonlyMap<string, string>,
  locale: Locale,
): readonly Description[] {
  const texts = valueTextsIn(locale)
  const { source, knownAt, byPerson, confirmedBy } = retrieval
  const retrievedOn = retrieval.retrievedOn ?? source.retrievedOn
  const nameOf = (id: string | null) => (id === null ? undefined : names.get(id))
  const [entered, confirmed] = [nameOf(byPerson), nameOf(confirmedBy)]
  return [
    { term: texts.period, details: figure.year },
    { term: texts.publisher, details: <span lang="sv">{source.publisher}</span> },
    { term: texts.source, details: <Linked href={source.url} text={source.title} /> },
    { term: texts.licence, details: <Linked href={source.licenceUrl} text={source.licence} /> },
    {
      term: texts.retrieved,
      details: retrievedOn === null ? texts.unknownDay : formatDay(retrievedOn, locale),
    },
    { term: texts.way, details: wayText({ figure, retrieval }, locale) },
    { term: texts.known, details: formatDay(dayOf(knownAt), locale) },
    ...(entered === undefined ? [] : [{ term: texts.entered, details: entered }]),
    ...(confirmed === undefined ? [] : [{ term: texts.confirmed, details: confirmed }]),
    ...(figure.note === null ? [] : [{ term: texts.note, details: <span lang="sv">{figure.note}</span> }]),
    ...(inLocale(source.note, locale) === ''
      ? []
      : [{ term: texts.sourceNote, details: inLocale(source.note, locale) }]),
  ]
}

/** How the figure came here, without a person's name. */
export function wayText({ retrieval: { way, confirmedBy } }: Statement, locale: Locale): string {
  const texts = valueTextsIn(locale)
  if (way !== 'hand') return texts.ways[way]
  return confirmedBy === null ? texts.byHandAlone : texts.byHand
}
