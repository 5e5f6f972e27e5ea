import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor, Context } from '#modules/accounts'
import type { TestDatabase } from '../../../tests/database.ts'
import {
  addTestActor,
  addTestNetwork,
  addTestPeople,
  contextOf,
  testNow,
  type TestNetwork,
  type TestRole,
} from '../../../tests/people.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { asked } from '../../../tests/visits.ts'
import { supportRoutes } from './pages/routes.tsx'
import { plantSupports } from './seed.ts'

export const secret = 'a secret that only tests use, long enough'
export const origin = 'http://samsyn.example.org'

const folder = join(import.meta.dirname, '../../../data/supports')

/** The supports that are known from the start, as their files have them. */
export function supportFiles(): readonly unknown[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')))
}

/** The test network's people; `keeper` and `fellow` are partners of Omställningsfonden, and the partner is of nobody. */
export type Who = TestRole | 'keeper' | 'fellow' | 'visitor'

export interface Planted {
  readonly network: TestNetwork
  readonly context: (who: Who, now?: Date) => Context
  readonly asked: (who: Who, path: string, init?: RequestInit) => ReturnType<typeof asked>
}

/** A network of Ale and Lerum with every support. */
export async function plantCompetence(database: TestDatabase): Promise<Planted> {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const { db, ownerDb } = database
  await ownerDb.transaction().execute(async (tx) => plantSupports(tx, networkId, supportFiles(), testNow))
  const actors = new Map<Who, Actor>(await addTestPeople(database, networkId))
  for (const who of ['keeper', 'fellow'] as const) {
    const actor = await addTestActor(database, networkId, 'partner')
    const organisation = 'omstallningsfonden'
    await ownerDb
      .updateTable('roleGrant')
      .set({ organisation })
      .where('personId', '=', actor.personId)
      .execute()
    actors.set(who, { ...actor, grants: [{ role: 'partner', municipality: null, organisation }] })
  }
  const routes = supportRoutes({
    secret,
    origin,
    ipOf: () => '192.0.2.1',
    assets: { css: [] },
    cache: new PageCache(),
    config: { embedOrigins: ['https://www.ale.se'] },
  })
  return {
    network,
    context: (who, now = testNow) => ({ ...contextOf(db, networkId, actors.get(who) ?? null), now }),
    asked: async (who, path, init) =>
      asked({ database, network }, actors.get(who) ?? null, routes, path, init),
  }
}
