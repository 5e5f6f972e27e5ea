import { createHash } from 'node:crypto'
import { SourceFailure } from '../core/source-failure.ts'
import { firstAddresses, type KoladaQuery } from './addresses.ts'
import { readAnswer, type Answer, type Kind, type RecordOf } from './answers.ts'
import { asker, usualPatience, type Line, type Patience } from './asking.ts'

export interface KoladaOptions extends Line {
  /** `https://api.kolada.se`, or a server that speaks as it does. */
  readonly origin: string
  readonly patience?: Partial<Patience> | undefined
  /** Kolada gives 5,000 at most, and as many if nothing is said. */
  readonly perPage?: number | undefined
}

/** Where to go on after a stop: JSON, to be stored with the page it came with and handed back with the same query. */
export interface Cursor {
  /** Tells whether the cursor belongs to the query. */
  readonly query: string
  /** Which of the query's questions is being asked, and the page of it to read next; null for its first. */
  readonly part: number
  readonly next: string | null
  /** The pages of this question that have been read. */
  readonly seen: readonly string[]
}

/** One answer of Kolada's: what it says, and the text it said it in, to be stored and read again. */
export interface Page<K extends Kind> {
  readonly address: string
  readonly raw: string
  readonly records: readonly RecordOf[K][]
  /** Null after the last page. */
  readonly cursor: Cursor | null
  /** How many of the query's questions are answered. */
  readonly answered: { readonly parts: number; readonly of: number }
}

export interface KoladaClient {
  /**
   * Answers a query page by page; each page is asked for when it is wanted. Throws a `SourceFailure` for whatever is
   * not a whole, honest answer.
   */
  readonly pages: <Q extends KoladaQuery>(
    query: Q,
    from?: Cursor | null,
  ) => AsyncGenerator<Page<Q['of']>, void>
}

const version3 = { perPage: 5000, mostPagesOfOneQuestion: 2000 }

/** Speaks version 3 of Kolada's interface; there is no other since the spring of 2026. */
export function koladaClient(options: KoladaOptions): KoladaClient {
  const ask = asker(options, { ...usualPatience, ...options.patience })
  const perPage = options.perPage ?? version3.perPage

  async function* pagesOf<K extends Kind>(
    kind: K,
    query: KoladaQuery,
    from: Cursor,
  ): AsyncGenerator<Page<K>, void> {
    const addresses = firstAddresses(options.origin, query, perPage)
    let cursor: Cursor | null = from
    while (cursor !== null) {
      const address: string = cursor.next ?? addresses[cursor.part] ?? ''
      const raw = await ask(address)
      const { records, next } = readPage(kind, address, raw, cursor.seen)
      cursor = cursorAfter(cursor, address, next, addresses.length)
      const parts = cursor?.part ?? addresses.length
      yield { address, raw, records, cursor, answered: { parts, of: addresses.length } }
    }
  }
  return {
    pages: <Q extends KoladaQuery>(query: Q, from?: Cursor | null) =>
      pagesOf<Q['of']>(query.of, query, startOf(query, from)),
  }
}

function startOf(query: KoladaQuery, from: Cursor | null | undefined): Cursor {
  const name = createHash('sha256').update(JSON.stringify(query)).digest('hex').slice(0, 16)
  if (from && from.query !== name) throw new RangeError('The cursor belongs to another query.')
  return from ?? { query: name, part: 0, next: null, seen: [] }
}

/** Reads stored answers again, in the order they came: the same records, or the same failure, and no network. */
export function* replay<K extends Kind>(
  kind: K,
  stored: Iterable<{ readonly address: string; readonly raw: string }>,
): Generator<readonly RecordOf[K][], void> {
  let seen: string[] = []
  let expected: string | null = null
  for (const { address, raw } of stored) {
    if (expected !== null && expected !== address) throw notStored(expected)
    const answer: Answer<K> = readPage(kind, address, raw, seen)
    expected = answer.next
    seen = answer.next === null ? [] : [...seen, address]
    yield answer.records
  }
  if (expected !== null) throw notStored(expected)
}

function notStored(address: string): SourceFailure {
  return new SourceFailure('wrong-shape', address, 'the page is not among the stored answers')
}

function readPage<K extends Kind>(kind: K, address: string, raw: string, seen: readonly string[]): Answer<K> {
  const answer = readAnswer(kind, address, raw)
  if (answer.next !== null && (answer.next === address || seen.includes(answer.next))) {
    throw new SourceFailure('loop', address, `next_url: leads back to ${answer.next}`)
  }
  if (answer.next !== null && seen.length >= version3.mostPagesOfOneQuestion) {
    throw new SourceFailure('loop', address, `next_url: more than ${version3.mostPagesOfOneQuestion} pages`)
  }
  // No figures is an answer; no KPIs, no municipalities and no groups are a question that was not understood.
  if (kind !== 'data' && seen.length === 0 && answer.records.length === 0) {
    throw new SourceFailure('wrong-shape', address, 'values: empty')
  }
  return answer
}

function cursorAfter(cursor: Cursor, read: string, next: string | null, parts: number): Cursor | null {
  if (next !== null) return { ...cursor, next, seen: [...cursor.seen, read] }
  const part = cursor.part + 1
  return part < parts ? { query: cursor.query, part, next: null, seen: [] } : null
}
