import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { smallFiles, startScanner } from '#platform/files/testing.ts'
import { clamav } from '#platform/files/virus-scanner.ts'
import type { Outcome } from '#platform/outcome.ts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { addTestActor, testNow, waitingJobs } from '../../../../tests/people.ts'
import { accessOf, keyMatter, peopleInKeyMatter, sentEntriesOf } from '../company-store.ts'
import { draftFilesOf, keyDraft } from '../draft-store.ts'
import type { Written } from '../draft/steps.ts'
import { entranceJobs } from '../entrance-jobs.ts'
import { fileToHandOut, filesOf, sentFile } from '../file-store.ts'
import { digestOf, type MatterPlace } from '../key.ts'
import { aMatter, plantVoice, secret, type Planted } from '../testing.ts'
import type { KeyHolder, MatterLetters, Occasion } from './behind-key.ts'
import { beginDraft } from './begin-draft.ts'
import { changeContact } from './change-contact.ts'
import { giveVerdict } from './give-verdict.ts'
import { mailDraftLink } from './mail-draft-link.ts'
import { receiveMatter } from './receive-matter.ts'
import { reopen } from './reopen.ts'
import { sayAsCompany } from './say-as-company.ts'
import { scanFile } from './scan-file.ts'
import { sendDraft } from './send-draft.ts'
import { tellOfAnswer } from './tell-of-answer.ts'
import { withdraw } from './withdraw.ts'
import { mostFiles, writeStep } from './write-step.ts'

const database = useTestDatabase()
let planted: Planted
let officer = ''

beforeAll(async () => {
  planted = await plantVoice(database)
  officer = `${planted.context('officer').actor?.personId ?? ''}@example.org`
})
beforeEach(async () => {
  await database.ownerDb.deleteFrom('mailMessage').execute()
})

const holderOf = (key: string): KeyHolder => ({ ...planted.context('visitor'), key: digestOf(key) })
const letters: MatterLetters = {
  receipt: ({ key }) => ({ subject: 'receipt', body: key }),
  newAddress: () => ({ subject: 'new address', body: '' }),
  oldAddress: () => ({ subject: 'old address', body: '' }),
}
const whole = {
  topic: { topic: 'bygga' },
  words: { subject: 'Bygglov', text: 'Tolv veckor.' },
  place: { where: 'one', 'at-1440': 'on' },
  sender: { sender: 'company', company: 'Plåt (exempel)', email: 'agare@example.org' },
} satisfies Written
const pdf = () => sentFile('ritning.pdf', 'pdf', smallFiles.pdf)

function value<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(String(outcome.refusal))
  return outcome.value
}

const begun = async (ip: string, written: Written = whole) =>
  beginDraft(planted.context('visitor'), written, { ip, secret })
const send = async (key: string, isScanned = false) =>
  sendDraft(holderOf(key), { secret, locale: 'sv', isScanned, letters })
const aMonthLater = () => new Date(testNow.getTime() + 32 * 86_400_000)

let visitors = 0
async function draft(written: Written = whole): Promise<string> {
  visitors += 1
  return value(await begun(String(visitors), written))
}

async function sent(written: Written = whole, isScanned = false, files = [pdf()]): Promise<string> {
  const key = await draft(written)
  await writeStep(holderOf(key), { step: 'words', typed: whole.words, files, removed: [] })
  value(await send(key, isScanned))
  return key
}

/** Each letter as its receiver and its subject. */
async function letterRows(): Promise<readonly string[]> {
  const rows = await database.ownerDb.selectFrom('mailMessage').select(['recipient', 'subject']).execute()
  return rows.map(({ recipient, subject }) => `${recipient} ${subject}`).toSorted()
}

const inBrief = (occasion: Occasion) => ({ subject: occasion, body: '' })

/** What the worker writes of what companies have done, to whom. */
async function told(): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; payload: MatterPlace & { readonly occasion: Occasion } }>`
    select id, payload from graphile_worker._private_jobs where task_id =
      (select id from graphile_worker._private_tasks where identifier = 'matters.tell-of-answer') order by id`.execute(
    database.ownerDb,
  )
  await sql`select graphile_worker.complete_jobs(${rows.map(({ id }) => id)}::bigint[])`.execute(
    database.ownerDb,
  )
  await database.ownerDb.deleteFrom('mailMessage').execute()
  const parts = { db: database.db, queueDb: database.queueDb, clock: () => testNow, write: inBrief }
  for (const { payload } of rows) await tellOfAnswer(parts, payload)
  return letterRows()
}

const behind = async <Result>(key: string, read: Parameters<typeof inTransaction<Result>>[1]) =>
  inTransaction(holderOf(key), read)
const matterBehind = async (key: string) => {
  const matter = await behind(key, keyMatter)
  if (!matter) throw new Error('no matter')
  return matter
}

describe('a draft', () => {
  test('is read and written with its own key and no other', async () => {
    const [one, other] = [await draft(), await draft({ topic: { topic: 'annat' } })]
    expect((await behind(one, keyDraft))?.written).toEqual(whole)
    expect((await behind(other, keyDraft))?.written).toEqual({ topic: { topic: 'annat' } })
    for (const who of ['visitor', 'officer', 'coordinator', 'operator'] as const)
      expect(await inTransaction(planted.context(who), keyDraft)).toBeUndefined()
    const elsewhere = { ...holderOf(one), networkId: planted.network.otherId }
    expect(await inTransaction(elsewhere, keyDraft)).toBeUndefined()
  })

  test('keeps what is wrong with what is right, and says what is wrong', async () => {
    const key = await draft()
    const typed = { where: 'one', locality: 'Nödinge' }
    const saved = await writeStep(holderOf(key), { step: 'place', typed, files: [], removed: [] })
    expect(value(saved).errors).toEqual({ places: 'places-missing' })
    expect((await behind(key, keyDraft))?.written.place).toEqual(typed)
  })

  test('takes five files and lets them go again', async () => {
    const key = await draft()
    const write = async (files: number, removed: readonly string[] = []) =>
      value(
        await writeStep(holderOf(key), {
          step: 'words',
          typed: whole.words,
          files: Array.from({ length: files }, pdf),
          removed,
        }),
      ).errors
    const files = async () => behind(key, async (tx) => draftFilesOf(tx, (await keyDraft(tx))?.id ?? ''))
    expect(await write(3)).toBeNull()
    expect(await write(3)).toEqual({ files: 'files-too-many' })
    expect(await files()).toHaveLength(mostFiles)
    const [first, second] = await files()
    expect(await write(0, [first?.id ?? '', second?.id ?? ''])).toBeNull()
    expect(await files()).toHaveLength(3)
  })

  test('is not begun without end from one place', async () => {
    const tries = await Promise.all(Array.from({ length: 61 }, async () => begun('flood')))
    expect(tries.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'too-many-tries' }])
  })

  test('is mailed as a link a few times', async () => {
    const key = await draft()
    const mailed = async () =>
      mailDraftLink(holderOf(key), 'a@example.org', {
        letter: letters.newAddress({ year: 1, number: 1 }),
        ip: 'x',
        secret,
      })
    for (let times = 0; times < 5; times += 1) expect((await mailed()).ok).toBe(true)
    expect(await mailed()).toEqual({ ok: false, refusal: 'too-many-tries' })
    expect(await letterRows()).toHaveLength(5)
  })

  test('is forgotten a month after somebody last wrote in it, files and all', async () => {
    const [old, recent] = [await draft(), await draft()]
    await writeStep(holderOf(old), { step: 'words', typed: whole.words, files: [pdf()], removed: [] })
    const later = new Date(testNow.getTime() + 20 * 86_400_000)
    await writeStep(
      { ...holderOf(recent), now: later },
      { step: 'words', typed: whole.words, files: [], removed: [] },
    )
    const { db, queueDb } = database
    const [forget] = entranceJobs({ db, queueDb, clock: aMonthLater, secret, clamavUrl: undefined })
    await forget?.run({})
    expect(await behind(old, keyDraft)).toBeUndefined()
    expect(await behind(recent, keyDraft)).toBeDefined()
    expect(
      await database.ownerDb
        .selectFrom('matterDraftFile')
        .select('id')
        .where('draftId', 'not in', (eb) => eb.selectFrom('matterDraft').select('id'))
        .execute(),
    ).toEqual([])
  })
})

describe('sending', () => {
  test('makes the matter with its files, and the draft is gone', async () => {
    const key = await sent()
    const matter = await matterBehind(key)
    expect(matter).toMatchObject({ subject: 'Bygglov', state: 'open', triage: null })
    expect(await behind(key, keyDraft)).toBeUndefined()
    const [entry] = await behind(key, async (tx) => sentEntriesOf(tx, matter.id))
    const files = await behind(key, async (tx) => filesOf(tx, matter.id))
    expect(files).toMatchObject([{ name: 'ritning.pdf', scan: 'none', entryId: entry?.id }])
    expect(await letterRows()).toEqual(['agare@example.org receipt'])
  })

  test('twice at once is once', async () => {
    const key = await draft()
    const outcomes = await Promise.all([send(key), send(key), send(key)])
    expect(outcomes.map(value).toSorted()).toEqual(['sent', 'was-sent', 'was-sent'])
    expect(await letterRows()).toHaveLength(1)
  })

  test('what is not finished, or not there, leaves nothing behind', async () => {
    const key = await draft({ topic: whole.topic })
    expect(await send(key)).toEqual({ ok: false, refusal: 'not-finished' })
    expect(await send('unknown')).toEqual({ ok: false, refusal: 'no-draft' })
    expect(await behind(key, keyMatter)).toBeUndefined()
    expect(await letterRows()).toEqual([])
  })

  test('without a name it waits for the coordinator, and nobody is written to', async () => {
    const key = await sent({ ...whole, sender: { sender: 'nameless' } })
    expect(await matterBehind(key)).toMatchObject({ triage: 'nameless' })
    expect(await letterRows()).toEqual([])
  })
})

/** The owner moves a matter, as the town hall's own actions do. */
async function put(key: string, change: string): Promise<void> {
  await sql
    .raw(`update matter set ${change} where id = '${(await matterBehind(key)).id}'`)
    .execute(database.ownerDb)
}
const closed = `state = 'closed', closed_at = now(), outcome = 'explained', first_word_at = now(), planned_at = now()`
const lastEntry = async (key: string) => {
  const { id } = await matterBehind(key)
  return (await behind(key, async (tx) => sentEntriesOf(tx, id))).at(-1)
}
const audits = async (key: string) => {
  const { id } = await matterBehind(key)
  const rows = await database.ownerDb
    .selectFrom('auditEntry')
    .select('did')
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ did }) => did)
}

describe('a company', () => {
  test('adds something, and is waited for no more', async () => {
    const key = await sent()
    await put(key, `state = 'waiting', waiting_since = now()`)
    const said = { text: 'Här är ritningen.', files: [pdf()], isScanned: false }
    expect(await sayAsCompany(holderOf(key), said)).toEqual({ ok: true, value: null })
    expect(await matterBehind(key)).toMatchObject({ state: 'open' })
    expect(await lastEntry(key)).toMatchObject({ side: 'company', text: 'Här är ritningen.' })
    expect(await told()).toEqual([`${officer} said`])
    expect(await audits(key)).toEqual(['matters.received', 'matters.company-said'])
  })

  test('says what came of it, and thinks better of it', async () => {
    const key = await sent()
    await put(key, closed)
    for (const verdict of ['solved', 'not', 'not'] as const)
      expect((await giveVerdict(holderOf(key), { verdict, text: '' })).ok).toBe(true)
    expect(await matterBehind(key)).toMatchObject({ state: 'closed', verdict: 'not' })
    expect(await audits(key)).toHaveLength(3)
  })

  test('reopens, which reaches the one who had it, and is promised a first word anew', async () => {
    const key = await sent()
    await put(key, closed)
    const now = new Date('2026-12-15T09:00:00Z')
    expect((await reopen({ ...holderOf(key), now }, { text: 'Det hjälpte inte.' })).ok).toBe(true)
    expect(await matterBehind(key)).toMatchObject({
      state: 'open',
      outcome: null,
      verdict: null,
      firstWordAt: null,
      firstWordBy: '2026-12-16',
    })
    expect(await told()).toContainEqual(`${officer} reopened`)
    expect(await lastEntry(key)).toMatchObject({ kind: 'reopened' })
  })

  test('takes it back', async () => {
    const key = await sent()
    expect((await withdraw(holderOf(key), { text: '' })).ok).toBe(true)
    expect(await matterBehind(key)).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
    expect(await told()).toEqual([`${officer} withdrawn`])
  })

  test('changes how it is reached; both addresses are told', async () => {
    const key = await sent()
    const contact = { name: '', email: 'ny@example.org', phone: '', nameFor: 'answerer' } as const
    expect((await changeContact(holderOf(key), { contact, letters })).ok).toBe(true)
    expect(await letterRows()).toEqual(
      expect.arrayContaining(['ny@example.org new address', 'agare@example.org old address']),
    )
  })

  test('is refused what its matter does not allow, and nothing is left behind', async () => {
    const [open, over] = [await sent(), await sent()]
    await put(over, closed)
    const said = { text: 'x', files: [], isScanned: false }
    const before = await letterRows()
    expect(await giveVerdict(holderOf(open), { verdict: 'solved', text: '' })).toMatchObject({
      refusal: 'not-closed',
    })
    expect(await reopen(holderOf(open), { text: 'x' })).toMatchObject({ refusal: 'not-closed' })
    expect(await sayAsCompany(holderOf(over), said)).toMatchObject({ refusal: 'closed' })
    expect(await withdraw(holderOf(over), { text: '' })).toMatchObject({ refusal: 'closed' })
    for (const key of ['unknown', await draft()]) {
      expect(await sayAsCompany(holderOf(key), said)).toMatchObject({ refusal: 'no-matter' })
      expect(await reopen(holderOf(key), { text: 'x' })).toMatchObject({ refusal: 'no-matter' })
    }
    expect(await letterRows()).toEqual(before)
    expect(await audits(open)).toEqual(['matters.received'])
  })

  test('sees who has looked, by name', async () => {
    const key = await sent()
    const { id } = await matterBehind(key)
    const { actor } = planted.context('officer')
    await inTransaction(planted.context('officer'), async (tx) =>
      tx
        .insertInto('matterAccess')
        .values({
          networkId: planted.network.id,
          matterId: id,
          personId: actor?.personId ?? '',
          municipality: '1440',
          did: 'read',
          at: testNow,
        })
        .execute(),
    )
    const [looks, people] = await behind(
      key,
      async (tx) => [await accessOf(tx, id), await peopleInKeyMatter(tx)] as const,
    )
    expect(looks).toMatchObject([{ did: 'read', municipality: '1440' }])
    expect([...people.values()]).toEqual(['officer 1440 (exempel)'])
    expect(await inTransaction(planted.context('visitor'), peopleInKeyMatter)).toEqual(new Map())
  })
})

describe('who is written to', () => {
  test('is the deputy when the owner has left, then the colleagues, then the coordinator', async () => {
    const own = await plantVoice(database)
    const { ownerDb } = database
    const networkId = own.network.id
    const owner = own.context('officer').actor?.personId ?? ''
    const deputy = (await addTestActor(database, networkId, 'officer', '1440')).personId
    const colleague = (await addTestActor(database, networkId, 'officer', '1440')).personId
    await ownerDb
      .updateTable('desk')
      .set({ deputyId: deputy })
      .where('networkId', '=', networkId)
      .where('municipality', '=', '1440')
      .execute()
    const received = value(await receiveMatter(own.context('visitor'), aMatter, { secret }))
    const holder = { ...own.context('visitor'), key: digestOf(received.key) }
    const leave = async (personId: string) =>
      ownerDb.updateTable('roleGrant').set({ revokedAt: testNow }).where('personId', '=', personId).execute()
    const readers: string[] = []
    for (const leaving of [owner, deputy, colleague, null]) {
      await sayAsCompany(holder, { text: 'x', files: [], isScanned: false })
      readers.push(...(await told()).map((letter) => letter.split(' ')[0] ?? ''))
      if (leaving !== null) await leave(leaving)
    }
    const last = own.context('coordinator').actor?.personId ?? ''
    expect(readers).toEqual([owner, deputy, colleague, last].map((id) => `${id}@example.org`))
  })
})

/** A file with that content, sent where files are looked through. */
async function scanned(content: string) {
  const file = sentFile('a.pdf', 'pdf', Buffer.from(`%PDF-1.7 ${content}`))
  const key = await sent(whole, true, [file])
  const { id } = await matterBehind(key)
  const fileNow = async () => (await behind(key, async (tx) => filesOf(tx, id)))[0]
  const handedOut = async () => behind(key, async (tx) => fileToHandOut(tx, id, (await fileNow())?.id ?? ''))
  return { key, id, fileNow, handedOut }
}

describe('a file that is looked through', () => {
  test('is held back from everybody until it is clean', async () => {
    const before = await waitingJobs(database, 'matters.scan-file')
    const { id, fileNow, handedOut } = await scanned('hej')
    expect(await waitingJobs(database, 'matters.scan-file')).toBe(before + 1)
    expect(await handedOut()).toBeUndefined()
    const scanner = await startScanner()
    const place = { networkId: planted.network.id, matter: id, file: (await fileNow())?.id ?? '' }
    const parts = { db: database.db, secret, scanner: clamav(scanner.url) }
    await scanFile(parts, place)
    await scanFile(parts, place)
    expect(scanner.received).toHaveLength(1)
    expect((await handedOut())?.bytes.toString()).toBe('%PDF-1.7 hej')
    await scanner.stop()
  })

  test('and is harmful is never handed out, and its bytes are gone', async () => {
    const { id, fileNow, handedOut } = await scanned('EICAR')
    const scanner = await startScanner()
    const place = { networkId: planted.network.id, matter: id, file: (await fileNow())?.id ?? '' }
    const [, scan] = entranceJobs({
      db: database.db,
      queueDb: database.queueDb,
      clock: () => testNow,
      secret,
      clamavUrl: scanner.url,
    })
    await scan?.run(place)
    expect(await fileNow()).toMatchObject({ scan: 'infected', size: 0 })
    expect(await handedOut()).toBeUndefined()
    await scanner.stop()
    // The scanner is away: the file waits, and the job is tried again.
    const waiting = await scanned('hej')
    const again = { ...place, matter: waiting.id, file: (await waiting.fileNow())?.id ?? '' }
    await expect(scan?.run(again)).rejects.toThrow('ECONNREFUSED')
    expect(await waiting.fileNow()).toMatchObject({ scan: 'waiting' })
  })
})
