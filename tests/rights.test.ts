import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/modules/accounts/index.ts'
import { inScope } from '../src/platform/database/connection.ts'
import { useTestDatabase } from './database.ts'
import { addTestActor, addTestNetwork, type TestNetwork } from './people.ts'

/**
 * Every role against every table, asked of the database itself: what is not in this list is refused, and a table that
 * is not in the list fails the test.
 */
const everybody = [
  'visitor',
  'partner',
  'officer',
  'neighbour',
  'leader',
  'coordinator',
  'operator',
  'stranger',
] as const
type Who = (typeof everybody)[number]
const network: readonly Who[] = everybody.filter((who) => who !== 'stranger')
const members: readonly Who[] = network.filter((who) => who !== 'visitor')
const coordinator: readonly Who[] = ['coordinator']
const officer: readonly Who[] = ['officer']
const nobody: readonly Who[] = []

interface Rights {
  readonly select: readonly Who[]
  readonly insert: readonly Who[]
  readonly update: readonly Who[]
}

const rights: Readonly<Record<string, Rights>> = {
  // A network is known to anyone who knows its address.
  network: { select: everybody, insert: nobody, update: coordinator },
  municipality: { select: network, insert: nobody, update: nobody },
  // A person may belong to several networks; the stranger coordinates one of their own.
  person: { select: members, insert: ['coordinator', 'stranger'], update: nobody },
  role_grant: { select: members, insert: coordinator, update: coordinator },
  audit_entry: { select: members, insert: network, update: nobody },
  mail_message: { select: nobody, insert: network, update: nobody },
  source: { select: network, insert: nobody, update: nobody },
  indicator: { select: network, insert: coordinator, update: coordinator },
  observation: { select: network, insert: nobody, update: nobody },
  programme: { select: network, insert: nobody, update: coordinator },
  goal: { select: network, insert: coordinator, update: coordinator },
  area: { select: network, insert: coordinator, update: coordinator },
  intervention: { select: network, insert: coordinator, update: coordinator },
  adoption: { select: network, insert: nobody, update: nobody },
  cell: { select: network, insert: officer, update: officer },
}

/** Tables that belong to no network, and why that is right. */
const outsideNetworks = ['rate_limit', 'kysely_migration', 'kysely_migration_lock']

const database = useTestDatabase()
let ids: TestNetwork
const people = new Map<Who, string | null>([['visitor', null]])
let target = ''

const text = `'{"sv":"x","en":"x"}'`
/** What is put in to try: `{n}` is the network, `{p}` a person, `{k}` a fresh key. */
const inserts: Readonly<Record<string, string>> = {
  network: `insert into network (slug, name, about, contact) values ('{k}', ${text}, ${text}, ${text})`,
  municipality: `insert into municipality (network_id, code, slug, name) values ('{n}', '{k}', '{k}', 'X')`,
  person: `insert into person (email, name) values ('{k}@example.org', 'X')`,
  role_grant: `insert into role_grant (network_id, person_id, role, municipality, granted_at) values ('{n}', '{p}', 'leader', '1441', now())`,
  audit_entry: `insert into audit_entry (network_id, at, by_person, did, subject_kind, subject_id) values ('{n}', now(), current_person(), 'x', 'x', 'x')`,
  mail_message: `insert into mail_message (network_id, recipient, subject, body, holds_secret, created_at) values ('{n}', 'a@example.org', 'x', 'x', false, now())`,
  source: `insert into source (network_id, id, publisher, title, licence, vintage, note) values ('{n}', '{k}', 'x', 'x', 'x', 'x', ${text})`,
  indicator: `insert into indicator (network_id, id, name, definition, method, unit, decimals, direction, region_rule, how_to_retrieve) values ('{n}', '{k}', ${text}, ${text}, ${text}, 'percent', 1, 'higher', '{"kind":"sum"}', ${text})`,
  observation: `insert into observation (network_id, indicator_id, municipality, year, value, source_id) values ('{n}', 'it', '1440', 1901, 1, 'it')`,
  programme: `insert into programme (network_id, name, vision, is_proposal, proposal_note) values ('{other}', ${text}, ${text}, true, ${text})`,
  goal: `insert into goal (network_id, id, position, name, text) values ('{n}', '{k}', 9, ${text}, ${text})`,
  area: `insert into area (network_id, id, position, goal_id, name, strategy) values ('{n}', '{k}', 9, 'it', ${text}, ${text})`,
  intervention: `insert into intervention (network_id, id, number, area_id, name, text) values ('{n}', '{k}', 9, 'it', ${text}, ${text})`,
  adoption: `insert into adoption (network_id, municipality, is_known) values ('{n}', '1441', false)`,
  cell: `insert into cell (network_id, municipality, intervention_id, status, text, said_at) values ('{n}', '1440', 'second', 'on-plan', 'x', now())`,
}
const updated: Readonly<Record<string, string>> = {
  network: `update network set slug = slug where id = '{n}'`,
  person: `update person set name = name where id = '{p}'`,
  role_grant: `update role_grant set revoked_at = now() where network_id = '{n}' and person_id = '{p}'`,
  mail_message: `update mail_message set state = 'sent'`,
}

beforeAll(async () => {
  ids = await addTestNetwork(database)
  const roles: [Who, Role, string | null][] = [
    ['partner', 'partner', null],
    ['officer', 'officer', '1440'],
    ['neighbour', 'officer', '1441'],
    ['leader', 'leader', '1440'],
    ['coordinator', 'coordinator', null],
    ['operator', 'operator', null],
  ]
  for (const [who, role, municipality] of roles) {
    people.set(who, (await addTestActor(database, ids.id, role, municipality)).personId)
  }
  people.set('stranger', (await addTestActor(database, ids.otherId, 'coordinator')).personId)
  target = (await addTestActor(database, ids.id, 'partner')).personId
  for (const id of ['it', 'second']) await plantFramework(id)
  await sql
    .raw(
      filled(`
    insert into observation (network_id, indicator_id, municipality, year, value, source_id) values ('{n}', 'it', '1440', 2020, 1, 'it');
    insert into programme (network_id, name, vision, is_proposal, proposal_note) values ('{n}', ${text}, ${text}, true, ${text});
    insert into adoption (network_id, municipality, is_known) values ('{n}', '1440', false);
    insert into cell (network_id, municipality, intervention_id, status, text, said_at) values ('{n}', '1440', 'it', 'on-plan', 'x', now());
    insert into audit_entry (network_id, at, did, subject_kind, subject_id) values ('{n}', now(), 'x', 'cell', 'x');
    insert into mail_message (network_id, recipient, subject, body, holds_secret, created_at) values ('{n}', 'a@example.org', 'x', 'x', false, now());`),
    )
    .execute(database.ownerDb)
})

async function plantFramework(id: string): Promise<void> {
  for (const table of ['source', 'indicator', 'goal', 'area', 'intervention']) {
    await sql.raw(filled(inserts[table] ?? '', id)).execute(database.ownerDb)
  }
}

let fresh = 0
function filled(statement: string, key?: string): string {
  fresh += 1
  return statement
    .replaceAll('{n}', ids.id)
    .replaceAll('{other}', ids.otherId)
    .replaceAll('{p}', target)
    .replaceAll('{k}', key ?? `try-${fresh}`)
}

class RollBack extends Error {}

/** How many rows a statement touched as that person, undone at once; zero when the database refused. */
async function touched(who: Who, statement: string): Promise<number> {
  let count = 0
  const personId = people.get(who) ?? null
  const networkId = who === 'stranger' ? ids.otherId : ids.id
  try {
    await inScope(database.db, { networkId, personId }, async (tx) => {
      const result = await sql.raw<Record<string, unknown>>(statement).execute(tx)
      count = Number(result.numAffectedRows ?? result.rows.length)
      throw new RollBack()
    })
  } catch (error) {
    if (error instanceof RollBack) return count
    const { code } = error as { code?: string }
    // 42501: refused by privilege or by policy. Anything else is a fault of this test.
    if (code !== '42501') throw error
  }
  return 0
}

async function whoCan(statement: (who: Who) => string): Promise<Who[]> {
  const able: Who[] = []
  for (const who of everybody) if ((await touched(who, statement(who))) > 0) able.push(who)
  return able
}

test('every table is in the list', async () => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(database.ownerDb)
  const listed = [...Object.keys(rights), ...outsideNetworks].toSorted()
  expect(rows.map(({ name }) => name)).toEqual(listed)
})

test('every table of a network is guarded by row-level security', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and relkind = 'r' and not relrowsecurity order by 1`.execute(database.ownerDb)
  expect(rows.map(({ name }) => name)).toEqual(outsideNetworks.toSorted())
})

test('the program’s roles own nothing and bypass nothing', async () => {
  for (const db of [database.db, database.queueDb]) {
    const { rows } = await sql<{ super: boolean; bypass: boolean; owned: number }>`
      select rolsuper as super, rolbypassrls as bypass,
             (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`.execute(db)
    expect(rows).toEqual([{ super: false, bypass: false, owned: 0 }])
  }
})

describe.each(Object.entries(rights))('%s', (table, allowed) => {
  const inNetwork =
    table === 'network' ? `id = '{n}'` : table === 'person' ? `id = '{p}'` : `network_id = '{n}'`

  test('is seen by exactly those who may', async () => {
    expect(await whoCan(() => filled(`select 1 from ${table} where ${inNetwork} limit 1`))).toEqual(
      allowed.select,
    )
  })

  test('is added to by exactly those who may', async () => {
    expect(await whoCan(() => filled(inserts[table] ?? ''))).toEqual(allowed.insert)
  })

  test('is changed by exactly those who may', async () => {
    const plain = `update ${table} set network_id = network_id where network_id = '{n}'`
    expect(await whoCan(() => filled(updated[table] ?? plain))).toEqual(allowed.update)
  })

  test('is deleted from by nobody', async () => {
    expect(await whoCan(() => filled(`delete from ${table}`))).toEqual(nobody)
  })
})

test('an officer cannot move a cell to another municipality', async () => {
  expect(
    await touched('officer', filled(`update cell set municipality = '1441' where network_id = '{n}'`)),
  ).toBe(0)
})

test('without a network nothing of any network is seen', async () => {
  const seen = await inScope(database.db, { networkId: null, personId: null }, async (tx) =>
    tx.selectFrom('cell').select('status').execute(),
  )
  expect(seen).toEqual([])
})
