import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testSecret } from '../../../../tests/server.ts'
import {
  addTestActor,
  addTestNetwork,
  contextOf,
  testNow,
  waitingJobs,
  type TestNetwork,
} from '../../../../tests/people.ts'
import type { Actor } from '../core/actor.ts'
import { accountJobs } from '../jobs.ts'
import { openSignIn, type SignIn } from '../sign-in.ts'
import { requestSignInLink } from './request-sign-in-link.ts'

const database = useTestDatabase()
const origin = 'http://samsyn.test'
let network: TestNetwork
let officer: Actor
let signIn: SignIn

beforeAll(async () => {
  network = await addTestNetwork(database)
  officer = await addTestActor(database, network.id, 'officer', '1440')
  signIn = openSignIn({ url: database.urls.sign_in, origin, secret: testSecret })
})
afterAll(() => signIn.close())

const emailOf = (actor: Actor) => `${actor.personId}@example.org`
const visitor = { ip: '192.0.2.1', locale: 'sv', secret: testSecret, next: '' } as const

async function sendLink(email: string): Promise<void> {
  const [job] = accountJobs({ db: database.db, signIn, origin, clock: () => testNow })
  await job?.run({ networkId: network.id, email, locale: 'sv', next: '' })
}

async function letterTo(email: string): Promise<string | undefined> {
  const letter = await database.queueDb
    .selectFrom('mailMessage')
    .select('body')
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  return letter?.body
}

function cookieOf(cookies: readonly string[] | null): Headers {
  return new Headers({ cookie: (cookies ?? []).map((cookie) => cookie.split(';')[0]).join('; ') })
}

test('asking does the same for an address that is somebody’s and one that is nobody’s', async () => {
  const before = await waitingJobs(database, 'accounts.send-sign-in-link')
  const context = contextOf(database.db, network.id, null)
  const known = await requestSignInLink(context, { email: emailOf(officer) }, visitor)
  const unknown = await requestSignInLink(context, { email: 'nobody@example.org' }, visitor)
  expect(known).toEqual(unknown)
  expect(await waitingJobs(database, 'accounts.send-sign-in-link')).toBe(before + 2)
})

test('a person gets a letter whose link signs in once; a stranger gets none', async () => {
  await sendLink('nobody@example.org')
  expect(await letterTo('nobody@example.org')).toBeUndefined()

  await sendLink(emailOf(officer))
  const link = new URL(/http\S+/.exec((await letterTo(emailOf(officer))) ?? '')?.[0] ?? '')
  const token = link.searchParams.get('token') ?? ''
  const cookies = await signIn.redeem(token, new Headers())
  expect(await signIn.emailOf(cookieOf(cookies))).toBe(emailOf(officer))
  expect(cookies?.join()).toContain('HttpOnly')
  expect(await signIn.redeem(token, new Headers())).toBeNull()

  await signIn.end(cookieOf(cookies))
  expect(await signIn.emailOf(cookieOf(cookies))).toBeNull()
})

test('a made-up token and a forged cookie open nothing', async () => {
  expect(await signIn.redeem('made-up', new Headers())).toBeNull()
  expect(await signIn.emailOf(new Headers({ cookie: 'samsyn.session_token=forged.signature' }))).toBeNull()
})

test('a sixth link within a quarter of an hour is refused, and asked for again later is given', async () => {
  const email = 'eager@example.org'
  const ask = (now: Date) =>
    requestSignInLink({ ...contextOf(database.db, network.id, null), now }, { email }, visitor)
  for (let tries = 0; tries < 5; tries += 1) expect((await ask(testNow)).ok).toBe(true)
  const before = await waitingJobs(database, 'accounts.send-sign-in-link')
  expect(await ask(testNow)).toEqual({ ok: false, refusal: 'too-many-tries' })
  expect(await waitingJobs(database, 'accounts.send-sign-in-link')).toBe(before)
  expect((await ask(new Date(testNow.getTime() + 16 * 60_000))).ok).toBe(true)
  // One count for the address and one for the visitor; what came before has been swept out.
  expect(await database.ownerDb.selectFrom('rateLimit').selectAll().execute()).toHaveLength(2)
})

test('neither the program nor the worker can read sessions, and the program cannot read mail', async () => {
  await expect(
    database.db
      .selectFrom('sign_in.session' as 'network')
      .selectAll()
      .execute(),
  ).rejects.toThrow(/permission denied/)
  await expect(
    database.queueDb
      .selectFrom('sign_in.session' as 'network')
      .selectAll()
      .execute(),
  ).rejects.toThrow(/permission denied/)
  await expect(database.db.selectFrom('mailMessage').selectAll().execute()).rejects.toThrow(
    /permission denied/,
  )
})
