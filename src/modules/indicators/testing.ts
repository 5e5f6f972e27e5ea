import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import type { Actor, Context, Visit, VisitEnv } from '#modules/accounts'
import { networkForHost, plantNetwork, type Network } from '#modules/region'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import { plantIndicators } from './seed.ts'

const folder = new URL('../../../data/gothenburg-region/', import.meta.url)
export const readText = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const readJson = (file: string): unknown => JSON.parse(readText(file))

export const now = new Date('2026-11-24T09:00:00Z')

/** Who comes in the tests. The leader and the officer are Ale's. */
export const roles = ['visitor', 'officer', 'leader', 'coordinator'] as const
export type Who = (typeof roles)[number]

export interface Planted {
  readonly network: Network
  readonly actors: Readonly<Record<Who, Actor | null>>
  readonly context: (who: Who) => Context
}

/** The first network with its shipped indicators, and one person of each role. */
export async function plantRegion({ db, ownerDb }: TestDatabase): Promise<Planted> {
  const ids: Partial<Record<Who, Actor>> = {}
  await ownerDb.transaction().execute(async (tx) => {
    const networkId = await plantNetwork(tx, {
      network: readJson('network.json'),
      topology: readJson('municipalities.topo.json'),
    })
    await plantIndicators(
      tx,
      networkId,
      {
        indicators: readJson('indicators.json'),
        sources: readJson('sources.json'),
        observations: readText('observations.csv'),
      },
      now,
    )
    for (const role of ['officer', 'leader', 'coordinator'] as const)
      ids[role] = await plantPerson(tx, networkId, role)
  })
  const network = await networkForHost(db, 'localhost')
  if (!network) throw new Error('The network was not planted')
  const actors = { visitor: null, officer: null, leader: null, coordinator: null, ...ids }
  const context = (who: Who): Context => ({ db, networkId: network.id, actor: actors[who], now })
  return { network, actors, context }
}

async function plantPerson(
  tx: Tx,
  networkId: string,
  role: 'officer' | 'leader' | 'coordinator',
): Promise<Actor> {
  const municipality = role === 'coordinator' ? null : '1440'
  const { id: personId } = await tx
    .insertInto('person')
    .values({ name: role, email: `${role}@example.org` })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('roleGrant')
    .values({
      networkId,
      personId,
      role,
      municipality,
      grantedAt: now,
      grantedBy: null,
      revokedAt: null,
      revokedBy: null,
    })
    .execute()
  return { personId, name: role, grants: [{ role, municipality }] }
}

/** A transaction in somebody's name, as the program would open it. */
export async function asWho<Result>(
  db: Database,
  { network, actors }: Planted,
  who: Who,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inScope(db, { networkId: network.id, personId: actors[who]?.personId ?? null }, work)
}

/** The module's routes as the program mounts them, visited by somebody; a page is its title and its content. */
export function visitedBy(planted: Planted, db: Database, who: Who, routes: Hono<VisitEnv>): Hono<VisitEnv> {
  const app = new Hono<VisitEnv>()
  app.use(async (c, next) => {
    const visit: Visit = {
      ...planted.context(who),
      db,
      network: planted.network,
      locale: c.req.path.startsWith('/en') ? 'en' : 'sv',
      page: (head, content, status = 200) =>
        new Response(`<title>${head.title}</title>${renderToString(content)}`, {
          status,
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
        }),
      refuse: () => c.text('refused', 403),
    }
    c.set('visit', visit)
    await next()
  })
  app.route('/', routes)
  return app
}
