import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { sayCell } from '../actions/say-cell.ts'
import { now, plantRegion, visited, type Planted } from '../testing.ts'

const database = useTestDatabase()
let planted: Planted
const address = { municipality: '1440', intervention: 'gor-tillstand-begripliga' }
const said = {
  status: 'stuck' as const,
  text: 'Beslutet är överklagat.',
  owner: null,
  deputy: null,
  milestone: null,
  milestoneOn: null,
  version: 1,
}

beforeAll(async () => {
  planted = await plantRegion(database)
  expect((await sayCell(planted.context('officer'), address, said)).ok).toBe(true)
})

/** What somebody reads so many days after all was planted and said, or as it was on an earlier day. */
async function read(path: string, when: { readonly days?: number; readonly asOf?: Date } = {}) {
  const later = new Date(now.getTime() + (when.days ?? 1) * 86_400_000)
  const context = { ...planted.context('visitor'), now: later, asOf: when.asOf }
  const answer = await visited(context, planted.network).request(path)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const before = new Date(now.getTime() - 3_600_000)

describe('what has changed', () => {
  it('since yesterday is what was said since then, municipality by municipality', async () => {
    const { status, text } = await read('/insatser/andringar?fran=2026-11-23')
    expect(status).toBe(200)
    expect(plain(text)).toContain('Mellan 23 november 2026 och 25 november 2026')
    expect(plain(text)).toContain('I en ruta av 195 har något sagts.')
    expect(plain(text)).toMatch(
      /Gör tillstånd och tillsyn begripliga .{0,60}Sitter fast Beslutet är överklagat\./,
    )
    expect(text).toContain('href="/insatser/gor-tillstand-begripliga/ale"')
  })

  it('is told in English too', async () => {
    const { text } = await read('/en/interventions/changes?from=2026-11-23')
    expect(plain(text)).toContain('Something has been said in one cell of 195.')
    expect(plain(text)).toContain('Stuck')
  })

  it('is nothing where nothing was said', async () => {
    const { text } = await read('/insatser/andringar?fran=2026-11-25&till=2026-11-26', { days: 9 })
    expect(plain(text)).toContain('Ingen kommun har sagt något nytt mellan de dagarna.')
  })

  it.each([
    ['fran=i+maj', 'fran', 'i maj', 'Skriv dagen som 2026-10-01.'],
    ['till=2026-02-30', 'till', '2026-02-30', 'Skriv dagen som 2026-10-01.'],
    ['fran=2026-11-20&till=2026-11-20', 'fran', '2026-11-20', 'Den första dagen måste ligga före den sista.'],
    ['fran=2030-01-01', 'fran', '2030-01-01', 'Den första dagen måste ligga före den sista.'],
  ])('asked with %s says what is wrong at %s, and keeps %j', async (query, field, typed, sentence) => {
    const { status, text } = await read(`/insatser/andringar?${query}`)
    expect(status).toBe(422)
    expect(text).toMatch(new RegExp(`<input[^>]+name="${field}"[^>]+value="${typed}"`))
    expect(plain(text)).toContain(sentence)
  })
})

describe('the matrix on an earlier day', () => {
  it.each(['/insatser/gor-tillstand-begripliga/ale', '/insatser/gor-tillstand-begripliga'])(
    '%s says what was said then',
    async (path) => {
      expect((await read(path)).text).toContain('Beslutet är överklagat.')
      expect((await read(path, { asOf: before })).text).not.toContain('Beslutet är överklagat.')
    },
  )

  it('is what the open interface answers, too', async () => {
    const cell = async (asOf?: Date) =>
      JSON.parse(
        (
          await read('/api/v1/cells?municipality=1440&intervention=gor-tillstand-begripliga', {
            ...(asOf && { asOf }),
          })
        ).text,
      ) as unknown
    expect(await cell()).toMatchObject({ cells: [{ status: 'stuck' }] })
    expect(await cell(before)).not.toMatchObject({ cells: [{ status: 'stuck' }] })
    expect((await read('/api/v1/cells?asOf=2026-13-01')).status).toBe(400)
  })
})

describe('the matrix as a file', () => {
  it('has every cell, and nobody’s name', async () => {
    const { text, headers } = await read('/insatser/data.csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    expect(rows).toHaveLength(195)
    const own = rows.filter(
      (row) => row['kommunkod'] === '1440' && row['läget'] === 'Beslutet är överklagat.',
    )
    expect(own).toEqual([
      expect.objectContaining({
        kommun: 'Ale',
        status: 'Sitter fast',
        sagt: '2026-11-24',
        exempeldata: 'nej',
      }),
    ])
    expect(text).not.toContain('Näringslivsansvarig')
  })

  it.each(['/insatser/data.xlsx', '/en/interventions/data.xlsx'])('%s is an Excel file', async (path) => {
    const { status, headers } = await read(path)
    expect([status, headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
  })
})
