import type { Context, MiddlewareHandler } from 'hono'
import { StoredAnswer } from './stored-answer.ts'

/** How many answers are kept; the one unused for longest goes first. */
const capacity = 500
/** A larger answer is sent but not kept. */
const largestKept = 2_000_000

/**
 * Public answers as rendered bytes. Everything of a network is dropped when anything in it changes, and while the
 * database cannot be heard nothing is kept at all.
 */
export class PageCache {
  readonly #kept = new Map<string, StoredAnswer>()
  #generation = 0
  #listening = false

  /** Something has changed: all that is kept may be out of date. */
  drop(): void {
    this.#generation += 1
    this.#kept.clear()
  }

  /** Whether changes are being heard of. While they are not, each page is rendered for each request. */
  setListening(listening: boolean): void {
    this.#listening = listening
    this.drop()
  }

  find(key: string): StoredAnswer | undefined {
    const found = this.#kept.get(key)
    if (found) {
      this.#kept.delete(key)
      this.#kept.set(key, found)
    }
    return found
  }

  /** Taken before a page is rendered; `keep` refuses what was rendered before a change. */
  get generation(): number {
    return this.#generation
  }

  keep(key: string, answer: StoredAnswer, generation: number): void {
    if (!this.#listening || generation !== this.#generation) return
    this.#kept.set(key, answer)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > capacity && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/**
 * Answers from the cache where it can, and keeps a visitor's answers that are complete and do not say `no-store`.
 * `keyOf` gives null for what must not be cached, such as a request that carries a session.
 */
export function cachedPages(cache: PageCache, keyOf: (request: Request) => string | null): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.method === 'GET' || c.req.method === 'HEAD' ? keyOf(c.req.raw) : null
    if (key === null) return next()
    const found = cache.find(key)
    if (found) return found.answer(c.req.raw)

    const generation = cache.generation
    await next()
    if (!mayKeep(c)) return
    const body = new Uint8Array(await c.res.arrayBuffer())
    const answer = new StoredAnswer(body, { ...keptHeaders(c.res), 'Cache-Control': 'public, no-cache' })
    if (body.length <= largestKept) cache.keep(key, answer, generation)
    c.res = answer.answer(c.req.raw)
  }
}

function mayKeep({ req, res }: Context): boolean {
  if (req.method !== 'GET' || res.status !== 200 || res.headers.has('Set-Cookie')) return false
  return !res.headers.get('Cache-Control')?.includes('no-store')
}

function keptHeaders(res: Response): Record<string, string> {
  const names = ['Content-Type', 'Content-Disposition', 'Link']
  return Object.fromEntries(names.map((name) => [name, res.headers.get(name)] as const).filter(hasValue))
}

function hasValue(header: readonly [string, string | null]): header is [string, string] {
  return header[1] !== null
}
