import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, test } from 'vitest'
import { actorWith, plantPeople, type Actor, type Visit, type VisitEnv } from '#modules/accounts'
import { record } from '#modules/audit'
import { plantProgramme } from '#modules/programme'
import { networkForHost, plantNetwork, type Network } from '#modules/region'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { overviewRoutes } from './routes.tsx'

const now = new Date('2026-11-24T09:00:00Z')
const folder = new URL('../../../../data/gothenburg-region/', import.meta.url)
const readJson = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

const database = useTestDatabase()
let network: Network
let coordinator: Actor | null

beforeAll(async () => {
  const { db, ownerDb } = database
  const { networkId, personId, officerId } = await ownerDb.transaction().execute(async (tx) => {
    const files = { network: readJson('network.json'), topology: readJson('municipalities.topo.json') }
    const planted = await plantNetwork(tx, files)
    const people = await plantPeople(tx, planted, readJson('example-people.json'), now)
    const programme = {
      programme: readJson('programme.json'),
      cells: readJson('example-cells.json'),
    }
    await plantProgramme(tx, planted, programme, now, people)
    return {
      networkId: planted,
      personId: people.get('coordinator') ?? '',
      officerId: people.get('officer-ale') ?? '',
    }
  })
  const found = await networkForHost(db, 'localhost')
  if (!found) throw new Error('The network was not planted')
  network = found
  await inScope(db, { networkId, personId }, async (tx) => {
    coordinator = await actorWith(tx, personId)
    const event = { networkId, by: personId, at: now }
    const name = { sv: 'Nytt namn', en: 'A new name' }
    await record(tx, {
      ...event,
      did: 'programme.programme-edited',
      on: { kind: 'programme', id: 'programme' },
      after: { name },
    })
    await record(tx, {
      ...event,
      did: 'programme.cell-said',
      on: { kind: 'cell', id: '1440/fortbilda-anstallda' },
      before: { status: 'on-plan', owner: officerId },
      after: { status: 'stuck', text: 'Det står "stilla".' },
    })
  })
})

async function logAs(actor: Actor | null, path: string): Promise<string> {
  const app = new Hono<VisitEnv>()
  app.use(async (c, next) => {
    const visit: Visit = {
      db: database.db,
      networkId: network.id,
      actor,
      now,
      network,
      locale: c.req.path.startsWith('/en') ? 'en' : 'sv',
      page: (head, content, status = 200) =>
        c.html<string>(renderToString(h(Fragment, null, h('title', null, head.title), content)), status),
      refuse: () => c.text('refused', 403),
    }
    c.set('visit', visit)
    await next()
  })
  return (await app.route('/', overviewRoutes()).request(path)).text()
}

test('the log tells in words what was done, to what, and what changed', async () => {
  const log = await logAs(coordinator, '/handelser')
  expect(log).toContain('>Ändrade programmet<')
  expect(log).toContain('Rapporterade om en insats: Fortbilda dem som redan arbetar, Ale<')
  expect(log).toContain('<dt>Namn (engelska)</dt>')
  expect(log).toContain('<del>Näringslivsansvarig, Ale (exempel)</del>')
  expect(log).toContain('<ins>Sitter fast</ins>')
  expect(log).toContain('Det står &quot;stilla&quot;.')
  expect(log).not.toMatch(/name\.sv|1440\/|>stuck<|\\&quot;|[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test('and in the other language', async () => {
  const log = await logAs(coordinator, '/en/events')
  expect(log).toMatch(/Reported on an intervention: [^<]+, Ale</)
  expect(log).toContain('<dt>Name (Swedish)</dt>')
  expect(log).toContain('<ins>Stuck</ins>')
})

test('a visitor is refused', async () => {
  expect(await logAs(null, '/handelser')).toBe('refused')
})
