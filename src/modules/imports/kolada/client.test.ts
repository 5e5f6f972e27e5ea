import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SourceFailure, type SourceFailureKind } from '../core/source-failure.ts'
import { chunks, firstAddresses, type DataQuery, type KoladaQuery } from './addresses.ts'
import type { DataRecord } from './answers.ts'
import { koladaClient, replay, type Cursor, type KoladaOptions, type Page } from './client.ts'
import dataRecords from './testing/data-records.json' with { type: 'json' }
import kpiRecords from './testing/kpi-records.json' with { type: 'json' }
import placeRecords from './testing/place-records.json' with { type: 'json' }
import { koladaServer, type KoladaServer, type Trouble } from './testing/server.ts'

const thirteen = '1384 1401 1402 1407 1415 1419 1440 1441 1462 1480 1481 1482 1489'.split(' ')
const population: DataQuery = { of: 'data', kpis: ['N01951'], places: thirteen }

let server: KoladaServer
let waits: number[]

beforeEach(async () => {
  const data = dataRecords.map((row) => ({
    ...row,
    changedOn: row.period > 2022 ? '2025-02-21' : '2020-01-01',
  }))
  server = await koladaServer({ kpis: kpiRecords.values, ...placeRecords, data })
  waits = []
})
afterEach(async () => server.close())

function client(options: Partial<KoladaOptions> = {}) {
  return koladaClient({
    origin: server.origin,
    fetch,
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
    random: () => 0.5,
    now: () => new Date('2026-11-24T09:00:00Z'),
    ...options,
    patience: { betweenQuestions: 0, ...options.patience },
  })
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = []
  for await (const page of pages) read.push(page)
  return read
}

function recordsOf(pages: readonly Page<'data'>[]): readonly DataRecord[] {
  return pages.flatMap((page) => page.records)
}

async function failureOf(query: KoladaQuery, options: Partial<KoladaOptions> = {}): Promise<SourceFailure> {
  const error: unknown = await all(client(options).pages(query)).catch((thrown: unknown) => thrown)
  if (error instanceof SourceFailure) return error
  throw new Error('no SourceFailure came', { cause: error })
}

describe('answers', () => {
  test('the catalogue comes whole, page by page, in Kolada’s odd types', async () => {
    const pages = await all(client({ perPage: 10 }).pages({ of: 'kpis' }))
    expect(pages.map((page) => page.records.length)).toEqual([10, 10, 10, 10, 8])
    const entries = pages.flatMap((page) => page.records)
    expect(entries.find((entry) => entry.id === 'N60988')).toMatchObject({
      is_divided_by_gender: true,
      publ_period: null,
    })
    expect(entries.find((entry) => entry.id === 'N00514')).toMatchObject({
      publ_period: 2025,
      has_ou_data: false,
    })
  })

  test('municipalities, and groups with their members', async () => {
    const [municipalities] = await all(client().pages({ of: 'municipalities' }))
    expect(municipalities?.records).toContainEqual({ id: '1480', title: 'Göteborg', type: 'K' })
    const [groups] = await all(client().pages({ of: 'groups', ids: ['G96190'] }))
    expect(groups?.records[0]?.members.map((member) => member.member_id).toSorted()).toEqual(thirteen)
  })

  test('figures of some places and years, and of all places', async () => {
    const some = await all(client().pages({ ...population, years: [2023, 2024] }))
    expect(recordsOf(some)).toHaveLength(26)
    const everywhere = await all(client().pages({ of: 'data', kpis: ['N03702'], years: [2019] }))
    expect(recordsOf(everywhere).map((row) => row.municipality)).toContain('0180')
  })

  test('only what has changed since a day', async () => {
    const pages = await all(client().pages({ ...population, changedSince: '2025-01-01' }))
    expect(new Set(recordsOf(pages).map((row) => row.period))).toEqual(new Set([2023, 2024]))
    expect(server.asked[0]).toContain('from_date=2025-01-01')
  })

  test('no figures is an answer', async () => {
    const [page] = await all(client().pages({ of: 'data', kpis: ['N99999'], years: [2024] }))
    expect(page).toMatchObject({ records: [], cursor: null, answered: { parts: 1, of: 1 } })
  })
})

function pageWith(change: (values: readonly unknown[]) => object): Trouble {
  return { kind: 'page', change: (whole) => ({ ...whole, ...change(whole.values) }) }
}

function changed(change: object): Trouble {
  return pageWith((values) => ({ values: [{ ...(values[0] as object), ...change }, ...values.slice(1)] }))
}

function times(count: number, trouble: Trouble): readonly Trouble[] {
  return Array.from({ length: count }, () => trouble)
}

describe('refusals', () => {
  test.each<[string, Trouble, SourceFailureKind, RegExp]>([
    ['broken JSON', { kind: 'body', body: '{"values":[' }, 'wrong-shape', /no JSON/],
    ['nothing', { kind: 'body', body: '' }, 'wrong-shape', /nothing/],
    [
      'a web page',
      { kind: 'body', body: '<!DOCTYPE html><h1>Underhåll</h1>' },
      'wrong-shape',
      /web page.*Underhåll/,
    ],
    [
      'bytes that are not UTF-8',
      { kind: 'body', body: Buffer.from([0x22, 0xe5, 0x22]) },
      'wrong-shape',
      /UTF-8/,
    ],
    ['a list where an object was promised', { kind: 'body', body: '[]' }, 'wrong-shape', /answer/],
    ['an error in a good answer', { kind: 'body', body: '{"error":"deprecated"}' }, 'wrong-shape', /values/],
    ['a record without its KPI', changed({ kpi: undefined }), 'wrong-shape', /values\.0\.kpi/],
    ['a period that is no year', changed({ period: '2024-01' }), 'wrong-shape', /values\.0\.period/],
    [
      'text for a value',
      changed({ values: [{ gender: 'T', value: 'NaN' }] }),
      'wrong-shape',
      /values\.0\.values\.0/,
    ],
    ['a KPI that was not asked for', changed({ kpi: 'N00001' }), 'wrong-shape', /N00001.* not asked for/],
    [
      'a place that was not asked for',
      changed({ municipality: '0180' }),
      'wrong-shape',
      /0180.* not asked for/,
    ],
    [
      'a next page elsewhere',
      pageWith(() => ({ next_url: 'https://example.org/v3' })),
      'wrong-shape',
      /elsewhere/,
    ],
    [
      'a next page that is no address',
      pageWith(() => ({ next_url: 'file:///etc/passwd' })),
      'wrong-shape',
      /elsewhere/,
    ],
    [
      'a redirect elsewhere',
      { kind: 'redirect', to: 'https://example.org/' },
      'wrong-shape',
      /redirects elsewhere/,
    ],
    ['an address that is gone', { kind: 'status', status: 410 }, 'gone', /410/],
    ['a question that is refused', { kind: 'status', status: 422 }, 'refused', /422/],
  ])('%s', async (_, trouble, kind, detail) => {
    server.trouble(trouble)
    const failure = await failureOf(population)
    expect(failure).toMatchObject({ kind, address: expect.stringContaining('/data/kpi/N01951') })
    expect(failure.detail).toMatch(detail)
    expect(server.asked, 'asked once').toHaveLength(1)
  })

  test('a figure too large for a number is no figure', async () => {
    const row = '{"kpi":"N01951","municipality":"1480","period":2024,"values":[{"gender":"T","value":1e999}]}'
    server.trouble({ kind: 'body', body: `{"values":[${row}],"next_url":null}` })
    expect((await failureOf(population)).detail).toMatch(/values\.0\.values\.0\.value/)
  })

  test('a catalogue without entries', async () => {
    server.trouble(pageWith(() => ({ values: [] })))
    expect(await failureOf({ of: 'kpis' })).toMatchObject({ kind: 'wrong-shape', detail: 'values: empty' })
  })

  test('a full page that does not say whether there are more', async () => {
    server.trouble(pageWith(() => ({ next_url: undefined })))
    expect((await failureOf(population, { perPage: 5 })).detail).toMatch(/next_url/)
  })

  test('a page that is not full and does not say so is the last', async () => {
    server.trouble(pageWith(() => ({ next_url: undefined })))
    expect(recordsOf(await all(client().pages(population)))).toHaveLength(195)
  })

  test('a next page that leads back', async () => {
    const first = new URL(firstAddresses(server.origin, population, 50)[0] ?? '')
    server.trouble(
      pageWith(() => ({})),
      pageWith(() => ({ next_url: first.href })),
    )
    expect(await failureOf(population, { perPage: 50 })).toMatchObject({ kind: 'loop' })
    expect(server.asked).toHaveLength(2)
  })

  test('a page whose next page is itself', async () => {
    server.trouble({
      kind: 'page',
      change: (whole) => ({ ...whole, next_url: `${server.origin}${server.asked[0]}` }),
    })
    expect(await failureOf(population)).toMatchObject({ kind: 'loop' })
  })

  test('redirects without end', async () => {
    server.trouble(
      ...Array.from({ length: 9 }, () => ({ kind: 'redirect', to: '/v3/municipality' }) as const),
    )
    expect(await failureOf({ of: 'municipalities' })).toMatchObject({ kind: 'loop' })
  })

  test('an answer larger than any honest one', async () => {
    expect(await failureOf({ of: 'kpis' }, { patience: { largestAnswer: 1000 } })).toMatchObject({
      kind: 'too-large',
    })
  })

  test('a question that asks for nothing, or for everything, is a mistake of ours', async () => {
    await expect(all(client().pages({ ...population, kpis: [] }))).rejects.toThrow(RangeError)
    await expect(all(client().pages({ of: 'data', kpis: ['N01951'] }))).rejects.toThrow(RangeError)
    await expect(all(client().pages({ ...population, kpis: ['../v2'] }))).rejects.toThrow(RangeError)
    expect(server.asked).toEqual([])
  })
})

describe('patience', () => {
  test.each<[string, Trouble]>([
    ['an error of the server', { kind: 'status', status: 503 }],
    ['too many questions', { kind: 'too-many' }],
    ['a connection cut in the middle', { kind: 'cut' }],
  ])('after %s it asks again, and the answer is whole', async (_, trouble) => {
    server.trouble(...times(5, trouble))
    expect(recordsOf(await all(client().pages(population)))).toHaveLength(195)
    expect(server.asked).toHaveLength(6)
    expect(waits, 'half of twice as long each time').toEqual([250, 500, 1000, 2000, 4000])
  })

  test.each<[string, Trouble]>([
    ['no answer', { kind: 'silence' }],
    ['half an answer', { kind: 'half-silence' }],
  ])('%s in time', async (_, trouble) => {
    server.trouble(trouble)
    const patience = { answerWithin: 300 }
    expect(recordsOf(await all(client({ patience }).pages(population)))).toHaveLength(195)
    server.trouble(trouble)
    expect(await failureOf(population, { patience: { ...patience, tries: 1 } })).toMatchObject({
      kind: 'timeout',
    })
  })

  test.each<[Trouble, SourceFailureKind]>([
    [{ kind: 'status', status: 500 }, 'refused'],
    [{ kind: 'too-many' }, 'limit'],
    [{ kind: 'cut' }, 'unreachable'],
  ])('it ends: %o', async (trouble, kind) => {
    server.trouble(...times(6, trouble))
    expect(await failureOf(population)).toMatchObject({ kind })
    expect(server.asked).toHaveLength(6)
  })

  test('what the source asks for is kept: seconds, or a date', async () => {
    server.trouble(
      { kind: 'too-many', retryAfter: '7' },
      { kind: 'too-many', retryAfter: 'Tue, 24 Nov 2026 09:01:00 GMT' },
    )
    await all(client().pages(population))
    expect(waits).toEqual([7000, 60_000])
  })

  test('a source that asks for longer than that is left alone', async () => {
    server.trouble({ kind: 'too-many', retryAfter: '3600' })
    expect(await failureOf(population)).toMatchObject({
      kind: 'limit',
      detail: expect.stringContaining('3600 s'),
    })
    expect(waits).toEqual([])
  })

  test('a source that cannot be reached', async () => {
    const origin = server.origin
    await server.close()
    const failure = await failureOf(population, { origin, patience: { tries: 2 } })
    expect(failure).toMatchObject({ kind: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') })
  })

  test('one question at a time, with a pause between, whoever asks', async () => {
    const open = { now: 0, most: 0 }
    const counting: typeof fetch = async (...request) => {
      open.now += 1
      open.most = Math.max(open.most, open.now)
      try {
        return await fetch(...request)
      } finally {
        open.now -= 1
      }
    }
    const one = client({ fetch: counting, patience: { betweenQuestions: 200 } })
    await Promise.all([
      all(one.pages(population)),
      all(one.pages({ of: 'kpis' })),
      all(one.pages({ of: 'groups' })),
    ])
    expect(open.most).toBe(1)
    expect(waits).toEqual([200, 200])
  })

  test('a redirect within the service is followed', async () => {
    server.trouble({ kind: 'redirect', to: '/v3/municipality/' })
    const [page] = await all(client().pages({ of: 'municipalities' }))
    expect(page?.records).toHaveLength(17)
  })
})

describe('stopping', () => {
  test('while an answer is awaited', async () => {
    const stop = new AbortController()
    server.trouble({ kind: 'silence' })
    const failing = failureOf(population, {
      signal: stop.signal,
      fetch: async (...request) => {
        queueMicrotask(() => {
          stop.abort()
        })
        return fetch(...request)
      },
    })
    expect(await failing).toMatchObject({ kind: 'stopped' })
  })

  test('while waiting to ask again', async () => {
    const stop = new AbortController()
    server.trouble({ kind: 'status', status: 500 })
    const wait = async () => {
      stop.abort()
    }
    expect(await failureOf(population, { signal: stop.signal, wait })).toMatchObject({ kind: 'stopped' })
    expect(server.asked).toHaveLength(1)
  })

  test('a cursor goes with its query', async () => {
    const [page] = await all(client({ perPage: 100 }).pages(population))
    expect(() => client().pages({ ...population, years: [2020] }, page?.cursor)).toThrow(RangeError)
  })
})

/** Many small questions of several pages each. */
const wide: DataQuery = {
  of: 'data',
  kpis: ['N01951', 'N03702', 'N03703'],
  places: [...thirteen, '0180', '1280'],
  years: Array.from({ length: 40 }, (_, index) => 1990 + index),
}

test('any sequence of stops and new starts yields the same records', async () => {
  const whole = recordsOf(await all(client({ perPage: 30 }).pages(wide)))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }), async (stops) => {
      const read: DataRecord[] = []
      let cursor: Cursor | null = null
      for (const pagesUntilStop of [...stops, Infinity]) {
        let left = pagesUntilStop
        for await (const page of client({ perPage: 30 }).pages(wide, cursor)) {
          read.push(...page.records)
          cursor = page.cursor === null ? null : (JSON.parse(JSON.stringify(page.cursor)) as Cursor)
          left -= 1
          if (left === 0) break
        }
        if (cursor === null) break
      }
      expect(read).toEqual(whole)
    }),
    { numRuns: 15 },
  )
})

test('stored answers read again give the same records without a network', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 7, max: 400 }), async (perPage) => {
      const pages = await all(client({ perPage }).pages(wide))
      const stored = pages.map(({ address, raw }) => ({ address, raw }))
      expect([...replay('data', stored)].flat()).toEqual(recordsOf(pages))
    }),
    { numRuns: 8 },
  )
})

test('a stored answer that is lacking is missed, wherever it stood among its pages', async () => {
  const pages = await all(client({ perPage: 60 }).pages(population))
  expect(pages).toHaveLength(4)
  for (const lacking of [1, 2, 3]) {
    const rest = pages.filter((_, index) => index !== lacking)
    expect(() => [...replay('data', rest)], `page ${lacking}`).toThrow(/not among the stored/)
  }
})

test('stored answers fail as they failed when they came', () => {
  const address = firstAddresses(server.origin, population, 5000)[0] ?? ''
  expect(() => [...replay('data', [{ address, raw: '<html>' }])]).toThrow(SourceFailure)
})

const id = fc.stringMatching(/^[NU]\d{5}$/)

test('cutting ids into parts loses none, doubles none and keeps to Kolada’s limit', () => {
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 120 }), (ids) => {
      const parts = chunks(ids).map((part) => part.split(','))
      expect(parts.flat()).toEqual([...new Set(ids)])
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(25)
    }),
  )
})

test('the questions of a query cover every combination exactly once', () => {
  const some = fc.uniqueArray(id, { minLength: 1, maxLength: 60 })
  const years = fc.uniqueArray(fc.integer({ min: 1970, max: 2040 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(some, some, years, (kpis, places, inYears) => {
      const asked = firstAddresses(
        'https://api.kolada.se',
        { of: 'data', kpis, places, years: inYears },
        5000,
      )
      const cells = asked.flatMap((address) => {
        const [, , , , k = '', , p = '', , y = ''] = new URL(address).pathname.split('/')
        return k
          .split(',')
          .flatMap((kpi) => p.split(',').flatMap((place) => y.split(',').map((at) => kpi + place + at)))
      })
      expect(cells).toHaveLength(kpis.length * places.length * inYears.length)
      expect(new Set(cells).size).toBe(cells.length)
    }),
    { numRuns: 20 },
  )
})

test('a link that says http where the service is reached by https keeps to https', async () => {
  const pages: string[] = []
  const served: typeof fetch = async (address) => {
    pages.push(typeof address === 'string' ? address : '')
    const next = pages.length === 1 ? '"http://api.kolada.se/v3/municipality?page=2"' : 'null'
    return new Response(`{"values":[{"id":"1480","title":"Göteborg","type":"K"}],"next_url":${next}}`)
  }
  await all(client({ origin: 'https://api.kolada.se', fetch: served }).pages({ of: 'municipalities' }))
  expect(pages[1]).toBe('https://api.kolada.se/v3/municipality?page=2')
})
