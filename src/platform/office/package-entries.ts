import { inflateRawSync } from 'node:zlib'

/** A file inside a ZIP package, as its directory tells. */
export interface PackageEntry {
  readonly name: string
  readonly packedSize: number
  readonly size: number
  readonly isLocked: boolean
  readonly isDeflated: boolean
  readonly offset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const longestComment = 0xffff
/** What stands in a directory whose real sizes are kept elsewhere, for packages above four gigabytes. */
const tooLargeToSay = 0xffffffff

/**
 * The package's directory; null when it has none that can be read. It is read here and not by a library because the sizes it
 * promises have to be judged before anything is unpacked.
 */
export function entriesOf(bytes: Uint8Array): readonly PackageEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: PackageEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== directoryEntry) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = bytes.subarray(at + entryLength, at + entryLength + nameLength)
    entries.push({
      name: new TextDecoder().decode(name),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      isDeflated: view.getUint16(at + 10, true) === 8,
      offset: view.getUint32(at + 42, true),
    })
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * The entry's bytes; null when they are not what the directory says. Unpacking stops at the promised size, so an entry
 * that would grow beyond it is never held.
 */
export function unpacked(bytes: Uint8Array, entry: PackageEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packedSize, size } = entry
  if (size === 0) return new Uint8Array()
  if (size === tooLargeToSay || offset + localLength > view.byteLength) return null
  if (view.getUint32(offset, true) !== localEntry) return null
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + packedSize)
  if (packed.length !== packedSize) return null
  if (!entry.isDeflated) return packed.length === size ? packed : null
  try {
    const whole = inflateRawSync(packed, { maxOutputLength: size })
    return whole.length === size ? whole : null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  return null
}
