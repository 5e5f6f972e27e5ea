import { entriesOf, unpacked, type PackageEntry } from '../office/package-entries.ts'
import { done, refuse, type Outcome } from '../outcome.ts'

/** What is taken from strangers: documents and pictures, each with how it is named and spoken of in a header. */
export const fileKinds = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const
export type FileKind = keyof typeof fileKinds

/** Why bytes are not taken. */
export type FileProblem =
  | 'file-empty'
  | 'file-wrong-kind'
  | 'file-old-office'
  | 'file-locked'
  | 'file-broken'
  | 'file-has-macros'
  | 'file-unpacks-too-large'

/** What an office file may grow to when it is opened. */
const largestUnpacked = 200 * 1024 * 1024
const mostEntries = 5000

/**
 * What the bytes are, whatever the file is called and says it is. Only their beginning decides, and what could be read as
 * another kind besides is refused. The few kinds are told apart here and not by a library: those know two hundred, and parse
 * for each of them what a stranger has sent.
 */
export function kindOfFile(bytes: Uint8Array): Outcome<FileKind, FileProblem> {
  if (bytes.length === 0) return refuse('file-empty')
  if (textAt(bytes, 0, 4) === 'PK\u0003\u0004') return kindOfPackage(bytes)
  if (textAt(bytes, 0, 4) === '\u00D0\u00CF\u0011\u00E0') return refuse(problemOfCompound(bytes))
  const kind = kindAtBeginning(bytes)
  return kind === null || endsAsPackage(bytes) ? refuse('file-wrong-kind') : done(kind)
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

function kindAtBeginning(bytes: Uint8Array): FileKind | null {
  if (textAt(bytes, 0, 5) === '%PDF-') return 'pdf'
  if (textAt(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n') return 'png'
  if (textAt(bytes, 0, 3) === '\u00FF\u00D8\u00FF') return 'jpg'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp'
  return textAt(bytes, 4, 4) === 'ftyp' && heicBrands.has(textAt(bytes, 8, 4)) ? 'heic' : null
}

const endOfPackage = 'PK\u0005\u0006'
const endLength = 22
const longestComment = 0xffff

/** Whether a program that unpacks would read the file from its end: a picture that is an archive too. */
function endsAsPackage(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-(endLength + longestComment)))
  for (
    let at = tail.indexOf(endOfPackage, 0, 'latin1');
    at >= 0;
    at = tail.indexOf(endOfPackage, at + 1, 'latin1')
  )
    if (at + endLength <= tail.length && at + endLength + tail.readUInt16LE(at + 20) === tail.length)
      return true
  return false
}

function kindOfPackage(bytes: Uint8Array): Outcome<FileKind, FileProblem> {
  const entries = entriesOf(bytes)
  if (!entries || entries.length > mostEntries) return refuse('file-broken')
  if (entries.some(({ isLocked }) => isLocked)) return refuse('file-locked')
  if (entries.reduce((sum, { size }) => sum + size, 0) > largestUnpacked)
    return refuse('file-unpacks-too-large')
  // What grows beyond what its directory promises is never held, and is refused.
  if (!entries.every((entry) => unpacked(bytes, entry) !== null)) return refuse('file-broken')
  const kind = kindOfEntries(bytes, entries)
  // A reader of PDF looks for its beginning in the first thousand bytes.
  if (kind === null || textAt(bytes, 0, 1024).includes('%PDF-')) return refuse('file-wrong-kind')
  return entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$|^Basic\//i.test(name))
    ? refuse('file-has-macros')
    : done(kind)
}

const mainParts = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
} as const
const openDocuments: readonly FileKind[] = ['odt', 'ods', 'odp']

function kindOfEntries(bytes: Uint8Array, entries: readonly PackageEntry[]): FileKind | null {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if (names.has('[content_types].xml')) {
    const [, kind = null] = Object.entries(mainParts).find(([part]) => names.has(part)) ?? []
    return kind
  }
  const said = entries.find(({ name }) => name === 'mimetype')
  const mediaType = said && Buffer.from(unpacked(bytes, said) ?? []).toString('latin1')
  return openDocuments.find((kind) => fileKinds[kind] === mediaType) ?? null
}

/** A .doc, an .xls and a document locked with a password look alike from outside; the locked one names its contents. */
function problemOfCompound(bytes: Uint8Array): FileProblem {
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(locked)
    ? 'file-locked'
    : 'file-old-office'
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.subarray(at, at + length)).toString('latin1')
}
