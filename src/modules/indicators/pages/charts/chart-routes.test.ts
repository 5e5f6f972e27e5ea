import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import type { VisitEnv } from '#modules/accounts'
import { addTarget } from '../../actions/add-target.ts'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { plantRegion, visitedBy, type Planted } from '../../testing.ts'
import { indicatorRoutes } from '../routes.tsx'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
  const outcome = await addTarget(planted.context('coordinator'), 'nystartade-foretag', {
    place: null,
    year: 2030,
    value: 14,
    decidedBy: 'Nätverket',
    decidedOn: '2026-01-15',
    url: null,
  })
  expect(outcome.ok).toBe(true)
})

const origin = 'https://samsyn.example.org'
const get = async (address: string) =>
  visitedBy(planted, database.db, 'visitor', indicatorRoutes({ origin })).request(address)

const folder = '/indikatorer/nystartade-foretag/diagram'
const all = [
  'utveckling',
  'ovanligt',
  'ovanligt-i-kommunen',
  'avstandet',
  'var-for-sig',
  'karta',
  'laget',
  'over-tid',
  'jamforda',
]

describe.each(all)('the chart %s', (name) => {
  it('leaves the page as a whole document that needs nothing from elsewhere', async () => {
    const answer = await get(`${folder}/${name}.svg?kommun=ale`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    const svg = await answer.text()
    expect(svg).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
    )
    expect(svg).toMatch(/<title id="title">.+<\/title><desc id="description">.+<\/desc>/)
    expect(svg).not.toMatch(
      /<(?:script|style|image|a|use|foreignObject)\b|(?:href|src)=|url\((?!#)|NaN|undefined/,
    )
  })

  it('says where it comes from, on what terms, when it was retrieved and at which address', async () => {
    const svg = await (await get(`${folder}/${name}.svg?kommun=ale`)).text()
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ')
    expect(words).toMatch(/Källa: .+ Licens: .+ (?:Hämtad|Hämtningsdatum) /)
    expect(words).toContain('https://samsyn.example.org/indikatorer/nystartade-foretag')
    expect(words).toContain('Nystartade företag')
  })
})

const mapTitle = async (query: string) =>
  /<title id="title">(.*?)<\/title>/.exec(await (await get(`${folder}/karta.svg${query}`)).text())?.[1]

describe('a picture', () => {
  it('is a PNG twice as wide as the drawing', async () => {
    const answer = await get(`${folder}/utveckling.png?kommun=ale`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const png = Buffer.from(await answer.arrayBuffer())
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect(png.readUInt32BE(16)).toBe(2400)
  })
})

describe('a chart by itself', () => {
  it('asks as its page is asked, in both languages', async () => {
    const sv = await (await get(`${folder}/over-tid.svg?kommun=ale&visa=index`)).text()
    expect(sv).toContain('Index, ')
    const en = await (
      await get('/en/indicators/nystartade-foretag/chart/over-time.svg?municipality=ale')
    ).text()
    expect(en).toContain('Source: ')
    expect(en).toContain('/en/indicators/nystartade-foretag/compare?municipality=ale')
  })

  it('says of which day the knowledge is', async () => {
    const routes = new Hono<VisitEnv>()
    routes.use(async (c, next) => {
      c.set('visit', { ...c.get('visit'), asOf: new Date('2026-11-24T22:59:59Z') })
      await next()
    })
    routes.route('/', indicatorRoutes({ origin }))
    const app = visitedBy(planted, database.db, 'visitor', routes)
    const svg = await (await app.request(`${folder}/utveckling.svg`)).text()
    expect(svg).toContain('Så som siffrorna var kända 24 november 2026.')
    expect(svg).toContain('?per=2026-11-24')
  })

  it('shows the map of another year where that is asked for, and of the best where it means nothing', async () => {
    expect(await mapTitle('?ar=2020')).toContain('2020')
    expect(await mapTitle('?ar=tjugo')).toBe(await mapTitle(''))
  })

  it.each([
    `${folder}/cirkel.svg`,
    `${folder}/utveckling.gif`,
    `${folder}/utveckling`,
    `${folder}/development.svg`,
    `${folder}/ovanligt-i-kommunen.svg`,
    `${folder}/laget.svg?kommun=atlantis`,
    '/indikatorer/finns-inte/diagram/utveckling.svg',
    '/indikatorer/upphandling-insikt/diagram/utveckling.png',
    '/indikatorer/upphandling-insikt/diagram/laget.png',
    '/indikatorer/oppet-arbetslosa/diagram/avstandet.svg',
  ])('%s is not found', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  it('is led to from its page', async () => {
    const html = await (await get('/indikatorer/nystartade-foretag?kommun=ale')).text()
    for (const word of ['utveckling', 'ovanligt', 'ovanligt-i-kommunen', 'avstandet', 'var-for-sig'])
      expect(html).toContain(`href="${folder}/${word}.png?kommun=ale"`)
    expect(html).toContain('href="/indikatorer/nystartade-foretag/jamfor?kommun=ale"')
  })
})
