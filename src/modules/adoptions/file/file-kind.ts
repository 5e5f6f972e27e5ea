import { openPackage } from '#platform/office/office-package.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { FileKind } from '../core/adoption.ts'

const largestFile = 10 * 1024 * 1024
/** What a document may grow to when it is unpacked, pictures aside. */
export const largestUnpacked = 60 * 1024 * 1024

/** Why a file is not taken. */
export type FileProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'file-wrong-kind'
  | 'file-old-word-or-excel'
  | 'file-locked'
  | 'file-broken'
  | 'file-unpacks-too-large'

/** What the bytes are, whatever the file is called. */
export function kindOfFile(bytes: Uint8Array): Outcome<FileKind, FileProblem> {
  if (bytes.length === 0) return refuse('file-empty')
  if (bytes.length > largestFile) return refuse('file-too-large')
  if (beginsWith(bytes, '%PDF-')) return done('pdf')
  if (beginsWith(bytes, '\u00D0\u00CF\u0011\u00E0')) return refuse(problemOfCompound(bytes))
  return beginsWith(bytes, 'PK\u0003\u0004') ? kindOfPackage(bytes) : refuse('file-wrong-kind')
}

function kindOfPackage(bytes: Uint8Array): Outcome<FileKind, FileProblem> {
  const opened = openPackage(bytes, largestUnpacked)
  if (!opened.ok) {
    const { problem } = opened.refusal
    return refuse(problem === 'broken-package' ? 'file-broken' : `file-${sayable[problem]}`)
  }
  if (opened.value.has('word/document.xml')) return done('docx')
  return opened.value.has('xl/workbook.xml') ? done('xlsx') : refuse('file-wrong-kind')
}

const sayable = { 'locked-file': 'locked', 'unpacks-too-large': 'unpacks-too-large' } as const

/** A .doc, an .xls and a document locked with a password look alike from outside; the locked one names its contents. */
function problemOfCompound(bytes: Uint8Array): FileProblem {
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(locked)
    ? 'file-locked'
    : 'file-old-word-or-excel'
}

function beginsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((sign, at) => bytes[at] === sign.charCodeAt(0))
}
