import { Hono } from 'hono'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { testSecret } from '../../../tests/server.ts'
import { startSmtpServer, type SmtpServer } from '../../../tests/mail-servers.ts'
import { addTestNetwork, testNow, waitingJobs, type TestNetwork } from '../../../tests/people.ts'
import { mailJobs } from './jobs.ts'
import { mailboxRoutes } from './pages/routes.tsx'
import { newestMessages, send } from './store.ts'

const database = useTestDatabase()
let network: TestNetwork
let letters = 0
const servers: SmtpServer[] = []

beforeAll(async () => {
  network = await addTestNetwork(database)
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function mailServer(refuses = false): Promise<SmtpServer> {
  const server = await startSmtpServer({ refuses })
  servers.push(server)
  return server
}

async function queueLetter(holdsSecret: boolean): Promise<string> {
  letters += 1
  const to = `officer${letters}@example.org`
  const letter = { networkId: network.id, to, subject: 'Påminnelse åäö', body: 'Hemligt: abc', holdsSecret }
  await inScope(database.db, { networkId: network.id, personId: null }, (tx) => send(tx, letter, testNow))
  return (await newestMessages(database.queueDb, 100)).find(({ recipient }) => recipient === to)?.id ?? ''
}

const answering = {
  answered: async () => 'no-matter' as const,
  turnAway: async () => undefined,
}

async function deliver(id: string, smtpUrl: string | undefined): Promise<void> {
  const { db, queueDb } = database
  const signing = { secret: testSecret, replyAddress: undefined, from: 'Samsyn <samsyn@example.org>' }
  const jobs = mailJobs({
    db,
    queueDb,
    smtpUrl,
    imapUrl: undefined,
    signing,
    ...answering,
    clock: () => testNow,
  })
  await jobs.find(({ kind }) => kind === 'mail.deliver-message')?.run({ message: id })
}

async function rowOf(id: string) {
  return database.queueDb.selectFrom('mailMessage').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

test('a letter is in the ledger and its delivery is asked for in one transaction', async () => {
  const before = await waitingJobs(database, 'mail.deliver-message')
  await queueLetter(false)
  expect(await waitingJobs(database, 'mail.deliver-message')).toBe(before + 1)

  const rolledBack = inScope(database.db, { networkId: network.id, personId: null }, async (tx) => {
    await send(
      tx,
      { networkId: network.id, to: 'x@example.org', subject: 'x', body: 'x', holdsSecret: false },
      testNow,
    )
    throw new Error('changed my mind')
  })
  await expect(rolledBack).rejects.toThrow('changed my mind')
  expect(await waitingJobs(database, 'mail.deliver-message')).toBe(before + 1)
})

test('a letter goes out by SMTP, is settled, and loses its secret', async () => {
  const server = await mailServer()
  const id = await queueLetter(true)
  await deliver(id, server.url)
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toMatch(/^To: officer\d+@example\.org/m)
  expect(await rowOf(id)).toMatchObject({ state: 'sent', body: '' })
})

test('doing it twice sends it once', async () => {
  const server = await mailServer()
  const id = await queueLetter(false)
  await deliver(id, server.url)
  await deliver(id, server.url)
  expect(server.received).toHaveLength(1)
})

test('a refused letter says why and can be sent again', async () => {
  const refusing = await mailServer(true)
  const id = await queueLetter(false)
  await expect(deliver(id, refusing.url)).rejects.toThrow('no such mailbox')
  expect(await rowOf(id)).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('no such mailbox') as string,
  })
  await deliver(id, (await mailServer()).url)
  expect(await rowOf(id)).toMatchObject({ state: 'sent', reason: null })
})

test('without a mail server a letter stays to be read, secret and all', async () => {
  const id = await queueLetter(true)
  await deliver(id, undefined)
  expect(await rowOf(id)).toMatchObject({ state: 'shown', body: 'Hemligt: abc' })
})

test('the local mailbox answers this machine alone, and nobody behind a proxy', async () => {
  const app = new Hono<{ Variables: { visit: object } }>()
  app.use(async (c, next) => {
    c.set('visit', { locale: 'sv', page: () => new Response('letters') })
    await next()
  })
  app.route('/', mailboxRoutes(database.queueDb))
  const ask = async (address: string, headers: Record<string, string> = {}) =>
    (await app.request(address, { headers })).status
  expect(await ask('http://localhost:3000/post')).toBe(200)
  expect(await ask('http://samsyn.example.org/post')).toBe(404)
  expect(await ask('http://localhost:3000/post', { 'x-forwarded-for': '192.0.2.1' })).toBe(404)
})
