import { existsSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withFontFiles } from './fonts.ts'
import { pngOf } from './png.ts'

const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">${content}</svg>`
const written = (words: string, family = 'Schibsted Grotesk', weight = 400) =>
  drawing(
    `<text x="10" y="60" font-family="${family}" font-weight="${weight}" font-size="40">${words}</text>`,
  )

describe('a picture', () => {
  it('is as wide as asked for and keeps its proportions', async () => {
    const picture = read(await pngOf(drawing(''), { width: 500 }))
    expect([picture.width, picture.height]).toEqual([500, 250])
  })

  it('has the colours of the drawing, on white', async () => {
    const picture = read(
      await pngOf(drawing('<rect width="100" height="100" fill="#0b4a59"/>'), { width: 200 }),
    )
    expect(picture.at(50, 50)).toEqual([0x0b, 0x4a, 0x59])
    expect(picture.at(150, 50)).toEqual([255, 255, 255])
  })

  it.each(['Åäö', '−12,5 %', 'Čađđi', 'þ'])('writes %s', async (words) => {
    expect(inkOf(await pngOf(written(words), { width: 200 }))).toBeGreaterThan(100)
  })

  it('writes Ö otherwise than O: the dots are there', async () => {
    const [plain, dotted] = await Promise.all(
      ['O', 'Ö'].map(async (letter) => pngOf(written(letter), { width: 200 })),
    )
    expect(inkOf(dotted)).toBeGreaterThan(inkOf(plain))
  })

  it('writes bold in bold, and what asks for a font it has not in its own', async () => {
    const [regular, bold, unknown] = await Promise.all(
      [written('Ale'), written('Ale', 'Schibsted Grotesk', 700), written('Ale', 'Nowhere, sans-serif')].map(
        async (svg) => pngOf(svg, { width: 200 }),
      ),
    )
    expect(inkOf(bold)).toBeGreaterThan(inkOf(regular) * 1.1)
    expect(inkOf(unknown)).toBe(inkOf(regular))
  })

  it('leaves no fonts behind, not even when drawing fails', async () => {
    const lent: string[] = []
    const failing = withFontFiles(async (files) => {
      lent.push(...files)
      expect(files.every((file) => existsSync(file))).toBe(true)
      throw new Error('no paper')
    })
    await expect(failing).rejects.toThrow('no paper')
    expect(lent).toHaveLength(2)
    expect(lent.some((file) => existsSync(file))).toBe(false)
  })

  it.each([0, -1, 1.5, 100_000, Number.NaN])('is never %s pixels wide', async (width) => {
    await expect(pngOf(drawing(''), { width })).rejects.toThrow(RangeError)
  })

  it.each(['', 'no drawing', '<svg', '<svg xmlns="http://www.w3.org/2000/svg"><a></svg>'])(
    'is refused for what is no drawing: %s',
    async (svg) => {
      await expect(pngOf(svg, { width: 20 })).rejects.toThrow(/./)
    },
  )
})

/** How much of a picture is dark, in pixels. */
function inkOf(png: Uint8Array | undefined): number {
  if (!png) return 0
  const { width, height, at } = read(png)
  let ink = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) ink += (255 - (at(x, y)[0] ?? 255)) / 255
  return ink
}

/** Reads a PNG of eight bits with red, green, blue and alpha, which is what the library writes. */
function read(png: Uint8Array) {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  expect([bytes[24], bytes[25]]).toEqual([8, 6])
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at)
    if (bytes.subarray(at + 4, at + 8).toString() === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length))
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), width * 4, height)
  return {
    width,
    height,
    at: (x: number, y: number) => [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)],
  }
}

/** Undoes the filters by which each row of a PNG is written as its difference to the pixels around. */
function unfiltered(raw: Buffer, stride: number, height: number): Buffer {
  const pixels = Buffer.alloc(stride * height)
  const pixel = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (pixels[y * stride + x] ?? 0))
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const guess = guessed(filter, pixel(x - 4, y), pixel(x, y - 1), pixel(x - 4, y - 1))
      pixels[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return pixels
}

function guessed(filter: number, left: number, above: number, corner: number): number {
  if (filter === 4) return paeth(left, above, corner)
  return [0, left, above, Math.floor((left + above) / 2)][filter] ?? 0
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
