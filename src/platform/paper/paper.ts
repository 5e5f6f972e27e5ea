import type { Locale } from '../values/locale.ts'

/** How a phrase stands out: by the same shapes and colours that statuses have on every page. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'done' | 'ended' | 'muted'

/** A few words; in another language than the paper's where it says so. */
export interface Phrase {
  readonly text: string
  readonly language?: Locale
  readonly tone?: Tone
}

export interface PaperColumn {
  readonly label: string
  /** Its part of the width. */
  readonly share: number
  readonly isNumeric?: boolean
}

/** A table whose first column names its rows. */
export interface PaperTable {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly Phrase[])[]
}

export interface PaperPicture {
  readonly kind: 'picture'
  /** A whole SVG document. */
  readonly svg: string
  readonly width: number
  readonly height: number
  /** What somebody who cannot see it needs to know. */
  readonly alt: string
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly phrases: readonly Phrase[]; readonly look?: 'lead' | 'small' }
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly Phrase[])[] }
  | PaperTable
  | PaperPicture

/** A text with headings, tables and pictures, that any form of running text can be made of. */
export interface Paper {
  readonly title: string
  readonly subtitle: string
  /** Who gives it out. */
  readonly author: string
  readonly language: Locale
  /** The words before the table of contents; empty for a paper of a page or two, which has none. */
  readonly contents: string
  /** At the foot of each page: what it is and where it can be read again. */
  readonly footer: string
  /** A moment that the files bear as theirs, whenever they are made. */
  readonly stampedAt: Date
  /** One sheet of A3 that lies, with a single picture on it, instead of pages of A4. */
  readonly isSheet?: true
  readonly blocks: readonly Block[]
}
