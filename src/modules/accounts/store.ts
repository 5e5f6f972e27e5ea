import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import type { Actor, Grant, Role } from './core/actor.ts'

export interface HeldGrant extends Grant {
  readonly id: string
  readonly grantedAt: Date
}

/** A person as the coordinator sees them. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly grants: readonly HeldGrant[]
}

/** A person who can be named as owner or deputy. */
export interface Colleague {
  readonly id: string
  readonly name: string
}

/** The person a sign-in link may be sent to, or null; the answer is the same whatever the reason. */
export async function personToSignIn(tx: Tx, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select person_to_sign_in(${email}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** A person already known to the installation by that address, in this network or another. */
async function personWithEmail(tx: Tx, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select person_with_email(${email}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The person and the roles they hold now; null when they hold none. */
export async function actorWith(tx: Tx, personId: string): Promise<Actor | null> {
  const rows = await tx
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['person.name', 'roleGrant.role', 'roleGrant.municipality', 'roleGrant.organisation'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .execute()
  const [first] = rows
  if (!first) return null
  return {
    personId,
    name: first.name,
    grants: rows.map(({ role, municipality, organisation }) => ({
      role,
      municipality,
      ...(organisation === null ? {} : { organisation }),
    })),
  }
}

/** The address of the person whom the transaction speaks for. */
export async function ownAddress(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', sql<string>`current_person()`)
    .executeTakeFirst()
  return row?.email ?? null
}

/** Everybody who holds or has held a role in the network, by name. */
export async function membersOf(tx: Tx): Promise<readonly Member[]> {
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('id', 'in', (eb) => eb.selectFrom('roleGrant').select('personId'))
    .execute()
  const grants = await activeGrants(tx)
  return people
    .map((person) => ({ ...person, grants: grants.filter((grant) => grant.personId === person.id) }))
    .toSorted((a, b) => bySwedishName(a.name, b.name))
}

async function activeGrants(tx: Tx) {
  const rows = await tx
    .selectFrom('roleGrant')
    .select(['id', 'personId', 'role', 'municipality', 'organisation', 'grantedAt'])
    .where('revokedAt', 'is', null)
    .orderBy('grantedAt')
    .execute()
  return rows.map(({ organisation, ...grant }) => ({
    ...grant,
    ...(organisation === null ? {} : { organisation }),
  }))
}

/** Those who hold a role in a municipality: its officers and leaders, by name. */
export async function colleaguesIn(tx: Tx, municipality: string): Promise<readonly Colleague[]> {
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('roleGrant')
        .select('personId')
        .where('municipality', '=', municipality)
        .where('revokedAt', 'is', null),
    )
    .execute()
  return people.toSorted((a, b) => bySwedishName(a.name, b.name))
}

/** That somebody holds no role in a municipality any more, and since when. */
export interface Departure {
  readonly personId: string
  readonly municipality: string
  readonly at: Date
}

/** Everybody who has left a municipality. */
export async function departuresOf(tx: Tx): Promise<readonly Departure[]> {
  const { rows } = await sql<Departure>`
    select person_id, municipality, max(revoked_at) as at
    from role_grant where municipality is not null
    group by person_id, municipality having count(*) = count(revoked_at)`.execute(tx)
  return rows
}

/** The names of the network's people by id, as far as the reader may know them. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(people.map((person) => [person.id, person.name]))
}

/**
 * The person with that address, added if the installation does not know them. The id is made beforehand, since nobody
 * may read a person without a role yet; of two who add the same person at once, the second finds the first's.
 */
export async function personFor(
  tx: Tx,
  person: { name: string; email: string },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const known = await personWithEmail(tx, person.email)
  if (known) return { id: known, isNew: false }
  const { rows } = await sql<{ id: string }>`select gen_random_uuid() as id`.execute(tx)
  const id = rows[0]?.id ?? ''
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('person')
    .values({ id, ...person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return { id, isNew: true }
  return { id: (await personWithEmail(tx, person.email)) ?? '', isNew: false }
}

/** Gives a role; answers false when the person holds it already. */
export async function addGrant(
  tx: Tx,
  grant: {
    networkId: string
    personId: string
    role: Role
    municipality: string | null
    organisation?: string | null
    at: Date
    by: string | null
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roleGrant')
    .values({
      networkId: grant.networkId,
      personId: grant.personId,
      role: grant.role,
      municipality: grant.municipality,
      organisation: grant.organisation ?? null,
      grantedAt: grant.at,
      grantedBy: grant.by,
      revokedAt: null,
      revokedBy: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** A role that is held now. */
export async function activeGrant(tx: Tx, id: string) {
  return tx
    .selectFrom('roleGrant')
    .select(['id', 'personId', 'role', 'municipality'])
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/** How many coordinators there are; whoever asks holds the answer until the transaction ends. */
export async function countCoordinators(tx: Tx, networkId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${networkId}, 1))`.execute(tx)
  const { count } = await tx
    .selectFrom('roleGrant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'coordinator')
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function revokeGrant(tx: Tx, id: string, at: Date, by: string): Promise<void> {
  await tx.updateTable('roleGrant').set({ revokedAt: at, revokedBy: by }).where('id', '=', id).execute()
}

/**
 * Counts a try under a key and answers how many there have been in the window of so many seconds. Windows that have
 * passed are swept out on the way, so that nothing is kept of those who do not come back.
 */
export async function countTry(tx: Tx, key: string, windowSeconds: number, now: Date): Promise<number> {
  const passed = new Date(now.getTime() - windowSeconds * 1000)
  await tx.deleteFrom('rateLimit').where('windowStart', '<', passed).execute()
  const { hits } = await tx
    .insertInto('rateLimit')
    .values({ key, windowStart: now, hits: 1 })
    .onConflict((known) => known.column('key').doUpdateSet((eb) => ({ hits: eb('rateLimit.hits', '+', 1) })))
    .returning('hits')
    .executeTakeFirstOrThrow()
  return hits
}

/** An organisation that partners work for: its word, and its name. */
export interface Organisation {
  readonly id: string
  readonly name: string
}

/** The organisations of the network, by name. */
export async function organisationsOf(tx: Tx): Promise<readonly Organisation[]> {
  const found = await tx.selectFrom('organisation').select(['id', 'name']).execute()
  return found.toSorted((a, b) => bySwedishName(a.name, b.name))
}

/** The word of the organisation with that name; it is added if the network does not know it. */
export async function organisationNamed(tx: Tx, networkId: string, name: string): Promise<string> {
  const known = await organisationsOf(tx)
  const same = known.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (same) return same.id
  const id = freeSlug(name, new Set(known.map((one) => one.id)), 'organisation', addingWords)
  await tx.insertInto('organisation').values({ networkId, id, name }).execute()
  return id
}
