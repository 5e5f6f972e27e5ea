import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SourceFailure } from '../core/source-failure.ts'
import type { LineSettings } from './line.ts'
import type { StatisticsOffice } from './office.ts'
import type { Office } from './offices.ts'
import { openOffice } from './open-office.ts'
import { datasetOf } from './reading.ts'
import type { Query } from './split.ts'
import { all } from './testing/all.ts'
import { hastySettings, officeAt } from './testing/offices.ts'
import { populationByYear, recordedText } from './testing/recorded-answers.ts'
import { startPxWeb, type PxWebServer } from './testing/server.ts'

const path = 'BE/BE0101/BE0101A/BefolkningNy'
let server: PxWebServer
beforeAll(async () => {
  const moved = 'ssd/Födda och döda/tabell 1.px'
  server = await startPxWeb({
    now: () => performance.now(),
    cells: 12,
    values: 9,
    calls: 1000,
    windowSeconds: 1,
    cubes: { [moved]: populationByYear() },
  })
})
afterAll(() => server.close())

function office(changes: Partial<Office> = {}, settings: Partial<LineSettings> = {}): StatisticsOffice {
  return openOffice(officeAt(server.base1, { api: 1, database: 'ssd', ...changes }), {
    ...hastySettings,
    ...settings,
  })
}

const query: Query = {
  table: path,
  variables: [
    { code: 'Region', values: ['1384'] },
    { code: 'Alder', values: ['tot'] },
    { code: 'Kon', values: ['1', '2'] },
    { code: 'Tid', values: ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'] },
    { code: 'ContentsCode', values: ['BE0101N1'] },
  ],
}

describe('PxWebApi 1', () => {
  test('its limits stand at the language; cells that are not told are limited all the same', async () => {
    expect(await office().limits()).toEqual({
      cells: 12,
      values: 9,
      calls: 1000,
      windowSeconds: 1,
      licence: null,
    })
    const silent = await startPxWeb({
      now: () => performance.now(),
      cells: 12,
      calls: 1000,
      windowSeconds: 1,
      tellsCells: false,
    })
    const quiet = openOffice(officeAt(silent.base1, { api: 1, database: 'ssd' }), hastySettings)
    expect((await quiet.limits()).cells).toBe(100_000)
    // Refused at first, the question is halved until it is answered.
    const parts = await all(quiet.data([query]))
    expect(parts.flatMap(({ dataset }) => dataset.values)).toHaveLength(20)
    await silent.close()
  })

  test('folders lead to tables; headings are passed over', async () => {
    const top = await office().tables({})
    expect(top.entries.map(({ kind, id }) => [kind, id])).toEqual([
      ['folder', 'BE'],
      ['folder', 'Födda och döda'],
    ])
    const folder = await office().tables({ folder: 'BE/BE0101/BE0101A' })
    expect(folder).toMatchObject({ page: 1, pages: 1, total: 1 })
    expect(folder.entries[0]).toMatchObject({ kind: 'table', id: path, updated: '2025-02-21T08:00:00' })
  })

  test('an office with several databases begins with them', async () => {
    expect((await office({ database: null }).tables({})).entries[0]).toMatchObject({
      kind: 'folder',
      id: 'ssd',
    })
    expect((await office({ database: null }).table(`ssd/${path}`)).table.variables).toHaveLength(5)
  })

  test('words are searched where the office can, and looked for in the folder where it cannot', async () => {
    const found = await office().tables({ words: 'befolkning' })
    expect(found.entries.map(({ id }) => id)).toEqual([path])
    const looked = await office({ hasSearch: false }).tables({ folder: 'BE/BE0101/BE0101A', words: 'befolk' })
    expect(looked.entries.map(({ id }) => id)).toEqual([path])
    expect((await office({ hasSearch: false }).tables({ words: 'befolk' })).entries).toEqual([])
  })

  test('a table has the shape that version 2 has', async () => {
    const { table } = await office().table(path)
    expect(table.cells).toBe(1 * 1 * 2 * 10 * 2)
    expect(table.variables.map(({ code, role, mayBeLeftOut }) => [code, role, mayBeLeftOut])).toEqual([
      ['Region', null, false],
      ['Alder', null, true],
      ['Kon', null, true],
      ['Tid', 'time', false],
      ['ContentsCode', null, false],
    ])
    expect(await office().codelist('agg_x')).toBeNull()
  })

  test('names with spaces and letters beyond ASCII are asked for as they are; no path leads out', async () => {
    expect((await office().table('Födda och döda/tabell 1.px')).table.variables).toHaveLength(5)
    await expect(office().table('../../v2/config')).rejects.toThrow(SourceFailure)
  })

  test('data come in parts that keep to the limits on cells and on values', async () => {
    const parts = await all(office().data([query]))
    expect(parts.length).toBeGreaterThan(1)
    expect(server.calls.some(({ status }) => status === 403)).toBe(false)
    expect(JSON.parse(parts[0]?.answer.requestBody ?? '')).toMatchObject({
      query: [{ code: 'Region', selection: { filter: 'item', values: ['1384'] } }, {}, {}, {}, {}],
      response: { format: 'json-stat2' },
    })
    expect(parts.flatMap(({ dataset }) => dataset.values)).toContain(39382)
    for (const part of parts) expect(datasetOf(part.answer)).toEqual(part.dataset)
  })

  test('a code list is asked for by the name it has there', async () => {
    const coded: Query = {
      table: path,
      variables: query.variables.map(({ code, values }) =>
        code === 'Tid'
          ? { code, values: values.slice(0, 1), codelist: 'agg_KommFylker' }
          : { code, values: values.slice(0, 1) },
      ),
    }
    const [part] = await all(office().data([coded]))
    expect(part?.answer.requestBody).toContain('"filter":"agg:KommFylker"')
  })

  test('a page in HTML, or limits that are none, are told', async () => {
    server.trouble('/api/v1/sv', 'html')
    await expect(office().tables({})).rejects.toMatchObject({ kind: 'wrong-shape' })
  })
})

const answer = (body: string) => ({ method: 'POST' as const, address: 'v1', requestBody: '{}', body })

describe('the older JSON', () => {
  test("SCB's answer becomes a cube with a variable for its measures", () => {
    const dataset = datasetOf(answer(recordedText('scb-v1-befolkning-ny-1384')))
    expect(dataset.dimensions.map(({ code, categories }) => [code, categories.length])).toEqual([
      ['Region', 1],
      ['Alder', 1],
      ['Kon', 2],
      ['Tid', 10],
      ['ContentsCode', 2],
    ])
    expect(dataset.values.slice(0, 2)).toEqual([39382, 523])
    expect(dataset.dimensions[4]?.categories[0]?.label).toBe('Folkmängd')
    expect(datasetOf(answer(recordedText('scb-v1-bo0104t01-1384'))).values[0]).toBe(24560)
  })

  test('symbols are no numbers, and what is not there has no value', () => {
    const rows = {
      columns: [
        { code: 'Region', text: 'region', type: 'd' },
        { code: 'Tid', text: 'tid', type: 't' },
        { code: 'X', text: 'x', type: 'c' },
      ],
      data: [
        { key: ['01', '2020'], values: ['..'] },
        { key: ['01', '2021'], values: ['-'] },
        { key: ['02', '2020'], values: ['-1.5'] },
      ],
    }
    const dataset = datasetOf(answer(JSON.stringify(rows)))
    expect(dataset.values).toEqual([null, null, -1.5, null])
    expect([...dataset.statuses]).toEqual([
      [0, '..'],
      [1, '-'],
    ])
    expect(() =>
      datasetOf(answer(JSON.stringify({ ...rows, data: [{ key: ['01'], values: ['1'] }] }))),
    ).toThrow('data.0')
    expect(() => datasetOf(answer(JSON.stringify({ ...rows, columns: [{}] })))).toThrow(SourceFailure)
  })
})
