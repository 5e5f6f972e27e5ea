import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Drawing, Note } from '#ui/charts/drawing.ts'
import { standaloneSvg } from '#ui/charts/standalone.tsx'
import type { Source } from '../../core/indicator.ts'
import { chartTextsIn } from './chart-texts.ts'

/** The words around a chart, on a page and in a file of its own. */
export interface ChartWords {
  /** The finding. */
  readonly title: string
  readonly subtitle?: string
  /** What somebody who cannot see it needs to know. */
  readonly description: string
}

/** A chart that is about to leave its page. */
export interface DrawnChart {
  readonly words: ChartWords
  readonly drawing: Drawing
  readonly notes: readonly Note[]
  readonly sources: readonly Source[]
}

interface Origin {
  readonly indicator: string
  readonly network: string
  /** The whole address of the page it stands on. */
  readonly address: string
  /** The moment whose knowledge it shows; left out for what is known now. */
  readonly asOf?: Date | undefined
  readonly locale: Locale
}

/** The chart as a document of its own, with where its figures come from and on what terms. */
export function chartFile({ words, drawing, notes, sources }: DrawnChart, origin: Origin): string {
  const { indicator, network, address, asOf, locale } = origin
  const texts = chartTextsIn(locale)
  const { title, subtitle, description } = words
  return standaloneSvg({
    title,
    // What it is about is said once.
    subtitle: [title.includes(indicator) ? '' : indicator, subtitle].filter(Boolean).join('. '),
    description,
    drawing,
    notes,
    footer: [
      ...sources.map((source) => sourceLine(source, locale)),
      ...(asOf ? [texts.asOf(formatDay(dayOf(asOf), locale))] : []),
      texts.from(network, address),
    ],
    language: locale,
  })
}

/** Who published the figures, on what terms and when they were retrieved, in a line. */
export function sourceLine({ publisher, title, licence, retrievedOn }: Source, locale: Locale): string {
  const texts = chartTextsIn(locale)
  const retrieved =
    retrievedOn === null ? texts.retrievedUnknown : texts.retrieved(formatDay(retrievedOn, locale))
  return [texts.source(publisher, title), texts.licence(licence), retrieved].join(' ')
}
