import { toneOf, type Standing, type StandingWords } from '#modules/programme'
import { formatDay, formatMoment, formatShortDay } from '#platform/values/dates.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { regionWords, type ReportForm } from '../core/asked.ts'
import type { Phrase } from '#platform/paper/paper.ts'
import type { Occasion, Report, ReportedCell } from '../core/report.ts'
import { textsIn } from './texts.ts'

/** Words as they are, in the paper's own language. */
export function plain(text: string): Phrase {
  return { text }
}

/** What the officers write is Swedish; a paper in another language says so, for those who have it read out. */
export function said(text: string, locale: Locale): Phrase {
  return locale === 'sv' ? { text } : { text, language: 'sv' }
}

/** A name or sentence of the framework, which may lack the reader's language. */
export function bilingual(text: Bilingual, locale: Locale): Phrase {
  const other = locale === 'sv' ? 'en' : 'sv'
  return text[locale] ? { text: text[locale] } : { text: inLocale(text, locale), language: other }
}

/** `Enligt plan`, with the sign it has everywhere. */
export function standingPhrase(standing: Standing, { labels }: StandingWords): Phrase {
  return { text: labels[standing], tone: toneOf[standing] }
}

/** The standings that a table has a column for: those that may be said, and those in which something still stands. */
export function standingsIn({ areas }: Report, { order, inUse }: StandingWords): readonly Standing[] {
  const cells = areas.flatMap((area) => area.interventions.flatMap((one) => one.cells))
  const standing = new Set(cells.map(standingOfCell))
  return order.filter((one) => one === 'not-reported' || standing.has(one) || inUse.has(one))
}

export function standingOfCell({ word }: ReportedCell): Standing {
  return word?.status ?? 'not-reported'
}

/** When a cell was last spoken of, and how long that was before the report's day. */
export function saidPhrase({ word }: ReportedCell, locale: Locale): Phrase {
  const texts = textsIn(locale).cell
  return plain(word ? texts.saidOn(formatShortDay(word.saidOn, locale), word.age) : texts.nothing)
}

export function milestonePhrase({ word }: ReportedCell, locale: Locale): Phrase {
  const texts = textsIn(locale).cell
  const milestone = word?.milestone
  if (!milestone) return plain(texts.nothing)
  return said(texts.milestoneOn(milestone.text, formatShortDay(milestone.on, locale)), locale)
}

/** The report's name: the round's own title, or what it is about. */
export function titleOf({ network, municipality, occasion }: Report, locale: Locale): string {
  const what = municipality?.name ?? inLocale(network, locale)
  return occasion.title ? `${inLocale(occasion.title, locale)}: ${what}` : textsIn(locale).report.title(what)
}

/** Of which moment the report is. */
export function momentText({ title, day, at }: Occasion, locale: Locale): string {
  const texts = textsIn(locale).report
  if (title && at) return texts.asFrozen(formatMoment(at, locale))
  return at ? texts.asOf(formatDay(day, locale)) : texts.asOfToday(formatDay(day, locale))
}

export interface ReportPlace {
  /** The municipality's word in addresses; null for the region. */
  readonly slug: string | null
  /** A day, or a round's word. */
  readonly occasion: string
  readonly since: string | null
}

/** Where a report stands, in a language and a form. */
export function reportAddress(
  { slug, occasion, since }: ReportPlace,
  form: ReportForm,
  locale: Locale,
): string {
  const file = form === 'page' ? occasion : `${occasion}.${form}`
  const address = addressOf('report', locale, { subject: slug ?? regionWords[locale], file })
  return since === null ? address : `${address}?${sinceName[locale]}=${since}`
}

export const sinceName: Record<Locale, string> = { sv: 'sedan', en: 'since' }

/** The place of a report that has been read. */
export function placeOf({ municipality, occasion, changes }: Report): ReportPlace {
  return { slug: municipality?.slug ?? null, occasion: occasion.word, since: changes?.since ?? null }
}
