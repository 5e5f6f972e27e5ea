import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { form } from '../../../../tests/visits.ts'
import { finishVisit } from '../actions/finish-visit.ts'
import { promisesIn } from '../promise-store.ts'
import { aVisit, plantCompany, secret, typedVisit, type Planted, type Who } from '../testing.ts'
import { visitsIn } from '../visit-store.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantCompany(database)
})

const page = (rest = '') => `/foretag/${planted.company}${rest}`
const send = async (path: string, typed: Readonly<Record<string, string>>, who: Who = 'officer') =>
  planted.asked(who, path, form(typed))
const visits = async () => planted.as('officer', (tx) => visitsIn(tx, { company: planted.company }))

async function finished(): Promise<string> {
  const known = { kind: 'known', id: planted.company } as const
  const outcome = await finishVisit(planted.context('officer'), known, aVisit(), secret)
  if (!outcome.ok) throw new Error('refused')
  return outcome.value.visit
}

describe('the pages of companies', () => {
  const unmet = ['visitor', 'partner', 'leader', 'operator'] as const
  test.each(unmet)('are not for the %s', async (who) => {
    for (const path of [
      '/foretag',
      '/foretag/besok',
      '/foretag/loften',
      page(),
      page('/redigera'),
      page('/besok/nytt'),
    ])
      expect([path, (await planted.asked(who, path)).status]).toSatisfy(
        ([, status]: [string, number]) => status === 403 || status === 404,
      )
    const sent = await send(page('/besok/nytt'), { ...typedVisit, do: 'finish' }, who)
    expect([403, 404]).toContain(sent.status)
  })

  test('are read by officers and the coordinator in both languages', async () => {
    for (const who of ['officer', 'neighbour', 'coordinator'] as const) {
      expect((await planted.asked(who, '/foretag?sok=556703-7485')).text).toContain('Plåt och Svets')
      expect((await planted.asked(who, '/en/companies?search=nothing')).text).toContain('No company fits')
      expect((await planted.asked(who, page())).text).toContain('556703-7485')
    }
  })

  test('what is no id, no visit, no promise is not found', async () => {
    const none = '00000000-0000-4000-8000-000000000000'
    for (const path of [
      '/foretag/x',
      `/foretag/${none}`,
      page('/besok/x'),
      page(`/besok/${none}`),
      '/foretag/loften/x',
      `/foretag/loften/${none}`,
      page('/kontakter/x'),
    ])
      expect([path, (await planted.asked('officer', path)).status]).toEqual([path, 404])
  })
})

describe('the form of a visit', () => {
  test('comes back as it was typed, with what is wrong at its field', async () => {
    const typed = {
      ...typedVisit,
      said: '',
      inside: '<b>"kvar"</b>',
      'promiseOn-1': '2026-11-01',
      do: 'finish',
    }
    const { status, text } = await send(page('/besok/nytt'), typed)
    expect(status).toBe(422)
    expect(text).toContain('Skriv vad som sades.')
    expect(text).toContain('Dagen ligger före besöket.')
    expect(text).toContain('&lt;b>&quot;kvar&quot;&lt;/b>')
    const later = await send(page('/besok/nytt'), {
      ...typedVisit,
      on: '2026-12-24',
      'promiseOn-1': '',
      'promise-1': '',
      do: 'finish',
    })
    expect([later.status, later.text.includes('Besöket har inte varit än')]).toEqual([422, true])
  })

  test('is saved by itself and by its button, and is gone on with by its writer alone', async () => {
    const saved = await planted.asked('officer', page('/besok/nytt'), {
      ...form({ ...typedVisit, said: 'Halvfärdigt', do: 'save' }),
      headers: { accept: 'application/json' },
    })
    expect(JSON.parse(saved.text)).toEqual({ version: 1 })
    expect((await planted.asked('officer', page('/besok/nytt'))).text).toContain('Halvfärdigt')
    expect((await planted.asked('colleague', page('/besok/nytt'))).text).not.toContain('Halvfärdigt')
    const button = await send(page('/besok/nytt'), { ...typedVisit, draft: '1' })
    expect([button.status, button.to]).toEqual([303, `${page('/besok/nytt')}?saved`])
  })

  test('says that somebody was there, to the neighbour before anything is written', async () => {
    await finished()
    const { text } = await planted.asked('neighbour', page('/besok/nytt'))
    expect(text).toContain('Någon var nyss där')
    expect(text).toContain('Ale var där i går')
    expect(text).not.toContain('De vill bygga ut')
    expect((await planted.asked('neighbour', '/foretag/besok')).text).toContain('Plåt och Svets')
  })

  test('leads to a company that is known, and adds one that is not', async () => {
    const known = await send('/foretag/besok/nytt', { number: '5567037485', do: 'find' })
    expect([known.status, known.to]).toEqual([303, page('/besok/nytt')])
    const near = await send('/foretag/besok/nytt', { name: 'plåt', do: 'find' })
    expect(near.text).toContain(page('/besok/nytt'))
    const wrong = await send('/foretag/besok/nytt', { number: '5567037486', do: 'find' })
    expect([wrong.status, wrong.text.includes('Organisationsnumret stämmer inte')]).toEqual([422, true])
    expect((await send('/foretag/besok/nytt', { do: 'find' })).status).toBe(422)
    const added = await send('/foretag/besok/nytt', {
      ...typedVisit,
      name: 'Helt nytt (exempel)',
      seat: '1440',
      do: 'finish',
    })
    expect(added.status).toBe(303)
    expect((await planted.asked('officer', added.to)).text).toContain('Besök hos Helt nytt (exempel)')
  })

  test('keeps no sole trader’s number, in no draft either', async () => {
    const digits = '12'.repeat(5)
    await send('/foretag/besok/nytt', { ...typedVisit, name: 'Enskild (exempel)', number: digits })
    expect((await planted.asked('officer', '/foretag/besok/nytt')).text).not.toContain(digits)
    const added = await send('/foretag/besok/nytt', {
      ...typedVisit,
      name: 'Enskild (exempel)',
      number: digits,
      do: 'finish',
    })
    const company = await planted.asked('officer', added.to.replace(/\/besok.*/, ''))
    expect(company.text).toContain('numret är ett personnummer')
    expect(company.text).not.toContain(digits)
    // It is known again by its number all the same.
    const again = await send('/foretag/besok/nytt', { number: digits, do: 'find' })
    expect(again.to).toBe(`${added.to.replace(/\/besok.*/, '')}/besok/nytt`)
  })
})

describe('what was written before a visit that is then planned', () => {
  test('is there when it is to be finished', async () => {
    const typed = { municipality: '1440', on: '2026-12-20', name: 'Sen (exempel)', said: 'Fråga om lagret.' }
    await send('/foretag/besok/nytt', typed)
    const planned = await send('/foretag/besok/nytt', { ...typed, do: 'plan' })
    expect((await planted.asked('officer', '/foretag/besok/nytt')).text).not.toContain('Fråga om lagret.')
    const written = planned.to.replace(/\/besok.*/, '/besok/nytt')
    const { text } = await planted.asked('officer', written)
    expect(text).toContain('Fråga om lagret.')
    expect(text).toContain(/besok\/([\da-f-]{36})/.exec(planned.to)?.[1] ?? 'none')
  })
})

describe('a visit’s page', () => {
  test('shows the words where they are one’s own, moves and shares', async () => {
    const visit = await finished()
    expect((await planted.asked('officer', page(`/besok/${visit}`))).text).toContain('Ring byggenheten.')
    const neighbours = await planted.asked('neighbour', page(`/besok/${visit}`))
    expect(neighbours.text).toContain('Fråga den.')
    expect(neighbours.text).not.toContain('De vill bygga ut')
    expect((await send(page(`/besok/${visit}`), { do: 'share' }, 'neighbour')).status).toBe(403)
    expect((await send(page(`/besok/${visit}`), { do: 'share' })).status).toBe(303)
    const shared = await planted.asked('neighbour', page(`/besok/${visit}`))
    expect(shared.text).toContain('De vill bygga ut')
    expect(shared.text).not.toContain('Ring byggenheten.')
  })

  test('of one to come moves it, takes it into a calendar, and cancels it', async () => {
    await send(page('/besok/nytt'), { municipality: '1440', on: '2026-12-10', do: 'plan' })
    const visit = (await visits()).find(({ state }) => state === 'planned')
    const path = page(`/besok/${visit?.id}`)
    const passed = await send(path, { municipality: '1440', on: '2026-11-01', do: 'move' })
    expect([passed.status, passed.text.includes('Dagen har varit')]).toEqual([422, true])
    await send(path, { municipality: '1441', on: '2026-12-11', do: 'move' })
    const calendar = await planted.asked('neighbour', `${path}/kalender.ics`)
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    expect(calendar.text).toContain('DTSTART;VALUE=DATE:20261211')
    expect((await send(path, { do: 'cancel' })).status).toBe(303)
    expect((await planted.asked('officer', path)).text).toContain('Inställt')
  })
})

describe('the calendar that a program follows', () => {
  test('is had without signing in by its own address, and by no other', async () => {
    await send(page('/besok/nytt'), { municipality: '1440', on: '2026-12-15', do: 'plan' })
    const { text } = await planted.asked('neighbour', '/foretag/besok')
    const feed = /href="(\/foretag\/besok\/kalender\.ics[^"]*)"/.exec(text)?.[1]?.replace('&amp;', '&') ?? ''
    const followed = await planted.asked('visitor', feed)
    expect(followed.text).toContain('DTSTART;VALUE=DATE:20261215')
    expect(followed.text).not.toContain('20261211')
    const { searchParams: said } = new URL(feed, 'http://x')
    said.set('person', planted.idOf('officer'))
    expect((await planted.asked('visitor', `/foretag/besok/kalender.ics?${said}`)).status).toBe(403)
    expect((await planted.asked('visitor', '/foretag/besok/kalender.ics')).status).toBe(403)
  })
})

describe('promises', () => {
  test('are listed for their town hall, and settled with a reason when they were not kept', async () => {
    const visit = await finished()
    const [promise] = await planted.as('officer', (tx) => promisesIn(tx, { visit }))
    const path = `/foretag/loften/${promise?.id}`
    expect((await planted.asked('colleague', '/foretag/loften')).text).toContain(path)
    expect((await planted.asked('neighbour', '/foretag/loften')).text).not.toContain(path)
    expect((await planted.asked('neighbour', path)).status).toBe(404)
    const noReason = await send(path, { outcome: 'not-kept' })
    expect([noReason.status, noReason.text.includes('Skriv varför')]).toEqual([422, true])
    expect((await send(path, { outcome: 'not-kept', because: 'Det drog ut.' })).status).toBe(303)
    expect((await planted.asked('officer', page())).text).toContain('Det drog ut.')
  })
})

describe('a contact person', () => {
  test('is written down, changed and ended; what is wrong is told at its field', async () => {
    const wrong = await send(page('/kontakter/ny'), {
      municipality: '1440',
      name: '',
      email: 'x',
      hasAgreed: 'on',
    })
    expect([
      wrong.status,
      wrong.text.includes('Skriv personens namn'),
      wrong.text.includes('E-postadressen stämmer inte'),
    ]).toEqual([422, true, true])
    const fields = {
      municipality: '1440',
      name: 'Platschef (exempel)',
      email: 'p@example.org',
      hasAgreed: 'on',
    }
    expect((await send(page('/kontakter/ny'), fields)).to).toBe(`${page()}?saved`)
    const { text } = await planted.asked('officer', page())
    expect(text).toContain('får tillfrågas per mejl sedan 24 november 2026')
    expect((await planted.asked('neighbour', page())).text).not.toContain('p@example.org')
    const path = /href="([^"]*\/kontakter\/[\da-f-]{36})"/.exec(text)?.[1] ?? ''
    expect((await planted.asked('neighbour', path)).status).toBe(404)
    expect((await send(path, { do: 'end' })).status).toBe(303)
    expect((await planted.asked('officer', page())).text).not.toContain('p@example.org')
  })
})
