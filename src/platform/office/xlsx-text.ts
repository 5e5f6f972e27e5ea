import { storable } from '../values/storable.ts'
import { walkXml, type XmlVisitor } from './xml-walk.ts'

/** Excel itself keeps no longer text in a cell, and no figure needs one. */
export const longestText = 32_767

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Gathers the text of a cell whose parts may look different. Raised digits stay raised: `12,4` with a small 1 behind it
 * is 12,4 with a footnote, not 12,41. How a word is pronounced, as in Japanese workbooks, is no part of it.
 */
export class RichText {
  #text = ''
  #isInText = false
  #isRaised = false
  #isPronunciation = false

  begin(): void {
    this.#text = ''
    this.#isInText = false
    this.#isRaised = false
    this.#isPronunciation = false
  }

  opened(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'r') this.#isRaised = false
    if (name === 'vertAlign') this.#isRaised = attributes.get('val') === 'superscript'
    if (name === 'rPh') this.#isPronunciation = true
    if (name === 't') this.#isInText = true
  }

  closed(name: string): void {
    if (name === 'r') this.#isRaised = false
    if (name === 'rPh') this.#isPronunciation = false
    if (name === 't') this.#isInText = false
  }

  add(text: string): void {
    if (!this.#isInText || this.#isPronunciation) return
    const piece = text.slice(0, longestText - this.#text.length)
    this.#text += this.#isRaised
      ? piece.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit)
      : piece
  }

  /** What was gathered, with Excel's way of writing signs that XML cannot hold (`_x000D_`) resolved. */
  get whole(): string {
    const text = this.#text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    )
    return storable(text)
  }
}

/** The texts that cells refer to by number; null when they cannot be read, `too-many` when there are more than allowed. */
export function sharedTextsIn(bytes: Uint8Array, most: number): readonly string[] | 'too-many' | null {
  const texts: string[] = []
  const rich = new RichText()
  const visitor: XmlVisitor = {
    opened: (name, attributes) => {
      if (name === 'si') rich.begin()
      rich.opened(name, attributes)
    },
    closed: (name) => {
      rich.closed(name)
      if (name === 'si') texts.push(rich.whole)
    },
    text: (text) => rich.add(text),
    isEnough: () => texts.length > most,
  }
  const isSound = walkXml(bytes, visitor)
  if (texts.length > most) return 'too-many'
  return isSound ? texts : null
}
