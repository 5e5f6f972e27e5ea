import { isRedirect, mostRedirects, sameService } from '../core/same-service.ts'
import { SourceFailure } from '../core/source-failure.ts'

// ky, which the program has, tries again only until the headers have come: an answer that is cut off or stands still in
// its body is lost to it, and it waits by its own clock and its own dice. Both matter here, so this is written out.

/** How much trouble one question is worth. Times are in milliseconds. */
export interface Patience {
  /** How often a question is asked in all. */
  readonly tries: number
  /** An answer, its body with it, must have come by then. */
  readonly answerWithin: number
  /** The longest first pause after a try that failed; each later one may be twice as long, up to `longestPause`. */
  readonly firstPause: number
  readonly longestPause: number
  /** A source that wants a longer pause than this is left alone; the import is taken up another day. */
  readonly longestRetryAfter: number
  /** Between two questions, whatever came of the first. */
  readonly betweenQuestions: number
  /** In bytes. */
  readonly largestAnswer: number
}

/** Kolada states no limit. Five questions a second is what its careful users keep to; this is fewer. */
export const usualPatience: Patience = {
  tries: 6,
  answerWithin: 60_000,
  firstPause: 500,
  longestPause: 30_000,
  longestRetryAfter: 300_000,
  betweenQuestions: 250,
  largestAnswer: 64 * 1024 * 1024,
}

/** What lies outside the program: the line, the clock, the dice, and who may say stop. */
export interface Line {
  readonly fetch: typeof globalThis.fetch
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
  readonly random: () => number
  readonly now: () => Date
  readonly signal?: AbortSignal | undefined
}

type Answer =
  | { readonly came: true; readonly text: string }
  | {
      readonly came: false
      readonly failure: SourceFailure
      readonly tryAgain: boolean
      /** What the source asked for, in milliseconds. */
      readonly retryAfter: number
    }

/** Asks for the text behind an address, one question at a time whoever asks, and patiently. */
export function asker(line: Line, patience: Patience): (address: string) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve()
  let isFirst = true

  const ask = async (address: string) => {
    if (!isFirst) await pause(address, patience.betweenQuestions, line)
    isFirst = false
    return askPatiently(address, line, patience)
  }
  return async (address) => {
    const turn = last.then(async () => ask(address))
    // Who comes next waits for this turn, not for its luck.
    last = turn.catch(() => null)
    return turn
  }
}

async function askPatiently(address: string, line: Line, patience: Patience): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const answer = await askOnce(address, line, patience)
    if (answer.came) return answer.text
    if (!answer.tryAgain || tries >= patience.tries || answer.retryAfter > patience.longestRetryAfter) {
      throw answer.failure
    }
    const longest = Math.min(patience.longestPause, patience.firstPause * 2 ** (tries - 1))
    // Any time up to the longest: many programs that failed together must not come back together.
    await pause(address, Math.max(answer.retryAfter, line.random() * longest), line)
  }
}

async function askOnce(address: string, line: Line, patience: Patience): Promise<Answer> {
  const late = AbortSignal.timeout(patience.answerWithin)
  const signal = line.signal ? AbortSignal.any([line.signal, late]) : late
  try {
    const response = await followed(address, line.fetch, signal)
    if (response.ok) return { came: true, text: await textOf(address, response, patience.largestAnswer) }
    return { came: false, ...(await refusalOf(address, response, line.now())) }
  } catch (error) {
    if (error instanceof SourceFailure) throw error
    if (line.signal?.aborted) throw stopped(address, error)
    const failure = late.aborted
      ? new SourceFailure('timeout', address, `no answer within ${patience.answerWithin} ms`, error)
      : new SourceFailure('unreachable', address, causeOf(error), error)
    return { came: false, failure, tryAgain: true, retryAfter: 0 }
  }
}

const headers = { accept: 'application/json', 'user-agent': 'Samsyn' }

/** A redirect is followed within the service only, and not for ever. */
async function followed(address: string, fetch: Line['fetch'], signal: AbortSignal): Promise<Response> {
  let at = address
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(at, { headers, redirect: 'manual', signal })
    if (!isRedirect(response.status)) return response
    await response.body?.cancel()
    const to = response.headers.get('location') ?? ''
    const next = sameService(at, to)
    if (next === null)
      throw new SourceFailure('wrong-shape', address, `redirects elsewhere: ${shortened(to)}`)
    at = next
  }
  throw new SourceFailure('loop', address, 'redirects without end')
}

async function textOf(address: string, response: Response, largest: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Not every fetch gives a body that is typed as what it is, a stream of bytes.
  const body = response.body as AsyncIterable<Uint8Array> | null
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > largest) throw new SourceFailure('too-large', address, `more than ${largest} bytes`)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    throw new SourceFailure('wrong-shape', address, 'the text is not UTF-8', error)
  }
}

async function refusalOf(
  address: string,
  response: Response,
  now: Date,
): Promise<{ failure: SourceFailure; tryAgain: boolean; retryAfter: number }> {
  const { status } = response
  const said = shortened(await beginningOf(response))
  const retryAfter = pauseAskedFor(response.headers.get('retry-after'), now)
  const waiting = retryAfter > 0 ? `, asks for ${Math.ceil(retryAfter / 1000)} s of peace` : ''
  const detail = `HTTP ${status}${waiting}${said && `: ${said}`}`
  const kind = status === 429 ? 'limit' : status === 410 ? 'gone' : 'refused'
  return {
    failure: new SourceFailure(kind, address, detail),
    tryAgain: status === 429 || status === 408 || status >= 500,
    retryAfter,
  }
}

/** The first of it is enough to see what it is; however long it is, the rest is left where it is. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function pauseAskedFor(header: string | null, now: Date): number {
  if (header === null) return 0
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime()
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds)
}

async function pause(address: string, milliseconds: number, line: Line): Promise<void> {
  try {
    line.signal?.throwIfAborted()
    await line.wait(milliseconds, line.signal)
    line.signal?.throwIfAborted()
  } catch (error) {
    throw line.signal?.aborted ? stopped(address, error) : error
  }
}

function stopped(address: string, cause: unknown): SourceFailure {
  return new SourceFailure('stopped', address, 'stopped on request', cause)
}

/** `fetch` says "fetch failed"; what happened to the line stands in the error's cause. */
function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return shortened(inner instanceof Error ? inner.message : String(inner))
}

/** A glimpse of what came, for the one who has to find out why. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}
