import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { renameStatus } from '../../../../tests/statuses.ts'
import { form } from '../../../../tests/visits.ts'
import { answerRound } from '../actions/answer-round.ts'
import { freezeRound } from '../actions/freeze-round.ts'
import { reportFrom, reportText } from '../core/report.ts'
import { openRound } from '../actions/open-round.ts'
import { aWord, people, plantRound, type Planted, type Who } from '../testing.ts'

const database = useTestDatabase()
const now = new Date('2026-11-24T09:00:00Z')
let planted: Planted
beforeAll(async () => {
  planted = await plantRound(database)
})

async function opened(questions: readonly string[] = ['Vad behöver ni?']): Promise<string> {
  const outcome = await openRound(planted.context('coordinator', now), {
    name: { sv: 'Hösten <2026> & "allt"', en: 'Autumn' },
    closesOn: '2026-12-11',
    questions: [...questions],
  })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
const sheet = (round: string) => `/uppfoljning/${round}/svar/ale`
const row = (said: Readonly<Record<string, string>> = {}) => ({
  'status-a': 'on-plan',
  'text-a': 'Det går framåt.',
  'version-a': '0',
  'version-b': '0',
  draft: '0',
  ...said,
})
const send = async (round: string, fields: Readonly<Record<string, string>>, who: Who = 'officer') =>
  planted.asked(who, sheet(round), form(fields))

async function versionOfA(): Promise<string> {
  const { count } = await database.ownerDb
    .selectFrom('word')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('networkId', '=', planted.network.id)
    .where('municipality', '=', '1440')
    .where('interventionId', '=', 'a')
    .executeTakeFirstOrThrow()
  return String(count)
}

describe('the rounds', () => {
  it('are listed for everybody, in both languages; only the coordinator may open one', async () => {
    const round = await opened()
    const visitor = await planted.asked('visitor', '/uppfoljning')
    expect(visitor.text).toContain('Hösten &lt;2026>')
    expect(visitor.text).not.toContain('Öppna en omgång')
    expect((await planted.asked('coordinator', '/uppfoljning')).text).toContain('Öppna en omgång')
    expect((await planted.asked('visitor', `/en/follow-up/${round}`)).text).toContain('Autumn')
  })

  it('stand in a calendar with their last days while they are open', async () => {
    const round = await opened()
    const { headers, text } = await planted.asked('visitor', '/uppfoljning/kalender.ics')
    expect(headers.get('content-type')).toContain('text/calendar')
    expect(text).toContain(`UID:follow-up-${round}@samsyn.example.org`)
    expect(text).toContain('DTSTART;VALUE=DATE:20261211')
    await freezeRound(planted.context('coordinator', now), round)
    expect((await planted.asked('visitor', '/en/follow-up/calendar.ics')).text).not.toContain(
      `UID:follow-up-${round}@`,
    )
  })

  it.each(people.filter((who) => who !== 'coordinator'))('the %s is refused the form', async (who) => {
    expect((await planted.asked(who, '/uppfoljning/ny')).status).toBe(403)
    const posted = await planted.asked(who, '/uppfoljning/ny', form({ nameSv: 'X', closesOn: '2026-12-11' }))
    expect(posted.status).toBe(403)
  })

  it('a form that is wrong comes back as it was typed', async () => {
    const { status, text } = await planted.asked(
      'coordinator',
      '/uppfoljning/ny',
      form({ nameSv: 'Våren', closesOn: '2020-01-01', questions: 'En fråga?' }),
    )
    expect(status).toBe(422)
    for (const kept of ['value="Våren"', 'value="2020-01-01"', 'En fråga?', 'måste ligga framåt i tiden'])
      expect(text).toContain(kept)
  })

  it('one that is right leads to the round', async () => {
    const { status, to } = await planted.asked(
      'coordinator',
      '/uppfoljning/ny',
      form({ nameSv: 'Ny', closesOn: '2026-12-11' }),
    )
    expect([status, to]).toEqual([303, '/uppfoljning/ny-2?opened'])
  })

  it('how far the municipalities have come is for members only', async () => {
    const round = await opened()
    for (const who of people)
      expect((await planted.asked(who, `/uppfoljning/${round}`)).text.includes('Har inte svarat'), who).toBe(
        who !== 'visitor',
      )
  })

  it('an unknown round, or municipality, is not there', async () => {
    const round = await opened()
    for (const path of [
      '/uppfoljning/ingen',
      '/uppfoljning/ingen/svar/ale',
      `/uppfoljning/${round}/svar/ingen`,
      `/uppfoljning/${round}/rapport.json`,
    ])
      expect((await planted.asked('coordinator', path)).status, path).toBe(404)
  })
})

describe('the sheet', () => {
  it('is the officers’; other members read the answer, a visitor is refused', async () => {
    const round = await opened()
    for (const who of people) {
      const { status, text } = await planted.asked(who, sheet(round))
      expect([who, status, text.includes('Skicka svaret')]).toEqual([
        who,
        who === 'visitor' ? 403 : 200,
        who === 'officer' || who === 'colleague',
      ])
    }
  })

  it('is sent, and is then told to be', async () => {
    const round = await opened()
    const { status, to } = await send(
      round,
      row({ do: 'submit', 'version-a': await versionOfA(), 'answer-1': 'Tid' }),
    )
    expect([status, to]).toEqual([303, `${sheet(round)}?answered`])
    expect((await planted.asked('officer', to)).text).toContain('Svaret är skickat.')
    const read = await planted.asked('leader', sheet(round))
    expect(read.text).toContain('Det går framåt.')
    expect(read.text).toContain('Tid')
  })

  it('with a wrong field comes back whole, and says what is wrong where', async () => {
    const round = await opened()
    const { status, text } = await send(
      round,
      row({
        do: 'submit',
        'version-a': await versionOfA(),
        'milestone-a': 'Beslut',
        'milestoneOn-a': 'i vår',
        'answer-1': 'x'.repeat(2001),
      }),
    )
    expect(status).toBe(422)
    expect(text).toContain('href="#field-milestoneOn-a"')
    expect(text).toContain('href="#field-answer-1"')
    expect(text).toContain('value="Beslut"')
    expect(text).toContain('Det går framåt.')
  })

  it('shows both where somebody has spoken meanwhile, and the second try replaces', async () => {
    const round = await opened()
    const version = await versionOfA()
    await answerRound(planted.context('colleague', now), round, '1440', {
      sending: {
        kind: 'words',
        forms: new Map([['a', aWord({ version: Number(version), text: 'Kollegans ord.' })]]),
        answers: [''],
      },
      seen: 9,
    })
    const { status, text } = await send(round, row({ do: 'submit', 'version-a': version, draft: '9' }))
    expect(status).toBe(409)
    expect(text).toContain('Kollegans ord.')
    expect(text).toContain('Det går framåt.')
    expect(text).toContain(`name="version-a" value="${Number(version) + 1}"`)
    const again = await send(
      round,
      row({ do: 'submit', 'version-a': String(Number(version) + 1), draft: '9' }),
    )
    expect(again.status).toBe(303)
  })

  it('is saved by itself and by hand, and gone on with', async () => {
    const round = await opened()
    const byItself = await planted.asked('officer', sheet(round), {
      ...form(row({ do: 'save', 'text-a': 'Halvvägs', secret: 'x' })),
      headers: { accept: 'application/json' },
    })
    expect(JSON.parse(byItself.text)).toEqual({ version: 1 })
    const colleague = await planted.asked('colleague', sheet(round))
    expect(colleague.text).toContain('Halvvägs')
    expect(colleague.text).toContain('Det är inte skickat.')
    expect((await planted.asked('leader', sheet(round))).text).not.toContain('Halvvägs')
    const byHand = await send(round, row({ do: 'save', draft: '1', 'text-a': 'Längre' }))
    expect(byHand.to).toBe(`${sheet(round)}?saved`)
    const unseen = await planted.asked(
      'colleague',
      sheet(round),
      form(row({ do: 'save', draft: '0', 'text-a': 'Kollegan' })),
    )
    expect(unseen.status).toBe(409)
    expect(unseen.text).toContain('har sparat i samma formulär')
    expect(unseen.text).toContain('Kollegan')
  })

  it('takes rows from Excel into the form, and sends nothing before it is seen', async () => {
    const round = await opened()
    const before = await versionOfA()
    const pasted = await send(
      round,
      row({ do: 'paste', 'text-b': 'Redan skrivet', pasted: '1\t\tFörsenad\tUr Excel\n9\t\tFörsenad\tX' }),
    )
    expect(pasted.text).toContain('Ur Excel')
    expect(pasted.text).toContain('Redan skrivet')
    expect(pasted.text).toContain('ingen insats har numret eller namnet ”9”')
    // Sending with rows that were never put into the form shows them first.
    const sent = await send(round, row({ do: 'submit', 'version-a': before, pasted: '2\t\tKlar\tUr Excel' }))
    expect(sent.status).toBe(200)
    expect(await versionOfA()).toBe(before)
    // Seen once, they do not stand in the way.
    const rows = '9\t\tKlar\tUr Excel'
    const seen = row({ do: 'submit', 'version-a': before, pasted: rows, pastedBefore: rows })
    expect((await send(round, seen)).status).toBe(303)
  })

  it('tells what was written of an intervention that was withdrawn meanwhile, and then takes the rest', async () => {
    const round = await opened()
    const retire = async (retiredAt: Date | null) =>
      database.ownerDb
        .updateTable('intervention')
        .set(({ eb }) => ({ retiredAt, version: eb('version', '+', 1), validFrom: now }))
        .where('id', '=', 'b')
        .execute()
    await retire(now)
    const typed = { do: 'submit', 'version-a': await versionOfA() }
    const { status, text } = await send(
      round,
      row({ ...typed, 'text-b': 'Skrivet förgäves.', 'status-b': 'done' }),
    )
    expect(status).toBe(409)
    expect(text).toContain('Skrivet förgäves.')
    expect(text).not.toContain('name="text-b"')
    expect((await send(round, row(typed))).status).toBe(303)
    await retire(null)
  })

  it('has a sheet to download, for its officers', async () => {
    const round = await opened()
    const { status, headers } = await planted.asked('officer', `${sheet(round)}/underlag.xlsx`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('spreadsheetml')
    expect((await planted.asked('neighbour', `${sheet(round)}/underlag.xlsx`)).status).toBe(403)
  })

  it.each(people.filter((who) => who !== 'officer' && who !== 'colleague'))(
    'the %s cannot send it',
    async (who) => {
      const round = await opened()
      for (const deed of ['save', 'submit', 'unchanged', 'paste'])
        expect((await send(round, row({ do: deed }), who)).status, deed).toBe(403)
    },
  )

  it('nothing changed, where nothing has ever been said, is told to be nothing', async () => {
    const round = await opened()
    const lerum = `/uppfoljning/${round}/svar/lerum`
    const { status, text } = await planted.asked('neighbour', lerum, form({ do: 'unchanged', draft: '0' }))
    expect(status).toBe(422)
    expect(text).toContain('Det finns inget som kan vara oförändrat')
  })
})

describe('the leader', () => {
  it('confirms, or sends back with a note', async () => {
    const round = await opened()
    await send(round, row({ do: 'submit', 'version-a': await versionOfA() }))
    const without = await send(round, { do: 'send-back', number: '1', note: ' ' }, 'leader')
    expect(without.status).toBe(422)
    expect(without.text).toContain('Skriv vad som behöver ändras')
    const long = await send(round, { do: 'send-back', number: '1', note: 'x'.repeat(1001) }, 'leader')
    expect(long.status).toBe(422)
    const back = await send(round, { do: 'send-back', number: '1', note: 'Siffran är fel.' }, 'leader')
    expect(back.to).toBe(`${sheet(round)}?settled`)
    expect((await planted.asked('officer', sheet(round))).text).toContain('Siffran är fel.')
    const twice = await send(round, { do: 'confirm', number: '1' }, 'leader')
    expect(twice.status).toBe(409)
  })

  it.each(people.filter((who) => who !== 'leader'))('is not the %s', async (who) => {
    const round = await opened()
    expect((await send(round, { do: 'confirm', number: '1' }, who)).status).toBe(403)
  })
})

async function frozen(): Promise<string> {
  const round = await opened(['Vad <b>behöver</b> ni?'])
  await send(
    round,
    row({ do: 'submit', 'version-a': await versionOfA(), 'answer-1': '<script>alert(1)</script>' }),
  )
  await freezeRound(planted.context('coordinator', now), round)
  return round
}

describe('a closed round', () => {
  it('is closed only by who says that they know', async () => {
    const round = await opened()
    const close = async (fields: Readonly<Record<string, string>>, who: Who = 'coordinator') =>
      planted.asked(who, `/uppfoljning/${round}`, form({ do: 'freeze', ...fields }))
    expect((await close({}, 'officer')).status).toBe(403)
    const unsure = await close({})
    expect(unsure.status).toBe(422)
    expect(unsure.text).toContain('Kryssa i att du vet')
    expect((await close({ sure: 'on' })).status).toBe(303)
    // By somebody else at the same moment: it is frozen all the same.
    expect((await close({ sure: 'on' })).status).toBe(303)
  })

  it('shows anybody what stood there, its citation, and its bytes', async () => {
    const round = await frozen()
    const { text } = await planted.asked('visitor', `/uppfoljning/${round}`)
    for (const shown of [
      'Det går framåt.',
      'Har inte svarat',
      '&lt;script>',
      'Kontrollsumma',
      'https://samsyn.example.org/uppfoljning/',
    ])
      expect(text).toContain(shown)
    const json = await planted.asked('visitor', `/uppfoljning/${round}/rapport.json`)
    const etag = json.headers.get('etag') ?? ''
    expect(text).toContain(etag.replaceAll('"', ''))
    const again = await planted.asked('visitor', `/en/follow-up/${round}/report.json`)
    expect(again.text).toBe(json.text)
    const kept = await planted.asked('visitor', `/uppfoljning/${round}/rapport.json`, {
      headers: { 'if-none-match': etag },
    })
    expect(kept.status).toBe(304)
  })

  it('keeps the words that the statuses had, also where the report was frozen without them', async () => {
    const round = await frozen()
    const address = `/uppfoljning/${round}`
    const { text: bytes } = await planted.asked('visitor', `${address}/rapport.json`)
    const rename = async (sv: string, at: Date) =>
      renameStatus(database, { networkId: planted.network.id, id: 'on-plan' }, sv, at)
    await rename('Går bra', new Date('2027-01-01T09:00:00Z'))
    expect((await planted.asked('visitor', address)).text).toContain('Enligt plan')
    expect((await planted.asked('visitor', `${address}/rapport.json`)).text).toBe(bytes)

    const { statuses: _gone, ...wordless } = reportFrom(new TextEncoder().encode(bytes))
    const older = reportText({ ...wordless, format: 'samsyn-follow-up/1' })
    await database.ownerDb
      .updateTable('followUpReport')
      .set({ bytes: new TextEncoder().encode(older) })
      .where('roundId', '=', round)
      .execute()
    const { text } = await planted.asked('visitor', address)
    expect(text).toContain('Enligt plan')
    expect(text).not.toContain('Går bra')
    await rename('Enligt plan', new Date('2027-01-02T09:00:00Z'))
  })

  it('leads whoever comes too late to what was frozen, and takes nothing', async () => {
    const round = await frozen()
    expect((await planted.asked('officer', sheet(round))).to).toBe(`/uppfoljning/${round}`)
    const late = await send(round, row({ do: 'submit', 'version-a': await versionOfA() }))
    expect(late.status).toBe(409)
    expect(late.text).toContain('Det går framåt.')
    expect(late.text).toContain('Säg det på insatsens sida')
    expect((await send(round, { do: 'unchanged' })).to).toBe(`/uppfoljning/${round}`)
    const move = await planted.asked(
      'coordinator',
      `/uppfoljning/${round}`,
      form({ do: 'move', closesOn: '2026-12-20' }),
    )
    expect(move.status).toBe(422)
  })
})

it.each([
  ['x', {}],
  [
    'submit',
    { 'version-a': '999999999', 'status-a': 'constructor', 'owner-a': 'x', 'milestoneOn-a': '9999-99-99' },
  ],
  ['submit', { 'status-a': 'done', 'text-a': '\u0000'.repeat(9), draft: '-1' }],
  ['unchanged', { draft: 'nio' }],
  ['paste', { pasted: '"' }],
  ['confirm', { number: '1e9' }],
])('a forged form (%s, %j) breaks nothing', async (deed, fields) => {
  const round = await opened()
  for (const who of ['officer', 'leader', 'visitor'] as const)
    expect((await send(round, { do: deed, ...fields }, who)).status).toBeLessThan(500)
})
