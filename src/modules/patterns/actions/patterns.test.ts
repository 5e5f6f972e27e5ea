import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testNow, waitingJobs } from '../../../../tests/people.ts'
import { form } from '../../../../tests/visits.ts'
import { patternJobs } from '../jobs.ts'
import { themes } from '../reads.ts'
import { mattersOfPattern } from '../carry-store.ts'
import { patternsOf, voicesOf } from '../store.ts'
import { plantPatternNetwork, secret, waiting, type Planted, type Who } from '../testing.ts'
import { carryMatter, leaveMatter } from './carry.ts'
import { confirmPattern, dismissPattern, rewritePattern } from './decide.ts'
import { findPatterns } from './find-patterns.ts'
import {
  raiseToIntervention,
  raiseToLeaders,
  raiseToTheme,
  takeSentenceBack,
  tellEverybody,
} from './raise.ts'
import { previewAnswer, returnAnswer, returnToRest } from './return-answer.ts'
import { sayVoice } from './voices.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantPatternNetwork(database)
})
beforeEach(async () => {
  const { ownerDb } = database
  await sql`truncate pattern, pattern_word, pattern_matter, pattern_voice, pattern_raised, pattern_sentence, theme,
    mail_message, audit_entry, matter_count, company cascade`.execute(ownerDb)
  await sql`truncate matter cascade`.execute(ownerDb)
})

const others = ['visitor', 'partner', 'officer', 'neighbour', 'leader', 'operator'] as const
const words = { title: 'Elnätet räcker inte', obstacle: 'Företag får vänta i åratal på effekt.' }
const coordinator = () => planted.context('coordinator')

/** A proposal of three matters; with their receipts. */
async function proposed() {
  const sent = []
  for (const one of waiting) sent.push(await planted.send('visitor', one))
  await findPatterns(coordinator())
  const [pattern] = await planted.as('coordinator', patternsOf)
  if (!pattern) throw new Error('nothing was found')
  return { id: pattern.id, pattern, sent }
}

async function confirmed() {
  const found = await proposed()
  const done = await confirmPattern(coordinator(), found.id, words)
  if (!done.ok) throw new Error(done.refusal)
  return found
}

async function kept(): Promise<unknown> {
  const { rows } = await sql`
    select (select jsonb_agg(pattern order by id) from pattern) as patterns, (select jsonb_agg(w) from pattern_word w) as words,
           (select count(*) from pattern_matter) as matters, (select count(*) from pattern_voice) as voices,
           (select count(*) from pattern_raised) as raised, (select count(*) from theme) as themes,
           (select count(*) from pattern_sentence) as sentences, (select count(*) from audit_entry) as log`.execute(
    database.ownerDb,
  )
  return rows[0]
}

const reads = async (who: Who) => (await planted.as(who, patternsOf)).length

describe('a pattern', () => {
  test('is found among matters of three municipalities, and keeps its address when it is found again', async () => {
    const { id, pattern, sent } = await proposed()
    expect(pattern.state).toBe('proposed')
    expect(pattern.terms).toContain('effekt')
    await findPatterns(coordinator())
    const carried = await planted.as('coordinator', (tx) => mattersOfPattern(tx, id))
    expect(new Set(carried.map(({ number }) => number))).toEqual(new Set(sent.map(({ number }) => number)))
    expect(await reads('coordinator')).toBe(1)
    // Who has a part in one of its matters reads it; nobody else before it is confirmed.
    expect([await reads('officer'), await reads('leader'), await reads('visitor')]).toEqual([1, 0, 0])
    await dismissPattern(coordinator(), id, 'Det är tre olika saker.')
    await findPatterns(coordinator())
    expect(await reads('coordinator')).toBe(1)
  })

  test('is looked for each night, in the coordinator’s name', async () => {
    for (const one of waiting) await planted.send('visitor', one)
    const { db, queueDb } = database
    const [find] = patternJobs({ db, queueDb, clock: () => testNow, origin: '', secret })
    await find?.run({})
    await find?.run({})
    expect(await reads('coordinator')).toBe(1)
  })

  test('is not made of what came through a municipality’s own door', async () => {
    const [ale, ...rest] = waiting
    for (const one of rest) await planted.send('visitor', one)
    if (ale) await planted.send('officer', { ...ale, door: '1440' })
    await findPatterns(coordinator())
    expect(await reads('coordinator')).toBe(0)
  })

  test('is decided on once, by the coordinator alone', async () => {
    const { id } = await proposed()
    const before = await kept()
    for (const who of others) {
      expect(await confirmPattern(planted.context(who), id, words)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
      expect(await findPatterns(planted.context(who))).toEqual({ ok: false, refusal: 'not-allowed' })
    }
    const named = { ...words, obstacle: 'Företaget i 1441 väntar.' }
    expect(await confirmPattern(coordinator(), id, named)).toEqual({ ok: false, refusal: 'names-somebody' })
    expect(await rewritePattern(coordinator(), { id, version: 1 }, words)).toEqual({
      ok: false,
      refusal: 'not-confirmed',
    })
    expect(await kept()).toEqual(before)
    expect((await confirmPattern(coordinator(), id, words)).ok).toBe(true)
    expect(await dismissPattern(coordinator(), id, 'x')).toEqual({ ok: false, refusal: 'decided' })
    expect([
      await reads('officer'),
      await reads('leader'),
      await reads('partner'),
      await reads('visitor'),
    ]).toEqual([1, 1, 0, 0])
  })
})

describe('a voice', () => {
  test('is in other words, names nobody, and is read when three companies stand behind it', async () => {
    const { id, sent } = await confirmed()
    const before = await kept()
    const copied = waiting[0]?.text ?? ''
    expect(await sayVoice(coordinator(), id, copied)).toEqual({ ok: false, refusal: 'copied' })
    for (const text of ['Ring 031-123 45 67.', '1441@example.org vet mer.', 'Sa företaget i 1480.'])
      expect(await sayVoice(coordinator(), id, text)).toEqual({ ok: false, refusal: 'names-somebody' })
    expect(await sayVoice(planted.context('officer'), id, 'Vi väntar.')).toMatchObject({ ok: false })
    expect(await kept()).toEqual(before)
    await sayVoice(coordinator(), id, 'Vi kan inte växa förrän elen räcker.')
    const read = (who: Who) => planted.as(who, async (tx) => (await voicesOf(tx, id)).length)
    expect([await read('officer'), await read('leader'), await read('partner')]).toEqual([1, 1, 0])
    await leaveMatter(coordinator(), id, sent[0]?.id ?? '')
    expect([await read('coordinator'), await read('officer'), await read('leader')]).toEqual([1, 0, 0])
  })
})

describe('a matter', () => {
  test('of a municipality’s own door is counted in by its own officer', async () => {
    const { id } = await confirmed()
    const own = await planted.send('officer', {
      place: '1440',
      subject: 'Ingen el',
      text: 'Vi väntar.',
      company: 'Eget AB (exempel)',
      door: '1440',
    })
    const number = `${own.year}-${own.number}`
    for (const who of ['coordinator', 'neighbour', 'leader'] as const)
      expect(await carryMatter(planted.context(who), id, number)).toMatchObject({ refusal: 'matter-unknown' })
    expect(await carryMatter(planted.context('partner'), id, number)).toMatchObject({
      refusal: 'not-allowed',
    })
    expect((await carryMatter(planted.context('officer'), id, number)).ok).toBe(true)
    expect(await carryMatter(planted.context('officer'), id, number)).toMatchObject({ refusal: 'carried' })
    const seen = await planted.as('coordinator', (tx) => mattersOfPattern(tx, id))
    expect(seen.find(({ matterId }) => matterId === own.id)).toMatchObject({
      number: null,
      municipalities: ['1440'],
    })
  })
})

async function work(pattern: string): Promise<void> {
  const { db, queueDb, ownerDb } = database
  const [, tell] = patternJobs({ db, queueDb, clock: () => testNow, origin: 'http://x.example.org', secret })
  const due = await ownerDb
    .selectFrom('patternMatter')
    .select('matterId')
    .where('dueAt', 'is not', null)
    .execute()
  for (const { matterId } of due)
    await tell?.run({ networkId: planted.network.id, pattern, matter: matterId })
}

const letters = async () =>
  (await database.ownerDb.selectFrom('mailMessage').select(['recipient', 'body']).execute()).filter(
    ({ body }) => body.includes('Det här ledde det till'),
  )

const versionOf = async (id: string) => {
  const { ownerDb } = database
  const row = await ownerDb
    .selectFrom('patternWord')
    .select('version')
    .where('patternId', '=', id)
    .executeTakeFirst()
  return row?.version ?? 0
}

describe('two coordinators who write at once', () => {
  test('the second is told, and nothing of the first is written over', async () => {
    const { id } = await confirmed()
    const seen = await versionOf(id)
    const second = { ok: false, refusal: 'changed-meanwhile' }
    const rewritten = { title: 'Elnätet', obstacle: 'Kön är lång.' }
    expect((await rewritePattern(coordinator(), { id, version: seen }, rewritten)).ok).toBe(true)
    expect(
      await rewritePattern(coordinator(), { id, version: seen }, { ...rewritten, title: 'Annat' }),
    ).toEqual(second)
    expect(await raiseToLeaders(coordinator(), { id, version: seen }, 'Annat')).toEqual(second)
    expect(await tellEverybody(coordinator(), { id, version: seen }, 'Annat')).toEqual(second)
    const theme = { title: 'Elnätet', question: 'Vad gör vi?' }
    expect((await raiseToTheme(coordinator(), { id, version: seen + 1 }, theme)).ok).toBe(true)
    expect(await raiseToTheme(coordinator(), { id, version: seen + 1 }, theme)).toEqual(second)
    const stands = await database.ownerDb
      .selectFrom('patternWord')
      .select(['title', 'asked', 'version'])
      .where('patternId', '=', id)
      .executeTakeFirst()
    expect(stands).toEqual({ title: 'Elnätet', asked: '', version: seen + 2 })
  })
})

describe('what came of it', () => {
  test('is written once and told to each company once, in its matter and in a letter, also when it is closed', async () => {
    const { id, sent } = await confirmed()
    const again = await planted.send('visitor', {
      place: '1441',
      subject: 'Kö till elnätet',
      text: 'Fortfarande.',
    })
    await carryMatter(coordinator(), id, `${again.year}-${again.number}`)
    await database.ownerDb
      .updateTable('matter')
      .set({ receivedAt: new Date(testNow.getTime() + 1000) })
      .where('id', '=', again.id)
      .execute()
    await database.ownerDb
      .updateTable('matter')
      .set({ state: 'closed', closedAt: testNow, outcome: 'explained' })
      .where('id', '=', sent[0]?.id ?? '')
      .execute()
    const before = await kept()
    for (const who of others)
      expect(await returnAnswer(planted.context(who), id, 'x')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await returnToRest(coordinator(), id)).toEqual({ ok: false, refusal: 'not-returned' })
    expect(await previewAnswer(coordinator(), id, 'Nätbolaget bygger ut.')).toEqual({ ok: true, value: 3 })
    expect(await kept()).toEqual(before)
    expect(await returnAnswer(coordinator(), id, 'Nätbolaget bygger ut.')).toEqual({ ok: true, value: 3 })
    expect(await waitingJobs(database, 'patterns.tell-company')).toBe(3)
    expect(await returnAnswer(coordinator(), id, 'Annat.')).toEqual({ ok: false, refusal: 'returned' })
    await work(id)
    await work(id)
    expect((await letters()).map(({ recipient }) => recipient).toSorted()).toEqual([
      '1440@example.org',
      '1441@example.org',
      '1480@example.org',
    ])
    const entries = await database.ownerDb
      .selectFrom('matterEntry')
      .select(['matterId', 'text'])
      .where('side', '=', 'town-hall')
      .execute()
    expect(entries.map(({ matterId }) => matterId).toSorted()).toEqual(
      [sent[0]?.id ?? '', again.id, sent[2]?.id ?? ''].toSorted(),
    )
    expect(entries.every(({ text }) => text.includes('Nätbolaget bygger ut.'))).toBe(true)
    const late = await planted.send('visitor', {
      place: '1440',
      subject: 'El',
      text: 'Vi med.',
      company: 'Sen AB',
    })
    await carryMatter(coordinator(), id, `${late.year}-${late.number}`)
    expect(await returnToRest(coordinator(), id)).toEqual({ ok: true, value: 1 })
    expect(await returnToRest(coordinator(), id)).toEqual({ ok: false, refusal: 'nobody-to-tell' })
  })
})

describe('it is raised', () => {
  test('to the leaders, to a theme, to an intervention; and one sentence of it to everybody', async () => {
    const { id } = await confirmed()
    const before = await kept()
    for (const who of others) {
      const context = planted.context(who)
      expect(await raiseToLeaders(context, { id, version: 2 }, 'x')).toMatchObject({ refusal: 'not-allowed' })
      expect(await raiseToTheme(context, { id, version: 2 }, { title: 'x', question: 'x' })).toMatchObject({
        ok: false,
      })
      expect(await tellEverybody(context, { id, version: 2 }, 'x')).toMatchObject({ refusal: 'not-allowed' })
    }
    expect(await raiseToIntervention(coordinator(), id, 'made-up')).toMatchObject({
      refusal: 'intervention-unknown',
    })
    expect(await kept()).toEqual(before)
    await raiseToTheme(
      coordinator(),
      { id, version: await versionOf(id) },
      { title: 'Elnätet', question: 'Vad kan vi göra före 2030?' },
    )
    expect(await themes(planted.context('officer'))).toMatchObject([
      { title: 'Elnätet', question: 'Vad kan vi göra före 2030?', patternId: id },
    ])
    expect(await themes(planted.context('visitor'))).toEqual([])
    expect((await planted.asked('leader', `/monster/${id}/underlag`)).status).toBe(404)
    await raiseToLeaders(
      coordinator(),
      { id, version: await versionOf(id) },
      'En gemensam begäran till nätbolaget.',
    )
    const note = await planted.asked('leader', `/monster/${id}/underlag`)
    expect(note.text).toContain('En gemensam begäran')
    expect(note.text).toContain('3 ärenden i 3 kommuner (Ale, Göteborg, Lerum)')
    await tellEverybody(
      coordinator(),
      { id, version: await versionOf(id) },
      'Elnätet räcker inte för företag som vill växa.',
    )
    expect((await planted.asked('visitor', '/arenden-i-siffror')).text).toContain(
      'Elnätet räcker inte för företag',
    )
    await takeSentenceBack(coordinator(), id)
    expect((await planted.asked('visitor', '/arenden-i-siffror')).text).not.toContain('Elnätet räcker inte')
  })
})

describe('its page', () => {
  test('keeps what was typed beside what was wrong, and does what its buttons say', async () => {
    const { id } = await proposed()
    const path = `/monster/${id}`
    const wrong = await planted.asked(
      'coordinator',
      path,
      form({ do: 'confirm', title: 'Elnätet', obstacle: '' }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="Elnätet"')
    expect(wrong.text).toContain('Skriv vad hindret är.')
    for (const fields of [{}, { do: 'x' }, { do: 'voice', voice: 'x' }, { do: 'remove-voice', id: 'x' }])
      expect([409, 422]).toContain((await planted.asked('coordinator', path, form(fields))).status)
    expect((await planted.asked('coordinator', path, form({ do: 'confirm', ...words }))).to).toContain(path)
    expect((await planted.asked('officer', path)).text).toContain('Räkna in ett ärende')
    expect((await planted.asked('officer', path, form({ do: 'note', asked: 'x' }))).status).toBe(403)
    expect((await planted.asked('visitor', path)).status).toBe(403)
    expect((await planted.asked('coordinator', '/monster/x')).status).toBe(404)
    const preview = await planted.asked('coordinator', path, form({ do: 'preview', cameOf: 'Det byggs.' }))
    expect(preview.text).toContain('Går till 3 företag.')
  })
})
