import { createHash } from 'node:crypto'
import { pngOf } from './png.ts'

interface PictureLimits {
  /** Drawn at the same time: each takes a processor and its pixels in memory. */
  readonly atOnce: number
  /** How many may wait their turn; the next is sent away. */
  readonly waiting: number
  /** How many bytes of finished pictures are kept. */
  readonly kept: number
}

const usual: PictureLimits = { atOnce: 1, waiting: 12, kept: 24_000_000 }

/** How wide a picture is: twice its drawing, so that it is sharp in print and on every screen. */
const sharpness = 2
/** However tall the drawing, a picture has no more pixels than this, of four bytes each. */
const mostPixels = 8_000_000

/**
 * Drawings as PNG pictures, without letting anybody wear the machine out: a drawing is painted once and kept while there
 * is room, the same drawing asked for twice at once is painted once, and when too many wait the answer is `busy`.
 */
export class Pictures {
  readonly #limits: PictureLimits
  readonly #paint: (svg: string, width: number) => Promise<Uint8Array>
  readonly #kept = new Map<string, Uint8Array>()
  readonly #begun = new Map<string, Promise<Uint8Array>>()
  readonly #queue: (() => void)[] = []
  #size = 0
  #painting = 0

  constructor(
    limits: PictureLimits = usual,
    paint: (svg: string, width: number) => Promise<Uint8Array> = async (svg, width) => pngOf(svg, { width }),
  ) {
    this.#limits = limits
    this.#paint = paint
  }

  async of(svg: string): Promise<Uint8Array | 'busy'> {
    const key = createHash('sha256').update(svg).digest('base64url')
    const found = this.#kept.get(key) ?? this.#begun.get(key)
    if (found) return found
    if (this.#painting >= this.#limits.atOnce && this.#queue.length >= this.#limits.waiting) return 'busy'
    const begun = this.#painted(svg, key)
    this.#begun.set(key, begun)
    try {
      return await begun
    } finally {
      this.#begun.delete(key)
    }
  }

  async #painted(svg: string, key: string): Promise<Uint8Array> {
    await this.#turn()
    try {
      const picture = await this.#paint(svg, widthOf(svg))
      this.#keep(key, picture)
      return picture
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#painting -= 1
    }
  }

  /** Waits until one may paint; whoever is done hands the turn on. */
  async #turn(): Promise<void> {
    if (this.#painting < this.#limits.atOnce) {
      this.#painting += 1
      return
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#queue.push(resolve)
    await promise
  }

  /** The picture kept for longest goes first. */
  #keep(key: string, picture: Uint8Array): void {
    this.#kept.set(key, picture)
    this.#size += picture.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.#limits.kept) return
      this.#kept.delete(oldest)
      this.#size -= length
    }
  }
}

/** In pixels: twice as wide as the drawing says it is, or as wide as its height leaves room for. */
export function widthOf(svg: string): number {
  const [, width = '', height = ''] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  if (!width || !height) throw new Error('The drawing does not say how large it is')
  const most = Math.floor(Math.sqrt((mostPixels * Number(width)) / Number(height)))
  return Math.max(1, Math.min(sharpness * Number(width), most))
}
