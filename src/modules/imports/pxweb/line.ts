import ky, { HTTPError } from 'ky'
import pThrottle from 'p-throttle'
import { isRedirect, mostRedirects, sameService } from '../core/same-service.ts'
import { SourceFailure } from '../core/source-failure.ts'
import { storableJson } from '#platform/values/storable.ts'

/** What was answered, as it came, with all that is needed to read it again without the network. */
export interface RawAnswer {
  readonly method: 'GET' | 'POST'
  readonly address: string
  /** The question sent along, as JSON; null for GET. */
  readonly requestBody: string | null
  readonly body: string
}

/** How patient to be with an office. Everything that is random or takes time is given here. */
export interface LineSettings {
  readonly fetch: typeof globalThis.fetch
  /** A number from 0 up to 1. */
  readonly random: () => number
  /** For one try, from the call until its last byte. */
  readonly timeoutMs: number
  /** Tries after the first. */
  readonly retries: number
  /** The first wait between tries; each later one is twice as long. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** An answer longer than this is not read to its end. */
  readonly mostBytes: number
  /** Who calls, and where that can be read about: offices ask for it when something goes wrong. */
  readonly userAgent: string
}

export const patientSettings = {
  timeoutMs: 60_000,
  retries: 5,
  firstWaitMs: 500,
  longestWaitMs: 60_000,
  mostBytes: 64 * 1024 * 1024,
} as const satisfies Partial<LineSettings>

/** The way to one office: everybody who asks it anything in this process waits in the same queue. */
export interface Line {
  /** A signal that is over in a few seconds makes a hurried question, also while it waits for its turn. */
  get(address: string, signal?: AbortSignal): Promise<RawAnswer>
  post(address: string, question: unknown, signal?: AbortSignal): Promise<RawAnswer>
  /** Keeps to so many calls in a window from now on; the last call made is counted. */
  keepTo(calls: number, windowMs: number): Promise<void>
  /** The same way and the same queue, for somebody who waits at a page: one try more at most, and soon. */
  hurried(): Line
}

type Turn = <Value>(call: () => Promise<Value>) => Promise<Value>

const atOnce: Turn = (call) => call()

/** Opens the way to an office. Each try waits for its turn, also when it is made again. */
export function openLine(settings: LineSettings): Line {
  return lineIn({ turn: atOnce, limits: '' }, settings)
}

/** Where those who ask one office wait for their turn, and by which limits. */
interface Queue {
  turn: Turn
  limits: string
}

const mostHurriedWait = 1_000

function lineIn(queue: Queue, settings: LineSettings): Line {
  async function ask(method: RawAnswer['method'], address: string, question: unknown, signal?: AbortSignal) {
    const requestBody = question === undefined ? null : JSON.stringify(question)
    try {
      const asking = ky(address, {
        method,
        ...(requestBody === null ? {} : { body: requestBody }),
        ...(signal ? { signal } : {}),
        headers: {
          accept: 'application/json',
          'user-agent': settings.userAgent,
          ...(requestBody === null ? {} : { 'content-type': 'application/json' }),
        },
        // Waiting for one's turn is not the office's slowness: each try has its own time-out, in `tryOnce`.
        timeout: false,
        retry: retryRules(settings),
        fetch: (request) => queue.turn(() => tryOnce(settings, request)),
      })
      const response = await (signal ? Promise.race([asking, ending(signal)]) : asking)
      return { method, address, requestBody, body: await response.text() }
    } catch (error) {
      throw await failureFrom(error, address, signal)
    }
  }

  return {
    get: (address, signal) => ask('GET', address, undefined, signal),
    post: (address, question, signal) => ask('POST', address, question, signal),
    async keepTo(calls, windowMs) {
      const limits = `${calls} in ${windowMs}`
      if (queue.limits === limits) return
      // The office counts when calls arrive, not when they are sent: a tenth more keeps two windows from meeting.
      const throttle = pThrottle({ limit: calls, interval: windowMs * 1.1, strict: true, weight: () => 1 })
      const throttled = throttle((call: () => Promise<unknown>) => call())
      queue.turn = async <Value>(call: () => Promise<Value>) => (await throttled(call)) as Value
      queue.limits = limits
      await queue.turn(() => Promise.resolve())
    },
    hurried: () =>
      lineIn(queue, {
        ...settings,
        retries: Math.min(settings.retries, 1),
        longestWaitMs: Math.min(settings.longestWaitMs, mostHurriedWait),
      }),
  }
}

/** Fails when the signal says so: one who waits for a turn behind many others need not wait for it to be over. */
async function ending(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

function retryRules({ retries, firstWaitMs, longestWaitMs, random }: LineSettings) {
  return {
    limit: retries,
    // A question about figures changes nothing, so a POST may be sent again.
    methods: ['get', 'post'],
    statusCodes: [408, 429, 500, 502, 503, 504],
    retryOnTimeout: true,
    afterStatusCodes: [429, 503],
    maxRetryAfter: longestWaitMs,
    delay: (attempt: number) => firstWaitMs * 2 ** (attempt - 1),
    backoffLimit: longestWaitMs,
    // Half of the wait is by chance, so that many who were refused together do not come back together.
    jitter: (wait: number) => wait * (0.5 + random() / 2),
    shouldRetry: ({ error }: { error: Error }) => (error instanceof SourceFailure ? false : undefined),
  }
}

/** One try, read to its end here, so that a connection cut in the middle is tried again like any other. */
async function tryOnce(settings: LineSettings, request: string | URL | Request): Promise<Response> {
  const asked = request instanceof Request ? request : new Request(request)
  const tooSlow = AbortSignal.timeout(settings.timeoutMs)
  const response = await followed(asked, settings.fetch, AbortSignal.any([asked.signal, tooSlow]))
  const body = await bodyOf(response, settings.mostBytes, asked.url)
  return new Response(body, { status: response.status, headers: response.headers })
}

/** A redirect is followed within the office only, with the same question, and not for ever. */
async function followed(
  asked: Request,
  fetch: LineSettings['fetch'],
  signal: AbortSignal,
): Promise<Response> {
  let at = asked
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(at.clone(), { signal, redirect: 'manual' })
    if (!isRedirect(response.status)) return response
    await response.body?.cancel()
    const to = response.headers.get('location') ?? ''
    const next = sameService(at.url, to)
    if (next === null)
      throw new SourceFailure('wrong-shape', asked.url, `redirects elsewhere: ${to.slice(0, 160)}`)
    at = new Request(next, at)
  }
  throw new SourceFailure('loop', asked.url, 'redirects without end')
}

async function bodyOf(response: Response, mostBytes: number, address: string): Promise<string | null> {
  if (!response.body) return null
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new SourceFailure('too-large', address, `more than ${mostBytes} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** What went wrong, in the program's own words. */
async function failureFrom(error: unknown, address: string, signal?: AbortSignal): Promise<SourceFailure> {
  if (error instanceof SourceFailure) return error
  if (signal?.aborted && !isTooSlow(signal.reason))
    return new SourceFailure('stopped', address, 'stopped', error)
  if (isTooSlow(signal?.reason) || isTooSlow(error))
    return new SourceFailure('timeout', address, 'no answer in time', error)
  if (error instanceof HTTPError) return refusalFrom(error, address)
  return new SourceFailure('unreachable', address, reasonOf(error), error)
}

function isTooSlow(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

async function refusalFrom(error: HTTPError, address: string): Promise<SourceFailure> {
  const { status } = error.response
  const said = (await error.response.text()).slice(0, 300)
  const kind =
    status === 404 || status === 410 ? 'gone' : status === 403 || status === 429 ? 'limit' : 'refused'
  return new SourceFailure(kind, address, `HTTP ${status} ${said}`.trim(), error)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // fetch tells "fetch failed" and keeps the reason beneath it.
  return error.cause instanceof Error ? error.cause.message : error.message
}

/** PxWeb answers 403 where a question asks for more cells than it gives at once. */
export function asksTooMuch(failure: unknown): boolean {
  return (
    failure instanceof SourceFailure &&
    failure.cause instanceof HTTPError &&
    failure.cause.response.status === 403
  )
}

/** The JSON of an answer. A page in HTML with status 200 is how some offices say "not here". */
export function jsonOf({ address, body }: RawAnswer): unknown {
  try {
    return storableJson(body)
  } catch (error) {
    throw new SourceFailure('wrong-shape', address, `not JSON: ${body.slice(0, 80)}`, error)
  }
}
