import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import type { Support } from '../finder/support.ts'
import { draftOf, historyOf, supportsOf } from '../store.ts'
import { plantCompetence, type Planted, type Who } from '../testing.ts'
import {
  checkSupport,
  confirmDraft,
  draftSupport,
  dropDraft,
  enterSupport,
  revertSupport,
} from './keep-support.ts'

const database = useTestDatabase()
const id = 'omstallningsfonden-forebyggande'
let planted: Planted
let content: Support

beforeAll(async () => {
  planted = await plantCompetence(database)
  content = await held()
})
beforeEach(async () => {
  await sql`delete from support_version where written_by is not null`.execute(database.ownerDb)
  await sql`delete from support_check`.execute(database.ownerDb)
})

const context = (who: Who) => planted.context(who)
const as = async <Result>(who: Who, work: Parameters<typeof inTransaction<Result>>[1]) =>
  inTransaction(context(who), work)

async function held(): Promise<Support> {
  const all = await inTransaction(planted.context('visitor'), supportsOf)
  const one = all.find((support) => support.id === id)
  if (!one) throw new Error('no support')
  return one.content
}

async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from support) as supports, (select count(*) from support_version) as versions,
           (select count(*) from support_check) as checks, (select count(*) from audit_entry) as log`.execute(
    database.ownerDb,
  )
  return rows[0]
}

const changed = () => ({ content: { ...content, closes: '2027-12-31' }, note: 'Förlängt' })
const nobody = ['visitor', 'partner', 'officer', 'leader', 'operator'] as const

describe('a draft', () => {
  test('is written by a partner, confirmed by another, and holds then', async () => {
    expect(await draftSupport(context('keeper'), id, changed())).toEqual({ ok: true, value: null })
    expect((await held()).closes).toBe('2026-12-31')
    const draft = await as('fellow', async (tx) => draftOf(tx, id))
    expect(draft?.note).toBe('Förlängt')
    expect(await confirmDraft(context('keeper'), id, draft?.id ?? '')).toMatchObject({ refusal: 'own-draft' })
    expect(await confirmDraft(context('fellow'), id, draft?.id ?? '')).toEqual({ ok: true, value: null })
    expect((await held()).closes).toBe('2027-12-31')
    const history = await as('visitor', async (tx) => historyOf(tx, id))
    expect(history.map(({ note }) => note)).toEqual(['Förlängt', ''])
  })

  test('is one at a time, and nothing new is none', async () => {
    await draftSupport(context('keeper'), id, changed())
    const before = await counts()
    expect(await draftSupport(context('coordinator'), id, { ...changed(), note: 'x' })).toMatchObject({
      refusal: 'draft-there',
    })
    expect(await draftSupport(context('keeper'), id, { content, note: '' })).toMatchObject({
      refusal: 'nothing-new',
    })
    expect(await counts()).toEqual(before)
  })

  test('that was changed since it was read is not confirmed', async () => {
    await draftSupport(context('keeper'), id, changed())
    const read = await as('fellow', async (tx) => draftOf(tx, id))
    await dropDraft(context('keeper'), id)
    await draftSupport(context('keeper'), id, { content: { ...content, status: 'closed' }, note: '' })
    expect(await confirmDraft(context('fellow'), id, read?.id ?? '')).toMatchObject({ refusal: 'draft-gone' })
    expect((await held()).status).toBe('open')
  })

  test('of two who confirm at once, one does', async () => {
    await draftSupport(context('keeper'), id, changed())
    const draft = await as('fellow', async (tx) => draftOf(tx, id))
    const both = await Promise.all(
      (['fellow', 'coordinator'] as const).map(async (who) =>
        confirmDraft(context(who), id, draft?.id ?? ''),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('of what held before leads back, and is confirmed like every other', async () => {
    await draftSupport(context('keeper'), id, changed())
    await confirmDraft(context('fellow'), id, (await as('fellow', async (tx) => draftOf(tx, id)))?.id ?? '')
    const [, first] = await as('fellow', async (tx) => historyOf(tx, id))
    expect(await revertSupport(context('fellow'), id, first?.id ?? '', 'Tillbaka')).toEqual({
      ok: true,
      value: null,
    })
    expect((await as('keeper', async (tx) => draftOf(tx, id)))?.content.closes).toBe('2026-12-31')
    expect((await held()).closes).toBe('2027-12-31')
  })

  test.each(nobody)('is nothing to a %s, and leaves nothing', async (who) => {
    await draftSupport(context('keeper'), id, changed())
    const draft = await as('fellow', async (tx) => draftOf(tx, id))
    const before = await counts()
    for (const tried of [
      await draftSupport(context(who), id, { content: { ...content, status: 'paused' }, note: '' }),
      await confirmDraft(context(who), id, draft?.id ?? ''),
      await dropDraft(context(who), id),
      await checkSupport(context(who), id),
      await enterSupport(context(who), 'omstallningsfonden', changed()),
    ])
      expect(tried).toMatchObject({ refusal: 'not-allowed' })
    expect(await as(who, async (tx) => draftOf(tx, id))).toBeUndefined()
    expect(await counts()).toEqual(before)
  })

  test('of another organisation’s support is not a partner’s to write', async () => {
    const before = await counts()
    expect(await draftSupport(context('keeper'), 'yh-flex', changed())).toMatchObject({
      refusal: 'not-allowed',
    })
    expect(await enterSupport(context('keeper'), 'myh', changed())).toMatchObject({ refusal: 'not-allowed' })
    expect(await counts()).toEqual(before)
  })
})

test('a support that is new is shown to nobody before somebody else has confirmed it', async () => {
  const entered = await enterSupport(context('keeper'), 'omstallningsfonden', {
    ...changed(),
    content: { ...content, name: { sv: 'Hitta', en: 'Find' } },
  })
  // The finder's own address is nobody's word.
  expect(entered).toEqual({ ok: true, value: 'hitta-2' })
  const ids = async () => (await as('visitor', supportsOf)).map((one) => one.id)
  expect(await ids()).not.toContain('hitta-2')
  const draft = await as('coordinator', async (tx) => draftOf(tx, 'hitta-2'))
  await confirmDraft(context('coordinator'), 'hitta-2', draft?.id ?? '')
  expect(await ids()).toContain('hitta-2')
  await sql`delete from support_version where support_id = 'hitta-2'`.execute(database.ownerDb)
  await sql`delete from support where id = 'hitta-2'`.execute(database.ownerDb)
})

async function checked(who: Who) {
  await checkSupport(context(who), id)
  return (await as('visitor', supportsOf)).find((one) => one.id === id)
}

test('a check is noted with its day, and whether one of those who give the support made it', async () => {
  expect(await checked('keeper')).toMatchObject({ checkedOn: '2026-11-24', isCheckedByGiver: true })
  expect(await checked('coordinator')).toMatchObject({ checkedOn: '2026-11-24', isCheckedByGiver: false })
})
