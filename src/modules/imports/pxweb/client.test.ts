import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SourceFailure } from '../core/source-failure.ts'
import { cellsOf } from './dataset.ts'
import { joinDatasets } from './testing/join.ts'
import type { LineSettings } from './line.ts'
import type { StatisticsOffice } from './office.ts'
import { openOffice } from './open-office.ts'
import { datasetOf } from './reading.ts'
import type { Query } from './split.ts'
import { hastySettings, officeAt } from './testing/offices.ts'
import { all } from './testing/all.ts'
import { populationByMonth } from './testing/recorded-answers.ts'
import { startPxWeb, type PxWebServer } from './testing/server.ts'

const whole = populationByMonth().dataset
const everything: Query = {
  table: 'TAB6471',
  variables: whole.dimensions.map(({ code, categories }) => ({
    code,
    values: categories.map((one) => one.code),
  })),
}
const oneCell: Query = {
  ...everything,
  variables: everything.variables.map(({ code, values }) => ({ code, values: values.slice(0, 1) })),
}

let server: PxWebServer
beforeAll(async () => {
  server = await startPxWeb({ now: () => performance.now(), cells: 300, calls: 1000, windowSeconds: 1 })
})
afterAll(() => server.close())

function office(changes: Partial<LineSettings> = {}): StatisticsOffice {
  return openOffice(officeAt(server.base2), { ...hastySettings, ...changes })
}

async function failureOf(
  promise: Promise<unknown>,
): Promise<Pick<SourceFailure, 'kind' | 'detail' | 'address'>> {
  const failure = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(failure instanceof SourceFailure)) throw new Error(`no failure but ${String(failure)}`)
  return failure
}

function callsTo(path: string): number {
  return server.calls.filter(({ asked }) => asked.includes(path)).length
}

describe('PxWebApi 2', () => {
  test('the limits are those the office tells, and are asked once', async () => {
    const scb = office()
    const before = callsTo('/config')
    expect(await scb.limits()).toMatchObject({ cells: 300, calls: 1000, windowSeconds: 1 })
    await scb.tables({})
    await scb.table('TAB6471')
    expect(callsTo('/config')).toBe(before + 1)
    expect((await scb.limits()).licence).toContain('cc0')
  })

  test('a configuration that failed is asked again', async () => {
    server.trouble('/config', 'gone')
    const scb = office()
    expect((await failureOf(scb.tables({}))).kind).toBe('gone')
    expect((await scb.tables({})).page).toBe(1)
  })

  test('tables are searched, page by page', async () => {
    const first = await office().tables({ words: '' })
    expect(first).toMatchObject({ page: 1, pages: 3, total: 30 })
    expect(first.entries[0]).toMatchObject({
      kind: 'table',
      id: 'TAB4707',
      firstPeriod: '2015M04',
      timeUnit: 'Monthly',
      variables: ['sektor', 'kön', 'tabellinnehåll', 'månad'],
    })
    const pages = await Promise.all([1, 2, 3].map(async (page) => office().tables({ page })))
    expect(new Set(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(30)
    const found = await office().tables({ words: ' vatten ' })
    expect(found.total).toBeGreaterThan(0)
    expect(found.entries.every(({ label }) => label.toLowerCase().includes('vatten'))).toBe(true)
    expect((await office().tables({ words: 'there is no such table' })).entries).toEqual([])
  })

  test('an office that answers another page than was asked for is found out', async () => {
    const stuck = openOffice(officeAt(server.base2), {
      ...hastySettings,
      fetch: (request, init) =>
        fetch(
          new Request(
            String(new URL((request as Request).url)).replace('pageNumber=2', 'pageNumber=1'),
            init,
          ),
        ),
    })
    expect((await failureOf(stuck.tables({ page: 2 }))).kind).toBe('loop')
  })

  test('a table tells its variables, their values, units and code lists', async () => {
    const { table, answer } = await office().table('TAB6471')
    expect(table.cells).toBe(2_006_784)
    expect(table.variables.map(({ code, role, mayBeLeftOut }) => [code, role, mayBeLeftOut])).toEqual([
      ['Region', null, true],
      ['Alder', null, false],
      ['Kon', null, true],
      ['ContentsCode', 'metric', false],
      ['Tid', 'time', false],
    ])
    expect(table.variables[1]?.codelists.map(({ id }) => id)).toContain('vs_CKM0410årN')
    expect(table.notes[0]).toContain('osäkerhet')
    expect(answer).toMatchObject({ method: 'GET', requestBody: null })
    expect(answer.address).toBe(`${server.base2}/tables/TAB6471/metadata?lang=sv`)
  })

  test('a code list maps its values to those of the table', async () => {
    const read = await office().codelist('agg_Ålder10årJ')
    expect(read?.codelist).toMatchObject({ kind: 'aggregation', label: '10-årsklasser' })
    expect(read?.codelist.values[1]?.of).toContain('15')
  })

  test('a query within the limit is one call; its answer can be read again without the network', async () => {
    const [part, ...others] = await all(office().data([oneCell]))
    expect(others).toEqual([])
    expect(part?.dataset.values).toEqual([whole.values[0]])
    expect(part?.answer.method).toBe('POST')
    expect(JSON.parse(part?.answer.requestBody ?? '')).toEqual({
      selection: [
        { variableCode: 'Region', valueCodes: ['01'] },
        { variableCode: 'Alder', valueCodes: ['0-9'] },
        { variableCode: 'Kon', valueCodes: ['TotSa'] },
        { variableCode: 'ContentsCode', valueCodes: ['000007SF'] },
        { variableCode: 'Tid', valueCodes: ['2026M01'] },
      ],
    })
    expect(part && datasetOf(part.answer)).toEqual(part?.dataset)
  })

  test('a query above the limit comes in parts that together are the table', async () => {
    const parts = await all(office().data([everything]))
    expect(parts).toHaveLength(11)
    expect(parts.map(({ waiting }) => waiting.length)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    expect(server.calls.some(({ status }) => status === 403)).toBe(false)
    const joined = joinDatasets(
      everything,
      parts.map((part) => datasetOf(part.answer)),
    )
    expect(joined.ok && [...cellsOf(joined.value)]).toEqual([...cellsOf(whole)])
  })

  test('an office that gives less than it says is asked for halves', async () => {
    const boasting = openOffice(officeAt(server.base2), {
      ...hastySettings,
      fetch: async (request, init) => {
        const response = await fetch(request, init)
        if (!(request as Request).url.includes('/config')) return response
        return Response.json({ ...((await response.json()) as object), maxDataCells: 1000 })
      },
    })
    const parts = await all(boasting.data([everything]))
    expect(server.calls.some(({ status }) => status === 403)).toBe(true)
    const joined = joinDatasets(
      everything,
      parts.map(({ dataset }) => dataset),
    )
    expect(joined.ok && joined.value.values).toEqual(whole.values)
  })

  test('what the table does not have is refused, with what the office said', async () => {
    const stranger = {
      ...oneCell,
      variables: oneCell.variables.map((one, at) => (at === 0 ? { ...one, values: ['99'] } : one)),
    }
    const failure = await failureOf(all(office().data([stranger])))
    expect(failure.kind).toBe('refused')
    expect(failure.detail).toContain('Non-existent value 99')
    expect((await failureOf(office().table('TAB0'))).kind).toBe('gone')
  })
})

describe('an office that misbehaves', () => {
  test.each([
    'error-500',
    'error-503-retry-after',
    'bad-gateway-page',
    'too-many-calls',
    'cut-off',
    'redirect',
  ] as const)('%s is tried again', async (trouble) => {
    server.trouble('/data', trouble, trouble)
    const parts = await all(office().data([oneCell]))
    expect(parts[0]?.dataset.values).toEqual([whole.values[0]])
  })

  test('a redirect out of the office is not followed', async () => {
    server.trouble('/data', 'redirect-elsewhere')
    const failure = await failureOf(all(office().data([oneCell])))
    expect(failure).toMatchObject({
      kind: 'wrong-shape',
      detail: 'redirects elsewhere: http://127.0.0.1:1/',
    })
  })

  test.each([
    ['error-500', 'refused'],
    ['too-many-calls', 'limit'],
    ['cut-off', 'unreachable'],
  ] as const)('%s that does not end is told as %s', async (trouble, kind) => {
    server.trouble('/metadata', trouble, trouble)
    const failure = await failureOf(office({ retries: 1 }).table('TAB6471'))
    expect(failure.kind).toBe(kind)
    expect(failure.address).toContain('/tables/TAB6471/metadata')
  })

  test.each(['html', 'broken-json', 'wrong-size', 'other-values'] as const)(
    '%s is not tried again: it would come again',
    async (trouble) => {
      server.trouble('/data', trouble)
      const before = callsTo('/data')
      expect((await failureOf(all(office().data([oneCell])))).kind).toBe('wrong-shape')
      expect(callsTo('/data')).toBe(before + 1)
    },
  )

  test('a wrong size says which', async () => {
    server.trouble('/data', 'wrong-size')
    expect((await failureOf(all(office().data([oneCell])))).detail).toBe(
      'value-count at value: expected 1×1×1×1×1=1, found 0',
    )
  })

  test('too slow is tried again, and told as such', async () => {
    server.trouble('/metadata', 'never-answers')
    expect((await office({ timeoutMs: 200 }).table('TAB6471')).table.id).toBe('TAB6471')
    server.trouble('/metadata', 'never-answers', 'never-answers')
    expect((await failureOf(office({ timeoutMs: 200, retries: 1 }).table('TAB6471'))).kind).toBe('timeout')
  })

  test('an answer without end is not read to its end', async () => {
    expect((await failureOf(office({ mostBytes: 10_000 }).table('TAB6471'))).kind).toBe('too-large')
  })

  test('nobody there', async () => {
    const nobody = openOffice(officeAt('http://127.0.0.1:1/api/v2'), { ...hastySettings, retries: 0 })
    expect((await failureOf(nobody.tables({}))).kind).toBe('unreachable')
  })

  test('stopping stops, also in the middle of a wait', async () => {
    const scb = office({ firstWaitMs: 60_000, longestWaitMs: 60_000 })
    await scb.limits()
    const stop = new AbortController()
    server.trouble('/metadata', 'error-500', 'never-answers')
    const asked = failureOf(scb.table('TAB6471', stop.signal))
    stop.abort()
    expect((await asked).kind).toBe('stopped')
  })
})

describe('the limit on calls', () => {
  test('is kept: an office that counts sees no call too many', async () => {
    const counting = await startPxWeb({
      now: () => performance.now(),
      cells: 3000,
      calls: 3,
      windowSeconds: 1,
    })
    const scb = openOffice(officeAt(counting.base2), hastySettings)
    await Promise.all(Array.from({ length: 6 }, () => all(scb.data([oneCell]))))
    await counting.close()
    expect(counting.calls).toHaveLength(7)
    expect(counting.calls.filter(({ status }) => status === 429)).toEqual([])
  })
})
