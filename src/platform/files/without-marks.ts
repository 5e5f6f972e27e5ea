import type { FileKind } from './file-kind.ts'

/**
 * A picture without what a telephone writes into it: where and when it was taken, with what, by whom. What a reader needs to
 * show it stays: its colours, and which way up it is. Null where the picture does not hold together, so that nothing can hide
 * where it is broken. Other kinds of files are answered as they are.
 */
export function withoutMarks(kind: FileKind, bytes: Uint8Array): Uint8Array | null {
  const whole = Buffer.from(bytes)
  try {
    if (kind === 'jpg') return jpegWithoutMarks(whole)
    if (kind === 'png') return pngWithoutMarks(whole)
    return kind === 'webp' ? webpWithoutMarks(whole) : bytes
  } catch (error) {
    // Reading beyond the end.
    if (error instanceof RangeError) return null
    throw error
  }
}

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda]

function jpegWithoutMarks(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let way = 1
  let at = 2
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return null
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    // What stands behind the end is not the picture: films and second pictures, with marks of their own.
    if (marker === endOfImage) break
    const end = endOfSegment(bytes, at, marker)
    if (end === null) return null
    const segment = bytes.subarray(at, end)
    way = wayUp(segment) ?? way
    const after = marker === startOfScan ? endOfScan(bytes, end) : end
    if (isShown(marker, segment)) kept.push(bytes.subarray(at, after))
    at = after
  }
  if (way > 1) kept.splice(1, 0, wayUpSegment(way))
  return Buffer.concat([...kept, Buffer.from([0xff, endOfImage])])
}

/** Where a segment ends by its own length; null where none can stand. */
function endOfSegment(bytes: Buffer, at: number, marker: number): number | null {
  if (marker === startOfImage || marker < 0xc0) return null
  const end = at + 2 + bytes.readUInt16BE(at + 2)
  return end > bytes.length || end < at + 4 ? null : end
}

/** Whether a segment says how the picture looks; of the program's own ones: JFIF, colour profiles, Adobe's colours. */
function isShown(marker: number, segment: Buffer): boolean {
  const isProgrammes = marker >= 0xe0 && marker <= 0xef
  if (!isProgrammes) return marker !== 0xfe
  if (marker === 0xe0 || marker === 0xee) return true
  return marker === 0xe2 && segment.toString('latin1', 4, 15) === 'ICC_PROFILE'
}

/** Where the scan's own bytes end: at the first marker that is not part of them. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1)
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw new RangeError('no end')
}

/** Which of eight ways a picture is turned, where a segment says it. */
function wayUp(segment: Buffer): number | undefined {
  if (segment[1] !== 0xe1 || segment.toString('latin1', 4, 8) !== 'Exif') return undefined
  const tiff = segment.subarray(10)
  if (tiff.length < 8) return undefined
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const read = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return undefined
  for (let entry = first + 2; entry + 12 <= Math.min(tiff.length, first + 2 + read(first) * 12); entry += 12)
    if (read(entry) === 0x0112) return Math.min(read(entry + 8), 8)
  return undefined
}

/** A segment that says which way up a picture is, and nothing else. */
function wayUpSegment(way: number): Buffer {
  const head = Buffer.from('\u00FF\u00E1\0\u0022Exif\0\0MM\0\u002A\0\0\0\u0008\0\u0001', 'latin1')
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([head, entry])
}

/** The parts of a PNG that say how it looks; all others may hold words. */
const shownChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
)

function pngWithoutMarks(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; ;) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    if (shownChunks.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
}

const shownParts = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** In the first byte of a WebP's own heading: that marks of the one or the other kind follow. */
const sayMarks = 0x08 | 0x04

function webpWithoutMarks(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = []
  const whole = 8 + bytes.readUInt32LE(4)
  if (whole > bytes.length) return null
  for (let at = 12; at < whole;) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > whole) return null
    const part = Buffer.from(bytes.subarray(at, Math.min(end, whole)))
    if (name === 'VP8X') part.writeUInt8(part.readUInt8(8) & ~sayMarks, 8)
    if (shownParts.has(name)) kept.push(part)
    at = end
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + kept.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...kept])
}
