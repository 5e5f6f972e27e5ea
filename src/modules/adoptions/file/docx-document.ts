import { openPackage, type Package } from '#platform/office/office-package.ts'
import { walkXml } from '#platform/office/xml-walk.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { cleaned } from '#platform/values/cleaned.ts'
import { withoutMark } from '../core/outline.ts'
import type { OutlineNode } from '../core/tree.ts'
import type { ReadDocument, ReadingNote, ReadingProblem } from './document.ts'
import { largestUnpacked } from './file-kind.ts'

/** A paragraph of a Word file, as far as a tree is concerned. */
interface Paragraph {
  readonly text: string
  /** Zero for the first level of headings; null for what is no heading. */
  readonly heading: number | null
  /** How deep in a list; null for what is in none. */
  readonly listLevel: number | null
}

/** A Word file: headings and lists make the depth. Tracked changes are read as if they had been accepted. */
export function docxDocument(bytes: Uint8Array): Outcome<ReadDocument, ReadingProblem> {
  const opened = openPackage(bytes, largestUnpacked)
  const xml = opened.ok ? opened.value.read('word/document.xml') : null
  if (!opened.ok || !xml) return refuse('file-broken')
  const reader = new BodyReader(headingStyles(opened.value))
  const isSound = walkXml(xml, {
    opened: (name, attributes) => reader.opened(name, attributes),
    closed: (name) => reader.closed(name),
    text: (text) => reader.text(text),
  })
  if (!isSound) return refuse('file-broken')
  const notes: ReadingNote[] = [
    ...(reader.hasChanges ? ['changes-accepted' as const] : []),
    ...(reader.hasTables ? ['tables-read' as const] : []),
  ]
  return done({ levels: [], nodes: nodesIn(reader.paragraphs), notes })
}

/** The styles that are headings, by the id that paragraphs name them by, and the level of each. */
function headingStyles(files: Package): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  const parents = new Map<string, string>()
  let style = ''
  const bytes = files.read('word/styles.xml')
  if (!bytes) return levels
  walkXml(bytes, {
    opened: (name, attributes) => {
      const value = attributes.get('val') ?? ''
      if (name === 'style') style = attributes.get('styleId') ?? ''
      // Word keeps the English name of its own styles in every language; `Rubrik 1` is one somebody made.
      const level = /^(?:heading|rubrik) ([1-9])$/i.exec(value)?.[1]
      if (name === 'name' && level) levels.set(style, Number(level) - 1)
      if (name === 'basedOn') parents.set(style, value)
      if (name === 'outlineLvl' && /^[0-8]$/.test(value)) levels.set(style, Number(value))
    },
  })
  for (const [id, parent] of parents) {
    const level = levels.get(parent)
    if (!levels.has(id) && level !== undefined) levels.set(id, level)
  }
  return levels
}

/** What a reviewer removed, and what properties were before somebody changed them. */
const trackedAway = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'tblPrChange', 'sectPrChange'])
const trackedIn = new Set(['ins', 'moveTo'])

class BodyReader {
  readonly paragraphs: Paragraph[] = []
  hasChanges = false
  hasTables = false
  readonly #styles: ReadonlyMap<string, number>
  #text = ''
  #heading: number | null = null
  #listLevel: number | null = null
  #isInText = false
  #isInProperties = false
  /** A line of the table of contents, which says again what stands below. */
  #isContents = false
  /** How many things one stands in that were removed, or are copies for older programs. */
  #passedOver = 0
  /** The paragraph's end was removed: it goes on into the next one. */
  #goesOn = false

  constructor(styles: ReadonlyMap<string, number>) {
    this.#styles = styles
  }

  opened(name: string, attributes: ReadonlyMap<string, string>): void {
    if (trackedAway.has(name) || trackedIn.has(name)) this.hasChanges = true
    // Among a paragraph's own properties it says that the end of the paragraph was removed.
    if (name === 'del' && this.#isInProperties) this.#goesOn = true
    if (trackedAway.has(name) || name === 'Fallback') this.#passedOver += 1
    if (this.#passedOver > 0) return
    this.#openedProperty(name, attributes.get('val') ?? '')
    this.#openedContent(name)
  }

  #openedContent(name: string): void {
    switch (name) {
      case 'p':
        return this.#begin()
      case 'tbl':
        this.hasTables = true
        return
      case 't':
        this.#isInText = true
        return
      case 'tab':
      case 'br':
        this.#text += ' '
    }
  }

  #openedProperty(name: string, value: string): void {
    if (name === 'pPr') this.#isInProperties = true
    if (!this.#isInProperties) return
    if (name === 'pStyle') {
      this.#heading = this.#styles.get(value) ?? headingIn(value)
      this.#isContents = /^(?:TOC|Innehll)\d$/i.test(value)
      this.#listLevel = levelOfList(value)
    }
    if (name === 'outlineLvl' && /^[0-8]$/.test(value)) this.#heading = Number(value)
    if (name === 'ilvl') this.#listLevel = Number(value) || 0
  }

  closed(name: string): void {
    if (trackedAway.has(name) || name === 'Fallback') this.#passedOver -= 1
    if (this.#passedOver > 0) return
    if (name === 'pPr') this.#isInProperties = false
    if (name === 't') this.#isInText = false
    if (name === 'p') this.#end()
  }

  text(text: string): void {
    if (this.#isInText && this.#passedOver === 0) this.#text += text
  }

  #begin(): void {
    if (!this.#goesOn) {
      this.#text = ''
      this.#heading = null
      this.#listLevel = null
      this.#isContents = false
    }
    this.#goesOn = false
  }

  #end(): void {
    const text = cleaned(this.#text)
    if (this.#goesOn) return
    if (text !== '' && !this.#isContents)
      this.paragraphs.push({ text, heading: this.#heading, listLevel: this.#listLevel })
  }
}

/** `ListBullet2`, `Punktlista2`: Word's own list styles, whose level is in their names. */
function levelOfList(style: string): number | null {
  const level = /^(?:List(?:Bullet|Number)|Punktlista|Numreradlista)([2-5]?)$/i.exec(style)?.[1]
  return level === undefined ? null : Number(level || 1) - 1
}

function headingIn(style: string): number | null {
  const level = /^(?:heading|rubrik)\s?([1-9])$/i.exec(style)?.[1]
  return level ? Number(level) - 1 : null
}

/** Lists stand under the heading above them, and so does plain text where there are headings. */
function nodesIn(paragraphs: readonly Paragraph[]): readonly OutlineNode[] {
  let under = -1
  return paragraphs.map(({ text, heading, listLevel }) => {
    if (heading !== null) under = heading
    const depth = heading ?? under + 1 + (listLevel ?? 0)
    return { depth, ...withoutMark(text) }
  })
}
