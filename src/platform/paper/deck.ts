import type { Locale } from '../values/locale.ts'
import type { PaperColumn, Phrase } from './paper.ts'

/** The values of one line or one part of the bars, a value or a gap for each category. */
export interface DeckSeries {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** The one that the chart is about, those it is read against, and the others behind. */
  readonly look: 'strong' | 'target' | 'pale'
  /** A colour of its own, such as a status has; six hexadecimal digits. */
  readonly colour?: string
}

/** A chart whose figures can be changed where it is shown. */
export interface DeckChart {
  readonly kind: 'lines' | 'bars'
  readonly categories: readonly string[]
  readonly series: readonly DeckSeries[]
  /** How numbers are written, as a spreadsheet says it: `0.0`. */
  readonly numbers: string
  readonly alt: string
}

export interface Slide {
  readonly title: string
  readonly points: readonly (readonly Phrase[])[]
  readonly table?: {
    readonly columns: readonly PaperColumn[]
    readonly rows: readonly (readonly Phrase[])[]
  }
  readonly chart?: DeckChart
  /** Below, small: the source. */
  readonly source?: string
}

/** Slides that any program for showing them can be given. */
export interface Deck {
  readonly title: string
  readonly subtitle: string
  readonly notes: readonly string[]
  readonly author: string
  readonly language: Locale
  readonly footer: string
  readonly stampedAt: Date
  readonly slides: readonly Slide[]
}
