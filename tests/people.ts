import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Context, Grant, Role } from '../src/modules/accounts/index.ts'
import type { Database } from '../src/platform/database/connection.ts'
import type { TestDatabase } from './database.ts'

/** A moment that tests agree on: a Tuesday afternoon. */
export const testNow = new Date('2026-11-24T13:05:00Z')

/** Two municipalities of one network, and one of another. */
export interface TestNetwork {
  readonly id: string
  readonly otherId: string
}

/** Arranges, as the owner, a network with Ale and Lerum, and a neighbour network with a municipality of its own. */
export async function addTestNetwork({ ownerDb }: TestDatabase): Promise<TestNetwork> {
  const id = randomUUID()
  const otherId = randomUUID()
  const text = JSON.stringify({ sv: 'Provnätet', en: 'The test network' })
  for (const [networkId, slug] of [
    [id, `prov-${id.slice(0, 8)}`],
    [otherId, `annat-${otherId.slice(0, 8)}`],
  ] as const) {
    await ownerDb
      .insertInto('network')
      .values({ id: networkId, slug, name: text, about: text, contact: text, hosts: [`${slug}.example.org`] })
      .execute()
  }
  await ownerDb
    .insertInto('municipality')
    .values([
      { networkId: id, code: '1440', slug: 'ale', name: 'Ale', county: null, boundary: null },
      { networkId: id, code: '1441', slug: 'lerum', name: 'Lerum', county: null, boundary: null },
      { networkId: otherId, code: '1280', slug: 'malmo', name: 'Malmö', county: null, boundary: null },
    ])
    .execute()
  return { id, otherId }
}

/** Arranges, as the owner, a person who holds a role. */
export async function addTestActor(
  { ownerDb }: TestDatabase,
  networkId: string,
  role: Role,
  municipality: string | null = null,
): Promise<Actor> {
  const personId = randomUUID()
  const name = `${role} ${municipality ?? ''} (exempel)`
  await ownerDb
    .insertInto('person')
    .values({ id: personId, email: `${personId}@example.org`, name })
    .execute()
  const grant: Grant = { role, municipality }
  await ownerDb
    .insertInto('roleGrant')
    .values({
      networkId,
      personId,
      ...grant,
      grantedAt: testNow,
      grantedBy: null,
      revokedAt: null,
      revokedBy: null,
    })
    .execute()
  return { personId, name, grants: [grant] }
}

/** The roles that whatever is guarded is tried by; officer, colleague and leader are Ale's, the neighbour is Lerum's. */
export const testRoles = {
  partner: ['partner', null],
  officer: ['officer', '1440'],
  colleague: ['officer', '1440'],
  neighbour: ['officer', '1441'],
  leader: ['leader', '1440'],
  coordinator: ['coordinator', null],
  operator: ['operator', null],
} as const satisfies Record<string, readonly [Role, string | null]>
export type TestRole = keyof typeof testRoles

/** Arranges somebody for each role. */
export async function addTestPeople(
  database: TestDatabase,
  networkId: string,
): Promise<ReadonlyMap<TestRole | 'visitor', Actor>> {
  const actors = new Map<TestRole, Actor>()
  for (const who of Object.keys(testRoles) as TestRole[])
    actors.set(who, await addTestActor(database, networkId, testRoles[who][0], testRoles[who][1]))
  return actors
}

/** What an action is told when that person does it. */
export function contextOf(db: Database, networkId: string, actor: Actor | null): Context {
  return { db, networkId, actor, now: testNow }
}

/** How many jobs of a kind wait. */
export async function waitingJobs({ ownerDb }: TestDatabase, kind: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = ${kind}`.execute(ownerDb)
  return rows[0]?.count ?? 0
}
