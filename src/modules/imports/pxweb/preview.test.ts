import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withCodelists } from './codelists.ts'
import type { StatisticsOffice } from './office.ts'
import { openOffices, type Offices } from './open-office.ts'
import { codelistsIn, selectionFrom, withProposals, type Picked } from './picking.ts'
import { previewOf } from './preview.ts'
import { employedByYear } from './testing/employed.ts'
import { hastySettings, officeAt } from './testing/offices.ts'
import { startPxWeb, type PxWebServer } from './testing/server.ts'

let server: PxWebServer
let milliseconds = 1
let offices: Offices
beforeAll(async () => {
  server = await startPxWeb({
    now: () => performance.now(),
    cells: 10_000,
    calls: 1000,
    windowSeconds: 1,
    cubes: { EMPLOYED: employedByYear() },
  })
  const known = [officeAt(server.base2), officeAt('http://127.0.0.1:1/api/v2', { id: 'nobody' })]
  offices = openOffices(known, { ...hastySettings, retries: 0 }, () => milliseconds)
})
afterAll(() => server.close())

function open(id = 'test'): StatisticsOffice {
  const office = offices.openToPick(id)
  if (!office) throw new Error('no such office')
  return office
}

function callsTo(path: string): number {
  return server.calls.filter(({ asked }) => asked.includes(path)).length
}

async function preview(picked: Picked, network: readonly string[]) {
  const { table } = await open().table('EMPLOYED')
  const chosen = selectionFrom(table, withProposals(table, picked), 'SE')
  if (!chosen.ok) throw new Error(JSON.stringify(chosen.refusal))
  const shown = await previewOf(open(), table, chosen.value, network)
  if (!shown.ok) throw new Error(JSON.stringify(shown.refusal))
  return shown.value
}

describe('a preview', () => {
  test('has the country, places of the network and the latest five years, of everybody and of each gender', async () => {
    const shown = await preview({ 'v.ContentsCode': 'is:ANTAL' }, ['1440', '1441'])
    expect(new Set(shown.figures.map(({ place }) => place))).toEqual(new Set(['0000', '1440', '1441']))
    expect(new Set(shown.figures.map(({ year }) => year))).toEqual(new Set([2020, 2021, 2022, 2023, 2024]))
    expect(shown.figures).toHaveLength(3 * 5 * 3)
    expect(shown).toMatchObject({ unit: 'antal', decimals: 0, places: 5, firstYear: 2019, lastYear: 2024 })
    expect(shown.notes).toEqual(['Uppgifterna för det senaste året är preliminära.'])
    // 14400 + 24 and five more women: the office adds them up where the total is asked for by leaving out.
    expect(shown.figures).toContainEqual(
      expect.objectContaining({ place: '1440', year: 2023, gender: 'all', value: 14_423 * 2 + 5 }),
    )
  })

  test('says what is preliminary and why a figure is missing', async () => {
    const { figures } = await preview({ 'v.ContentsCode': 'is:ANDEL' }, ['1441'])
    expect(figures.filter(({ isPreliminary }) => isPreliminary).map(({ year }) => year)).toContain(2024)
    expect(
      figures.find(({ year, place, gender }) => year === 2020 && place === '1441' && gender === 'women'),
    ).toEqual(expect.objectContaining({ value: null, missing: 'suppressed', note: ':' }))
  })

  test('shows other places where the table has none of the network', async () => {
    const { figures } = await preview({ 'v.ContentsCode': 'is:ANTAL', from: '2024' }, [])
    expect(new Set(figures.map(({ place }) => place)).size).toBeGreaterThan(0)
    expect(new Set(figures.map(({ year }) => year))).toEqual(new Set([2024]))
  })
})

describe('another division of a variable', () => {
  test('takes the place of its values, and goes along with the choice', async () => {
    const { table: described } = await open().table('TAB6471')
    const id = 'agg_Ålder10årJ'
    const division = { id, label: '10-årsklasser', kind: 'aggregation' } as const
    const variables = described.variables.map((one) =>
      one.code === 'Alder' ? { ...one, codelists: [division] } : one,
    )
    const known = { ...described, variables }
    const picked = { part: 'month 4', 'list.Alder': id, 'v.Alder': 'is:10-19' }
    expect(codelistsIn(known, { 'list.Alder': 'another' })).toEqual({})
    const table = await withCodelists(open(), known, codelistsIn(known, picked))
    expect(table.variables.find(({ code }) => code === 'Alder')?.values[0]?.code).toBe('-9')
    const chosen = selectionFrom(table, withProposals(table, picked), 'SE')
    expect(chosen).toMatchObject({ ok: true, value: { codelists: { Alder: id }, fixed: { Alder: '10-19' } } })
    const gone = selectionFrom(table, withProposals(table, { ...picked, 'v.Alder': 'is:TotSA' }), 'SE')
    expect(gone).toEqual({ ok: false, refusal: { 'v.Alder': 'value-unknown' } })
  })
})

describe('the short memory of who picks', () => {
  test('asks the same thing once, and again when ten minutes have gone', async () => {
    await open().table('TAB6471')
    await open().table('TAB6471')
    expect(callsTo('TAB6471/metadata')).toBe(1)
    milliseconds += 11 * 60_000
    await open().table('TAB6471')
    expect(callsTo('TAB6471/metadata')).toBe(2)
  })

  test('keeps no failure', async () => {
    server.trouble('/codelists', 'gone')
    await expect(open().codelist('agg_Ålder10årJ')).rejects.toMatchObject({ kind: 'gone' })
    expect(await open().codelist('agg_Ålder10årJ')).not.toBeNull()
  })

  test('an import asks the office itself, through the same way', async () => {
    const before = callsTo('TAB6471/metadata')
    await offices.open('test')?.table('TAB6471')
    expect(callsTo('TAB6471/metadata')).toBe(before + 1)
    // One for each of the two who ask, whatever else they ask.
    expect(callsTo('/config')).toBe(2)
    expect(offices.open('nowhere')).toBeNull()
  })
})

describe('somebody in a hurry', () => {
  test('is told that the office is too slow, while others go on waiting', async () => {
    server.trouble('/metadata', 'never-answers')
    const hurried = offices.open('test')?.table('TAB6471', AbortSignal.timeout(100))
    await expect(hurried).rejects.toMatchObject({ kind: 'timeout' })
    expect(await offices.open('test')?.table('TAB6471')).toMatchObject({ table: { id: 'TAB6471' } })
  })

  test('tries once more, and is told what the office said', async () => {
    const patient = { ...hastySettings, retries: 5, firstWaitMs: 1, longestWaitMs: 60_000 }
    const office = openOffices([officeAt(server.base2)], patient, () => 1).openToPick('test')
    await office?.limits()
    server.trouble('TAB6471/metadata', 'error-500', 'error-500')
    await expect(office?.table('TAB6471')).rejects.toMatchObject({ kind: 'refused' })
    server.trouble('TAB6471/metadata', 'error-500')
    expect(await office?.table('TAB6471')).toMatchObject({ table: { id: 'TAB6471' } })
  })

  test('need not wait for a turn', async () => {
    const busy = await startPxWeb({ now: () => performance.now(), cells: 10, calls: 1, windowSeconds: 60 })
    const office = openOffices([officeAt(busy.base2)], hastySettings, () => 0).open('test')
    await expect(office?.table('TAB6471', AbortSignal.timeout(200))).rejects.toMatchObject({
      kind: 'timeout',
    })
    await busy.close()
  })

  test('is told at once that nobody is there', async () => {
    await expect(open('nobody').tables({})).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
