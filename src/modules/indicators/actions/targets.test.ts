import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import type { TargetDraft } from '../core/target-form.ts'
import { asWho, now, plantRegion, roles, type Planted, type Who } from '../testing.ts'
import { targetsOf, withdrawTarget as markWithdrawn } from '../target-store.ts'
import { addTarget } from './add-target.ts'
import { withdrawTarget } from './withdraw-target.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const ale = '1440'
const lerum = '1441'
const indicator = 'oppet-arbetslosa'

const draft = (said: Partial<TargetDraft> = {}): TargetDraft => ({
  place: null,
  year: 2030,
  value: 2,
  decidedBy: 'regionstyrelsen',
  decidedOn: '2026-03-24',
  url: null,
  ...said,
})

async function everything() {
  const { ownerDb } = database
  return {
    targets: await ownerDb.selectFrom('target').selectAll().orderBy('id').execute(),
    audit: await ownerDb.selectFrom('auditEntry').selectAll().orderBy('id').execute(),
  }
}

async function expectNothingLeft(attempt: () => Promise<unknown>, refusal: string) {
  const before = await everything()
  expect(await attempt()).toEqual({ ok: false, refusal })
  expect(await everything()).toEqual(before)
}

async function newestEntry() {
  return database.ownerDb
    .selectFrom('auditEntry')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

async function added(who: Who, said: Partial<TargetDraft>): Promise<string> {
  const outcome = await addTarget(planted.context(who), indicator, draft(said))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

describe('adding a target', () => {
  it.each([
    ['coordinator', null, 2030],
    ['coordinator', lerum, 2030],
    ['officer', ale, 2030],
  ] as const)('a %s writes one down for %s, and the log is told', async (who, place, year) => {
    const said = draft({ place, year, url: 'https://example.org/beslut' })
    const id = await added(who, said)
    const stored = await database.ownerDb
      .selectFrom('target')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { place: municipality, ...decided } = said
    expect(stored).toMatchObject({
      ...decided,
      municipality,
      indicatorId: indicator,
      saidAt: now,
      saidBy: planted.actors[who]?.personId,
      withdrawnAt: null,
    })
    expect(await newestEntry()).toMatchObject({
      did: 'indicators.target-added',
      byPerson: planted.actors[who]?.personId,
      at: now,
      subjectKind: 'indicator',
      subjectId: indicator,
      after: { municipality, ...decided },
    })
  })

  it.each([
    ['visitor', null],
    ['visitor', ale],
    ['leader', ale],
    ['officer', null],
    ['officer', lerum],
  ] as const)('is refused to a %s for %s', async (who, place) => {
    await expectNothingLeft(
      () => addTarget(planted.context(who), indicator, draft({ place, year: 2040 })),
      'not-allowed',
    )
  })

  it.each([
    ['no-such', {}, 'indicator-unknown'],
    [indicator, { place: '0114' }, 'place-unknown'],
    [indicator, { decidedOn: '2026-11-25' }, 'decided-later'],
    [indicator, { year: 2030 }, 'target-there'],
  ] as const)('to %s with %j is refused: %s', async (id, said, refusal) => {
    await expectNothingLeft(
      () => addTarget(planted.context('coordinator'), id, draft({ year: 2045, ...said })),
      refusal,
    )
  })

  it('is refused for an indicator that has ended', async () => {
    await database.ownerDb
      .updateTable('indicator')
      .set({ retiredAt: now, headline: null })
      .where('id', '=', 'nystartade-foretag')
      .execute()
    await expectNothingLeft(
      () => addTarget(planted.context('coordinator'), 'nystartade-foretag', draft()),
      'indicator-retired',
    )
  })

  it('of two who add the same at once lets one', async () => {
    const outcomes = await Promise.all(
      [1, 2].map((value) =>
        addTarget(planted.context('coordinator'), indicator, draft({ year: 2050, value })),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each([
    ['officer', lerum],
    ['officer', null],
    ['leader', ale],
    ['visitor', null],
  ] as const)('past the action is refused to a %s for %s by the database', async (who, municipality) => {
    const insert = asWho(database.db, planted, who, (tx) =>
      tx
        .insertInto('target')
        .values({
          networkId: planted.network.id,
          indicatorId: indicator,
          municipality,
          year: 2060,
          value: 1,
          decidedBy: 'någon',
          decidedOn: '2026-01-01',
          saidAt: now,
        })
        .execute(),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
  })
})

describe('withdrawing a target', () => {
  it('takes it out of force, keeps it readable, frees its year, and tells the log', async () => {
    const said = { place: ale, year: 2035, value: 3 }
    const id = await added('coordinator', said)
    expect(await withdrawTarget(planted.context('officer'), indicator, id)).toEqual({ ok: true, value: id })
    const kept = await asWho(database.db, planted, 'visitor', (tx) => targetsOf(tx, indicator))
    expect(kept.find((target) => target.id === id)).toMatchObject({ ...said, withdrawnAt: now })
    expect(await newestEntry()).toMatchObject({
      did: 'indicators.target-withdrawn',
      byPerson: planted.actors.officer?.personId,
      subjectId: indicator,
      before: { municipality: ale, year: 2035, value: 3, decidedBy: 'regionstyrelsen' },
    })
    expect(await added('officer', { ...said, value: 2.5 })).not.toBe(id)
  })

  it.each(roles.filter((role) => role !== 'coordinator'))(
    'of the region’s is refused to a %s',
    async (who) => {
      const [{ id } = { id: '' }] = (await everything()).targets.filter(
        (target) => target.municipality === null && target.year === 2030,
      )
      await expectNothingLeft(() => withdrawTarget(planted.context(who), indicator, id), 'not-allowed')
    },
  )

  it.each(['', 'x', '00000000-0000-4000-8000-000000000000'])(
    'is refused for one %j that is not there',
    async (id) => {
      await expectNothingLeft(
        () => withdrawTarget(planted.context('coordinator'), indicator, id),
        'target-unknown',
      )
    },
  )

  it('is refused a second time, and for another indicator’s', async () => {
    const id = await added('coordinator', { year: 2036 })
    await expectNothingLeft(
      () => withdrawTarget(planted.context('coordinator'), 'folkmangd', id),
      'target-unknown',
    )
    await withdrawTarget(planted.context('coordinator'), indicator, id)
    await expectNothingLeft(
      () => withdrawTarget(planted.context('coordinator'), indicator, id),
      'withdrawn-already',
    )
  })

  it('past the action changes nothing in the hands of another municipality’s officer', async () => {
    const id = await added('coordinator', { place: lerum, year: 2037 })
    const by = planted.actors.officer?.personId ?? ''
    await asWho(database.db, planted, 'officer', (tx) => markWithdrawn(tx, id, { at: now, by }))
    expect((await everything()).targets.find((target) => target.id === id)?.withdrawnAt).toBeNull()
  })
})
