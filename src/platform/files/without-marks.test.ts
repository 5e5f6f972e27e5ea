import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfFile } from './file-kind.ts'
import { smallFiles } from './testing.ts'
import { withoutMarks } from './without-marks.ts'

const secret = 'GPS 57.7089 11.9746 owner Anna'

function segment(marker: number, content: Buffer | string): Buffer {
  const body = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Marks as a telephone writes them: which way up, and words. */
function exif(way: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26)
  const write = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  tiff.write(order, 0, 'latin1')
  write(42, 2)
  if (order === 'II') tiff.writeUInt32LE(8, 4)
  else tiff.writeUInt32BE(8, 4)
  write(1, 8)
  write(0x0112, 10)
  write(3, 12)
  write(way, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)])
}

const start = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])
const jfif = segment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')
const scan = Buffer.concat([
  segment(0xda, '\u0001\u0001\0\0\u003F\0'),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3]),
])
const colours = segment(0xe2, 'ICC_PROFILE\0\u0001\u0001profile')
const marked = Buffer.concat([
  start,
  jfif,
  segment(0xe1, exif(6)),
  segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
  segment(0xed, `Photoshop 3.0\0${secret}`),
  segment(0xe2, `MPF\0${secret}`),
  segment(0xfe, secret),
  colours,
  scan,
  segment(0xe1, exif(6)),
  scan,
  end,
  Buffer.from(`a film with ${secret}`),
])

function chunk(name: string, content: string): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  return Buffer.concat([head, Buffer.from(name + content, 'latin1'), Buffer.alloc(4)])
}

function part(name: string, content: string): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, Buffer.from(content, 'latin1'), Buffer.alloc(content.length % 2)])
}

function webp(...parts: readonly Buffer[]): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + Buffer.concat(parts).length, 4)
  return Buffer.concat([head, ...parts])
}

const textOf = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')

describe('a picture', () => {
  test('from a telephone keeps its colours and which way up it is, and tells no place and no name', () => {
    const bare = withoutMarks('jpg', marked)
    expect(textOf(bare)).not.toMatch(/GPS|Anna|xap|Photoshop|MPF|film/)
    const turned = withoutMarks('jpg', Buffer.concat([start, segment(0xe1, exif(6, 'MM')), scan, end]))
    expect(bare && kindOfFile(bare)).toEqual({ ok: true, value: 'jpg' })
    const way = Buffer.from(turned ?? []).subarray(2, 38)
    expect(bare).toEqual(Buffer.concat([start, way, jfif, colours, scan, scan, end]))
    // Done twice it is the same: what is left is read as it was written.
    expect(withoutMarks('jpg', bare ?? new Uint8Array())).toEqual(bare)
    const upright = Buffer.concat([start, jfif, scan, end])
    expect(withoutMarks('jpg', Buffer.concat([start, jfif, segment(0xe1, exif(1)), scan, end]))).toEqual(
      upright,
    )
  })

  test('of another kind is bared too', () => {
    const png = Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
      chunk('IHDR', 'x'.repeat(13)),
      chunk('eXIf', secret),
      chunk('tEXt', `Author\0${secret}`),
      chunk('iTXt', secret),
      chunk('prVt', secret),
      chunk('IDAT', 'picture'),
      chunk('IEND', ''),
      Buffer.from(secret),
    ])
    expect(textOf(withoutMarks('png', png))).not.toMatch(/GPS|Anna/)
    expect(textOf(withoutMarks('png', png))).toMatch(/IHDR.*IDAT.*IEND/s)
    const bare = withoutMarks(
      'webp',
      webp(
        part('VP8X', '\u000C\0\0\0\0\0\0\0\0\0'),
        part('VP8 ', 'odd'),
        part('EXIF', secret),
        part('XMP ', secret),
      ),
    )
    expect(bare).toEqual(webp(part('VP8X', '\0\0\0\0\0\0\0\0\0\0'), part('VP8 ', 'odd')))
  })

  test('that is broken is answered by nothing, and never by what is hidden in it', () => {
    const broken = [
      Buffer.concat([start, segment(0xe1, exif(6)).subarray(0, 20)]),
      Buffer.concat([start, Buffer.from([0xff, 0xe1, 0, 0]), end]),
      Buffer.concat([start, Buffer.from(secret), end]),
      Buffer.concat([start, scan]),
      start,
    ]
    for (const bytes of broken) expect(withoutMarks('jpg', bytes)).toBe(null)
    expect(withoutMarks('png', Buffer.concat([smallFiles.png.subarray(0, 20)]))).toBe(null)
    expect(withoutMarks('webp', webp(part('VP8 ', 'x')).subarray(0, 18))).toBe(null)
    fc.assert(
      fc.property(fc.integer({ min: 2, max: marked.length - 1 }), fc.nat(255), (at, value) => {
        const changed = Buffer.from(marked)
        changed[at] = value
        expect(() => withoutMarks('jpg', changed)).not.toThrow()
      }),
    )
  })
})

test('a file that is no picture is left as it is', () => {
  expect(withoutMarks('pdf', smallFiles.pdf)).toBe(smallFiles.pdf)
})
