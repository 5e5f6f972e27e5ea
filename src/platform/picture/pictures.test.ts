import { expect, it } from 'vitest'
import { Pictures, widthOf } from './pictures.ts'

const svg = (name: string, height = 100) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${height}"><title>${name}</title></svg>`

/** A painter that finishes when told to, and remembers how many it had before it at once. */
function painter() {
  const waiting: (() => void)[] = []
  const seen = { painted: 0, most: 0 }
  let now = 0
  return {
    seen,
    finish: () => waiting.shift()?.(),
    paint: async (drawing: string) => {
      seen.painted += 1
      now += 1
      seen.most = Math.max(seen.most, now)
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
      now -= 1
      return new Uint8Array(drawing.length)
    },
  }
}

const limits = { atOnce: 1, waiting: 2, kept: 1000 }
const soon = async () => new Promise((resolve) => setImmediate(resolve))

it('paints one after the other, and sends away who comes when too many wait', async () => {
  const { seen, finish, paint } = painter()
  const pictures = new Pictures(limits, paint)
  const three = ['a', 'b', 'c'].map(async (name) => pictures.of(svg(name)))
  await soon()
  expect(await pictures.of(svg('d'))).toBe('busy')
  for (const one of three) {
    finish()
    expect(await one).toBeInstanceOf(Uint8Array)
    await soon()
  }
  expect(seen).toEqual({ painted: 3, most: 1 })
})

it('paints the same drawing once: while it is being painted, and after', async () => {
  const { seen, finish, paint } = painter()
  const pictures = new Pictures(limits, paint)
  const two = [pictures.of(svg('a')), pictures.of(svg('a'))]
  await soon()
  finish()
  const [one, other] = await Promise.all(two)
  expect(one).toBe(other)
  expect(await pictures.of(svg('a'))).toBe(one)
  expect(seen.painted).toBe(1)
})

it('keeps no more than there is room for', async () => {
  let painted = 0
  const pictures = new Pictures({ ...limits, kept: 150 }, async () => {
    painted += 1
    return new Uint8Array(100)
  })
  await pictures.of(svg('a'))
  await pictures.of(svg('b'))
  await pictures.of(svg('b'))
  expect(painted).toBe(2)
  await pictures.of(svg('a'))
  expect(painted).toBe(3)
})

it('gives the turn on when painting fails, and keeps nothing of it', async () => {
  let tries = 0
  const pictures = new Pictures(limits, async () => {
    tries += 1
    if (tries === 1) throw new Error('no paper')
    return new Uint8Array(1)
  })
  await expect(pictures.of(svg('a'))).rejects.toThrow('no paper')
  expect(await pictures.of(svg('a'))).toHaveLength(1)
})

it.each([
  ['twice as wide as the drawing', 900, 2400],
  ['as wide as a tall one leaves room for', 4800, 1414],
  ['never without a pixel', 100_000_000_000, 1],
])('a picture is %s', (_what, height, width) => {
  expect(widthOf(svg('a', height))).toBe(width)
})
