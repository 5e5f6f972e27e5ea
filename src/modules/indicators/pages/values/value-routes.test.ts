import { beforeAll, describe, expect, it } from 'vitest'
import { beginSeries, record, type Figure } from '#modules/statistics'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { asWho, plantRegion, visitedBy, type Planted, type Who } from '../../testing.ts'
import { OpenIndicator } from '../downloads/open-data.ts'
import { indicatorRoutes } from '../routes.tsx'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const origin = 'https://samsyn.example.org'
const app = (who: Who) => visitedBy(planted, database.db, who, indicatorRoutes({ origin }))

async function textOf(address: string, who: Who = 'visitor'): Promise<string> {
  const answer = await app(who).request(address)
  expect(answer.status).toBe(200)
  return (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const aFigure: Figure = {
  place: '1440',
  gender: 'all',
  year: 2024,
  isPreliminary: true,
  note: null,
  value: 2.4,
  missing: null,
}

/** The coordinator records figures of Ale as a colleague would have entered them. */
async function recordByHand(figures: readonly Figure[], knownAt: Date, indicator = 'oppet-arbetslosa') {
  const { networkId } = planted.context('coordinator')
  await asWho(database.db, planted, 'coordinator', async (tx) => {
    const { series } = await tx
      .selectFrom('indicator')
      .select('series')
      .where('id', '=', indicator)
      .executeTakeFirstOrThrow()
    const { id } = await beginSeries(tx, networkId, { key: series[0] ?? '', title: null })
    await record(
      tx,
      networkId,
      {
        knownAt,
        way: 'hand',
        sourceId: 'kolada-oppet-arbetslosa',
        retrievedOn: '2026-11-20',
        byPerson: planted.actors.officer?.personId ?? null,
        confirmedBy: planted.actors.leader?.personId ?? null,
      },
      [{ series: id, figures }],
    )
  })
}

describe('the page of a value', () => {
  it.each([
    [
      '/indikatorer/oppet-arbetslosa/varde/ale/2024',
      'Ale 2024: 2,1 %',
      'Arbetsförmedlingen och SCB, genom Kolada',
      'Fri användning',
      'Fanns med när nätverket startade',
      'Värdet är detsamma som när det först kom hit.',
      `${origin}/indikatorer/oppet-arbetslosa/varde/ale/2024, läst 24 november 2026`,
    ],
    [
      '/en/indicators/oppet-arbetslosa/value/ale/2024',
      'Ale 2024: 2.1%',
      'There when the network began',
      'read on 24 November 2026',
    ],
    [
      '/indikatorer/oppet-arbetslosa/varde/region/2024',
      'Regionen 2024: 2,8 %',
      'vägt med',
      'Det här är värdet gjort av',
      'Andel av vikten',
      'Göteborg',
    ],
    [
      '/indikatorer/brp-per-sysselsatt/varde/region/2014',
      'inget värde',
      'Inget värde räknas för regionen.',
      'Kommunernas egna värden',
    ],
  ])('%s says what is known of it', async (path, ...sentences) => {
    const text = await textOf(path)
    for (const sentence of sentences) expect(text).toContain(sentence)
  })

  it.each([
    '/indikatorer/oppet-arbetslosa/varde/ale/1901',
    '/indikatorer/oppet-arbetslosa/varde/region/1901',
    '/indikatorer/oppet-arbetslosa/varde/ale/24',
    '/indikatorer/oppet-arbetslosa/varde/stockholm/2024',
    '/indikatorer/finns-inte/varde/ale/2024',
  ])('%s is not found', async (path) => {
    expect((await app('visitor').request(path)).status).toBe(404)
  })

  it('leads from every value of the table, and from the region’s parts', async () => {
    const html = await (await app('visitor').request('/indikatorer/oppet-arbetslosa')).text()
    expect(html).toContain('href="/indikatorer/oppet-arbetslosa/varde/ale/2024"')
    expect(html).toContain('href="/indikatorer/oppet-arbetslosa/varde/region/2024"')
    const region = await (
      await app('visitor').request('/indikatorer/oppet-arbetslosa/varde/region/2024')
    ).text()
    expect(region).toMatch(/href="\/indikatorer\/[a-z0-9-]+\/varde\/ale\/2024">\d/)
  })
})

describe('a value that was entered by hand', () => {
  it('tells everybody that a colleague confirmed it, and those who work together who they were', async () => {
    await recordByHand(
      [aFigure, { ...aFigure, gender: 'women', value: 2.2 }, { ...aFigure, gender: 'men', value: 2.6 }],
      new Date('2026-11-24T10:00:00Z'),
    )
    const path = '/indikatorer/oppet-arbetslosa/varde/ale/2024'
    const text = await textOf(path)
    for (const sentence of [
      'Ale 2024: 2,4 %',
      'Preliminärt',
      'Infört av kommunen och bekräftat av en kollega.',
      'Känt i Samsyn 24 november 2026',
      'Kvinnor 2,2 %',
      'Män 2,6 %',
      '2,1 %',
    ])
      expect(text).toContain(sentence)
    expect(text).not.toContain('Infört av officer')
    const inside = await textOf(path, 'leader')
    expect(inside).toContain('Infört av officer')
    expect(inside).toContain('Bekräftat av leader')
  })

  it('is not told of when it is asked what was known before', async () => {
    const asOf = new Date('2026-11-24T09:30:00Z')
    const routes = visitedBy(
      { ...planted, context: (who) => ({ ...planted.context(who), asOf }) },
      database.db,
      'visitor',
      indicatorRoutes(),
    )
    const answer = await routes.request('/indikatorer/oppet-arbetslosa/varde/ale/2024')
    const text = (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Ale 2024: 2,1 %')
    expect(text).not.toContain('2,4 %')
    expect(text).not.toContain('Kvinnor')
  })

  it.each([
    ['/indikatorer/oppet-arbetslosa', '?per=2026-11-24'],
    ['/en/indicators/oppet-arbetslosa', '?as-of=2026-11-24'],
    ['/indikatorer/oppet-arbetslosa/varde/region/2024', '?per=2026-11-24'],
  ])('keeps the day in what %s quotes and links to', async (path, query) => {
    const asOf = new Date('2026-11-24T09:30:00Z')
    const html = await (
      await visitedBy(
        { ...planted, context: (who) => ({ ...planted.context(who), asOf }) },
        database.db,
        'visitor',
        indicatorRoutes({ origin }),
      ).request(path)
    ).text()
    expect(html).toContain(`${origin}${path}${query}, `)
    expect(html).toMatch(/href="[^"]+\/ale\/2024\?(?:per|as-of)=2026-11-24"/)
    expect(html).not.toMatch(/href="[^"?]+\/ale\/2024"/)
  })

  it.each([
    ['/indikatorer/oppet-arbetslosa', 'i regionen 2024 \\(preliminärt\\), 0,5 procentenheter högre'],
    ['/indikatorer/oppet-arbetslosa?kommun=ale', 'Ale .*2,4 % 2024, preliminärt'],
    ['/en/indicators', '2024, preliminary'],
    ['/indikatorer/oppet-arbetslosa', 'Procent, 2024, preliminärt'],
    ['/en/indicators/oppet-arbetslosa/compare', 'One of the values of 2024 is preliminary.'],
    ['/indikatorer/oppet-arbetslosa/jamfor?kommun=ale', 'Ihålig punkt: preliminärt värde'],
    ['/indikatorer/oppet-arbetslosa/varde/region/2024', 'Regionen 2024: 2,8 % \\(preliminärt\\)'],
    ['/indikatorer/oppet-arbetslosa/varde/region/2024', 'Ale 2,4 % p 32 576 3,0 %'],
    ['/indikatorer/oppet-arbetslosa/varde/region/2024', 'p: preliminärt värde, källan kan ändra det'],
  ])('is marked as preliminary wherever it is read: %s', async (path, words) => {
    expect(await textOf(path)).toMatch(new RegExp(words, 'u'))
  })

  it('makes the region’s value preliminary in the files, too', async () => {
    const answer = await app('visitor').request('/indikatorer/oppet-arbetslosa/data.json')
    const { region } = OpenIndicator.parse(await answer.json())
    expect(region.filter(({ preliminary }) => preliminary).map(({ year }) => year)).toEqual([2024])
  })

  it('is marked as preliminary in the table, and women and men stand beside each other', async () => {
    const text = await textOf('/indikatorer/oppet-arbetslosa')
    expect(text).toContain('p: preliminärt värde, källan kan ändra det.')
    expect(text).toContain('Ihålig punkt: preliminärt värde, källan kan ändra det.')
    expect(text).toMatch(/Kvinnor minus män .*Ale 2,2 % p 2,6 % p –0,4 procentenheter/u)
  })
})

describe('a number of persons below the fewest that are shown', () => {
  it('is withheld on its page and in the table, and with it the other part of the same sum', async () => {
    const persons = { ...aFigure, isPreliminary: false, year: 2022 }
    await recordByHand(
      [
        { ...persons, value: 100 },
        { ...persons, gender: 'women', value: 97 },
        { ...persons, gender: 'men', value: 3 },
        { ...persons, place: '1482', value: 4 },
      ],
      new Date('2026-11-24T11:00:00Z'),
      'inskrivna-arbetslosa',
    )
    const page = '/indikatorer/inskrivna-arbetslosa'
    expect(await textOf(`${page}/varde/ale/2022`)).toContain('Kvinnor 97 personer')
    expect(await textOf(page)).toMatch(/Ale 97 3 \+94/)

    await database.ownerDb
      .updateTable('indicator')
      .set({ fewest: 5 })
      .where('id', '=', 'inskrivna-arbetslosa')
      .execute()
    const ale = await textOf(`${page}/varde/ale/2022`)
    expect(ale).toContain('Ale 2022: 100 personer')
    expect(ale).toContain('Kvinnor visas inte, för få personer Män visas inte, för få personer')
    expect(await textOf(page)).not.toContain('Ale 97')
    const kungalv = await textOf(`${page}/varde/kungalv/2022`)
    expect(kungalv).toContain('Kungälv 2022: visas inte, för få personer')
    expect(kungalv).not.toMatch(/\b4 personer/)
    // A sum with a part withheld would give the part away.
    expect(await textOf(`${page}/varde/region/2022`)).toContain(
      'För 2022 finns värden för 12 av 13 kommuner.',
    )
  })
})
