import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { storable } from '#platform/values/storable.ts'
import type { ReadDocument, ReadingProblem } from './document.ts'
import { nodesInLines, type PageLine } from './pdf-lines.ts'

/** A programme is a booklet, not an archive. */
const mostPages = 300
/** What all streams of a file may grow to, pictures too. */
const mostUnpacked = 200 * 1024 * 1024

/** The text of a PDF: larger type and numbers make the depth, as far as they tell. */
export async function pdfDocument(bytes: Uint8Array): Promise<Outcome<ReadDocument, ReadingProblem>> {
  if (!(await fitsUnpacked(bytes))) return refuse('file-unpacks-too-large')
  const pages = await pagesIn(bytes)
  if (typeof pages === 'string') return refuse(pages)
  if (pages.every((lines) => lines.length === 0)) return refuse('file-without-text')
  return done({ levels: [], nodes: nodesInLines(pages), notes: ['page-lines'] })
}

async function pagesIn(
  bytes: Uint8Array,
): Promise<readonly (readonly PageLine[])[] | 'file-locked' | 'file-broken'> {
  try {
    // The reader takes the bytes over, so it gets a copy. Nothing in the file is run.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      const pages: (readonly PageLine[])[] = []
      for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
        const page = await pdf.getPage(number)
        pages.push(linesIn((await page.getTextContent()).items))
        page.cleanup()
      }
      return pages
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    // Whatever the reader stumbles over is in the file: it throws classes of its own, and plain errors.
    if (error instanceof Error) return error.name === 'PasswordException' ? 'file-locked' : 'file-broken'
    throw error
  }
}

/** What the reader gives of a piece of text; other things on a page have none of it. */
interface PieceOfText {
  readonly str: string
  readonly transform: readonly number[]
  readonly hasEOL: boolean
}

interface OpenLine {
  text: string
  readonly y: number
  readonly size: number
}

function linesIn(items: readonly object[]): readonly PageLine[] {
  const lines: OpenLine[] = []
  let isOpen = false
  for (const item of items) {
    if (!('str' in item)) continue
    const { str, transform, hasEOL } = item as PieceOfText
    const [, , c = 0, d = 0, , y = 0] = transform
    const size = Math.hypot(c, d)
    const line = isOpen ? lines.at(-1) : undefined
    if (line && (str.trim() === '' || Math.abs(line.y - y) <= Math.max(size, 1) / 2)) line.text += str
    else if (str.trim() !== '') {
      lines.push({ text: str, y, size })
      isOpen = true
    }
    if (hasEOL) isOpen = false
  }
  return lines.map(({ text, size }) => ({ text: storable(text).trim(), size: Math.round(size * 2) / 2 }))
}

const inflated = promisify(inflate) as (
  packed: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Buffer>

/** Whether the packed streams stay within bounds; those that are broken, or packed otherwise, are left to the reader. */
async function fitsUnpacked(bytes: Uint8Array): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = mostUnpacked
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1)
    // What zlib packs begins with this byte.
    if (file[start] !== 0x78) continue
    const end = file.indexOf('endstream', start)
    try {
      left -= (await inflated(file.subarray(start, end < 0 ? undefined : end), { maxOutputLength: left }))
        .length
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      if (error.code === 'ERR_BUFFER_TOO_LARGE') return false
    }
    if (left <= 0) return false
  }
  return true
}
