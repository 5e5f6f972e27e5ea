/**
 * The characters that a TrueType font can show, read from its table of them (`cmap`, format 4: the characters that most
 * people write with).
 */
export function lettersIn(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const count = view.getUint16(cmap + 2)
  const tables = Array.from({ length: count }, (_none, index) => cmap + view.getUint32(cmap + 8 + index * 8))
  const table = tables.find((at) => view.getUint16(at) === 4)
  if (table === undefined) throw new Error('The font has no table of characters of format 4')
  return new Set(rangesIn(view, table).flatMap(([from, to]) => numbersBetween(from, to)))
}

function tableAt(view: DataView, name: string): number {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
    if (tag === name) return view.getUint32(at + 8)
  }
  throw new Error(`The font has no table ${name}`)
}

/** The ranges of characters in a table of format 4: their ends first, then their beginnings. */
function rangesIn(view: DataView, table: number): readonly (readonly [from: number, to: number])[] {
  const doubled = view.getUint16(table + 6)
  return Array.from({ length: doubled / 2 }, (_none, index) => {
    const to = view.getUint16(table + 14 + index * 2)
    const from = view.getUint16(table + 16 + doubled + index * 2)
    return [from, to] as const
  }).filter(([from]) => from !== 0xffff)
}

function numbersBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_none, index) => from + index)
}

/**
 * A text with what a font cannot show told by its number, `[U+1F600]`: nobody is left to guess that something stood there.
 * What has no look of its own, such as marks of direction, is left out.
 */
export function shownWith(letters: ReadonlySet<number>, text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const number = character.codePointAt(0) ?? 0
      if (letters.has(number) || character === '\n' || character === '\t') return character
      if (/\p{Cf}|\p{Mn}/u.test(character)) return ''
      return /\p{Zs}/u.test(character) ? ' ' : `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    .join('')
}

/** Whether every character of a text can be shown, or has no look of its own. A name that loses an accent is another name. */
export function canShow(letters: ReadonlySet<number>, text: string): boolean {
  return [...text.normalize('NFC')].every(
    (character) =>
      letters.has(character.codePointAt(0) ?? 0) ||
      /[\n\t]|\p{Cf}|\p{Variation_Selector}|\p{Zs}/u.test(character),
  )
}
