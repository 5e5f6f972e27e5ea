import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSignIn, type SignIn } from '#modules/accounts'
import { openKoladaCatalogue, openOffices, patientSettings } from '#modules/imports'
import { PageCache } from '#platform/http/page-cache.ts'
import { createLog } from '#platform/log.ts'
import { developmentAssets } from '#ui/assets.ts'
import { testSecret, useTestDatabase } from '../tests/database.ts'
import { addTestNetwork, testNow } from '../tests/people.ts'
import { createApp } from './app.ts'

const database = useTestDatabase()
let origin: string
let signIn: SignIn
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  const { id } = await addTestNetwork(database)
  origin = `http://prov-${id.slice(0, 8)}.example.org`
  signIn = openSignIn({ url: database.urls.sign_in, origin, secret: testSecret })
  app = createApp({
    config: { trustProxy: false, isDevelopment: false },
    origin,
    secret: testSecret,
    db: database.db,
    mailboxDb: null,
    signIn,
    sources: {
      catalogue: openKoladaCatalogue('data'),
      offices: openOffices([], { ...patientSettings, fetch, random: () => 0, userAgent: 'test' }, () => 0),
    },
    cache: new PageCache(),
    assets: developmentAssets,
    clientFolder: null,
    dataFolder: 'data/sweden',
    clock: () => testNow,
    log: createLog('silent'),
  })
})
afterAll(() => signIn.close())

const megabyte = 1_000_000
const sent = async (path: string, size: number, headers: Readonly<Record<string, string>> = {}) => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(size)], 'a.csv'))
  return app.request(`${origin}${path}`, { method: 'POST', headers: { origin, ...headers }, body })
}

describe('what is sent', () => {
  test.each(['/importer/ny/fil', '/en/imports/new/file'])(
    'to %s may hold a file of ten megabytes',
    async (path) => {
      // A visitor is refused for who they are, not for how much they send.
      expect((await sent(path, 10 * megabyte)).status).toBe(403)
      const larger = await sent(path, 11 * megabyte)
      expect(larger.status).toBe(413)
      expect(await larger.text()).toContain(
        path.startsWith('/en') ? 'too much at once' : 'för mycket på en gång',
      )
      expect((await sent(path, 1, { 'content-length': '200000000' })).status).toBe(413)
    },
  )

  test.each([
    '/siffror/for-in',
    '/importer',
    '/importer/ny/fil/',
    '/importer/tabeller/00000000-0000-4000-8000-000000000000',
    '/logga-in',
  ])('to %s may hold a megabyte at most', async (path) => {
    expect((await sent(path, megabyte)).status).toBe(413)
    expect((await sent(path, megabyte / 2)).status).not.toBe(413)
  })
})
