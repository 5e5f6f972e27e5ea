import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveMatter } from '#modules/matters'
import { send } from '#modules/mail'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'
import { startImapServer, startSmtpServer, type ImapServer, type SmtpServer } from '../mail-servers.ts'
import { aMatter } from '../../src/modules/matters/testing.ts'
import { press, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const database = useTestDatabase()
const browser = useBrowser()
const company = 'agare@example.org'
const coordinator = 'samordnare@example.org'
let smtp: SmtpServer
let imap: ImapServer
let program: RunningProgram
let networkId = ''
let matter = ''

beforeAll(async () => {
  smtp = await startSmtpServer()
  imap = await startImapServer()
  program = await startBuiltProgram({
    env: {
      DATABASE_URL: database.ownerUrl,
      SAMSYN_SECRET: testSecret,
      SMTP_URL: smtp.url,
      IMAP_URL: imap.url,
      MAIL_FROM: 'Samsyn <samsyn@example.org>',
      MAIL_REPLY_ADDRESS: 'svar@example.org',
    },
  })
  networkId = (await database.ownerDb.selectFrom('network').select('id').executeTakeFirstOrThrow()).id
  const visitor = { db: database.db, networkId, actor: null, now: new Date() }
  const received = await receiveMatter(
    visitor,
    { ...aMatter, topic: 'annat', answers: {} },
    { secret: testSecret },
  )
  if (!received.ok) throw new Error(received.refusal)
  matter = received.value.id
})
afterAll(async () => {
  await program.stop()
  await imap.close()
  smtp.close()
})

/** The program looks into its mailbox each minute; here it is asked to at once. */
async function lookIntoMailbox(): Promise<void> {
  await sql`select graphile_worker.add_job('mail.empty-mailbox')`.execute(database.ownerDb)
}

async function said() {
  return database.ownerDb
    .selectFrom('matterEntry')
    .select(['text', 'side', 'way'])
    .where('matterId', '=', matter)
    .where('way', '=', 'mail')
    .execute()
}

async function comeSoFar(): Promise<readonly string[]> {
  const rows = await database.ownerDb.selectFrom('mailIncoming').select('state').orderBy('cameAt').execute()
  return rows.map(({ state }) => state)
}

const asked = 'Hej! Kan vi ses på tisdag?\n\nhttps://samsyn.example.org/arende/hemlig-nyckel'

test('a letter goes out, is answered by mail once, comes back, and is sent again', async () => {
  const letter = {
    networkId,
    to: company,
    subject: '[2026-1] En fråga',
    body: asked,
    holdsSecret: true,
    matter,
  }
  await inScope(database.db, { networkId, personId: null }, (tx) => send(tx, letter, new Date()))
  const sent = await smtp.letterTo(company)
  const address = sent.replyTo?.[0]?.address ?? ''
  expect(address).toMatch(/^svar\+[0-9a-f]{48}@example\.org$/)
  expect(sent.messageId).toMatch(/^<[0-9a-f-]{36}\.samsyn@example\.org>$/)
  expect(sent.references).toBe(`<${matter}.matter.samsyn@example.org>`)

  const from = `From: Owner <${company}>\nTo: <${address}>\nSubject: Re: [2026-1] En fråga\n`
  const answer = `Ja, på tisdag.\n\nMvh Ägaren\n\nDen tis 1 dec. 2026 kl 09:12 skrev Samsyn <${address}>:\n\n${asked.replace(/^/gm, '> ')}\n`
  imap.receive(
    `${from}Message-ID: <answer@example.org>\nContent-Type: text/plain; charset=utf-8\n\n${answer}`,
  )
  imap.receive(`${from}Message-ID: <away@example.org>\nAuto-Submitted: auto-replied\n\nJag är borta.\n`)
  imap.receive(
    `From: MAILER-DAEMON@mx.example.org\nTo: <${address}>\nReturn-Path: <>\nSubject: Undelivered\nMessage-ID: <dsn@mx.example.org>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="B"\n\n--B\nContent-Type: text/plain\n\nSorry.\n--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; ${company}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 No such mailbox\n\n--B--\n`,
  )
  await lookIntoMailbox()
  await expect.poll(comeSoFar, { timeout: 10_000 }).toEqual(['placed', 'automatic', 'bounce'])
  // What has been taken is not taken again.
  await lookIntoMailbox()
  expect(await said()).toEqual([{ text: 'Ja, på tisdag.', side: 'company', way: 'mail' }])

  // Whoever has the matter is told, without a word of it.
  const officer = await smtp.letterTo('naringslivsansvarig.ale@example.org', {
    about: 'Företaget har skrivit',
  })
  expect(officer.text).not.toContain('tisdag')

  const reader = await browser.reader({ origin: program.origin })
  const { page } = reader
  await reader.visit('/logga-in')
  await page.fill('input[name=email]', coordinator)
  await press(page, page.locator('main form button'))
  const link =
    /https?:\/\/\S+token=\S+/.exec(
      (await smtp.letterTo(coordinator, { about: 'logga in' })).text ?? '',
    )?.[0] ?? ''
  await reader.visit(link)
  await press(page, page.locator('main form button'))

  await reader.visit('/arenden/brev')
  await reader.inspect()
  const row = page.locator('tr', { hasText: company })
  expect(await row.textContent()).toContain('550 5.1.1 No such mailbox')
  await press(page, row.locator('button'))
  await page.getByRole('status').getByText('Brevet skickas igen').waitFor()
  const again = await smtp.letterTo(company, { count: 2 })
  expect(again.text).toContain('hemlig-nyckel')
  await expect
    .poll(async () => {
      await reader.visit('/arenden/brev')
      return row.textContent()
    })
    .toContain('Skickat')
})
