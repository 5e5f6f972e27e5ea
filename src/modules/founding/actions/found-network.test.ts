import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { actorWith, personToSignIn } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../../tests/database.ts'
import type { NetworkForm } from '../core/network-form.ts'
import { foundNetwork } from './found-network.ts'

const database = useTestDatabase()
const now = new Date('2026-11-24T09:00:00Z')

const form: NetworkForm = {
  name: { sv: 'Öresundsnätverket', en: 'The Øresund network' },
  about: { sv: 'Vi är två.', en: 'We are two.' },
  contact: { sv: 'Ring 010.', en: 'Call 010.' },
  person: 'Eva Ek',
  email: 'eva@example.org',
}
const boundary = { type: 'Point', coordinates: [13, 55.6] } satisfies GeoJSON.Geometry
const municipalities = [
  { code: '101', slug: 'kobenhavn', name: 'København', county: null, boundary: null },
  { code: '1280', slug: 'malmo', name: 'Malmö', county: 'Skåne län', boundary },
]
const framework = {
  name: { sv: 'Program', en: 'Programme' },
  vision: { sv: 'Ingen än', en: 'None yet' },
  note: { sv: 'Tomt', en: 'Empty' },
}

const found = (changes: Partial<NetworkForm> = {}) =>
  foundNetwork({ db: database.db, now, locale: 'en' }, { ...form, ...changes }, municipalities, framework)

async function jobs() {
  const { rows } = await sql<{ kind: string; payload: unknown }>`
    select tasks.identifier as kind, jobs.payload
    from graphile_worker._private_jobs as jobs join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  `.execute(database.ownerDb)
  return rows
}

async function rowCounts() {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from network) as networks, (select count(*) from municipality) as municipalities,
           (select count(*) from person) as people, (select count(*) from role_grant) as grants,
           (select count(*) from programme) as programmes, (select count(*) from audit_entry) as entries,
           (select count(*) from graphile_worker._private_jobs) as jobs`.execute(database.ownerDb)
  return rows[0]
}

/** How many wait for their turn to add a network. */
async function waiting() {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_locks where relation = 'network'::regclass and not granted`.execute(
    database.ownerDb,
  )
  return rows[0]?.count
}
const nothing = { networks: 0, municipalities: 0, people: 0, grants: 0, programmes: 0, entries: 0, jobs: 0 }
const one = { networks: 1, municipalities: 2, people: 1, grants: 1, programmes: 1, entries: 1, jobs: 1 }

afterEach(async () => {
  await sql`truncate network, person cascade`.execute(database.ownerDb)
  await sql`delete from graphile_worker._private_jobs`.execute(database.ownerDb)
})

describe('founding a network', () => {
  test('makes the network, its municipalities, its coordinator and an empty framework', async () => {
    const founded = await found()
    const networkId = founded.ok ? founded.value : ''
    expect(await rowCounts()).toEqual(one)

    const { ownerDb } = database
    expect(await ownerDb.selectFrom('network').selectAll().execute()).toEqual([
      {
        id: networkId,
        slug: 'oresundsnatverket',
        name: form.name,
        about: form.about,
        contact: form.contact,
        hosts: [],
        hasExampleData: false,
        firstWordDays: 1,
        planDays: 5,
        asksPerYear: 2,
        createdAt: now,
      },
    ])
    expect(await ownerDb.selectFrom('municipality').selectAll().orderBy('code').execute()).toEqual(
      municipalities.map((municipality) => ({ networkId, ...municipality })),
    )
    expect(await ownerDb.selectFrom('programme').selectAll().execute()).toEqual([
      {
        networkId,
        name: framework.name,
        vision: framework.vision,
        isProposal: true,
        proposalNote: framework.note,
        version: 1,
        validFrom: -Infinity,
      },
    ])
    const statuses = await ownerDb.selectFrom('status').select(['id', 'name']).orderBy('position').execute()
    expect(statuses).toHaveLength(7)
    expect(statuses[1]).toEqual({ id: 'on-plan', name: { sv: 'Enligt plan', en: 'On plan' } })
    expect(await ownerDb.selectFrom('person').select(['name', 'email']).execute()).toEqual([
      { name: 'Eva Ek', email: 'eva@example.org' },
    ])
    expect(await ownerDb.selectFrom('roleGrant').selectAll().execute()).toMatchObject([
      {
        networkId,
        role: 'coordinator',
        municipality: null,
        grantedAt: now,
        grantedBy: null,
        revokedAt: null,
      },
    ])
  })

  test('writes one audit entry, by nobody, and asks for one invitation', async () => {
    const founded = await found()
    const networkId = founded.ok ? founded.value : ''
    const entries = await database.ownerDb.selectFrom('auditEntry').selectAll().execute()
    expect(entries).toMatchObject([
      {
        networkId,
        at: now,
        byPerson: null,
        did: 'founding.network-founded',
        subjectKind: 'network',
        subjectId: networkId,
        before: null,
        after: { name: form.name, municipalities: 2 },
      },
    ])
    expect(await jobs()).toEqual([
      { kind: 'accounts.send-invitation', payload: { networkId, email: 'eva@example.org', locale: 'en' } },
    ])
  })

  test('leaves a coordinator who can sign in and see the municipalities', async () => {
    const founded = await found()
    const networkId = founded.ok ? founded.value : ''
    const visitor = { networkId, personId: null }
    const personId = await inScope(database.db, visitor, (tx) => personToSignIn(tx, 'eva@example.org'))
    const seen = await inScope(database.db, { networkId, personId }, async (tx) => ({
      actor: await actorWith(tx, personId ?? ''),
      municipalities: await municipalitiesOf(tx),
    }))
    expect(seen.actor?.grants).toEqual([{ role: 'coordinator', municipality: null }])
    expect(seen.municipalities.map(({ name }) => name)).toEqual(['København', 'Malmö'])
  })

  test('takes a name of any script and keeps it as it was written', async () => {
    const name = { sv: '<script>alert(1)</script> 🏔️', en: 'شبكة' }
    expect((await found({ name, person: 'שרה "; drop table network; --' })).ok).toBe(true)
    const network = await database.ownerDb
      .selectFrom('network')
      .select(['slug', 'name'])
      .executeTakeFirstOrThrow()
    expect(network).toEqual({ slug: 'script-alert-1-script', name })
  })

  test('names the address when the name has no letter for it', async () => {
    await found({ name: { sv: 'شبكة', en: '北京' } })
    const network = await database.ownerDb.selectFrom('network').select('slug').executeTakeFirstOrThrow()
    expect(network.slug).toBe('natverk')
  })
})

describe('a founding that is refused', () => {
  test('the second leaves nothing, under the same name or another', async () => {
    await found()
    expect(await found()).toEqual({ ok: false, refusal: 'already-founded' })
    const other = { name: { sv: 'Ett annat', en: 'Another' }, email: 'adam@example.org' }
    expect(await found(other)).toEqual({ ok: false, refusal: 'already-founded' })
    expect(await rowCounts()).toEqual(one)
  })

  test('when several press at once, one founds and the others leave nothing', async () => {
    const names = ['Ett', 'Två', 'Tre', 'Fyra']
    let pressed: Promise<Awaited<ReturnType<typeof found>>[]> = Promise.resolve([])
    // All four are held at the same point, then let go together.
    await database.ownerDb.transaction().execute(async (tx) => {
      await sql`lock table network in share row exclusive mode`.execute(tx)
      pressed = Promise.all(
        names.map((name, index) =>
          found({ name: { sv: name, en: name }, email: `person${index}@example.org` }),
        ),
      )
      await expect.poll(waiting, { timeout: 20_000 }).toBe(4)
    })
    const outcomes = await pressed
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'already-founded')).toHaveLength(3)
    expect(await rowCounts()).toEqual(one)
  })

  test('waits for a network that another program is just adding', async () => {
    let outcome: Promise<unknown> = Promise.resolve()
    await database.ownerDb.transaction().execute(async (tx) => {
      const text = JSON.stringify({ sv: 'Sått', en: 'Planted' })
      await tx
        .insertInto('network')
        .values({ slug: 'planted', name: text, about: text, contact: text })
        .execute()
      outcome = found()
      await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
    })
    expect(await outcome).toEqual({ ok: false, refusal: 'already-founded' })
    expect(await rowCounts()).toEqual({ ...nothing, networks: 1 })
  })

  test('what breaks on the way leaves no half network', async () => {
    const twice = [...municipalities, { ...municipalities[0], slug: 'other' } as (typeof municipalities)[0]]
    await expect(
      foundNetwork({ db: database.db, now, locale: 'sv' }, form, twice, framework),
    ).rejects.toThrow('municipality_pkey')
    expect(await rowCounts()).toEqual(nothing)
  })
})

describe('the database itself', () => {
  const text = JSON.stringify({ sv: 'x', en: 'x' })

  test('refuses another network, municipality, programme or role once there is a coordinator', async () => {
    const founded = await found()
    const networkId = founded.ok ? founded.value : ''
    const asNobody = { networkId, personId: null }
    const person = await database.ownerDb.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const attempts = [
      sql`insert into network (slug, name, about, contact) values ('other', ${text}, ${text}, ${text})`,
      sql`insert into municipality (network_id, code, slug, name) values (${networkId}, '9', 'nio', 'Nio')`,
      sql`insert into programme (network_id, name, vision, is_proposal, proposal_note)
          values (${networkId}, ${text}, ${text}, true, ${text})`,
      sql`insert into person (email, name) values ('adam@example.org', 'Adam')`,
      sql`insert into role_grant (network_id, person_id, role, granted_at)
          values (${networkId}, ${person.id}, 'operator', now())`,
    ]
    for (const attempt of attempts) {
      await expect(inScope(database.db, asNobody, (tx) => attempt.execute(tx))).rejects.toThrow(
        'row-level security',
      )
    }
    expect(await rowCounts()).toEqual(one)
  })
})
