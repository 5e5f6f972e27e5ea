import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { fileProblem, type TableProblem } from './problems.ts'
import { shortened } from '#platform/values/cleaned.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

// What no table holds: control characters other than those that part cells and lines.
const control = /[^\P{Cc}\t\n\v\f\r]/u
// What is left when UTF-8 has been read as Windows-1252 and saved again (GÃ¶teborg), or a letter could not be saved.
const damaged = /Ã[\u0080-\u00BF\u0152-\u0178\u2013-\u203A\u20AC\u2122]|\uFFFD/u
// Windows-1252 keeps signs where DOS and old Macs keep å, ä and ö; a sign between two letters gives them away.
const signInsideWord = /\p{L}[€‚ƒ„…†‡ˆ‰Š‹ŒŽ“”•˜™š›œžŸ]\p{Ll}/u

/** The bytes as text, or the line where they stop being one. Unicode first: what is valid UTF-8 is nothing else. */
export function decoded(bytes: Uint8Array, known: Encoding | null = null): Outcome<Decoded, TableProblem> {
  const encoding = known ?? markedEncoding(bytes) ?? encodingByZeros(bytes)
  if (encoding) return checked(bytes, encoding)

  const unicode = textIn(bytes, 'utf-8')
  if (unicode !== null) return sound(unicode, 'utf-8')
  const western = sound(textIn(bytes, 'windows-1252') ?? '', 'windows-1252')
  if (!western.ok) return western
  const strange = lineWith(western.value.text, signInsideWord)
  return strange ? refuse(unknownAt(strange)) : western
}

function checked(bytes: Uint8Array, encoding: Encoding): Outcome<Decoded, TableProblem> {
  const text = textIn(bytes, encoding)
  return text === null ? refuse(fileProblem('encoding-unknown', encoding)) : sound(text, encoding)
}

function sound(text: string, encoding: Encoding): Outcome<Decoded, TableProblem> {
  const strange = lineWith(text, control)
  if (strange) return refuse(unknownAt(strange))
  const broken = lineWith(text, damaged)
  if (broken) return refuse(fileProblem('letters-damaged', shortened(broken.line), broken.number))
  return done({ text, encoding })
}

function unknownAt({ line, number }: { readonly line: string; readonly number: number }): TableProblem {
  return fileProblem('encoding-unknown', shortened(line.replace(/\p{Cc}/gu, '?')), number)
}

function textIn(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // Thrown for bytes that are none of this encoding's; whatever else happens is a fault of ours.
    if (error instanceof TypeError) return null
    throw error
  }
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** In UTF-16 every other byte of a western text is zero. */
function encodingByZeros(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 4 || sample.length % 2 !== 0) return null
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 2 / 2
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
}

function lineWith(text: string, pattern: RegExp): { readonly line: string; readonly number: number } | null {
  const at = text.search(pattern)
  if (at < 0) return null
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  const start = before.at(-1) ?? ''
  const rest = /^[^\r\n]*/.exec(text.slice(at))?.[0] ?? ''
  return { line: start + rest, number: before.length }
}
