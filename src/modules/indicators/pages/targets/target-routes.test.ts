import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { plantRegion, visitedBy, type Planted, type Who } from '../../testing.ts'
import { indicatorRoutes } from '../routes.tsx'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const path = '/indikatorer/sysselsatta-20-64/mal'
const filled = {
  place: '',
  year: '2030',
  value: '82,5',
  decidedBy: 'regionstyrelsen',
  decidedOn: '2024-03-24',
  url: 'https://example.org/beslut',
}

const app = (who: Who) => visitedBy(planted, database.db, who, indicatorRoutes())

function read(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

async function textOf(address: string, who: Who = 'visitor'): Promise<string> {
  const answer = await app(who).request(address)
  expect(answer.status).toBe(200)
  return read(await answer.text())
}

function send(fields: Readonly<Record<string, string>>, who: Who = 'coordinator', to = path) {
  return app(who).request(to, { method: 'POST', body: new URLSearchParams(fields) })
}

describe('the page of targets', () => {
  it('says that there is none, and offers the form to those who may', async () => {
    expect(await textOf(path)).toContain('Inget mål gäller just nu.')
    expect(await textOf(path)).not.toContain('Skriv in målet')
    expect(await textOf(path, 'leader')).not.toContain('Skriv in målet')
    expect(await textOf(path, 'officer')).toContain('Skriv in målet')
    expect(await textOf('/en/indicators/sysselsatta-20-64/targets', 'coordinator')).toContain(
      'Write down the target',
    )
  })

  it('offers an officer the own municipality alone', async () => {
    const html = await (await app('officer').request(path)).text()
    expect(html.match(/<option[^>]*>[^<]*/g)?.map((option) => option.replace(/<[^>]*>/, ''))).toEqual(['Ale'])
  })

  it('is shown and led to where no value has come yet, too', async () => {
    expect(await textOf('/indikatorer/arbetsloshet')).not.toContain('Alla mål')
    expect(await textOf('/indikatorer/arbetsloshet', 'coordinator')).toContain(
      'Skriv in eller ta tillbaka mål',
    )
    expect(
      (await send({ ...filled, value: '5' }, 'coordinator', '/indikatorer/arbetsloshet/mal')).status,
    ).toBe(303)
    const text = await textOf('/indikatorer/arbetsloshet')
    expect(text).toContain('Regionen: 5,0 % 2030 Inget värde än')
    expect(text).toContain('Alla mål, tidigare mål och vem som beslutade dem')
  })

  it('writes a target down, shows it, and reads the indicator against it', async () => {
    const answer = await send(filled)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?saved`])
    const text = await textOf(`${path}?saved`, 'coordinator')
    for (const words of ['Ändringen är sparad.', 'Hela regionen', '82,5', 'regionstyrelsen', '24 mars 2024'])
      expect(text).toContain(words)
    const page = await textOf('/indikatorer/sysselsatta-20-64')
    expect(page).toContain('Mål för regionen')
    expect(page).toContain('Beslutat av regionstyrelsen 24 mars 2024.')
    expect(page).toContain('Var avståndet till målet finns')
  })

  it('comes back as it was sent, with what is wrong at the field', async () => {
    const answer = await send({ ...filled, year: '2020', value: 'mycket', decidedBy: 'kommunen <b>' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="mycket"')
    expect(html).toContain('value="kommunen &lt;b>"')
    expect(read(html)).toContain('Skriv målet som ett tal, till exempel 2,5.')
  })

  it('says of a year that has a target that it is to be withdrawn first', async () => {
    const answer = await send(filled)
    expect(answer.status).toBe(422)
    expect(read(await answer.text())).toContain(
      'Det finns redan ett mål för det året. Ta tillbaka det först.',
    )
  })

  it('withdraws a target, which stays among the earlier ones', async () => {
    const [, id = ''] = /name="target" value="([^"]+)"/.exec(
      await (await app('coordinator').request(path)).text(),
    ) ?? ['']
    expect((await send({ do: 'withdraw', target: id })).status).toBe(303)
    const text = await textOf(path)
    expect(text).toContain('Inget mål gäller just nu.')
    expect(text).toMatch(/Tidigare mål .*regionstyrelsen Läs beslutet 24 mars 2024 24 november 2026/u)
    const again = await send({ do: 'withdraw', target: id })
    expect(again.status).toBe(422)
    expect(read(await again.text())).toContain('Målet är redan tillbakataget.')
  })

  it.each(['visitor', 'officer', 'leader'] as const)('refuses a %s the region’s target', async (who) => {
    expect((await send(filled, who)).status).toBe(403)
    expect((await send({ do: 'withdraw', target: 'x' }, who)).status).not.toBe(303)
  })

  it.each([
    {},
    { place: '1440' },
    { do: 'withdraw' },
    { do: 'withdraw', target: "'; drop table target" },
    { ...filled, place: '9999' },
    { ...filled, decidedOn: '9999-12-31', year: '2100' },
  ])('answers %j with what is wrong', async (fields) => {
    expect((await send(fields)).status).toBe(422)
  })

  it('of no indicator is not found', async () => {
    expect((await app('visitor').request('/indikatorer/finns-inte/mal')).status).toBe(404)
    expect((await send(filled, 'coordinator', '/indikatorer/finns-inte/mal')).status).toBe(404)
  })
})
