import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { decidedIn, typedOf } from '../../core/forms.ts'
import { anIndicator } from '../../core/testing.ts'
import { plantRegion, visitedBy, type Planted, type Who } from '../../testing.ts'
import { indicatorRoutes } from '../routes.tsx'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const app = (who: Who) => visitedBy(planted, database.db, who, indicatorRoutes())
const posted = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
})

async function typed(
  id: string,
  said: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const row = await database.ownerDb
    .selectFrom('indicator')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...typedOf(decidedIn({ ...anIndicator(), ...row })), version: String(row.version), ...said }
}

describe('the form that edits an indicator', () => {
  it.each([
    ['/ramverk/indikator/arbetsloshet', 'Ändra ”Arbetslöshet”'],
    ['/en/framework/indicator/arbetsloshet', 'Edit “Unemployment”'],
    ['/ramverk/indikator/ny', 'Lägg till en indikator'],
    ['/en/framework/indicator/new', 'Add an indicator'],
  ])('stands at %s', async (path, title) => {
    const answer = await app('coordinator').request(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(title)
  })

  it.each([
    ['/en/framework/indikator/arbetsloshet', '/en/framework/indicator/arbetsloshet'],
    ['/en/framework/indikator/ny', '/en/framework/indicator/new'],
    ['/ramverk/indicator/new', '/ramverk/indikator/ny'],
  ])('leads from %s to %s', async (path, right) => {
    const answer = await app('coordinator').request(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, right])
  })

  it('leaves the other parts of the framework to others, and knows no indicator that is not there', async () => {
    expect((await app('coordinator').request('/ramverk/mal/a')).status).toBe(404)
    expect((await app('coordinator').request('/ramverk/indikator/finns-inte')).status).toBe(404)
  })

  it.each(['visitor', 'officer', 'leader'] as const)('is refused to a %s, read or sent', async (who) => {
    const path = '/ramverk/indikator/folkmangd'
    expect((await app(who).request(path)).status).toBe(403)
    expect((await app(who).request(path, posted(await typed('folkmangd', { decimals: '3' })))).status).toBe(
      403,
    )
    expect((await app(who).request(path, posted({ do: 'retire' }))).status).toBe(403)
    expect((await typed('folkmangd'))['decimals']).toBe('0')
  })

  it('saves, and leads to the page, which says so', async () => {
    const answer = await app('coordinator').request(
      '/ramverk/indikator/folkmangd',
      posted(await typed('folkmangd', { nameSv: 'Invånare' })),
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/indikatorer/folkmangd?saved'])
    const page = await (await app('coordinator').request('/indikatorer/folkmangd?saved')).text()
    expect(page).toContain('Ändringen är sparad.')
    expect(page).toContain('Invånare: ')
    expect(await (await app('visitor').request('/indikatorer/folkmangd?saved')).text()).not.toContain(
      'sparad.',
    )
  })

  it.each([
    [{ nameSv: '', decimals: '9' }, 'Skriv indikatorns namn.'],
    [{ unit: 'percent' }, 'Enheten kan inte ändras, för indikatorn har värden.'],
    [{ fewest: '1' }, 'Skriv ett tal från 2 till 100'],
    [{ 'breakFrom-1': '2010' }, 'Skriv vad som är annorlunda', 'breakSv-1'],
    [
      { 'breakFrom-2': 'förra året', 'breakSv-2': 'a', 'breakEn-2': 'b' },
      'Skriv ett år mellan 1900 och 2100',
    ],
    [{ headline: '1' }, 'Platsen är upptagen av en annan indikator.'],
  ])(
    'sent with %j comes back as it was typed, with the way to what is wrong',
    async (said, sentence, field = Object.keys(said)[0]) => {
      const fields = await typed('folkmangd', { methodSv: 'Skrivet & osparat', ...said })
      const answer = await app('coordinator').request('/ramverk/indikator/folkmangd', posted(fields))
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain(sentence)
      expect(html).toContain('Skrivet &amp; osparat')
      expect(html).toContain(`href="#field-${field}"`)
      expect(html).toContain(`id="field-${field}-error"`)
      for (const value of Object.values(said).filter((one) => one !== '')) expect(html).toContain(value)
    },
  )

  it('adds, changes and takes away a break, and the smallest number shown, a row each', async () => {
    const path = '/ramverk/indikator/folkmangd'
    const save = async (said: Readonly<Record<string, string>>) => {
      const answer = await app('coordinator').request(path, posted(await typed('folkmangd', said)))
      expect(answer.status).toBe(303)
    }
    await save({ fewest: '5', 'breakFrom-1': '2010', 'breakSv-1': 'Nya gränser', 'breakEn-1': 'New borders' })
    const page = await (await app('visitor').request('/indikatorer/folkmangd')).text()
    expect(page).toContain('2010: Nya gränser')
    const form = await (await app('coordinator').request(path)).text()
    expect(form).toMatch(/name="fewest"[^>]* value="5"/)
    expect(form).toMatch(/name="breakFrom-1"[^>]* value="2010"/)
    expect(form).toContain('name="breakFrom-3"')

    await save({ 'breakFrom-1': '2011' })
    expect(await typed('folkmangd')).toMatchObject({ 'breakFrom-1': '2011', 'breakSv-1': 'Nya gränser' })
    await save({ fewest: '', 'breakFrom-1': '', 'breakSv-1': '', 'breakEn-1': '' })
    expect(await typed('folkmangd')).toMatchObject({ fewest: '' })
    expect(await typed('folkmangd')).not.toHaveProperty('breakFrom-1')
  })

  it.each([
    ['/ramverk/indikator/folkmangd', 'Någon annan har sparat medan du skrev'],
    ['/en/framework/indicator/folkmangd', 'Somebody else has saved while you were writing'],
  ])('at %s overwrites nothing that was saved meanwhile', async (path, sentence) => {
    const { version = '', ...fields } = await typed('folkmangd', { methodSv: 'Den första' })
    expect(await (await app('coordinator').request(path)).text()).toContain(
      `name="version" value="${version}"`,
    )
    expect((await app('coordinator').request(path, posted({ ...fields, version }))).status).toBe(303)

    const mine = { ...fields, methodSv: 'Den & andra' }
    const next = String(Number(version) + 1)
    for (const outdated of [{ version }, {}, { version: '' }, { version: 'x' }, { version: '1e99' }]) {
      const late = await app('coordinator').request(path, posted({ ...mine, ...outdated }))
      const html = await late.text()
      expect(late.status).toBe(409)
      for (const word of [
        sentence,
        'href="#field-version"',
        'id="field-version"',
        `href="${path}"`,
        'Den &amp; andra',
        `name="version" value="${next}"`,
      ]) {
        expect(html).toContain(word)
      }
    }
    expect(await typed('folkmangd')).toMatchObject({ methodSv: 'Den första', version: next })
    expect((await app('coordinator').request(path, posted({ ...mine, version: next }))).status).toBe(303)
    expect(await typed('folkmangd')).toMatchObject({ methodSv: 'Den & andra' })
  })

  it('adds an indicator, which has a page at once', async () => {
    const fields = typedOf(anIndicator({ name: { sv: 'Ny sorts mått', en: 'A new measure' } }))
    const answer = await app('coordinator').request('/en/framework/indicator/new', posted(fields))
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/en/indicators/ny-sorts-matt?saved',
    ])
    expect(await (await app('visitor').request('/en/indicators/ny-sorts-matt')).text()).toContain(
      'no values retrieved yet',
    )
  })

  it('retires an indicator, whose page stays and says so, and takes it back', async () => {
    const path = '/ramverk/indikator/inrikes-flyttnetto'
    expect((await app('coordinator').request(path, posted({ do: 'retire' }))).status).toBe(303)
    const page = await (await app('visitor').request('/indikatorer/inrikes-flyttnetto')).text()
    expect(page).toContain('Avslutad 24 november 2026')
    const list = await (await app('visitor').request('/indikatorer')).text()
    expect(list).toContain('Avslutade indikatorer')
    expect(list).toContain('Nio indikatorer följer')
    expect((await app('coordinator').request(path, posted({ do: 'restore' }))).status).toBe(303)
  })

  it('does not retire what another leans on, and says why', async () => {
    const answer = await app('coordinator').request(
      '/ramverk/indikator/folkmangd-20-64',
      posted({ do: 'retire' }),
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('En annan indikator vägs med den här')
  })
})
