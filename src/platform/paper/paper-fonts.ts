import { fontBytes } from '../picture/fonts.ts'
import { lettersIn } from './font-letters.ts'

// Built into the program, as those of the pictures are. See fonts/README.md for licence and making.
const more = import.meta.glob<string>('./fonts/*.ttf', { query: '?inline', import: 'default', eager: true })

/** The fonts that names on paper are set in: our own family, Noto Sans, Vazirmatn, Noto Sans Hebrew. */
export function paperFonts(): readonly Uint8Array[] {
  const added = Object.values(more).map((address) =>
    Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'),
  )
  return [...fontBytes(), ...added]
}

/** Every letter that our own family has. */
export function ownLetters(): string {
  const numbers = new Set(fontBytes().flatMap((font) => [...lettersIn(font)]))
  return [...numbers]
    .map((number) => String.fromCodePoint(number))
    .filter((character) => /\p{L}/u.test(character))
    .join('')
}
