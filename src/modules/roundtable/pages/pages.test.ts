import { Hono } from 'hono'
import { h } from 'preact'
import type { VisitEnv } from '#modules/accounts'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { form } from '../../../../tests/visits.ts'
import { rowsOfFile } from '../file/read-rows.ts'
import { origin, plantTestEvent, secret, type PlantedEvent, type Who } from '../testing.ts'
import { workbookOf } from '#platform/http/workbook.ts'
import { roundtableRoutes } from './routes.ts'
import { eventsToDo } from './to-do.tsx'

const database = useTestDatabase()
let planted: PlantedEvent
beforeAll(async () => {
  planted = await plantTestEvent(database)
})
const routes = roundtableRoutes({ secret, origin, beside: { event: [], participant: [] } })
const ask = async (who: Who, path: string, init?: RequestInit) =>
  planted.asked(who, routes, path.replace(':event', planted.event), init)
const post = async (path: string, fields: Readonly<Record<string, string>>, who: Who = 'coordinator') =>
  ask(who, path, form(fields))
const own = (name: string) => `/bord/${planted.key(name)}`

const planning = ['planera', 'planera/program', 'planera/bord', 'planera/urval', 'planera/koppling']
const inviting = ['deltagare/ny', 'deltagare/kontakter', 'deltagare/fil', 'deltagare/brev', 'deltagare/behov']

test('each page is for those whom it is for', async () => {
  for (const part of [...planning, ...inviting]) {
    const path = `/rundabordssamtal/:event/${part}`
    expect([part, (await ask('coordinator', path)).status]).toEqual([part, 200])
    const refused = await Promise.all(
      (['visitor', 'partner', 'leader'] as const).map((who) => ask(who, path)),
    )
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403])
    // Needs are only read.
    expect([403, 404]).toContain((await post(path, {}, 'leader')).status)
  }
  for (const part of ['', '/deltagare', `/deltagare/${planted.idOf('guest 1')}`, '/deltagare/deltagare.xlsx'])
    expect((await ask('leader', `/rundabordssamtal/:event${part}`)).status).toBe(200)
  expect((await ask('visitor', '/rundabordssamtal/:event/deltagare')).status).toBe(403)
  for (const path of ['/rundabordssamtal', '/rundabordssamtal/:event', '/en/round-tables/:event'])
    expect((await ask('visitor', path)).status).toBe(200)
  for (const path of ['/rundabordssamtal/x', `/rundabordssamtal/${planted.network.id}`, '/bord/x'])
    expect((await ask('coordinator', path)).status).toBe(404)
})

const seen = async (who: Who, path: string) => (await ask(who, `/rundabordssamtal/:event${path}`)).text

test('names are for the network; how people are reached for the coordinator alone', async () => {
  expect(await seen('visitor', '')).not.toContain('guest 1')
  expect(await seen('leader', '/deltagare')).toContain('<bdi>guest 1</bdi>')
  const one = `/deltagare/${planted.idOf('guest 1')}`
  expect(await seen('leader', one)).not.toContain('guest.1@example.org')
  expect(await seen('coordinator', one)).toContain('guest.1@example.org')
})

test('what the layout makes impossible is told where tables and rounds are planned', async () => {
  const path = '/rundabordssamtal/:event/planera/bord'
  // Twenty seats, and three tables of six.
  expect((await ask('coordinator', path)).text).toContain('Borden rymmer 18, men det finns 20 platser.')
  const filled = await post(path, { do: 'fill', fillCount: '10', fillMin: '2', fillMax: '2' })
  expect(filled.text).toContain('name="table-10-id"')
  // Said before anything is saved.
  expect(filled.text).not.toContain('Borden rymmer 18')
  const tables = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`table-${at + 1}-id`, String(at + 1)] as const).flatMap(
      ([name, id]) => [
        [name, id],
        [name.replace('-id', '-min'), '2'],
        [name.replace('-id', '-max'), '8'],
      ],
    ),
  )
  expect((await post(path, { ...tables, do: 'save' })).status).toBe(303)
  await database.ownerDb.updateTable('event').set({ seats: 80 }).execute()
  const rounds = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].flatMap((number) => [
      [`round-${number + 1}-startsAt`, `09:${String(number * 10).padStart(2, '0')}`],
      [`round-${number + 1}-minutes`, '10'],
    ]),
  )
  expect((await post('/rundabordssamtal/:event/planera/program', rounds)).status).toBe(303)
  expect((await ask('coordinator', path)).text).toContain('Med 10 bord finns inget känt sätt')
  const wrong = await post('/rundabordssamtal/:event/planera/program', { ...rounds, 'round-3-minutes': '20' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Rundan börjar innan den förra är slut.')
  expect(wrong.text).toContain('href="#field-round-4-startsAt"')
  const one = { 'table-1-id': '1', 'table-1-min': '2', 'table-1-max': '90', do: 'save' }
  expect((await post(path, one)).status).toBe(303)
  expect((await ask('coordinator', path)).text).toContain('Med ett bord sitter alla tillsammans hela tiden.')
})

const refusal = (bytes: string) => {
  const read = rowsOfFile(Buffer.from(bytes, 'latin1'))
  return read.ok ? null : read.refusal
}

describe('the list is read from a file', () => {
  const path = '/rundabordssamtal/:event/deltagare/fil'
  const rows = [
    ['Namn', 'Organisation', 'E-post', 'Kommun'],
    ['Ada Ek', 'Byggarna', 'ada@example.org', 'Ale'],
    ['Bo Al', 'Snickarna', 'bo', 'Malmö'],
  ]
  test('each cell that cannot be read is named as the spreadsheet names it, and what was read can be mended', async () => {
    const book = await workbookOf([
      { name: 'Lista', headings: rows[0] ?? [], rows: rows.slice(1), widths: [20, 20, 20, 20] },
    ])
    const sent = new FormData()
    sent.append('file', new Blob([book]), 'lista.xlsx')
    sent.append('criterion', 'guest')
    const answer = await ask('coordinator', path, { method: 'POST', body: sent })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('C3, E-post (”bo”): Det ser inte ut som en e-postadress.')
    expect(answer.text).toContain('D3, Kommun (”Malmö”): Kommunen finns inte i nätverket.')
    expect(answer.text).toContain('Ada Ek\tByggarna\tada@example.org\tAle')
  })

  test('two by one name are asked about, and added when it is answered', async () => {
    const table =
      'Namn;Organisation;E-post\nKim Berg;Byggarna;kim@example.org\nKim Berg;Byggarna;kim2@example.org'
    const fields = { table, criterion: 'guest' }
    expect((await post(path, { ...fields, do: 'read' })).text).toContain('2 personer kan läggas till.')
    const asked = await post(path, { ...fields, do: 'add' })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('name="same-3"')
    const added = await post(path, { ...fields, do: 'add', 'same-3': 'two' })
    expect(added.to).toContain('added=2&kept=0')
  })

  test('a person in two organisations, and two by one name, are told by the cell of their name', async () => {
    const twice = [
      ['E-post', 'Namn', 'Organisation'],
      ['eva@example.org', 'Eva Ek', 'Bolaget'],
      ['eva@example.org', 'Eva Ek', 'Föreningen'],
      ['ali@example.org', 'علي', 'Skolan'],
      ['ali2@example.org', 'علي', 'Skolan'],
    ]
    const book = await workbookOf([
      { name: 'Lista', headings: twice[0] ?? [], rows: twice.slice(1), widths: [20, 20, 20] },
    ])
    const sent = new FormData()
    sent.append('file', new Blob([book]), 'lista.xlsx')
    for (const [name, value] of Object.entries({ criterion: 'guest', do: 'add' })) sent.append(name, value)
    const list = async () => (await ask('coordinator', '/rundabordssamtal/:event/deltagare')).text
    const asked = await ask('coordinator', path, { method: 'POST', body: sent })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('B3, \u2068Eva Ek\u2069, \u2068Föreningen\u2069: Är det samma person?')
    expect(asked.text).toContain('\u2068Eva Ek\u2069 finns redan på listan, från \u2068Bolaget\u2069.')
    expect(asked.text).toContain(
      'B5, \u2068علي\u2069, \u2068Skolan\u2069: Svara först på om det är samma person.',
    )
    for (const field of ['same-3', 'same-5']) expect(asked.text).toContain(`href="#field-${field}"`)
    // In one organisation there is no other to come for.
    expect((asked.text.match(/hen kommer för den nya organisationen/g) ?? []).length).toBe(1)
    expect(await list()).not.toContain('Eva Ek')
    const table = twice.map((row) => row.join('\t')).join('\n')
    const answered = { table, criterion: 'guest', do: 'add', 'same-3': 'this', 'same-5': 'keep' }
    expect((await post(path, answered)).to).toContain('added=2&kept=2')
    expect(await list()).toMatch(/Eva Ek.*Föreningen/)
    expect(await list()).not.toContain('Bolaget')
  })

  test.each([
    ['file-nothing', { table: '' }],
    ['file-empty', { table: '\t\n\t' }],
  ])('%s is said at the field', async (_, fields) => {
    expect((await post(path, fields)).status).toBe(422)
  })

  test('what is no list is told apart', () => {
    expect(refusal('')).toBe('file-empty')
    expect(refusal('PK\u0003\u0004 x')).toBe('file-broken')
    expect(refusal('\u00D0\u00CF\u0011\u00E0')).toBe('file-broken')
    expect(refusal('a\u0000b')).toBe('file-broken')
    // Saved by an old program: Åsa in Windows-1252.
    expect(rowsOfFile(Buffer.from('\u00C5sa;Byggarna', 'latin1'))).toEqual({
      ok: true,
      value: [['Åsa', 'Byggarna']],
    })
  })
})

describe('somebody like another, put on the list', () => {
  const list = '/rundabordssamtal/:event/deltagare'
  const count = async () => ((await ask('coordinator', list)).text.match(/Ida Al/g) ?? []).length
  const typed = { criterion: 'guest', name: 'Ida Al', organisation: 'Bageriet', phone: '031-1', locale: 'sv' }

  test('by hand is asked about at the field, and what was typed is kept', async () => {
    expect((await post(`${list}/ny`, typed)).to).toContain('added=1')
    const other = { ...typed, organisation: 'Kvarnen' }
    const asked = await post(`${list}/ny`, other)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('\u2068Ida Al\u2069 finns redan på listan, från \u2068Bageriet\u2069.')
    expect(asked.text).toContain('href="#field-same"')
    for (const value of ['Kvarnen', '031-1']) expect(asked.text).toContain(`value="${value}"`)
    expect(await count()).toBe(1)
    expect((await post(`${list}/ny`, { ...other, same: 'keep' })).to).toContain('added=0&kept=1')
    expect((await post(`${list}/ny`, { ...other, same: 'two' })).to).toContain('added=1')
    expect(await count()).toBe(2)
  })

  test('from those whom the network knows is asked about there', async () => {
    const { text } = await ask('coordinator', `${list}/kontakter`)
    const [, id = '', name = ''] = /name="(person-[^"]+)".*?\u2068([^\u2069]+)\u2069/s.exec(text) ?? []
    expect((await post(`${list}/ny`, { ...typed, name, organisation: 'Annan förening' })).status).toBe(303)
    const chosen = { criterion: 'guest', [id]: 'on' }
    const asked = await post(`${list}/kontakter`, chosen)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain(`href="#field-same-${id}"`)
    expect((await post(`${list}/kontakter`, { ...chosen, [`same-${id}`]: 'two' })).to).toContain('added=1')
  })
})

describe('the page of whoever is invited', () => {
  test('says what is public before it is answered, keeps what was typed, and tells what it became', async () => {
    await planted.addParticipant({ name: 'سلمى', kind: 'guest', state: 'invited' })
    const before = await ask('visitor', own('سلمى'))
    expect(before.text).toContain('allmän handling')
    expect(before.text).toContain('<bdi>Inbjudan till سلمى</bdi>')
    const wrong = await post(
      own('سلمى'),
      { answer: 'delegate', delegateName: 'Bo', delegateEmail: 'bo' },
      'visitor',
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="Bo"')
    expect((await post(own('سلمى'), {}, 'visitor')).text).toContain('Säg om du kommer.')
    const yes = await post(own('سلمى'), { answer: 'yes', food: 'Vegetariskt' }, 'visitor')
    expect(yes.to).toContain('?done=yes')
    const after = (await ask('visitor', `${own('سلمى')}?done=yes`)).text
    expect(after).toContain('Tack! Du har en plats.')
    expect(after).toContain('value="Vegetariskt"')
    expect((await ask('coordinator', '/rundabordssamtal/:event/deltagare/behov')).text).toContain(
      'Vegetariskt',
    )
  })

  test('gives a file for the calendar, with the hours and the place', async () => {
    const { text, headers } = await ask('visitor', `${own('guest 1')}/kalender.ics`)
    expect(headers.get('content-type')).toContain('text/calendar')
    // Nine in the morning of December in Sweden.
    expect(text).toContain('DTSTART:20261201T080000Z')
    expect(text).toContain('LOCATION:Stora salen')
    expect(text).not.toContain(planted.key('guest 1'))
    expect(text).toContain('SEQUENCE:0')
    const stands = { title: 'x', theme: 'x', opensAt: '09:00', endsAt: '11:30', seats: '80' }
    const days = { onDay: '2026-12-02', answerBy: '2026-11-27', needsDays: '14' }
    const moved = await post('/rundabordssamtal/:event/planera', { ...stands, ...days, place: 'Lilla salen' })
    expect(moved.to).toContain('done=moved&letters=')
    expect((await ask('coordinator', moved.to)).text).toContain(
      'brev om den nya tiden eller platsen är på väg.',
    )
    const again = (await ask('visitor', `${own('guest 1')}/kalender.ics`)).text
    expect(again).toContain('DTSTART:20261202T080000Z')
    expect(again).toContain('SEQUENCE:1')
    const uid = /UID:.+/
    expect(uid.exec(again)?.[0]).toBe(uid.exec(text)?.[0])
  })

  test.each(['a\r\nBcc: b@example.org', 'x'.repeat(2000)])('a name of %j harms nothing', async (name) => {
    await planted.addParticipant({ name: `sender ${name.length}`, kind: 'guest', state: 'invited' })
    const fields = { answer: 'delegate', delegateName: name, delegateEmail: 'x@example.org' }
    const { status } = await post(own(`sender ${name.length}`), fields, 'visitor')
    expect(status).toBe(name.length > 120 ? 422 : 303)
    const mails = await database.ownerDb.selectFrom('mailMessage').select(['recipient', 'subject']).execute()
    for (const { recipient, subject } of mails) expect(`${recipient}${subject}`).not.toMatch(/[\r\n]/)
  })
})

describe('a host who says no', () => {
  test('is told of at the table and where the coordinator begins the day, until another is chosen', async () => {
    planted = await plantTestEvent(database)
    const tables = '/rundabordssamtal/:event/planera/bord'
    const work = new Hono<VisitEnv>().get('/work', async (c) => {
      const visit = c.get('visit')
      return visit.page({ title: 'work' }, (await eventsToDo(visit)) ?? h('p', null))
    })
    const toDo = async () => (await planted.asked('coordinator', work, '/work')).text
    expect((await ask('coordinator', tables)).text).not.toContain('Bord utan värd')
    expect(await toDo()).not.toContain('utan värd')
    expect((await post(own('host 2'), { answer: 'no' }, 'visitor')).status).toBe(303)
    expect((await ask('coordinator', tables)).text).toContain(
      '\u2068host 2\u2069 kommer inte. Välj en annan värd.',
    )
    expect(await toDo()).toContain('Kompetens (exempel): bord 2 är utan värd')
  })
})

describe('what an event is', () => {
  const stands = {
    title: 'Kompetens (exempel)',
    theme: 'Hur vi hittar folk',
    place: 'Stora salen',
    onDay: '2026-12-01',
    opensAt: '09:00',
    endsAt: '11:30',
    seats: '90',
    answerBy: '2026-11-27',
    needsDays: '14',
  }

  test('each field says what it lacks; no seats is no event', async () => {
    const empty = await post('/rundabordssamtal/nytt', { seats: '0', title: 'Kvar' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('value="Kvar"')
    for (const says of [
      'Ett samtal utan platser har ingen att bjuda in.',
      'Skriv när dörrarna öppnas',
      'Skriv när samtalet slutar',
      'Välj vilken dag de senast ska svara.',
    ])
      expect(empty.text).toContain(says)
  })

  test('hours that leave rounds outside are told at the field, or take them along and say so', async () => {
    const path = '/rundabordssamtal/:event/planera'
    const rounds = { 'round-1-startsAt': '9.30', 'round-1-minutes': '90' }
    expect((await post(`${path}/program`, rounds)).status).toBe(303)
    const short = await post(path, { ...stands, endsAt: '10.45' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('href="#field-endsAt">Rundorna ryms inte i de tiderna.')
    expect(short.text).toContain('value="10.45"')
    const moved = await post(path, { ...stands, opensAt: '13.00', endsAt: '15.30' })
    expect(moved.status).toBe(303)
    expect((await ask('coordinator', moved.to)).text).toContain(
      'Rundorna och programpunkterna är flyttade 240 minuter senare.',
    )
    expect((await ask('coordinator', `${path}/program`)).text).toContain('value="13:30"')
    expect((await post(path, stands)).status).toBe(303)
  })
})

describe('a visitor', () => {
  test('finds what came of an event from the list and from its page, once it has been', async () => {
    const came = `/rundabordssamtal/${planted.event}/vad-blev-det`
    for (const path of ['', '/:event'])
      expect((await ask('visitor', `/rundabordssamtal${path}`)).text).not.toContain(came)
    await database.ownerDb.updateTable('event').set({ answerBy: '2026-11-01', onDay: '2026-11-20' }).execute()
    for (const path of ['', '/:event'])
      expect((await ask('visitor', `/rundabordssamtal${path}`)).text).toContain(came)
  })
})
