import { createHmac, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { incomingMailPath, incomingMailRoutes, mailJobs, send } from '#modules/mail'
import { smallFiles } from '#platform/files/testing.ts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { matterJobs } from '../jobs.ts'
import { mailAnswering } from '../mail-answering.ts'
import { aMatter, plantVoice, secret, type Planted } from '../testing.ts'
import { receiveMatter } from './receive-matter.ts'

const database = useTestDatabase()
const now = new Date('2026-12-01T09:00:00Z')
const replyAddress = 'svar@example.org'
const webhookSecret = 'what the mail server signs with'
const origin = 'https://samsyn.example.org'
let planted: Planted
let matter = ''

beforeAll(async () => {
  planted = await plantVoice(database)
})

beforeEach(async () => {
  await database.ownerDb.deleteFrom('mailIncoming').execute()
  await database.ownerDb.deleteFrom('mailMessage').execute()
  const outcome = await receiveMatter(planted.context('visitor', now), aMatter, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  matter = outcome.value.id
})

const clock = () => now

function jobs() {
  const { db, queueDb } = database
  return [
    ...matterJobs({ db, queueDb, clock, origin }),
    ...mailJobs({
      db,
      queueDb,
      clock,
      smtpUrl: undefined,
      imapUrl: undefined,
      signing: { secret, replyAddress, from: 'Samsyn <samsyn@example.org>' },
      ...mailAnswering({ db, secret, origin, isScanned: false }),
    }),
  ]
}

/** A letter about the matter, to the company or to its officer; answers the address that it can be answered at. */
async function sent(to: 'company' | 'officer'): Promise<{ readonly id: string; readonly address: string }> {
  const context = planted.context('officer', now)
  const reader = to === 'officer' ? context.actor?.personId : undefined
  const letter = {
    networkId: context.networkId,
    to: 'x@example.org',
    subject: 'x',
    body: 'x',
    holdsSecret: true,
  }
  await inTransaction(context, (tx) => send(tx, { ...letter, matter, reader }, now))
  const row = await database.ownerDb
    .updateTable('mailMessage')
    .set({ state: 'sent' })
    .where('state', '=', 'queued')
    .returning('id')
    .executeTakeFirstOrThrow()
  const id = row.id.replaceAll('-', '')
  const signature = createHmac('sha256', secret).update(`reply to ${id}`).digest('hex').slice(0, 16)
  return { id: row.id, address: `svar+${id}${signature}@example.org` }
}

interface Raw {
  readonly to: string
  readonly from?: string
  readonly headers?: string
  readonly body?: string
}

function rawMail({ to, from = 'agare@example.org', headers = '', body = 'Ja, på tisdag.' }: Raw): string {
  return `From: Owner <${from}>\r\nTo: <${to}>\r\nSubject: Re: [2026-1]\r\nMessage-ID: <${randomUUID()}@example.org>\r\n${headers}\r\n${body}\r\n`
}

/** Handed in over HTTP as a mail server would, then worked on. */
async function comes(raw: string, signature?: string): Promise<number> {
  const app = new Hono<{ Variables: { visit: object } }>()
  app.use(async (c, next) => {
    c.set('visit', planted.context('visitor', now))
    await next()
  })
  app.route('/', incomingMailRoutes(webhookSecret))
  const own = `sha256=${createHmac('sha256', webhookSecret).update(raw).digest('hex')}`
  const { status } = await app.request(incomingMailPath, {
    method: 'POST',
    body: raw,
    headers: { 'X-Signature': signature ?? own },
  })
  const kept = await database.ownerDb.selectFrom('mailIncoming').select('id').execute()
  for (const { id } of kept)
    await jobs()
      .find(({ kind }) => kind === 'mail.sort-incoming')
      ?.run({ message: id })
  return status
}

async function incoming() {
  return database.ownerDb.selectFrom('mailIncoming').select(['state', 'reason']).execute()
}

async function thread() {
  return database.ownerDb
    .selectFrom('matterEntry')
    .select(['side', 'text', 'way', 'state'])
    .where('matterId', '=', matter)
    .where('way', '=', 'mail')
    .execute()
}

/** A file as it is attached to a mail. */
const part = (name: string, bytes: Uint8Array) =>
  `--B\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`

const closed = (outcome: 'solved' | 'withdrawn', closedAt: string) =>
  database.ownerDb
    .updateTable('matter')
    .set({ state: 'closed', outcome, closedAt: new Date(closedAt) })
    .where('id', '=', matter)
    .execute()

describe('an answer from the company', () => {
  test('stands in the thread once, without what it answers to, and makes the clock go on', async () => {
    await database.ownerDb
      .updateTable('matter')
      .set({ state: 'waiting', waitingSince: new Date('2026-11-26T09:00:00Z'), planBy: '2026-12-03' })
      .where('id', '=', matter)
      .execute()
    const { address } = await sent('company')
    const raw = rawMail({ to: address, body: 'Ja, på tisdag.\r\n\r\nDen 1 dec. 2026 skrev Ale:\r\n> När?' })
    expect(await comes(raw)).toBe(202)
    expect(await comes(raw)).toBe(202)
    // The same mail by another way, with the marks of that way.
    await comes(`Received: by another\r\n${raw}`)
    expect(await thread()).toEqual([{ side: 'company', text: 'Ja, på tisdag.', way: 'mail', state: 'sent' }])
    const row = await database.ownerDb
      .selectFrom('matter')
      .select(['state', 'planBy'])
      .where('id', '=', matter)
      .executeTakeFirst()
    // Three working days were waited.
    expect(row).toEqual({ state: 'open', planBy: '2026-12-08' })
    expect(await incoming()).toEqual(Array.from({ length: 2 }, () => ({ state: 'placed', reason: null })))
  })

  test('is told to whoever has the matter, in a letter that can be answered', async () => {
    const { networkId } = planted.context('officer')
    await jobs()
      .find(({ kind }) => kind === 'matters.tell-of-answer')
      ?.run({ networkId, matter })
    const [letter] = await database.ownerDb.selectFrom('mailMessage').selectAll().execute()
    const { personId } = planted.context('officer').actor ?? {}
    expect(letter).toMatchObject({
      matterId: matter,
      readerId: personId,
      recipient: `${personId}@example.org`,
    })
    expect(letter?.body).not.toContain('tisdag')
  })

  test('brings its files, looked at as those from the page are; what is not taken is told with its reason', async () => {
    const { address } = await sent('company')
    const files = `${part('ritning.pdf', smallFiles.pdf)}${part('skylt.pdf', Buffer.from('<script>'))}`
    const body = `--B\r\nContent-Type: text/plain\r\n\r\nHär är ritningen.\r\n${files}--B--`
    await comes(rawMail({ to: address, headers: 'Content-Type: multipart/mixed; boundary="B"\r\n', body }))
    expect((await thread())[0]?.text).toBe(
      'Här är ritningen.\n\n(Filer som följde med mejlet: ritning.pdf)\n\nFiler som följde med mejlet men inte togs emot:\nskylt.pdf: Filen är inte av ett slag som vi tar emot. Spara den som PDF eller bild.',
    )
    const kept = await database.ownerDb
      .selectFrom('matterFile')
      .select(['name', 'scan'])
      .where('matterId', '=', matter)
      .execute()
    expect(kept).toEqual([{ name: 'ritning.pdf', scan: 'none' }])
  })

  test('on a closed matter reopens it', async () => {
    const { address } = await sent('company')
    await closed('solved', '2026-11-27T09:00:00Z')
    await comes(rawMail({ to: address, body: 'Det läcker igen.' }))
    const row = await database.ownerDb
      .selectFrom('matter')
      .select(['state', 'reopened', 'firstWordBy'])
      .where('id', '=', matter)
      .executeTakeFirst()
    expect(row).toEqual({ state: 'open', reopened: 1, firstWordBy: '2026-12-02' })
    expect(await thread()).toMatchObject([{ side: 'company', text: 'Det läcker igen.' }])
  })

  test('on what was withdrawn long ago is told once where to turn, and is the coordinator’s', async () => {
    const { address } = await sent('company')
    await closed('withdrawn', '2026-08-01T09:00:00Z')
    for (const body of ['Hallå?', 'Är någon där?']) await comes(rawMail({ to: address, body }))
    expect((await incoming()).map(({ reason }) => reason)).toEqual(['matter-over', 'matter-over'])
    expect(await thread()).toEqual([])
    const letters = await database.ownerDb
      .selectFrom('mailMessage')
      .select(['recipient', 'body'])
      .where('state', '=', 'queued')
      .execute()
    expect(letters).toMatchObject([{ recipient: 'agare@example.org' }])
    expect(letters[0]?.body).toContain(`${origin}/arende`)
  })
})

const withMap = (text: string) =>
  `--B\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="karta.pdf"\r\n\r\n%PDF-1.7\r\n--B--`

describe('an answer from the officer', () => {
  test('becomes the draft of their town hall, below what is begun there', async () => {
    const { address } = await sent('officer')
    const from = `${planted.context('officer').actor?.personId}@example.org`
    await comes(rawMail({ to: address, from, body: 'Vi tittar på det.' }))
    await comes(rawMail({ to: address, from, body: 'Och på skylten.' }))
    expect(await thread()).toEqual([
      { side: 'town-hall', text: 'Vi tittar på det.\n\nOch på skylten.', way: 'mail', state: 'draft' },
    ])
  })

  test('stands below a text that is finished too, which is then a draft again, in a version that nobody has seen', async () => {
    const { address } = await sent('officer')
    const from = `${planted.context('officer').actor?.personId}@example.org`
    await comes(rawMail({ to: address, from, body: 'Vi tittar på det.' }))
    const { ownerDb } = database
    await ownerDb
      .updateTable('matterEntry')
      .set({ state: 'finished', finishedAt: new Date('2026-11-24T13:05:00Z') })
      .where('state', '=', 'draft')
      .execute()
    await comes(rawMail({ to: address, from, body: 'Och på skylten.' }))
    expect(await thread()).toMatchObject([{ text: 'Vi tittar på det.\n\nOch på skylten.', state: 'draft' }])
    const versions = await ownerDb
      .selectFrom('matterEntry')
      .select('version')
      .where('state', '=', 'draft')
      .execute()
    expect(versions.map(({ version }) => version)).toContain(2)
  })

  test('waits for them, and they are told so, and of files that do not go to the company', async () => {
    const { address } = await sent('officer')
    const from = `${planted.context('officer').actor?.personId}@example.org`
    const headers = 'Content-Type: multipart/mixed; boundary="B"\r\n'
    await comes(rawMail({ to: address, from, headers, body: withMap('Vi tittar på det.') }))
    expect(await thread()).toMatchObject([{ text: 'Vi tittar på det.', state: 'draft' }])
    await comes(rawMail({ to: address, from, headers, body: withMap('') }))
    expect(await thread()).toMatchObject([{ text: 'Vi tittar på det.', state: 'draft' }])
    const letters = await database.ownerDb
      .selectFrom('mailMessage')
      .select(['recipient', 'body'])
      .where('subject', 'like', '%väntar på dig')
      .orderBy('createdAt')
      .execute()
    expect(letters.map(({ recipient }) => recipient)).toEqual([from, from])
    expect(letters[0]?.body).toMatch(/ligger som utkast[^]*karta\.pdf[^]*samsyn\.example\.org/)
    expect(letters[1]?.body).not.toContain('utkast i ärendet')
  })

  test('is nobody’s when somebody else sends it', async () => {
    const { address } = await sent('officer')
    await comes(rawMail({ to: address, from: 'agare@example.org' }))
    expect(await thread()).toEqual([])
    expect(await incoming()).toEqual([{ state: 'unplaced', reason: 'not-the-reader' }])
  })
})

const report = (about: string) =>
  `--B\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; x@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such\r\n mailbox\r\n\r\n--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${about}.samsyn@example.org>\r\n--B--`
const asReport =
  'Return-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n'

describe('what nobody has written, or for nobody', () => {
  test.each([
    ['an out-of-office answer', 'Auto-Submitted: auto-replied\r\n', 'auto-reply'],
    ['Exchange’s own', 'X-Auto-Response-Suppress: All\r\n', 'auto-reply'],
    ['a list', 'Precedence: list\r\n', 'list'],
    ['our own letter come round', `Message-ID: <${randomUUID()}.samsyn@example.org>\r\n`, 'own'],
  ])('%s stands in no thread', async (_, headers, reason) => {
    const { address } = await sent('company')
    const raw = rawMail({ to: address, headers })
    await comes(reason === 'own' ? raw.replace(/Message-ID: <[^.]*@example.org>\r\n/, '') : raw)
    expect(await thread()).toEqual([])
    expect(await incoming()).toEqual([{ state: 'automatic', reason }])
  })

  test('a letter that came back is failed in the ledger, with the reason', async () => {
    const { id, address } = await sent('company')
    for (const to of [address, 'samsyn@example.org'])
      await comes(rawMail({ to, from: 'mailer-daemon@mx.example.org', headers: asReport, body: report(id) }))
    const row = await database.ownerDb
      .selectFrom('mailMessage')
      .select(['state', 'reason'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row).toEqual({ state: 'failed', reason: '550 5.1.1 No such mailbox' })
    expect((await incoming()).map(({ state }) => state)).toEqual(['bounce', 'bounce'])
  })

  test.each([
    ['an address of nobody’s', async () => 'svar@example.org'],
    [
      'an address that somebody has made up',
      async () => (await sent('company')).address.replace(/.{16}(?=@)/, '0123456789abcdef'),
    ],
  ])('to %s: it goes to the coordinator’s list', async (_, to) => {
    await comes(rawMail({ to: await to() }))
    expect(await thread()).toEqual([])
    expect(await incoming()).toEqual([{ state: 'unplaced', reason: 'no-letter' }])
  })

  test('more than a person can write in an hour goes to the list too', async () => {
    const { address } = await sent('company')
    const { ownerDb } = database
    const robot = {
      networkId: planted.network.id,
      way: 'imap',
      messageId: '',
      raw: Buffer.from(''),
      cameAt: now,
    } as const
    const rest = { matterId: null, settledAt: now, handledAt: null, handledBy: null, reason: null } as const
    const before = Array.from({ length: 30 }, (_, index) => String(index).padStart(64, '0'))
    await ownerDb
      .insertInto('mailIncoming')
      .values(
        before.map((sha256) => ({
          ...robot,
          ...rest,
          sha256,
          fromAddress: 'robot@example.org',
          state: 'placed',
        })),
      )
      .execute()
    await comes(rawMail({ to: address, from: 'robot@example.org' }))
    expect((await incoming()).filter(({ reason }) => reason === 'too-many')).toHaveLength(1)
    expect(await thread()).toEqual([])
  })

  test('what is not signed is not taken in', async () => {
    expect(await comes(rawMail({ to: 'svar@example.org' }), 'sha256=made-up')).toBe(401)
    expect(await incoming()).toEqual([])
  })
})
