import { beforeAll, describe, expect, test } from 'vitest'
import { codesOf, participantsOf, tablesOf } from '#modules/roundtable'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testRoles, type TestRole } from '../../../../tests/people.ts'
import { readPdf, readWorkbook, squeezed } from '../../../../tests/report-readers.ts'
import { form } from '../../../../tests/visits.ts'
import { origin, plantTestEvent, type PlantedEvent, type Who } from '../../roundtable/testing.ts'
import { fillSeats } from '../actions/fill-seats.ts'
import { printForms, type PrintForm } from '../core/printed.ts'
import { lastRun } from '../run-store.ts'
import { latestVersion } from '../store.ts'
import { plainScore, seatFaults } from '../testing.ts'
import { seatPlanRoutes } from './routes.tsx'

const database = useTestDatabase()
const routes = seatPlanRoutes({ letters: async () => 0, origin })
let planted: PlantedEvent
let place: string

beforeAll(async () => {
  planted = await plantTestEvent(database)
  place = `/rundabordssamtal/${planted.event}/placering`
  await planted.addParticipant({ name: 'محمد علي', kind: 'company', municipality: '1441' })
  await planted.addParticipant({ name: '李小龙', kind: 'company', municipality: '1440' })
})

async function asked(who: Who, path: string, fields?: Readonly<Record<string, string>>) {
  return planted.asked(who, routes, path, fields && form(fields))
}
const me = async (path: string, fields?: Readonly<Record<string, string>>) =>
  asked('coordinator', path, fields)
const latest = async () => planted.as('coordinator', async (tx) => latestVersion(tx, planted.event))

/** Lets the worker do what was asked for on the page. */
async function work(): Promise<void> {
  const { network, event, context, as } = planted
  const person = context('coordinator').actor?.personId ?? ''
  const run = (await as('coordinator', async (tx) => lastRun(tx, event)))?.id ?? ''
  await fillSeats(
    { db: database.db, clock: () => context('coordinator').now, signal: AbortSignal.timeout(700) },
    { networkId: network.id, person, event, run },
  )
}

describe('the board', () => {
  test('before anything is seated says so, and lets the engine loose', async () => {
    const { status, text } = await me(place)
    expect(status).toBe(200)
    expect(text).toContain('Ingen placering är gjord än.')
    expect(text).toContain('Utan plats i den här rundan')
    expect((await me(place, { do: 'fill', round: '0' })).to).toBe(`${place}?runda=1&farg=municipality`)
    const underWay = await me(place)
    expect(underWay.text).toContain('Stoppa och behåll det bästa')
    expect((await me(place, { do: 'fill', round: '0' })).text).toContain('Motorn placerar redan.')
    expect(JSON.parse((await me(`${place}/lage`)).text)).toEqual({ version: 0, isUnderWay: true })
    await work()
    expect(JSON.parse((await me(`${place}/lage`)).text)).toEqual({ version: 1, isUnderWay: false })
  })

  test('claims no figure that a plain count does not find', async () => {
    const { people, tables } = await planted.as('coordinator', async (tx) => ({
      people: await participantsOf(tx, planted.event),
      tables: await tablesOf(tx, planted.event),
    }))
    const rounds = (await latest())?.rounds ?? []
    expect(seatFaults(people, tables, rounds)).toEqual([])
    const { meetings, organisationMeetings, organisationPairs } = plainScore(people, rounds)
    const { text } = await me(`${place}?runda=2`)
    expect(text).toContain(`möts och har nytta av det</dt><dd>${meetings}</dd>`)
    expect(text).toContain(`${organisationMeetings} av ${organisationPairs} par`)
    expect(text).toContain('Alla krav hålls.')
    expect((text.match(/data-person=/g) ?? []).length).toBe(people.length)
  })

  test('lights a rule that is broken by hand, with what it did to the figures, and is as before when undone', async () => {
    const before = await latest()
    const host = planted.idOf('host 1')
    const moved = await me(place, { do: 'move', version: '1', round: '0', person: host, table: '2' })
    expect(moved.to).toContain('saved=saved')
    const { text } = await me(moved.to)
    expect(text).toContain('Sparat som version 2.')
    expect(text).toContain('Bryts nu')
    expect(text).toContain('var någon får sitta')
    expect(text).toContain('seat-table--amiss')
    const undone = await me(place, { do: 'undo', version: '2', round: '0' })
    expect((await me(undone.to)).text).toContain('Placeringen är som i version 1 igen.')
    expect((await latest())?.rounds).toEqual(before?.rounds)
  })

  test.each([
    [{ do: 'move', person: '', table: '2' }, 'Välj vem som ska flyttas.'],
    [{ do: 'move', person: 'x', table: '' }, 'Välj ett bord, eller någon att byta plats med.'],
    [{ do: 'move', person: 'x', table: '2' }, 'Personen kommer inte till samtalet.'],
    [{ do: 'stop', run: 'x' }, 'Det finns ingen sådan fyllning.'],
    [{ round: '77', person: 'x', table: '1' }, 'Det finns ingen sådan runda.'],
  ])('%j changes nothing', async (fields, says) => {
    const before = await latest()
    const { status, text } = await me(place, { version: '3', round: '0', ...fields })
    expect(status).toBe(422)
    expect(text).toContain(says)
    expect(await latest()).toEqual(before)
  })

  test('a table that was taken away meanwhile is named as such', async () => {
    const before = await latest()
    const gone = { do: 'move', version: '3', round: '0', person: planted.idOf('guest 1'), table: '9' }
    const { status, text } = await me(place, gone)
    expect(status).toBe(422)
    expect(text).toContain('Det finns inget sådant bord.')
    expect(await latest()).toEqual(before)
  })

  test('shows both when somebody else was first', async () => {
    const person = planted.idOf('guest 1')
    const rounds = (await latest())?.rounds ?? []
    const others = ['1', '2', '3'].filter((id) => !rounds[1]?.[id]?.includes(person))
    const wish = { do: 'move', version: '3', round: '1', person }
    expect((await me(place, { ...wish, table: others[0] ?? '' })).status).toBe(303)
    const late = await me(place, { ...wish, table: others[1] ?? '' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Någon annan hann före')
    expect(late.text).toContain(`flytta \u2068guest 1\u2069 till bord ${others[1]} i runda 2`)
    expect(late.text).toContain('runda 2: bord')
    expect((await me(`${place}/versioner/1`)).text).toContain('Låt den här versionen gälla igen')
    const restored = await me(`${place}/versioner/1`, { basedOn: '3' })
    expect(restored.status).toBe(409)
    expect((await me(`${place}/versioner/1`, { basedOn: '4' })).status).toBe(303)
    expect((await me(`${place}/versioner`)).text).toContain('som i version 1')
  })
})

describe('the rules', () => {
  test('are edited in words, come back with what is wrong at its field, and say what cannot be had', async () => {
    const list = await me(`${place}/krav`)
    expect(list.text).toContain('Kraven nedan är färdiga förslag')
    expect(list.text).toContain('Varje företag sitter med sin egen kommun högst 1 gång')
    const add = `${place}/krav/nytt/count`
    const wrong = await me(add, {
      rule: 'count',
      kind: 'guest',
      atLeast: '5',
      atMost: '2',
      reason: 'Kvar här',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Det minsta kan inte vara mer än det största.')
    expect(wrong.text).toContain('Kvar här')
    const saved = await me(add, { rule: 'count', kind: 'leadership', atLeast: '1', reason: 'Alla ska höras' })
    expect(saved.status).toBe(303)
    const after = await me(`${place}/krav`)
    expect(after.text).toContain('2 ledare räcker inte till 3 bord med minst 1 vid varje (runda 1).')
    expect(after.text).toContain('Alla ska höras')
    const key = /krav\/([0-9a-f-]{36})/.exec(after.text)?.[1] ?? ''
    expect((await me(`${place}/krav/${key}`)).text).toContain('Alla ska höras')
    expect((await me(place)).text).toContain('Krav som ingen placering kan hålla')
    expect((await me(`${place}/krav/${key}`, { do: 'end' })).to).toContain('saved=ended')
    expect((await me(`${place}/krav`)).text).not.toContain('Alla ska höras')
  })

  test('that contradict one another are named, with whom they are about', async () => {
    const [one, other] = ['company 1', 'guest 1'].map((name) => planted.idOf(name))
    const two = { 'person-1': one ?? '', 'person-2': other ?? '', strength: 'must' }
    const before = [...(await me(`${place}/krav`)).text.matchAll(/krav\/([0-9a-f-]{36})/g)].map(
      ([, key]) => key,
    )
    for (const rule of ['together', 'apart'])
      expect((await me(`${place}/krav/nytt/${rule}`, { ...two, rule })).status).toBe(303)
    const { text } = await me(`${place}/krav`)
    expect(text).toContain(
      'company 1\u2069 och \u2068guest 1\u2069: reglerna ”ska sitta ihop” och ”ska sitta isär” motsäger',
    )
    for (const [, key] of text.matchAll(/krav\/([0-9a-f-]{36})/g))
      if (!before.includes(key)) await me(`${place}/krav/${key}`, { do: 'end' })
    expect((await me(place)).text).not.toContain('motsäger')
  })

  test('name only those who are on the list', async () => {
    const typed = { rule: 'meet', 'person-1': planted.idOf('guest 1'), 'person-2': 'somebody' }
    const { status, text } = await me(`${place}/krav/nytt/meet`, typed)
    expect(status).toBe(422)
    expect(text).toContain('Personen kommer inte till samtalet.')
    expect((await me(`${place}/krav/nytt/annat`)).status).toBe(404)
    expect((await me(`${place}/krav/nowhere`)).status).toBe(404)
  })
})

test('where everybody stays away the board says so, and the engine is not let loose', async () => {
  const before = await latest()
  const coming = database.ownerDb.updateTable('participant').where('eventId', '=', planted.event)
  await coming.set({ state: 'no' }).where('state', '=', 'yes').execute()
  const { status, text } = await me(place, { do: 'fill', round: '0' })
  expect(status).toBe(422)
  expect(text).toContain('Motorn kan inte placera. Det som hindrar står nedan.')
  expect(text).toContain('Ingen har tackat ja än.')
  expect(await latest()).toEqual(before)
  await coming.set({ state: 'yes' }).where('state', '=', 'no').execute()
})

test('with one table the board says that everybody sits together', async () => {
  const { ownerDb } = database
  const others = await ownerDb
    .selectFrom('eventTable')
    .selectAll()
    .where('eventId', '=', planted.event)
    .where('id', '!=', '1')
    .execute()
  for (const { id } of others)
    await ownerDb.deleteFrom('eventTable').where('eventId', '=', planted.event).where('id', '=', id).execute()
  const only = ownerDb.updateTable('eventTable').where('eventId', '=', planted.event)
  await only.set({ max: 90 }).execute()
  const { status, text } = await me(place)
  await only.set({ max: 6 }).execute()
  await ownerDb.insertInto('eventTable').values(others).execute()
  expect(status).toBe(200)
  expect(text).toContain('Med ett enda bord sitter alla tillsammans hela tiden.')
})

/** What is looked for in each form. */
const contents: Record<
  PrintForm,
  { readonly pages?: number; readonly says?: readonly string[]; readonly isOfPeople?: boolean }
> = {
  badges: { pages: 2, says: ['guest 2', 'Namnet skrivs för hand'] },
  'badges-a6': { pages: 14, says: ['guest 2', 'Namnet skrivs för hand'] },
  'table-cards': { pages: 3, isOfPeople: false },
  hosts: { says: ['Vem gör vad?', 'Värd: host 2', 'guest 2'] },
  people: { says: ['Var du sitter', 'guest 2'] },
  tables: { says: ['Bord 3', 'guest 2'] },
  wall: { pages: 2, says: ['Runda 2, 10:30', 'guest 2'] },
}

describe('on paper', () => {
  test('the page names those whose letters the fonts lack', async () => {
    const { text } = await me(`${place}/utskrift`)
    expect(text).toContain('Namn som typsnittet inte kan skriva')
    expect(text).toContain('<bdi>李小龙</bdi>')
    expect(text).not.toContain('<bdi>محمد علي</bdi>')
  })

  test('is the same bytes twice', async () => {
    const [{ bytes }, again] = await Promise.all([
      me(`${place}/utskrift/wall.pdf`),
      me(`${place}/utskrift/wall.pdf`),
    ])
    expect(Buffer.compare(bytes, again.bytes)).toBe(0)
  })

  test.each(printForms)('%s is accessible and has everybody in it', async (name) => {
    const { bytes, headers } = await me(`${place}/utskrift/${name}.pdf`)
    expect(headers.get('content-type')).toBe('application/pdf')
    const paper = await readPdf(bytes)
    expect(paper.isMarked).toBe(true)
    expect(paper.language).toBe('sv-SE')
    for (const host of ['host1', 'host2', 'host3']) expect(paper.text).toContain(host)
    const { pages, says = [], isOfPeople = true } = contents[name]
    expect(paper.pages).toHaveLength(pages ?? paper.pages.length)
    for (const words of says) expect(paper.text).toContain(squeezed(words))
    expect(paper.text).not.toContain('李')
    expect(paper.text.includes('محمد')).toBe(isOfPeople)
  })

  test('a badge has the code by which the door finds whoever wears it', async () => {
    const codes = await planted.as('coordinator', async (tx) => codesOf(tx, planted.event))
    for (const badges of ['badges', 'badges-a6'] as const) {
      const paper = await readPdf((await me(`${place}/utskrift/${badges}.pdf`)).bytes)
      expect(codes.size).toBe(planted.participants.size)
      for (const code of codes.values()) expect(paper.text).toContain(code)
    }
  })

  test('Excel holds each person and each table, whatever the letters', async () => {
    const { bytes } = await me(`${place}/utskrift/seats.xlsx`)
    const [people, tables] = readWorkbook(bytes)
    const rounds = (await latest())?.rounds ?? []
    const row = people?.rows.find(({ cells }) => [...cells.values()].some(({ text }) => text === '李小龙'))
    expect(row).toBeDefined()
    expect(people?.rows).toHaveLength(15)
    expect(tables?.rows).toHaveLength(1 + rounds.flatMap((seats) => Object.values(seats).flat()).length)
  })

  test('what there is no file of is not found', async () => {
    expect((await me(`${place}/utskrift/allt.pdf`)).status).toBe(404)
  })
})

test.each([...(Object.keys(testRoles) as TestRole[]), 'visitor' as const])(
  '%s reads and changes only what is theirs',
  async (who) => {
    const isAllowed = who === 'coordinator'
    const paths = ['', '/krav', '/krav/guests', '/krav/nytt/meet', '/versioner', '/versioner/1', '/utskrift']
    for (const path of paths)
      expect((await asked(who, place + path)).status, path).toBe(isAllowed ? 200 : 403)
    if (isAllowed) return
    const before = await latest()
    for (const path of ['', '/krav/guests', '/krav/nytt/colleagues-apart', '/versioner/1'])
      expect((await asked(who, place + path, { rule: 'colleagues-apart', do: 'undo' })).status, path).toBe(
        403,
      )
    expect((await asked(who, `${place}/utskrift/people.pdf`)).status).toBe(403)
    expect((await asked(who, `${place}/lage`)).status).toBe(404)
    expect(await latest()).toEqual(before)
  },
)

test('what there is not is not found, in both languages', async () => {
  const nowhere = '/rundabordssamtal/00000000-0000-4000-8000-000000000000/placering'
  for (const path of ['', '/krav', '/versioner', '/utskrift', '/utskrift/people.pdf'])
    expect((await me(nowhere + path)).status, path).toBe(404)
  expect((await me('/rundabordssamtal/x/placering')).status).toBe(404)
  const { text } = await me(`/en/round-tables/${planted.event}/seats`)
  expect(text).toContain('Let the engine seat them')
})
