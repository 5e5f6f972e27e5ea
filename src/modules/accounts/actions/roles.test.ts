import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import {
  addTestActor,
  addTestNetwork,
  contextOf,
  waitingJobs,
  type TestNetwork,
} from '../../../../tests/people.ts'
import type { Actor, Role } from '../core/actor.ts'
import { inTransaction } from '../context.ts'
import { actorWith } from '../store.ts'
import { giveRole } from './give-role.ts'
import { invitePerson } from './invite-person.ts'
import { takeRole } from './take-role.ts'

const database = useTestDatabase()
let network: TestNetwork
let coordinator: Actor
let officerOfAle: Actor

beforeAll(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officerOfAle = await addTestActor(database, network.id, 'officer', '1440')
})

async function footprints(): Promise<Record<string, number>> {
  const count = async (table: 'person' | 'roleGrant' | 'auditEntry'): Promise<number> =>
    (
      await database.ownerDb
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const revoked = await database.ownerDb
    .selectFrom('roleGrant')
    .select('id')
    .where('revokedAt', 'is not', null)
    .execute()
  return {
    people: await count('person'),
    grants: await count('roleGrant'),
    audit: await count('auditEntry'),
    revoked: revoked.length,
    invitations: await waitingJobs(database, 'accounts.send-invitation'),
  }
}

const invitation = {
  name: 'Ny ansvarig, Lerum (exempel)',
  email: 'ny.lerum@example.org',
  role: 'officer',
  municipality: '1441',
  organisation: null,
} as const

describe('inviting a person', () => {
  test('gives the role, one audit entry and one mail to send', async () => {
    const before = await footprints()
    const invited = await invitePerson(contextOf(database.db, network.id, coordinator), invitation, 'sv')
    expect(invited.ok).toBe(true)
    const after = await footprints()
    expect(after).toEqual({
      ...before,
      people: (before['people'] ?? 0) + 1,
      grants: (before['grants'] ?? 0) + 1,
      audit: (before['audit'] ?? 0) + 1,
      invitations: (before['invitations'] ?? 0) + 1,
    })
  })

  test.each<[string, () => Actor | null]>([
    ['nobody', () => null],
    ['an officer', () => officerOfAle],
  ])('is refused to %s and leaves nothing', async (_who, who) => {
    const before = await footprints()
    const other = { ...invitation, email: 'annan@example.org' }
    expect(await invitePerson(contextOf(database.db, network.id, who()), other, 'sv')).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await footprints()).toEqual(before)
  })

  test('into a municipality of another network is refused and leaves nothing', async () => {
    const before = await footprints()
    const stranger = { ...invitation, email: 'malmo@example.org', municipality: '1280' }
    expect(await invitePerson(contextOf(database.db, network.id, coordinator), stranger, 'sv')).toEqual({
      ok: false,
      refusal: 'municipality-unknown',
    })
    expect(await footprints()).toEqual(before)
  })

  test('twice to the same role is refused and leaves nothing', async () => {
    const before = await footprints()
    expect(await invitePerson(contextOf(database.db, network.id, coordinator), invitation, 'sv')).toEqual({
      ok: false,
      refusal: 'role-held-already',
    })
    expect(await footprints()).toEqual(before)
  })
})

test('a partner is invited for an organisation, which is added once', async () => {
  const context = contextOf(database.db, network.id, coordinator)
  const partner = { role: 'partner', municipality: null, organisation: 'Kursgivaren (exempel)' } as const
  for (const [at, name] of ['Kursgivaren (exempel)', 'kursgivaren (exempel)'].entries()) {
    const form = {
      ...partner,
      name: 'Handläggare (exempel)',
      email: `kurs${at}@example.org`,
      organisation: name,
    }
    const invited = await invitePerson(context, form, 'sv')
    const actor = invited.ok && (await inTransaction(context, async (tx) => actorWith(tx, invited.value)))
    expect(actor && actor.grants).toEqual([
      { role: 'partner', municipality: null, organisation: 'kursgivaren-exempel' },
    ])
  }
  expect(await database.ownerDb.selectFrom('organisation').select('name').execute()).toHaveLength(1)
})

test('four who invite the same person at once make one person with one role', async () => {
  const before = await footprints()
  const twice = { ...invitation, name: 'Dubbel (exempel)', email: 'dubbel@example.org' }
  const context = contextOf(database.db, network.id, coordinator)
  const answers = await Promise.all([1, 2, 3, 4].map(() => invitePerson(context, twice, 'sv')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const after = await footprints()
  expect([after['people'], after['grants']]).toEqual([
    (before['people'] ?? 0) + 1,
    (before['grants'] ?? 0) + 1,
  ])
})

describe('giving and taking roles', () => {
  test('a given role can be taken back, and both stand in the log', async () => {
    const context = contextOf(database.db, network.id, coordinator)
    const given = await giveRole(context, officerOfAle.personId, {
      role: 'leader',
      municipality: '1440',
      organisation: null,
    })
    expect(given.ok).toBe(true)
    const grant = await database.ownerDb
      .selectFrom('roleGrant')
      .select('id')
      .where('personId', '=', officerOfAle.personId)
      .where('role', '=', 'leader')
      .executeTakeFirstOrThrow()
    expect(await takeRole(context, coordinator.personId, grant.id)).toMatchObject({ refusal: 'not-held' })
    expect((await takeRole(context, officerOfAle.personId, grant.id)).ok).toBe(true)
    const did = await database.ownerDb
      .selectFrom('auditEntry')
      .select('did')
      .where('subjectId', '=', officerOfAle.personId)
      .orderBy('id')
      .execute()
    expect(did.map((entry) => entry.did)).toEqual(['accounts.role-given', 'accounts.role-taken'])
  })

  test('the last coordinator cannot be taken away', async () => {
    const before = await footprints()
    const grant = await database.ownerDb
      .selectFrom('roleGrant')
      .select('id')
      .where('personId', '=', coordinator.personId)
      .executeTakeFirstOrThrow()
    expect(
      await takeRole(contextOf(database.db, network.id, coordinator), coordinator.personId, grant.id),
    ).toEqual({
      ok: false,
      refusal: 'last-coordinator',
    })
    expect(await footprints()).toEqual(before)
  })

  test('a person of no role here cannot be given one without an invitation', async () => {
    const stranger = await addTestActor(database, network.otherId, 'coordinator')
    const before = await footprints()
    expect(
      await giveRole(contextOf(database.db, network.id, coordinator), stranger.personId, {
        role: 'partner',
        municipality: null,
        organisation: null,
      }),
    ).toEqual({ ok: false, refusal: 'not-a-member' })
    expect(await footprints()).toEqual(before)
  })

  test.each(['partner', 'officer', 'leader', 'operator'] satisfies Role[])(
    'a %s may neither give nor take',
    async (role) => {
      const actor = await addTestActor(
        database,
        network.id,
        role,
        role === 'officer' || role === 'leader' ? '1441' : null,
      )
      const context = contextOf(database.db, network.id, actor)
      const before = await footprints()
      expect(
        (
          await giveRole(context, officerOfAle.personId, {
            role: 'coordinator',
            municipality: null,
            organisation: null,
          })
        ).ok,
      ).toBe(false)
      const grant = await database.ownerDb
        .selectFrom('roleGrant')
        .select('id')
        .where('personId', '=', officerOfAle.personId)
        .where('revokedAt', 'is', null)
        .executeTakeFirstOrThrow()
      expect((await takeRole(context, officerOfAle.personId, grant.id)).ok).toBe(false)
      expect(await footprints()).toEqual(before)
    },
  )
})
