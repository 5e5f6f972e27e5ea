import type { Context, MiddlewareHandler } from 'hono'
import { StoredAnswer } from './stored-answer.ts'

/** How many answers of each kind are kept; the one unused for longest goes first. */
const capacity = 500
/** How many things are kept that answers are made from. */
const groundCapacity = 100
/** What an address with questions answers is seldom asked for again: its compression must not cost more than it saves. */
const quickly = 5
/** A larger answer is sent but not kept. */
const largestKept = 2_000_000

/**
 * Public answers as rendered bytes. Everything of a network is dropped when anything in it changes, and while the
 * database cannot be heard nothing is kept at all.
 */
export class PageCache {
  readonly #pages = new Map<string, StoredAnswer>()
  /** Addresses with questions, of which anybody can make up any number, push out none without. */
  readonly #questions = new Map<string, StoredAnswer>()
  readonly #ground = new Map<string, Promise<unknown>>()
  #generation = 0
  #listening = false

  /** Something has changed: all that is kept may be out of date. */
  drop(): void {
    this.#generation += 1
    for (const kept of [this.#pages, this.#questions, this.#ground]) kept.clear()
  }

  /** Whether changes are being heard of. While they are not, each page is rendered for each request. */
  setListening(listening: boolean): void {
    this.#listening = listening
    this.drop()
  }

  find(key: string): StoredAnswer | undefined {
    return used(this.#keptAs(key), key)
  }

  /** What answers are made from, made once until anything changes; while changes are not heard of, each time. */
  async ground<Made>(key: string, make: () => Promise<Made>): Promise<Made> {
    const known = used(this.#ground, key)
    if (known) return known as Promise<Made>
    const made = make()
    if (!this.#listening) return made
    put(this.#ground, key, made, groundCapacity)
    made.catch(() => this.#ground.delete(key))
    return made
  }

  /** Taken before a page is rendered; `keep` refuses what was rendered before a change. */
  get generation(): number {
    return this.#generation
  }

  keep(key: string, answer: StoredAnswer, generation: number): void {
    if (!this.#listening || generation !== this.#generation) return
    put(this.#keptAs(key), key, answer, capacity)
  }

  #keptAs(key: string): Map<string, StoredAnswer> {
    return key.includes('?') ? this.#questions : this.#pages
  }
}

function used<Kept>(kept: Map<string, Kept>, key: string): Kept | undefined {
  const found = kept.get(key)
  if (found !== undefined) {
    kept.delete(key)
    kept.set(key, found)
  }
  return found
}

function put<Kept>(kept: Map<string, Kept>, key: string, value: Kept, most: number): void {
  kept.set(key, value)
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
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
    const headers = { 'Cache-Control': 'public, no-cache', ...keptHeaders(c.res) }
    const answer = new StoredAnswer(body, headers, key.includes('?') ? quickly : undefined)
    if (body.length <= largestKept) cache.keep(key, answer, generation)
    c.res = answer.answer(c.req.raw)
  }
}

function mayKeep({ req, res }: Context): boolean {
  if (req.method !== 'GET' || res.status !== 200 || res.headers.has('Set-Cookie')) return false
  return !res.headers.get('Cache-Control')?.includes('no-store')
}

function keptHeaders(res: Response): Record<string, string> {
  const names = ['Content-Type', 'Content-Disposition', 'Link', 'Cache-Control']
  return Object.fromEntries(names.map((name) => [name, res.headers.get(name)] as const).filter(hasValue))
}

function hasValue(header: readonly [string, string | null]): header is [string, string] {
  return header[1] !== null
}
