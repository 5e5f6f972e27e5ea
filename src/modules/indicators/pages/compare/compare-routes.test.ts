import { beforeAll, describe, expect, it } from 'vitest'
import { beginSeries, record } from '#modules/statistics'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { asWho, now, plantRegion, visitedBy, type Planted } from '../../testing.ts'
import type { Country } from './country.ts'
import { indicatorRoutes } from '../routes.tsx'

const database = useTestDatabase()
let planted: Planted

/** Ale's likes: Lysekil and Alingsås are among Kolada's own; of Umeå's nothing is known. */
const likeAle = {
  id: 'G37325',
  title: 'Liknande kommuner, övergripande, Ale, 2025',
  members: ['1484', '1489', '1285', '0192', '1261', '1463'],
}
const names: Readonly<Record<string, string>> = { '2480': 'Umeå', '1484': 'Lysekil', '1285': 'Eslöv' }
const country: Country = {
  peersOf: (code) => (code === '1440' ? [likeAle] : []),
  placeName: (code) => names[code],
}

beforeAll(async () => {
  planted = await plantRegion(database)
  const { networkId } = planted.context('coordinator')
  await asWho(database.db, planted, 'coordinator', async (tx) => {
    const { series } = await tx
      .selectFrom('indicator')
      .select('series')
      .where('id', '=', 'oppet-arbetslosa')
      .executeTakeFirstOrThrow()
    const { id } = await beginSeries(tx, networkId, { key: series[0] ?? '', title: null })
    const figure = { gender: 'all', isPreliminary: false, note: null, missing: null } as const
    await record(
      tx,
      networkId,
      {
        knownAt: now,
        way: 'kolada',
        sourceId: 'kolada-oppet-arbetslosa',
        retrievedOn: '2026-11-20',
        byPerson: null,
        confirmedBy: null,
      },
      [
        {
          series: id,
          figures: [
            { ...figure, place: '1484', year: 2024, value: 4 },
            { ...figure, place: '2480', year: 2024, value: 1.5 },
            // A county, the country and a group are no municipalities, and are never among them.
            { ...figure, place: '0014', year: 2024, value: 9.9 },
            { ...figure, place: '0000', year: 2024, value: 9.8 },
            { ...figure, place: 'G96190', year: 2024, value: 9.7 },
          ],
        },
      ],
    )
  })
})

const get = async (address: string) =>
  visitedBy(planted, database.db, 'visitor', indicatorRoutes({ country })).request(address)
const read = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function textOf(address: string, status = 200): Promise<string> {
  const answer = await get(address)
  expect(answer.status).toBe(status)
  return read(await answer.text())
}

const page = '/indikatorer/oppet-arbetslosa/jamfor'

describe('a comparison', () => {
  it('is made on one year for all, and says which, and by how much the place differs', async () => {
    const text = await textOf(`${page}?kommun=ale`)
    for (const sentence of [
      'Öppet arbetslösa av befolkningen: Ale 2,1 % och regionen 2,8 % år 2024',
      'Alla jämförs på samma år: 2024, det senaste som alla 15 kommuner har ett värde för.',
      'Ale hade 2,1 % 2024.',
      // Göteborg 3.4, Lilla Edet 2.5, Partille 2.4, Alingsås 2.2 and Lysekil 4.0; Mölndal is alike as shown.
      'Av de andra 14 kommunerna hade 5 ett högre värde och 8 ett lägre, 1 hade samma.',
      'Det är 0,7 procentenheter lägre jämfört med regionens 2,8 %.',
    ])
      expect(text).toContain(sentence)
    expect(text).not.toContain('9,9 %')
  })

  it('says how few of a group there are, and that its mean has no weights', async () => {
    const text = await textOf(`${page}?kommun=ale&grupp=G37325`)
    for (const sentence of [
      '2 av 6 kommuner i gruppen har ett värde för 2024.',
      'Gruppen har bara 2 värden. Ett medelvärde av färre än fem ändras mycket av en enda kommun.',
      'medelvärdet är 3,1 % och medianen 3,1 %, utan vikter, för 2 av 6 kommuner.',
    ])
      expect(text).toContain(sentence)
  })

  it('shows those chosen, in the network or not, by their words, codes or names', async () => {
    const html = await (await get(`${page}?kommun=ale&med=kungalv&med=2480&aven=lysekil`)).text()
    for (const word of ['kungalv', '2480', '1484'])
      expect(html).toMatch(new RegExp(`value="${word}" checked`))
    expect(read(html)).toMatch(/Umeå 1,5 % 0,6 procentenheter högre/)
  })

  it('answers in English, and understands the other language’s names', async () => {
    const text = await textOf('/en/indicators/oppet-arbetslosa/compare?kommun=ale&with=kungalv')
    expect(text).toContain('Ale 2.1% and the region 2.8% in 2024')
    expect(text).toContain('Of the other 14 municipalities, 5 had a higher value and 8 a lower one')
  })

  it('without a municipality shows all of them, and asks for one', async () => {
    expect(await textOf(page)).toContain(
      '15 kommuner har ett värde. Välj en kommun ovan för att se var den ligger bland dem.',
    )
  })

  it('never stands a sum of all beside one municipality', async () => {
    const text = await textOf('/indikatorer/folkmangd/jamfor?kommun=ale')
    expect(text).toContain('Folkmängd: Ale 32 576 år 2024')
    expect(text).toContain('Regionens värde är summan av kommunernas och jämförs därför inte med en kommuns.')
    expect(text).not.toContain('1 087 605')
    expect(text).not.toContain('Regionen saknas')
    // Without a municipality no line is named, so the chart says whose lines they are.
    const all = await textOf('/indikatorer/folkmangd/jamfor')
    expect(all).toContain('Kommunerna i nätverket 1970–2024')
  })
})

describe('the ways to show values', () => {
  it('by inhabitant, where persons are counted: 615.08 of 32 394, in the region 30 810.9 of 1 070 935', async () => {
    const text = await textOf('/indikatorer/inskrivna-arbetslosa/jamfor?kommun=ale&visa=per-1000')
    expect(text).toContain('Inskrivna arbetslösa: Ale 19,0 och regionen 28,8 år 2022')
  })

  it('never by inhabitant for a share, nor for the inhabitants themselves', async () => {
    for (const id of ['oppet-arbetslosa', 'folkmangd'])
      expect(await textOf(`/indikatorer/${id}/jamfor?visa=per-1000`)).not.toContain('1 000 invånare')
  })

  it('as an index from a year that all who are named have, on this side of a break', async () => {
    const text = await textOf('/indikatorer/folkmangd/jamfor?kommun=ale&visa=index&bas=2000')
    expect(text).toContain('Index, 2000 = 100')
    const broken = await textOf(`${page}?kommun=ale&visa=index&bas=2015`)
    // The series breaks in 2023: the year that was asked for cannot be 100.
    expect(broken).toContain('Index, 2023 = 100')
  })

  it.each(['visa=allt', 'bas=ett', 'grupp=G0', 'ar=99999', 'rangordna='])(
    'passes over %s, which means nothing',
    async (query) => {
      expect(await textOf(`${page}?kommun=ale&${query}`)).toContain('Ale hade 2,1 % 2024.')
    },
  )
})

describe('a ranking', () => {
  it('is not there unless it is asked for', async () => {
    const text = await textOf(`${page}?kommun=ale`)
    expect(text).toContain('Ordningen mellan kommunerna visas inte om du inte ber om den.')
    expect(text).not.toContain('Kan vara')
  })

  it('says its year, how many, ties, ranges, and what it cannot tell', async () => {
    const text = await textOf(`${page}?kommun=ale&rangordna=1`)
    for (const sentence of [
      '15 kommuner har ett värde för 2024. De andra är inte med.',
      'Lägst värde står först, för lägre är bättre.',
      'En rangordning säger inte hur stora skillnaderna är',
      'Ale har plats 9–10 av 15.',
    ])
      expect(text).toContain(sentence)
    expect(text).toMatch(/15 Lysekil 4,0 % 15/)
  })
})

describe('what cannot be compared', () => {
  it.each([
    ['kommun', 'Gbg'],
    ['aven', 'Atlantis'],
  ])('%s=%s is said at its field, with what was typed', async (field, typed) => {
    const answer = await get(`${page}?${field}=${typed}`)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(read(html)).toContain(`Vi hittar ingen kommun som heter ”${typed}” med värden här.`)
    expect(html).toContain(`href="#field-${field}"`)
    expect(html).toMatch(new RegExp(`id="field-${field}"[^>]*aria-invalid="true"`))
  })

  it('more than five at once are too many', async () => {
    const many = ['kungalv', 'lerum', 'tjorn', 'ockero', 'partille', 'harryda']
    const text = await textOf(`${page}?${many.map((word) => `med=${word}`).join('&')}`, 422)
    expect(text).toContain('Du har valt 6 kommuner. Högst 5 kan visas samtidigt, så de första 5 visas.')
  })

  it('without any values there is nothing', async () => {
    const text = await textOf('/indikatorer/upphandling-insikt/jamfor?kommun=ale')
    expect(text).toContain('Inga värden är hämtade än, så det finns inget att jämföra.')
  })

  it('an unknown indicator is not found', async () => {
    expect((await get('/indikatorer/finns-inte/jamfor')).status).toBe(404)
  })
})

describe('a municipality’s profile', () => {
  it('shows each value with its year, and where it lies among how many', async () => {
    const html = await (await get('/kommuner/ale/profil')).text()
    expect(read(html)).toMatch(/Öppet arbetslösa av befolkningen Lägre är bättre 2,1 % 2024 2024: av 15 har/)
    expect(html).toContain('href="/indikatorer/oppet-arbetslosa/jamfor?kommun=ale"')
  })

  it('of an unknown municipality is not found', async () => {
    expect((await get('/kommuner/atlantis/profil')).status).toBe(404)
  })
})
