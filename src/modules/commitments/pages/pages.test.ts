import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { asKeyHolder, inTransaction, type VisitEnv } from '#modules/accounts'
import { eventWith } from '#modules/roundtable'
import { useTestDatabase } from '../../../../tests/database.ts'
import { addTestActor } from '../../../../tests/people.ts'
import { asked, form } from '../../../../tests/visits.ts'
import { sayAllCame } from '../../event-day/testing.ts'
import { origin, plantTestEvent, secret, type PlantedEvent } from '../../roundtable/testing.ts'
import { answerPromise } from '../actions/answer-promise.ts'
import { AnswerForm } from '../core/forms.ts'
import { noted, plantIntervention, theDay, typedPromise } from '../testing.ts'
import { hostNotes } from './desk-read.tsx'
import { commitmentRoutes } from './routes.tsx'

const database = useTestDatabase()
let planted: PlantedEvent
beforeAll(async () => {
  planted = await plantTestEvent(database)
  await plantIntervention(database, planted.network.id)
  // Pages are met at the tests' moment; the event is on that day.
  await database.ownerDb.updateTable('event').set({ onDay: '2026-11-24', answerBy: '2026-11-20' }).execute()
})

const routes = commitmentRoutes({ secret, origin })
const met = async (who: Parameters<PlantedEvent['asked']>[0], path: string, init?: RequestInit) =>
  planted.asked(who, routes, path, init)
const desk = (name = 'host 1') => `/bord/${planted.key(name)}/anteckningar`
const own = (name: string) => `/bord/${planted.key(name)}/ataganden`
const hostile = '<script>alert(1)</script> \u202Eabc \u05E9\u05DC\u05D5\u05DD'

function typedNote(said: Readonly<Record<string, string>> = {}) {
  return {
    kind: 'note',
    id: randomUUID(),
    note: randomUUID(),
    turn: '1',
    round: '0',
    voice: 'company',
    text: 'Svetsare',
    ...said,
  }
}

describe('the table’s page', () => {
  test('takes a note as a plain form, and shows it as it was written', async () => {
    const { status, text } = await met('visitor', desk())
    expect([status, text.includes('allmän handling'), text.includes('Vad hindrar?')]).toEqual([
      200,
      true,
      true,
    ])
    const sent = await met('visitor', desk(), form(typedNote({ text: hostile })))
    expect([sent.status, sent.to]).toEqual([303, `${desk()}?runda=1&saved`])
    const shown = (await met('visitor', `${desk()}?saved`)).text
    expect(shown).toContain('&lt;script>alert(1)&lt;/script> abc שלום')
    expect(shown).not.toContain('<script>alert')
    expect(shown).toContain('Ett företag sa')
    expect((await met('visitor', desk('host 2'))).text).not.toContain('שלום')
  })

  test('answers a device with what is wrong, and a reader with what was typed', async () => {
    const typed = { ...typedPromise(planted), promiser: '', what: 'Kvar' }
    const device = { ...form(typed), headers: { accept: 'application/json' } }
    const told = await met('visitor', desk(), device)
    expect([told.status, JSON.parse(told.text)]).toEqual([422, { because: 'Välj vem som lovar.' }])
    const page = await met('visitor', desk(), form(typed))
    expect([
      page.status,
      page.text.includes('value="Kvar"'),
      page.text.includes('Välj vem som lovar.'),
    ]).toEqual([422, true, true])
    const empty = await met('visitor', desk(), form(typedNote({ text: '', round: '1' })))
    expect(empty.text).toMatch(/aria-current="true">Runda 2/)
    for (const broken of [
      {},
      { kind: 'x' },
      { kind: 'note' },
      typedNote({ id: 'x' }),
      typedNote({ turn: '-1' }),
    ])
      expect((await met('visitor', desk(), form(broken as Record<string, string>))).status).toBe(422)
  })

  test('has a page for a note in hand, and none for whoever is no host', async () => {
    const note = typedNote({ text: 'I handen' })
    await met('visitor', desk(), form(note))
    const page = await met('visitor', `/bord/${planted.key('host 1')}/anteckning/${note.note}`)
    expect(page.text).toContain('Ändra anteckningen')
    expect(page.text).toMatch(/name="turn" value="2"/)
    for (const name of ['leader 1', 'company 1']) expect((await met('visitor', desk(name))).status).toBe(404)
    for (const key of ['x', '%00']) {
      expect((await met('visitor', `/bord/${key}/anteckningar`)).status).toBe(404)
      expect((await met('visitor', `/bord/${key}/anteckningar`, form(typedNote()))).status).toBe(404)
    }
  })
})

test('the notes can be framed on the page of the host, and for no other table', async () => {
  const frame = new Hono<VisitEnv>().get('/bord/:key/vard/:table', async (c) => {
    const visit = asKeyHolder(c.get('visit'), c.req.param('key'))
    const event = await inTransaction(visit, async (tx) => eventWith(tx, planted.event))
    const notes = event && (await hostNotes(visit, event, c.req.param('table'), 1))
    return notes ? visit.page({ title: 'x' }, notes) : c.notFound()
  })
  const framed = async (table: string) =>
    planted.asked('visitor', frame, `/bord/${planted.key('host 1')}/vard/${table}`)
  const { status, text } = await framed('1')
  expect([status, text.includes('action="anteckningar"'), text.includes('Vem gör vad?')]).toEqual([
    200,
    true,
    true,
  ])
  expect((await framed('2')).status).toBe(404)
})

describe('the pages of the coordinator', () => {
  test('are for nobody else', async () => {
    const at = `/rundabordssamtal/${planted.event}/anteckningar`
    const paths = [at, `${at}/sammanfattning`, `${at}/bord/1`]
    for (const path of paths) {
      expect((await met('coordinator', path)).status).toBe(200)
      for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const) {
        expect((await met(who, path)).status).toBe(403)
      }
    }
    for (const path of paths.slice(1))
      for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const)
        expect((await met(who, path, form(typedNote()))).status).toBe(403)
    expect((await met('coordinator', '/rundabordssamtal/x/anteckningar')).status).toBe(404)
    expect(
      (await met('coordinator', `/rundabordssamtal/${randomUUID()}/anteckningar/sammanfattning`)).status,
    ).toBe(404)
  })

  test('draft the summary, keep what was typed, and send it once every point has its fate', async () => {
    const at = `/rundabordssamtal/${planted.event}/anteckningar/sammanfattning`
    expect((await met('coordinator', at)).text).toContain('14 dagar kvar')
    await met('coordinator', at, form({ do: 'draft' }))
    const drafted = (await met('coordinator', at)).text
    const ids = [...drafted.matchAll(/name="text-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
    const version = /name="version" value="(\d+)"/.exec(drafted)?.[1] ?? ''
    const typed = { do: 'save', version, intro: 'x'.repeat(4000), [`text-${ids[0]}`]: 'Kvar' }
    const refused = await met('coordinator', at, form(typed))
    expect([refused.status, refused.text.includes('Kvar'), refused.text.includes('för långt')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await met('coordinator', `${at}/granska`)).text).toContain('saknar besked')
    const fates = Object.fromEntries(
      ids.flatMap((id) => [
        [`text-${id}`, 'Svetsare'],
        [`fate-${id}`, 'taken'],
        [`fateText-${id}`, 'Kurs'],
      ]),
    )
    const saved = await met('coordinator', at, form({ do: 'review', version, intro: 'Tack', ...fates }))
    expect(saved.to).toBe(`${at}/granska`)
    // New notes are fetched without losing what has been typed.
    const kept = /name="version" value="(\d+)"/.exec((await met('coordinator', at)).text)?.[1] ?? ''
    const fetched = form({ do: 'draft', version: kept, intro: 'Tack alla', ...fates })
    expect((await met('coordinator', at, fetched)).to).toBe(`${at}?saved`)
    expect((await met('coordinator', at)).text).toContain('Tack alla')
    const preview = (await met('coordinator', `${at}/granska`)).text
    expect(preview).toContain('Går till 12 deltagare.')
    expect(preview).toContain('Det är inte sagt om 12 personer som hade tackat ja kom.')
    expect(preview).toContain('/dagen/vilka-kom')
    await sayAllCame(planted, theDay)
    const ready = (await met('coordinator', `${at}/granska`)).text
    const seen = /name="version" value="(\d+)"/.exec(ready)?.[1] ?? ''
    await met('coordinator', `${at}/granska`, form({ version: seen }))
    const came = (await met('visitor', `/rundabordssamtal/${planted.event}/vad-blev-det`)).text
    expect(came).toContain('Tas om hand')
    expect((await met('visitor', desk())).text).toContain('Sammanfattningen är skickad')
    await database.ownerDb.updateTable('eventSummary').set({ sentAt: null }).execute()
  })
})

describe('a participant’s commitments', () => {
  test('are answered at their own page; opening it stores nothing', async () => {
    const id = await noted(planted)
    const { text } = await met('visitor', own('leader 1'))
    expect(text).toContain('Ja, det stämmer')
    const wrong = { commitment: id, do: 'confirm', [`what-${id}`]: '', [`byDay-${id}`]: '2027-01-07' }
    expect((await met('visitor', own('leader 1'), form(wrong))).text).toContain('Skriv vad som lovas.')
    const right = { ...wrong, [`what-${id}`]: 'Öppna en kurs', [`isPublic-${id}`]: 'on' }
    for (const name of ['leader 2', 'company 1'])
      expect((await met('visitor', own(name), form(right))).status).toBe(404)
    expect((await met('visitor', own('leader 1'), form(right))).status).toBe(303)
    const partly = { commitment: id, do: 'settle', [`ending-${id}`]: 'partly', [`because-${id}`]: '' }
    expect((await met('visitor', own('company 1'), form(partly))).text).toContain(
      'Skriv varför det inte är helt hållet.',
    )
    const moved = { commitment: id, do: 'move', [`newDay-${id}`]: '2026-11-01', [`why-${id}`]: 'x' }
    expect((await met('visitor', own('leader 1'), form(moved))).text).toContain('Dagen har redan varit.')
    await met('visitor', own('company 1'), form({ ...partly, [`because-${id}`]: hostile }))
    const list = await met('visitor', '/ataganden')
    expect(list.text).toContain('Delvis hållet')
    const one = (await met('visitor', `/ataganden/${id}`)).text
    expect(one).not.toContain('<script>alert')
    expect(one).toContain('leader 1 AB (exempel)')
    expect(one).not.toContain('company 1')
  })

  test('are listed for members with those that are not for everybody, and as a file', async () => {
    const id = await noted(planted, { what: 'Internt', isPublic: '' })
    const hidden = AnswerForm.parse({ do: 'confirm', what: 'Internt', byDay: '2027-01-07' })
    await answerPromise(planted.contextOf('leader 1', theDay), id, hidden)
    for (const path of [
      '/ataganden',
      '/ataganden/data.csv',
      `/ataganden?samtal=${planted.event}&lage=under-way`,
    ]) {
      expect((await met('partner', path)).text).toContain('Internt')
      expect((await met('visitor', path)).text).not.toContain('Internt')
    }
    expect((await met('partner', '/ataganden?kommun=lerum')).text).not.toContain('Internt')
    expect((await met('visitor', `/ataganden/${id}`)).status).toBe(404)
    for (const path of ['/ataganden/x', `/ataganden/${randomUUID()}`])
      expect((await met('officer', path)).status).toBe(404)
  })

  test('are answered by a person who is on the list, signed in', async () => {
    const actor = await addTestActor(database, planted.network.id, 'leader', '1441')
    await database.ownerDb
      .updateTable('participant')
      .set({ personId: actor.personId })
      .where('id', '=', planted.idOf('leader 2'))
      .execute()
    const id = await noted(planted, { promiser: planted.idOf('leader 2'), intervention: 'it' })
    const fields = {
      commitment: id,
      do: 'confirm',
      [`what-${id}`]: 'Vår kurs',
      [`byDay-${id}`]: '2027-01-07',
      [`isPublic-${id}`]: 'on',
    }
    for (const who of ['partner', 'officer', 'leader', 'coordinator'] as const)
      expect((await met(who, `/ataganden/${id}`, form(fields))).status).toBe(403)
    const place = { database, network: planted.network }
    expect((await asked(place, actor, routes, `/ataganden/${id}`, form(fields))).status).toBe(303)
    const { text } = await met('neighbour', `/ataganden/${id}`)
    expect(text).toContain('Gör det till en aktivitet')
    expect((await met('officer', `/ataganden/${id}`)).text).not.toContain('Gör det till en aktivitet')
    expect((await met('neighbour', `/ataganden/${id}?gor=programmet`, form({}))).status).toBe(303)
    expect((await met('visitor', `/ataganden/${id}`)).text).toContain('Står som aktivitet')
  })
})
