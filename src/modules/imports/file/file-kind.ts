import type { FileProblem } from './problems.ts'

/** What the bytes are, whatever the file is called: a package that may be a workbook, text, or something not read. */
export type FileKind = 'package' | 'text' | FileProblem

const signatures: readonly { readonly bytes: readonly number[]; readonly kind: FileKind }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'package' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: 'zip-file' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'pdf-file' },
  // Excel before OLE: BIFF 2 to 4.
  { bytes: [0x09, 0x00, 0x04, 0x00], kind: 'old-excel-file' },
  { bytes: [0x09, 0x02, 0x06, 0x00], kind: 'old-excel-file' },
  { bytes: [0x09, 0x04, 0x06, 0x00], kind: 'old-excel-file' },
  { bytes: [0x1f, 0x8b], kind: 'zip-file' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: 'zip-file' },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: 'zip-file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'picture-file' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'picture-file' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'picture-file' },
  { bytes: [0x50, 0x41, 0x52, 0x31], kind: 'unknown-file' },
]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/** Looks at the first bytes. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (beginsWith(bytes, compoundFile)) return kindOfCompound(bytes)
  const known = signatures.find((signature) => beginsWith(bytes, signature.bytes))
  return known?.kind ?? 'text'
}

/** What text is when it is no table: old systems give HTML the name .xls, statistical offices offer PX and JSON. */
export function kindOfText(text: string): FileProblem | null {
  const start = text.slice(0, 2000).replace(/^[\uFEFF\s]+/, '')
  if (/^<(?:!doctype html|html|head|table|\?xml|style|meta|div)\b/i.test(start)) return 'html-file'
  if (/^(?:\{\s*["}]|\[\s*[[{"])/.test(start)) return 'json-file'
  return /^(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE)\s*=\s*"/.test(start) ? 'px-file' : null
}

/** An .xls and a workbook locked with a password look alike from outside; the locked one names its contents. */
function kindOfCompound(bytes: Uint8Array): FileProblem {
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(locked)
    ? 'locked-file'
    : 'old-excel-file'
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
