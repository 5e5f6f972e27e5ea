import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { codesOf } from '#modules/roundtable'
import { useTestDatabase } from '../../../../tests/database.ts'
import { addTestActor } from '../../../../tests/people.ts'
import { asked, form } from '../../../../tests/visits.ts'
import { origin, plantTestEvent, secret, type PlantedEvent } from '../../roundtable/testing.ts'
import { fieldOf } from '../core/replan-form.ts'
import { dayAt, plantPlan, rowsOf } from '../testing.ts'
import { eventDayRoutes } from './routes.tsx'

const database = useTestDatabase()
const routes = eventDayRoutes({ secret, origin })
let planted: PlantedEvent
let actors: Readonly<Record<'coordinator' | 'officer' | 'leader', Awaited<ReturnType<typeof addTestActor>>>>

beforeAll(async () => {
  planted = await plantTestEvent(database)
  await plantPlan(planted, true)
  const { id } = planted.network
  actors = {
    coordinator: await addTestActor(database, id, 'coordinator'),
    officer: await addTestActor(database, id, 'officer', '1440'),
    leader: await addTestActor(database, id, 'leader', '1440'),
  }
})

const morning = dayAt('09:00')
async function get(who: keyof typeof actors | null, path: string, now = morning, init?: RequestInit) {
  const place = { database, network: planted.network, now }
  return asked(place, who && actors[who], routes, path.replace('/:event', `/${planted.event}`), init)
}
const rows = async () => rowsOf(database, planted.network.id)
const day = '/rundabordssamtal/:event/dagen'

test.each([
  [day, { coordinator: 200, officer: 200, leader: 200 }],
  [`${day}/skarm`, { coordinator: 200, officer: 200, leader: 200 }],
  [`${day}/andringar/1`, { coordinator: 200, officer: 200, leader: 200 }],
  [`${day}/incheckning`, { coordinator: 200, officer: 200, leader: 403 }],
  [`${day}/incheckning/ny`, { coordinator: 200, officer: 200, leader: 403 }],
  [`${day}/omplacering`, { coordinator: 200, officer: 403, leader: 403 }],
  [`${day}/vilka-kom`, { coordinator: 200, officer: 403, leader: 403 }],
])('%s is for those who work with it', async (path, expected) => {
  expect((await get(null, path)).status).toBe(403)
  for (const [who, status] of Object.entries(expected))
    expect((await get(who as keyof typeof actors, path)).status, who).toBe(status)
})

test('what no page can be about is not found, and nothing breaks', async () => {
  for (const path of [
    '/rundabordssamtal/nej/dagen',
    `/rundabordssamtal/${randomUUID()}/dagen/incheckning`,
    `/rundabordssamtal/${randomUUID()}/dagen/omplacering`,
    `${day}/incheckning/nej`,
    `${day}/incheckning/${randomUUID()}`,
    `${day}/andringar/0`,
    `${day}/andringar/1e9`,
    `${day}/andringar/2`,
    '/bord/no-key/plats',
    '/en/table/no-key/host',
  ])
    expect((await get('coordinator', path)).status, path).toBe(404)
})

test.each([
  ['an empty form', `${day}/incheckning`, {}, 303],
  ['nobody', `${day}/incheckning`, { participant: 'x', state: 'here' }, 303],
  ['no such state', `${day}/incheckning`, { participant: 'guest 1', state: 'gone' }, 303],
  [
    'a name of spaces',
    `${day}/incheckning/ny`,
    { id: randomUUID(), name: ' \u200b ', organisation: 'x' },
    422,
  ],
  [
    'an address that is none',
    `${day}/incheckning/ny`,
    { id: randomUUID(), name: 'x', organisation: 'x', email: 'nej' },
    422,
  ],
  ['a made-up id', `${day}/incheckning/ny`, { id: '1', name: 'x', organisation: 'x' }, 422],
  [
    'in nobody’s place',
    `${day}/incheckning/ny`,
    { id: randomUUID(), name: 'x', organisation: 'x', insteadOf: randomUUID() },
    404,
  ],
  ['a time that is none', day, { round: '0', did: 'began', time: '25:00', seen: '0' }, 422],
  ['a round that is none', day, { round: '-1', did: 'began', seen: '0' }, 422],
  ['a press of another day’s page', day, { round: '0', did: 'longer', seen: '99' }, 422],
  ['no version to tell', day, { do: 'tell', version: 'x' }, 422],
  ['a proposal nobody was shown', `${day}/omplacering`, { do: 'keep', seen: '1', mark: 'x' }, 409],
  ['a round that is no number', `${day}/omplacering`, { do: 'preview', round: 'x' }, 422],
  ['a choice that is none', `${day}/omplacering`, { do: 'preview', 't-1': 'burnt' }, 422],
])('%s is answered and leaves nothing', async (_name, path, fields, status) => {
  const before = await rows()
  const sent = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === 'guest 1' ? planted.idOf(value) : value]),
  )
  expect((await get('coordinator', path, morning, form(sent))).status).toBe(status)
  expect(await rows()).toEqual(before)
})

test('what was typed is still there when something is wrong', async () => {
  const typed = { id: randomUUID(), name: '<b>Åsa</b>', organisation: '', email: 'nej' }
  const { text } = await get('officer', `${day}/incheckning/ny`, morning, form(typed))
  expect(text).toContain('value="&lt;b>Åsa&lt;/b>"')
  expect(text).toContain('Skriv en organisation.')
  expect(text).toContain('value="nej"')
})

test('the door finds by the beginning of a word and by code, without JavaScript', async () => {
  const codes = await planted.as('officer', async (tx) => codesOf(tx, planted.event))
  const code = codes.get(planted.idOf('guest 2')) ?? ''
  const found = await get('officer', `${day}/incheckning?sok=${code.toLowerCase()}`)
  expect(found.text).toContain('En träff')
  expect(found.text).toContain('guest 2')
  expect(found.headers.get('permissions-policy')).toContain('camera=(self)')
  expect((await get('officer', `${day}/incheckning?sok=gue`)).text).toContain('2 träffar')
  expect((await get('officer', `${day}/incheckning?sok=${'%25'.repeat(90)}`)).text).toContain(
    'Ingen på listan',
  )
})

test('a table whose host is not here, or has said no since, is named on the day’s page', async () => {
  expect((await get('leader', day)).text).not.toContain('utan värd')
  const away = { participant: planted.idOf('host 2'), state: 'absent', typed: '' }
  const done = await get('officer', `${day}/incheckning`, morning, form(away))
  expect((await get('officer', done.to)).text).toContain('\u2068host 2\u2069 kommer inte.')
  await database.ownerDb
    .updateTable('participant')
    .set({ state: 'no' })
    .where('id', '=', planted.idOf('host 3'))
    .execute()
  const { text } = await get('leader', day)
  expect(text).toContain('Bord 2 är utan värd: \u2068host 2\u2069 kommer inte.')
  expect(text).toContain('Bord 3 är utan värd: \u2068host 3\u2069 kommer inte.')
  await get('officer', `${day}/incheckning`, morning, form({ ...away, state: 'expected' }))
  await database.ownerDb.updateTable('participant').set({ state: 'yes' }).execute()
})

test('when the rounds are over the coordinator is asked who never came, in one list', async () => {
  const page = `${day}/vilka-kom`
  const ids = [...planted.participants.values()]
  const ticked = Object.fromEntries(ids.map((id) => [`asked-${id}`, '1']))
  const sent = form({ ...ticked, [`absent-${planted.idOf('guest 2')}`]: 'on' })
  expect((await get('coordinator', day, dayAt('10:45'))).text).not.toContain(
    page.replace(':event', planted.event),
  )
  const before = await rows()
  for (const who of ['officer', 'leader'] as const)
    expect((await get(who, page, dayAt('12:00'), sent)).status).toBe(403)
  await get('coordinator', page, new Date('2026-11-30T12:00:00Z'), sent)
  expect(await rows()).toEqual(before)
  const over = (await get('coordinator', day, dayAt('12:00'))).text
  expect(over).toContain('Det är inte sagt om 12 personer som hade tackat ja kom.')
  expect((await get('leader', day, dayAt('12:00'))).text).not.toContain('Det är inte sagt om')
  // Meanwhile somebody is checked in late.
  const late = { participant: planted.idOf('guest 1'), state: 'here', typed: '' }
  await get('officer', `${day}/incheckning`, dayAt('12:00'), form(late))
  expect((await get('coordinator', page, dayAt('12:00'))).text).not.toContain(`asked-${late.participant}`)
  expect((await get('coordinator', page, dayAt('12:00'), sent)).to).toContain('?saved')
  const { text } = await get('coordinator', page, dayAt('12:00'))
  expect(text).toContain('Det är sagt om alla som hade tackat ja om de kom.')
  expect(text).toMatch(/<dt>här<\/dt><dd>11<\/dd>.*<dt>kommer inte<\/dt><dd>1<\/dd>/)
  await database.ownerDb.deleteFrom('attendance').execute()
})

test('my seat shows where and with whom, and nobody’s address; the key’s page is for its holder whoever is signed in', async () => {
  const path = `/bord/${planted.key('company 1')}/plats`
  for (const who of [null, 'coordinator'] as const) {
    const { status, text } = await get(who, path)
    expect(status).toBe(200)
    expect(text).toContain('data-offline')
    expect(text).toMatch(/Bord [123]/)
    expect(text).not.toContain('@example.org')
  }
  const english = await get(null, `/en/table/${planted.key('company 1')}/seat`)
  expect(english.text).toContain('Also at this table')
})

test('the room’s computer sees the screen by its address alone, as long as whoever made it leads the day', async () => {
  const { text } = await get('coordinator', day)
  const address =
    /href="[^"]*(\/rundabordssamtal[^"]*code=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const shown = await get(null, address)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Platser i runda 1')
  expect(shown.text).not.toContain('@example.org')
  expect((await get(null, `${address}x`)).status).toBe(403)
  expect((await get(null, address.replace('/skarm', ''))).status).toBe(403)
  const { networkId } = planted.context('visitor')
  await database.ownerDb
    .updateTable('roleGrant')
    .set({ revokedAt: morning })
    .where('networkId', '=', networkId)
    .where('personId', '=', actors.coordinator.personId)
    .execute()
  expect((await get(null, address)).status).toBe(403)
})

test('a swap by hand is shown before it is kept, and then told with its slips', async () => {
  const other = await addTestActor(database, planted.network.id, 'coordinator')
  const place = { database, network: planted.network, now: morning }
  const post = async (fields: Record<string, string>) =>
    asked(place, other, routes, day.replace(':event', planted.event).concat('/omplacering'), form(fields))
  const everybody = Object.fromEntries(
    [...planted.participants.values()].map((id) => [fieldOf.participant(id), 'expected']),
  )
  const nobody = Object.fromEntries(Object.keys(everybody).map((name) => [name, 'absent']))
  const refused = await post({ ...nobody, do: 'preview' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Ingen är på plats i någon runda.')
  const someone = planted.idOf('company 1')
  const shown = async (table: string) =>
    post({
      ...everybody,
      do: 'preview',
      [fieldOf.hand(1, 'person')]: someone,
      [fieldOf.hand(1, 'round')]: 'all',
      [fieldOf.hand(1, 'table')]: table,
    })
  const { text } = await shown('2')
  const hidden = [...text.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  expect(text).toContain('Spara och berätta')
  const kept = await post({ ...Object.fromEntries(hidden), do: 'keep' })
  expect(kept.status).toBe(303)
  const slips = await asked(place, other, routes, kept.to)
  expect(slips.text).toContain('Placeringen är sparad som version 2')
  expect(slips.text).toMatch(/company 1.*från bord \d till 2/s)
})
