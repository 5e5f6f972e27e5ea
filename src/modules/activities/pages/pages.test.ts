import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testNow } from '../../../../tests/people.ts'
import { asked, form as sent } from '../../../../tests/visits.ts'
import { addActivity } from '../actions/add-activity.ts'
import { everything, form, plantNetwork, typed, type Planted, type Who } from '../testing.ts'
import { activityApi } from './api.ts'
import { activitiesRoutes } from './routes.tsx'

const database = useTestDatabase()
const origin = 'https://samsyn.example.org'
let planted: Planted
let joint = ''

beforeAll(async () => {
  planted = await plantNetwork(database)
  joint = await added({
    'with-1441': 'on',
    owner: planted.idOf('officer'),
    status: 'stuck',
    reason: 'Väntar på nätägaren',
    budget: '250000',
    paidBy: 'Nämnden',
    note: 'Bara för oss',
  })
})

async function added(said: Readonly<Record<string, string>> = {}): Promise<string> {
  const outcome = await addActivity(planted.context('officer'), '1440', form(said))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const visit = async (who: Who, path: string, init?: RequestInit) =>
  asked({ database, network: planted.network }, planted.actors[who], activitiesRoutes({ origin }), path, init)

const offers = async (who: Who) => {
  const { text } = await visit(who, `/aktiviteter/${joint}`)
  return [`${joint}/redigera`, `${joint}/underlag`, `${joint}/ta-over`].map((one) => text.includes(one))
}

const ask = async (query: string) =>
  asked({ database, network: planted.network }, null, activityApi(), `/api/v1/activities${query}`)

/** The words that only members, or only those who do it, may read. */
const inside = ['officer 1440 (exempel)', 'Väntar på nätägaren', '250', 'Nämnden', 'Börja klockan åtta']
const own = 'Bara för oss'

describe('one activity', () => {
  test.each([
    [
      '/aktiviteter/ale-frukostmoten',
      'Sitter fast',
      'Frukostmöten',
      'Första mötet',
      'ska vara klar 1 december',
    ],
    ['/en/activities/ale-frukostmoten', 'Stuck', 'Frukostmöten', 'Första mötet', 'due 1 December 2026'],
  ])('%s shows a visitor the public part and nothing else', async (path, ...words) => {
    const { status, text } = await visit('visitor', path)
    expect(status).toBe(200)
    for (const word of [...words, 'Fler företag träffas', 'Näringslivsenheten', 'Lerum'])
      expect(text).toContain(word)
    for (const word of [...inside, own]) expect(text).not.toContain(word)
  })

  test('shows members what is behind it, and the note to those who do it and the coordinator', async () => {
    for (const who of ['partner', 'third', 'neighbour', 'leader', 'coordinator'] as const) {
      const { text } = await visit(who, `/aktiviteter/${joint}`)
      for (const word of inside) expect(text).toContain(word)
      expect(text.includes(own), who).toBe(who !== 'partner' && who !== 'third')
    }
  })

  test('offers each what they may do', async () => {
    expect(await offers('officer')).toEqual([true, true, false])
    expect(await offers('neighbour')).toEqual([false, true, true])
    expect(await offers('third')).toEqual([false, false, true])
    for (const who of ['visitor', 'partner', 'leader', 'coordinator'] as const)
      expect(await offers(who)).toEqual([false, false, false])
  })

  test('that is not there is not found', async () => {
    for (const path of ['/aktiviteter/ingen', '/aktiviteter/ingen/redigera', '/aktiviteter/ny/ingen'])
      expect((await visit('officer', path)).status).toBe(404)
  })
})

describe('the forms', () => {
  test('take what is right, and lead on to the page', async () => {
    const answer = await visit('officer', '/en/activities/new/ale', sent(typed({ title: 'Ny' })))
    expect([answer.status, answer.to]).toEqual([303, '/en/activities/ale-ny?saved'])
    expect((await visit('officer', answer.to)).text).toContain('Saved')
  })

  test.each([
    ['/aktiviteter/ny/ale', 'Skriv vad som är i vägen.', 'Rätta det här först'],
    ['/en/activities/new/ale', 'Write what is in the way.', 'Put this right first'],
  ])('%s gives back what was typed and says what is wrong', async (path, problem, title) => {
    const wrong = typed({ status: 'stuck', title: 'Min titel', 'milestone-7': 'Sju', 'with-1441': 'on' })
    const { status, text } = await visit('officer', path, sent(wrong))
    expect(status).toBe(422)
    for (const word of [problem, title, 'value="Min titel"', 'value="Sju"']) expect(text).toContain(word)
    expect(text).toMatch(/name="with-1441"[^>]*checked/)
  })

  test('tell of a misfit at its field', async () => {
    const { status, text } = await visit(
      'officer',
      '/aktiviteter/ny/ale',
      sent(typed({ intervention: 'avslutad' })),
    )
    expect([status, text.includes('Insatsen är avslutad. Välj en annan.')]).toEqual([422, true])
  })

  test('show the second of two both versions, and then take the one that was chosen', async () => {
    const id = await added({ title: 'Två skriver' })
    const path = `/aktiviteter/${id}/redigera`
    expect((await visit('officer', path)).text).toContain('name="version" value="1"')
    await visit('officer', path, sent(typed({ aim: 'Den ena.', version: '1' })))
    const second = await visit('colleague', path, sent(typed({ aim: 'Den andra.', version: '1' })))
    expect(second.status).toBe(409)
    for (const word of ['Den ena.', 'Den andra.', 'name="version" value="2"'])
      expect(second.text).toContain(word)
    expect((await visit('colleague', path, sent(typed({ aim: 'Den andra.', version: '2' })))).status).toBe(
      303,
    )
  })

  test('are for officers of the municipality, to see and to send', async () => {
    for (const who of ['visitor', 'partner', 'neighbour', 'leader', 'coordinator'] as const) {
      for (const path of ['/aktiviteter/ny/ale', `/aktiviteter/${joint}/redigera`]) {
        expect((await visit(who, path)).status).toBe(403)
        expect((await visit(who, path, sent(typed()))).status).toBe(403)
      }
    }
  })

  test('whatever is sent to any of them is answered', async () => {
    const bodies = [
      {},
      { withdraw: 'x', milestone: 'x', municipality: 'x', title: '\u0000' },
      typed({ version: '9' }),
    ]
    const paths = [
      'ny/ale',
      ...['redigera', 'milstolpar', 'underlag', 'ta-over'].map((end) => `${joint}/${end}`),
    ]
    for (const body of bodies)
      for (const path of paths)
        expect((await visit('officer', `/aktiviteter/${path}`, sent(body))).status, path).toBeLessThan(500)
  })
})

describe('milestones and evidence', () => {
  test('are told on the page, with what is wrong at its field', async () => {
    const path = `/aktiviteter/${joint}/milstolpar`
    const wrong = await visit('neighbour', path, sent({ milestone: '1', 'reachedOn-1': '2099-01-01' }))
    expect([wrong.status, wrong.text.includes('Dagen har inte varit än')]).toEqual([422, true])
    const right = await visit('neighbour', path, sent({ milestone: '1', 'reachedOn-1': '2026-11-20' }))
    expect(right.status).toBe(303)
    expect((await visit('visitor', `/aktiviteter/${joint}`)).text).toContain('nådd 20 november 2026')
    expect((await visit('third', path, sent({ milestone: '1', 'reachedOn-1': '' }))).status).toBe(403)
  })

  test('what is withdrawn is gone for visitors, and seen by members as such', async () => {
    const path = `/en/activities/${joint}/evidence`
    const wrong = await visit('officer', path, sent({ title: 'Falskt', address: 'data:text/html,x' }))
    expect([wrong.status, wrong.text.includes('value="Falskt"')]).toEqual([422, true])
    await visit('officer', path, sent({ title: 'Protokollet', address: 'https://example.org/p' }))
    expect((await visit('visitor', `/aktiviteter/${joint}`)).text).toContain('href="https://example.org/p"')
    const [one] = (await everything(database)).evidence
    expect((await visit('third', path, sent({ withdraw: one?.id ?? '' }))).status).toBe(403)
    for (let times = 0; times < 2; times += 1)
      expect((await visit('officer', path, sent({ withdraw: one?.id ?? '' }))).status).toBe(303)
    expect((await visit('visitor', `/aktiviteter/${joint}`)).text).not.toContain('Protokollet')
    expect((await visit('partner', `/aktiviteter/${joint}`)).text).toMatch(
      /<del>.*Protokollet.*<\/del>.*återtaget/,
    )
  })
})

test('an activity that is taken over from one that was shows each source, and each sees its takers', async () => {
  const first = await added({ title: 'Kedja', owner: planted.idOf('officer') })
  const take = async (who: Who, id: string, municipality: string) =>
    visit(who, `/aktiviteter/${id}/ta-over`, sent({ municipality }))
  const second = await take('neighbour', first, '1441')
  expect([second.status, second.to]).toEqual([303, '/aktiviteter/lerum-kedja?taken-over'])
  expect((await visit('neighbour', second.to)).text).toContain('Nu är den er.')
  expect((await take('third', 'lerum-kedja', '1480')).to).toBe('/aktiviteter/goteborg-kedja?taken-over')
  expect((await take('neighbour', first, '1441')).to).toBe('/aktiviteter/lerum-kedja')
  expect((await take('leader', first, '1440')).status).toBe(403)

  const plain = async (id: string) =>
    (await visit('visitor', `/aktiviteter/${id}`)).text.replace(/<[^>]*>/g, '')
  expect(await plain('goteborg-kedja')).toMatch(
    /Övertagen från Lerum: Kedja, som tog över den från Ale: Kedja/,
  )
  expect(await plain(first)).toMatch(/Har tagits över av.*Lerum: Kedja.*Planerad.*övertagen 24 november 2026/)
  expect(await plain(first)).not.toContain('Göteborg: Kedja')
  const { letters } = await everything(database)
  expect(letters[0]?.body).toContain(`${origin}/aktiviteter/lerum-kedja`)
})

describe('all activities', () => {
  test.each([
    ['/aktiviteter?kommun=lerum&status=stuck', true],
    ['/en/activities?municipality=lerum&intervention=oppen', true],
    ['/aktiviteter?kommun=goteborg&status=stuck', false],
    ['/aktiviteter?insats=avslutad', false],
    ['/aktiviteter?status=stuck&kommun=ingen', false],
    ['/aktiviteter?status=x', true],
  ])('%s', async (path, isThere) => {
    const { status, text } = await visit('visitor', path)
    expect([status, text.includes(`/${joint}`)]).toEqual([200, isThere])
  })

  test('as a file hold nothing that a visitor may not read, whoever asks', async () => {
    const { text, headers } = await visit('officer', '/aktiviteter/data.csv?status=stuck')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('ale-frukostmoten,Frukostmöten,')
    for (const word of [...inside, own]) expect(text).not.toContain(word)
  })

  test('by the open interface', async () => {
    const { text } = await ask('?municipality=1441&status=stuck')
    expect(JSON.parse(text)).toMatchObject({
      activities: [
        { id: joint, municipality: '1440', joined: ['1441'], status: 'stuck', intervention: 'oppen' },
      ],
    })
    for (const word of [...inside, own]) expect(text).not.toContain(word)
    expect((await ask('?status=x')).status).toBe(400)
    expect(JSON.parse((await ask('?municipality=0000')).text)).toEqual({ activities: [] })
  })

  test('have their milestones in a calendar, for the network and for each municipality', async () => {
    const all = await visit('visitor', '/aktiviteter/milstolpar.ics')
    expect(all.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(all.text).toContain('SUMMARY:Första mötet (Ale)')
    expect(all.text).toContain('DTSTART;VALUE=DATE:20261201')
    expect(all.text).not.toContain(`UID:activity-${joint}-1@`)
    expect(
      (await visit('visitor', '/en/activities/milestones.ics?municipality=goteborg')).text,
    ).not.toContain('VEVENT')
    expect((await visit('visitor', '/aktiviteter/milstolpar.ics?kommun=ingen')).status).toBe(404)
  })
})

const handOverPath = () => `/overlamning/${planted.idOf('officer')}`

describe('a hand-over', () => {
  test('gathers what is somebody’s, for themselves and the coordinator', async () => {
    for (const who of ['officer', 'coordinator'] as const) {
      const { status, text } = await visit(who, handOverPath())
      expect([status, text.includes('Frukostmöten')]).toEqual([200, true])
      expect(text.includes('name="all-1440"')).toBe(who === 'officer')
    }
    for (const who of ['visitor', 'partner', 'colleague', 'leader'] as const)
      expect((await visit(who, handOverPath())).status).toBe(403)
    expect((await visit('coordinator', '/overlamning/ingen')).status).toBe(404)
    expect((await visit('coordinator', `/overlamning/${planted.network.id}`)).status).toBe(404)
  })

  test('says what is wrong, passes on, and leaves a note to print', async () => {
    const key = `activity-1440-${joint}`
    const wrong = await visit('officer', handOverPath(), sent({ [`to-${key}`]: '', 'all-1440': 'nobody' }))
    expect([wrong.status, wrong.text.includes('Skriv varför ingen tar över än.')]).toEqual([422, true])
    const answers = { [`to-${key}`]: 'nobody', [`why-${key}`]: 'Tjänsten är utlyst', 'all-1440': '' }
    const right = await visit('officer', handOverPath(), sent(answers))
    expect([right.status, right.to]).toEqual([303, `${handOverPath()}?saved=1`])
    expect((await visit('officer', right.to)).text).toContain('En sak är överlämnad')
    const note = await visit('coordinator', `/en/hand-over/${planted.idOf('officer')}/note`)
    expect(note.text).toContain('Nobody yet, because: Tjänsten är utlyst')
    const again = await visit('officer', handOverPath(), sent(answers))
    expect([again.status, again.text.includes('Inget är överlämnat')]).toEqual([409, true])
  })

  test('is led to by the coordinator’s page once a role is taken', async () => {
    await added({ title: 'Blir kvar', owner: planted.idOf('colleague') })
    await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: testNow, revokedBy: planted.idOf('coordinator') })
      .where('personId', '=', planted.idOf('colleague'))
      .execute()
    const { text } = await visit('coordinator', `/overlamning/${planted.idOf('colleague')}`)
    for (const word of ['Blir kvar', 'name="all-1440"', 'Den ansvariga har inte längre någon roll'])
      expect(text).toContain(word)
  })
})
