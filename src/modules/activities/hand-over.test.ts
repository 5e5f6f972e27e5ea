import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { cellGrid } from '#modules/programme'
import { useTestDatabase } from '../../../tests/database.ts'
import { testNow } from '../../../tests/people.ts'
import { addActivity } from './actions/add-activity.ts'
import { handOver } from './actions/hand-over.ts'
import { activityWith } from './store.ts'
import { everything, form, plantNetwork, type Planted, type Who } from './testing.ts'

const database = useTestDatabase()
const saidAt = new Date('2026-01-10T09:00:00Z')
let planted: Planted
let activity = ''

// A network of its own for each test: who has left in one has not in the next.
beforeEach(async () => {
  await sql`truncate network, person cascade`.execute(database.ownerDb)
  planted = await plantNetwork(database)
  await database.ownerDb
    .insertInto('word')
    .values({
      networkId: planted.network.id,
      municipality: '1440',
      interventionId: 'oppen',
      version: 1,
      status: 'on-plan',
      text: 'Det går bra.',
      ownerId: planted.idOf('officer'),
      deputyId: planted.idOf('colleague'),
      milestone: 'Klart',
      milestoneOn: '2027-01-01',
      saidAt,
      saidBy: planted.idOf('officer'),
    })
    .execute()
  const added = await addActivity(
    planted.context('officer'),
    '1440',
    form({ owner: planted.idOf('officer'), note: 'Kvar' }),
  )
  activity = added.ok ? added.value : ''
})

async function leave(who: Who): Promise<void> {
  await database.ownerDb
    .updateTable('roleGrant')
    .set({ revokedAt: testNow, revokedBy: planted.idOf('coordinator') })
    .where('personId', '=', planted.idOf(who))
    .execute()
}

const keys = () => ['to-cell-1440-oppen', `to-activity-1440-${activity}`]
const answers = (said: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(keys().map((key) => [key, ''])),
  ...said,
})
const pass = async (who: Who, said: Readonly<Record<string, string>>) =>
  handOver(planted.context(who), planted.idOf('officer'), answers(said))
const cell = async () =>
  (await planted.as('coordinator', (tx) => cellGrid(tx, { municipality: '1440', intervention: 'oppen' })))
    .entries[0]?.cell
const theActivity = async () => planted.as('coordinator', (tx) => activityWith(tx, activity))

test('to somebody who leaves in the same instant is refused, and nothing is passed on', async () => {
  await leave('officer')
  const before = await everything(database)
  const { ownerDb } = database
  const passing = await ownerDb.transaction().execute(async (tx) => {
    // The form has been read and found right; what it writes waits until the other has left.
    await sql`lock table word, activity_word in share mode`.execute(tx)
    const asked = pass(
      'coordinator',
      Object.fromEntries(keys().map((key) => [key, planted.idOf('colleague')])),
    )
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from pg_locks where not granted and database = (
          select oid from pg_database where datname = current_database())`.execute(ownerDb)
      waiting = rows[0]?.count ?? 0
    }
    await tx
      .updateTable('roleGrant')
      .set({ revokedAt: testNow, revokedBy: planted.idOf('coordinator') })
      .where('personId', '=', planted.idOf('colleague'))
      .execute()
    return { asked }
  })
  expect(await passing.asked).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await everything(database)).toEqual(before)
})

async function expectNothingLeft(attempt: () => Promise<unknown>): Promise<void> {
  const before = await everything(database)
  await attempt()
  expect(await everything(database)).toEqual(before)
}

describe('the coordinator, once somebody has left,', () => {
  test('passes on everything in one go: nothing is said anew, and there is one entry for each thing', async () => {
    await leave('officer')
    const before = (await everything(database)).entries.length
    const colleague = planted.idOf('colleague')
    expect(await pass('coordinator', { 'all-1440': colleague })).toEqual({ ok: true, value: 2 })

    expect(await cell()).toMatchObject({ status: 'on-plan', text: 'Det går bra.', version: 2, saidAt })
    expect(await cell()).toMatchObject({ owner: { id: colleague }, deputy: null })
    expect((await cell())?.saidBy?.id).toBe(planted.idOf('officer'))
    expect((await cell())?.handedOver?.by?.id).toBe(planted.idOf('coordinator'))
    expect((await theActivity())?.inside?.owner?.id).toBe(colleague)
    const left = await everything(database)
    expect(left.entries.slice(before).map(({ did }) => did)).toEqual([
      'programme.cell-handed-over',
      'activities.activity-handed-over',
    ])
    expect(left.handovers.map(({ kind, toPerson }) => [kind, toPerson])).toEqual([
      ['cell', colleague],
      ['activity', colleague],
    ])
    expect(left.notes.map(({ text }) => text)).toEqual(['Kvar'])
  })

  test('says why there is nobody yet', async () => {
    await leave('officer')
    const said = { 'all-1440': 'nobody', 'reason-1440': 'Tjänsten är utlyst' }
    expect(await pass('coordinator', said)).toEqual({ ok: true, value: 2 })
    expect((await cell())?.owner).toBeNull()
    const { handovers } = await everything(database)
    expect(handovers.map(({ reason }) => reason)).toEqual(['Tjänsten är utlyst', 'Tjänsten är utlyst'])
  })

  test('is told what is wrong, and nothing is half done', async () => {
    await leave('officer')
    await expectNothingLeft(async () => {
      const some = { 'to-cell-1440-oppen': planted.idOf('colleague') }
      expect(await pass('coordinator', some)).toEqual({
        ok: false,
        refusal: { errors: { 'all-1440': 'nobody-chosen' } },
      })
      expect(await pass('coordinator', { 'all-1440': planted.idOf('neighbour') })).toMatchObject({
        refusal: { errors: { 'all-1440': 'owner-not-here' } },
      })
    })
  })
})

test('while somebody is there the coordinator passes on nothing of theirs', async () => {
  await expectNothingLeft(async () => {
    const passed = await pass('coordinator', { 'all-1440': planted.idOf('colleague') })
    expect(passed).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  })
})

test('an officer passes on what is theirs', async () => {
  expect(await pass('officer', { 'all-1440': planted.idOf('leader') })).toEqual({ ok: true, value: 2 })
  expect((await cell())?.owner?.id).toBe(planted.idOf('leader'))
})

test('a colleague, a neighbour, a leader and a visitor do not', async () => {
  await leave('officer')
  await expectNothingLeft(async () => {
    for (const who of ['colleague', 'neighbour', 'leader', 'partner', 'visitor'] as const)
      expect(await pass(who, { 'all-1440': planted.idOf('colleague') })).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
  })
})

test('of two who pass on at once, one does, and the other is told', async () => {
  await leave('officer')
  const said = { 'all-1440': planted.idOf('colleague') }
  const both = await Promise.all([pass('coordinator', said), pass('coordinator', said)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual({ ok: false, refusal: 'changed-meanwhile' })
})

test('as it was on an earlier day, the cell was still theirs', async () => {
  await leave('officer')
  await pass('coordinator', { 'all-1440': planted.idOf('colleague') })
  const asOf = new Date('2026-06-01T00:00:00Z')
  const earlier = await inTransaction({ ...planted.context('coordinator'), asOf }, (tx) =>
    cellGrid(tx, { municipality: '1440', intervention: 'oppen' }),
  )
  expect(earlier.entries[0]?.cell?.owner?.id).toBe(planted.idOf('officer'))
})

const to = (who: Who) => `'${planted.idOf(who)}'::uuid`

/** Whether a word like the one before, but for what is given, is taken; undone at once. */
async function isTaken(but: Readonly<Record<string, string>>, who: Who = 'coordinator'): Promise<boolean> {
  const column = (name: string) => but[name] ?? name
  const statement = `
    insert into word (network_id, municipality, intervention_id, version, status, text, owner_id, deputy_id, milestone,
      milestone_on, is_example, said_at, said_by, handed_over_at, handed_over_by)
    select network_id, municipality, intervention_id, version + 1, ${column('status')}, ${column('text')},
      ${column('owner_id')}, ${column('deputy_id')}, milestone, ${column('milestone_on')}, is_example,
      ${column('said_at')}, ${column('said_by')}, ${but['handed_over_at'] ?? 'now()'}, ${but['handed_over_by'] ?? 'current_person()'}
    from word where network_id = current_network() and version = 1`
  return areTaken([statement], who)
}

class Undo extends Error {}

/** Whether the database takes some statements, one after the other; undone at once. */
async function areTaken(statements: readonly string[], who: Who = 'coordinator'): Promise<boolean> {
  try {
    await planted.as(who, async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx)
      throw new Undo()
    })
  } catch (error) {
    if (error instanceof Undo) return true
    if ((error as { code?: string }).code !== '42501') throw error
  }
  return false
}

const handing = (title: string) => `
  insert into activity_word (network_id, activity_id, version, intervention_id, title, aim, body, joined, starts_on,
    ends_on, milestones, status, is_example, said_at, said_by, handed_over_at, handed_over_by)
  select network_id, activity_id, version + 1, intervention_id, ${title}, aim, body, joined, starts_on, ends_on,
    milestones, status, is_example, said_at, said_by, now(), current_person()
  from activity_word where network_id = current_network() and version = 1`

const inside = (owner: string, text = 'text') => `
  insert into activity_inside (network_id, activity_id, version, text, reason, budget, paid_by, owner_id, deputy_id)
  select network_id, activity_id, version + 1, ${text}, reason, budget, paid_by, ${owner}, deputy_id
  from activity_inside where network_id = current_network() and version = 1`

describe('the database itself lets the coordinator change', () => {
  test('nothing while the owner is there', async () => {
    expect(await isTaken({ owner_id: to('leader') })).toBe(false)
    expect(await isTaken({ owner_id: 'null::uuid' })).toBe(false)
  })

  test('the owner who has left, for somebody who is there or for nobody, and nothing else', async () => {
    await leave('officer')
    expect(await isTaken({ owner_id: to('leader') })).toBe(true)
    expect(await isTaken({ owner_id: 'null::uuid' })).toBe(true)
    expect(await isTaken({ owner_id: to('colleague'), deputy_id: 'null::uuid' })).toBe(true)
    expect(await isTaken({})).toBe(false)
    expect(await isTaken({ owner_id: to('neighbour') })).toBe(false)
    const changes: readonly Readonly<Record<string, string>>[] = [
      { status: `'done'` },
      { text: `'Allt är klart.'` },
      { milestone_on: `'2030-01-01'::date` },
      { said_at: 'now()' },
      { said_by: 'current_person()' },
      { deputy_id: 'null::uuid' },
      { handed_over_at: 'null', handed_over_by: 'null' },
      { handed_over_by: to('officer') },
    ]
    for (const change of changes)
      expect(await isTaken({ owner_id: to('leader'), ...change }), JSON.stringify(change)).toBe(false)
  })

  test('and lets nobody else hand over but the municipality’s own officers, who change nothing either', async () => {
    await leave('officer')
    for (const who of ['neighbour', 'leader', 'partner', 'visitor'] as const)
      expect(await isTaken({ owner_id: to('leader') }, who)).toBe(false)
    expect(await isTaken({ owner_id: to('leader') }, 'colleague')).toBe(true)
    expect(await isTaken({ owner_id: to('leader'), text: `'Nytt'` }, 'colleague')).toBe(false)
  })

  test('of an activity the same, and nothing of what it says', async () => {
    await leave('officer')
    expect(await areTaken([handing('title')])).toBe(true)
    expect(await areTaken([handing(`'Ny titel'`)])).toBe(false)
    expect(await areTaken([handing('title'), inside(to('colleague'))])).toBe(true)
    expect(await areTaken([handing('title'), inside(to('neighbour'))])).toBe(false)
    expect(await areTaken([handing('title'), inside(to('colleague'), `'Nytt'`)])).toBe(false)
    expect(await areTaken([handing('title'), inside(to('colleague'))], 'neighbour')).toBe(false)
  })
})
