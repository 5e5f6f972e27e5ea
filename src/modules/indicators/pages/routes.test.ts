import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { VisitEnv } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { readObservations } from '../seed.ts'
import { plantRegion, readText, visitedBy, type Planted, type Who } from '../testing.ts'
import { indicatorApi } from './downloads/api.ts'
import { csvColumns } from './downloads/csv.ts'
import { OpenIndicator } from './downloads/open-data.ts'
import { indicatorRoutes } from './routes.tsx'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const pages = (who: Who = 'visitor'): Hono<VisitEnv> =>
  visitedBy(planted, database.db, who, indicatorRoutes())
const api = (): Hono<VisitEnv> => visitedBy(planted, database.db, 'visitor', indicatorApi())

async function textOf(path: string, who: Who = 'visitor'): Promise<string> {
  const answer = await pages(who).request(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

async function dataOf(id: string): Promise<OpenIndicator> {
  const answer = await pages().request(`/indikatorer/${id}/data.json`)
  return OpenIndicator.parse(await answer.json())
}

/** What a reader sees: the text without tags, spaces of every kind as one. */
function read(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const ids = [...new Set(readObservations(readText('observations.csv')).map((row) => row.indicator))]

describe('the list', () => {
  it.each([
    ['/indikatorer', 'Tio indikatorer följer', 'Närliggande mått', 'Öppet arbetslösa av befolkningen'],
    ['/en/indicators', 'Ten indicators follow', 'Related measure', 'Openly unemployed, share of population'],
  ])('%s shows the headline indicators and names stand-ins', async (path, ...sentences) => {
    const text = read(await textOf(path))
    for (const sentence of sentences) expect(text).toContain(sentence)
  })

  it('says of a headline indicator without values how they are retrieved', async () => {
    expect(read(await textOf('/indikatorer'))).toContain(
      'Inga värden är hämtade än. Hämtas från Kolada, nyckeltal U07459.',
    )
  })

  it('says that the indicators are a proposal where they are', async () => {
    const note = { sv: 'Bara ett förslag.', en: 'Only a proposal.' }
    const routes = indicatorRoutes({ proposalNote: async () => note })
    const html = await (
      await visitedBy(planted, database.db, 'visitor', routes).request('/indikatorer')
    ).text()
    expect(html).toContain('Bara ett förslag.')
  })
})

describe('an indicator’s page', () => {
  it.each([
    [
      '/indikatorer/oppet-arbetslosa',
      'Öppet arbetslösa av befolkningen: 2,8 % i regionen 2024, 0,5 procentenheter högre än 2023',
      'Från 2023 gäller måttet åldrarna 18–65 år',
      'Brott i serien 2023',
    ],
    [
      '/en/indicators/oppet-arbetslosa',
      'Openly unemployed, share of population: 2.8% in the region in 2024, 0.5 percentage points higher than in 2023',
      'From 2023 the measure covers ages 18–65',
      'Break in the series 2023',
    ],
    [
      '/indikatorer/folkmangd',
      'Folkmängd: 1 087 605 personer i regionen 2024, 6 625 fler än 2023',
      'Äldre värden, 1970–2012',
    ],
    [
      '/indikatorer/brp-per-sysselsatt',
      'enda kommunen av 13 med värden',
      'saknas i källan',
      'Inget värde för hela regionen',
    ],
    ['/indikatorer/foretagsklimat-svenskt-naringsliv', 'i de 8 av 13 kommuner som har värden'],
    ['/indikatorer/arbetsloshet', 'Arbetslöshet: inga värden hämtade än', 'Visas i stället', 'api.kolada.se'],
    ['/indikatorer/upphandling-insikt', 'Inga värden är hämtade än', 'Så räknas indikatorn'],
  ])('%s says what the figures say', async (path, ...sentences) => {
    const text = read(await textOf(path))
    for (const sentence of sentences) expect(text).toContain(sentence)
  })

  it('keeps the region’s line from crossing a series break', async () => {
    const html = await textOf('/indikatorer/sysselsatta-20-64')
    const [region] = /<path class="line line--front" d="([^"]+)"/.exec(html) ?? []
    expect(region?.match(/M/g)).toHaveLength(2)
  })

  it.each(['kommun=ale', 'municipality=ale'])(
    'lifts out the municipality asked for with ?%s',
    async (query) => {
      expect(await textOf(`/indikatorer/oppet-arbetslosa?${query}`)).toContain('<option value="ale" selected')
    },
  )

  it.each([
    ['ar=2015', '2015'],
    ['ar=1066', '2024'],
    ['ar=abc', '2024'],
    ['ar=', '2024'],
  ])('colours the map for ?%s by %s', async (query, year) => {
    expect(read(await textOf(`/indikatorer/oppet-arbetslosa?${query}`))).toContain(`Procent, ${year}`)
  })

  it.each(ids.flatMap((id) => [`/indikatorer/${id}`, `/en/indicators/${id}`]))(
    '%s can be drawn',
    async (path) => {
      const html = await textOf(path)
      expect(html).not.toMatch(/NaN|undefined|\[object/)
      // One decimal is finer than a pixel.
      expect(html).not.toMatch(/ d="[^"]*\.\d\d/)
    },
  )

  it.each([
    '/indikatorer/finns-inte',
    '/en/indicators/none',
    '/indikatorer/finns-inte/data.csv',
    '/indikatorer/x/data.json',
  ])('%s is not found', async (path) => {
    expect((await pages().request(path)).status).toBe(404)
  })

  it.each([
    ['visitor', false, false],
    ['leader', false, false],
    ['officer', true, false],
    ['coordinator', true, true],
  ] as const)(
    'shows a %s the ways in for figures that no source is asked for',
    async (who, enters, sends) => {
      const own = await textOf('/indikatorer/sysselsatta-20-64', who)
      expect(own.includes('href="/siffror/for-in?indikator=sysselsatta-20-64"')).toBe(enters)
      expect(own.includes('href="/importer/ny/fil?indikator=sysselsatta-20-64"')).toBe(sends)
      expect(await textOf('/indikatorer/folkmangd', who)).not.toMatch(/siffror\/for-in|importer\/ny/)
    },
  )

  it('shows the way to edit to the coordinator alone', async () => {
    const path = '/indikatorer/folkmangd'
    expect(await textOf(path, 'coordinator')).toContain('/ramverk/indikator/folkmangd')
    for (const who of ['visitor', 'officer', 'leader'] as const)
      expect(await textOf(path, who)).not.toContain('/ramverk/')
  })
})

const shown = (value: number | null) => value?.toFixed(6) ?? null

describe('the region’s values', () => {
  // A second calculation, as plain as can be, straight from the file.
  const table = readText('observations.csv').trimEnd().split('\n').slice(1)
  const values = new Map<string, number>()
  const years = new Map<string, Set<number>>()
  for (const line of table) {
    const [indicator = '', municipality = '', year = '', value = ''] = line.split(',')
    years.set(indicator, (years.get(indicator) ?? new Set()).add(Number(year)))
    if (value !== '') values.set(`${indicator} ${municipality} ${year}`, Number(value))
  }
  const Network = z.object({ municipalities: z.array(z.object({ code: z.string() })) })
  const { municipalities } = Network.parse(JSON.parse(readText('network.json')))
  const Rules = z.array(
    z.object({ id: z.string(), regionRule: z.object({ kind: z.string(), weight: z.string().optional() }) }),
  )
  const rules = new Map(
    Rules.parse(JSON.parse(readText('indicators.json'))).map((one) => [one.id, one.regionRule]),
  )

  function calculated(id: string, year: number): number | null {
    const rule = rules.get(id)
    if (!rule || rule.kind === 'none') return null
    let over = 0
    let under = 0
    for (const { code } of municipalities) {
      const value = values.get(`${id} ${code} ${year}`)
      const weight = rule.kind === 'sum' ? 1 : values.get(`${rule.weight} ${code} ${year}`)
      if (value === undefined || weight === undefined || weight === 0) return null
      over += value * weight
      under += weight
    }
    return rule.kind === 'sum' ? over : over / under
  }

  it.each(ids)('of %s are those that a plain loop over the file gives', async (id) => {
    const { region } = await dataOf(id)
    expect(region.map((one) => one.year)).toEqual([...(years.get(id) ?? [])].toSorted((a, b) => a - b))
    expect(region.map(({ year, value }) => [year, shown(value)])).toEqual(
      region.map(({ year }) => [year, shown(calculated(id, year))]),
    )
    expect(region.filter((one) => (one.gap === null) === (one.value === null))).toEqual([])
  })

  it('can be calculated again from the data file alone', async () => {
    const { region, regionWeights, observations } = await dataOf('nystartade-foretag')
    for (const { year, value } of region) {
      const weights = regionWeights.filter((one) => one.year === year)
      const total = weights.reduce((sum, one) => sum + one.weight, 0)
      const mean = weights.reduce((sum, { municipality, weight }) => {
        const own = observations.find((one) => one.municipality === municipality && one.year === year)
        return sum + ((own?.value ?? Number.NaN) * weight) / total
      }, 0)
      expect(value).toBeCloseTo(mean, 8)
    }
  })
})

const keyed = (all: readonly (readonly unknown[])[]) => new Set(all.map((row) => row.join('|')))

describe('the files', () => {
  it.each(ids)('%s as CSV reads back to what was planted', async (id) => {
    const answer = await pages().request(`/en/indicators/${id}/data.csv`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${id}.csv"`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    const wanted = readObservations(readText('observations.csv')).filter((row) => row.indicator === id)
    const rows: Record<string, string>[] = parse(new TextDecoder().decode(bytes), {
      columns: true,
      bom: true,
    })
    expect(rows).toHaveLength(wanted.length)
    expect(Object.keys(rows[0] ?? {})).toEqual([...csvColumns])
    expect(
      keyed(rows.map((row) => [row['municipality_code'], row['year'], row['value'], row['missing']])),
    ).toEqual(keyed(wanted.map((row) => [row.municipality, row.year, row.value ?? '', row.missing ?? ''])))
  })

  it('as JSON have source, licence and method', async () => {
    const data = await dataOf('oppet-arbetslosa')
    expect(data.sources.map((source) => source.id)).toEqual(['kolada-oppet-arbetslosa'])
    expect(data.sources[0]?.licence).toContain('Fri användning')
    expect(data.method.sv).not.toBe('')
    expect(data.observations).toHaveLength(14 * 13)
  })
})

describe('the open interface', () => {
  it('lists the indicators, the headline ones first, with the region’s latest value', async () => {
    const answer = await api().request('/api/v1/indicators')
    const body = (await answer.json()) as {
      indicators: { id: string; headline: number; latestRegionValue: unknown }[]
    }
    expect(body.indicators.slice(0, 10).map((one) => one.headline)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(body.indicators.find((one) => one.id === 'folkmangd')?.latestRegionValue).toEqual({
      year: 2024,
      value: 1087605,
    })
  })

  it('gives one indicator in the shape it declares, the same as the data file', async () => {
    const answer = await api().request('/api/v1/indicators/oppet-arbetslosa')
    expect(OpenIndicator.strict().parse(await answer.json())).toEqual(await dataOf('oppet-arbetslosa'))
  })

  it('lists the municipalities sorted as Swedish names are', async () => {
    const answer = await api().request('/api/v1/municipalities')
    const body = (await answer.json()) as { municipalities: { name: string }[] }
    expect(body.municipalities.map((one) => one.name)).toHaveLength(13)
    expect(body.municipalities[0]?.name).toBe('Ale')
    expect(body.municipalities.at(-1)?.name).toBe('Öckerö')
  })

  it.each([
    ['/api/v1/indicators/finns-inte', 404, 'Not Found'],
    ['/api/v1/indicators/Folkm%C3%A4ngd', 400, 'Bad Request'],
  ])('%s is refused with a problem that a program can read', async (path, status, title) => {
    const answer = await api().request(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status, title })
  })

  it('answers as JSON, and leaves the tag to the cache that every public answer passes', async () => {
    const answer = await api().request('/api/v1/municipalities')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('etag')).toBeNull()
    expect(await answer.json()).toHaveProperty('municipalities')
  })

  it('is described as OpenAPI 3.1', () => {
    const document = indicatorApi().getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
    })
    expect(Object.keys(document.paths ?? {})).toEqual([
      '/api/v1/indicators',
      '/api/v1/indicators/{indicator}',
      '/api/v1/municipalities',
    ])
  })
})
