import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { decidedIn, type IndicatorDraft } from '../core/forms.ts'
import { indicatorToChange, setRetired, addIndicator as insertIndicator, changeIndicator } from '../store.ts'
import { anIndicator } from '../core/testing.ts'
import { asWho, now, plantRegion, type Planted, type Who } from '../testing.ts'
import { addIndicator } from './add-indicator.ts'
import { connectSeries } from './connect-series.ts'
import { editIndicator } from './edit-indicator.ts'
import { restoreIndicator } from './restore-indicator.ts'
import { retireIndicator } from './retire-indicator.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const others = ['visitor', 'officer', 'leader'] as const satisfies readonly Who[]
const draft = (said: Partial<IndicatorDraft> = {}): IndicatorDraft => ({
  ...decidedIn(anIndicator()),
  ...said,
})

async function stored(id: string) {
  return database.ownerDb.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst()
}

async function decided(id: string): Promise<IndicatorDraft> {
  const indicator = await stored(id)
  if (!indicator) throw new Error(`No indicator ${id}`)
  return decidedIn({ ...anIndicator(), ...indicator })
}

/** An indicator as it stands now, or one that never was. */
async function asItIs(id: string) {
  return { id, version: (await stored(id))?.version ?? 1 }
}

async function everything() {
  const { ownerDb } = database
  return {
    indicators: await ownerDb.selectFrom('indicator').selectAll().orderBy('id').execute(),
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

describe('editing an indicator', () => {
  it('changes what the coordinator decided and tells the log what it was before', async () => {
    const before = await decided('folkmangd')
    const after = {
      ...before,
      name: { sv: 'Invånare', en: 'Residents' },
      nextPublication: '2028-02-01',
      headline: 11,
      fewest: 5,
      breaks: [{ from: 2000, text: { sv: 'Nya gränser', en: 'New borders' } }],
    }
    expect(await editIndicator(planted.context('coordinator'), await asItIs('folkmangd'), after)).toEqual({
      ok: true,
      value: 'folkmangd',
    })
    expect(await decided('folkmangd')).toEqual(after)
    expect(await newestEntry()).toMatchObject({
      did: 'indicators.indicator-edited',
      byPerson: planted.actors.coordinator?.personId,
      at: now,
      subjectKind: 'indicator',
      subjectId: 'folkmangd',
      before,
      after,
    })
  })

  it('leaves alone what the form does not speak of', async () => {
    const before = await stored('oppet-arbetslosa')
    const after = { ...(await decided('oppet-arbetslosa')), decimals: 2 }
    expect(
      await editIndicator(planted.context('coordinator'), await asItIs('oppet-arbetslosa'), after),
    ).toMatchObject({
      ok: true,
    })
    expect(await stored('oppet-arbetslosa')).toEqual({ ...before, decimals: 2, version: 2 })
  })

  it.each(others)('is refused to a %s', async (who) => {
    const change = await decided('folkmangd')
    await expectNothingLeft(
      async () => editIndicator(planted.context(who), await asItIs('folkmangd'), change),
      'not-allowed',
    )
  })

  it.each([
    ['no-such', {}, 'indicator-unknown'],
    ['folkmangd', { unit: 'count' }, 'unit-in-use'],
    ['folkmangd', { headline: 2 }, 'headline-taken'],
    ['arbetsloshet', { regionRule: { kind: 'weighted-mean', weight: 'no-such' } }, 'weight-unknown'],
    ['arbetsloshet', { regionRule: { kind: 'weighted-mean', weight: 'arbetsloshet' } }, 'weight-unknown'],
    [
      'arbetsloshet',
      { regionRule: { kind: 'weighted-mean', weight: 'nystartade-foretag' } },
      'weight-not-a-count',
    ],
    ['arbetsloshet', { standIn: 'no-such' }, 'stand-in-unknown'],
    ['arbetsloshet', { standIn: 'arbetsloshet' }, 'stand-in-unknown'],
  ] as const)('of %s to %j is refused: %s', async (id, said, refusal) => {
    const change = { ...((await stored(id)) ? await decided(id) : draft()), ...said } as IndicatorDraft
    await expectNothingLeft(
      async () => editIndicator(planted.context('coordinator'), await asItIs(id), change),
      refusal,
    )
  })

  it('overwrites nothing that was saved meanwhile, a retirement neither', async () => {
    const coordinator = planted.context('coordinator')
    const id = 'nystartade-foretag'
    const seen = await asItIs(id)
    const change = { ...(await decided(id)), decimals: 3 }
    expect(await editIndicator(coordinator, seen, change)).toMatchObject({ ok: true })
    expect(await asItIs(id)).toEqual({ id, version: seen.version + 1 })
    for (const version of [seen.version, 0, seen.version + 2]) {
      const edit = async () => editIndicator(coordinator, { id, version }, { ...change, decimals: 4 })
      await expectNothingLeft(edit, 'changed-meanwhile')
    }
    const open = await asItIs(id)
    expect(await retireIndicator(coordinator, id)).toMatchObject({ ok: true })
    await expectNothingLeft(async () => editIndicator(coordinator, open, change), 'changed-meanwhile')
    expect(await restoreIndicator(coordinator, id)).toMatchObject({ ok: true })
    expect(await editIndicator(coordinator, await asItIs(id), change)).toMatchObject({ ok: true })
  })

  it('lets one of two through who save at once', async () => {
    const seen = await asItIs('nystartade-foretag')
    const change = await decided('nystartade-foretag')
    const outcomes = await Promise.all(
      [1, 2].map(async () => editIndicator(planted.context('coordinator'), seen, change)),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal)).toSorted()).toEqual([
      'changed-meanwhile',
      'ok',
    ])
  })

  it('may change the unit while there are no values, but not of what weighs another', async () => {
    const coordinator = planted.context('coordinator')
    const added = await addIndicator(
      coordinator,
      draft({ unit: 'persons', name: { sv: 'Vikt', en: 'Weight' } }),
    )
    expect(added).toEqual({ ok: true, value: 'vikt' })
    expect(
      await editIndicator(coordinator, await asItIs('vikt'), { ...(await decided('vikt')), unit: 'count' }),
    ).toMatchObject({ ok: true })
    const regionRule = { kind: 'weighted-mean', weight: 'vikt' } as const
    await addIndicator(coordinator, draft({ regionRule, name: { sv: 'Vägd', en: 'Weighted' } }))
    const change = { ...(await decided('vikt')), unit: 'percent' as const }
    await expectNothingLeft(
      async () => editIndicator(coordinator, await asItIs('vikt'), change),
      'unit-weighs',
    )
  })
})

describe('adding an indicator', () => {
  it('gives it a word of its own and tells the log', async () => {
    const wanted = draft({ name: { sv: 'Antal företag', en: 'Companies' }, unit: 'count' })
    expect(await addIndicator(planted.context('coordinator'), wanted)).toEqual({
      ok: true,
      value: 'antal-foretag',
    })
    expect(await decided('antal-foretag')).toEqual(wanted)
    expect(await newestEntry()).toMatchObject({
      did: 'indicators.indicator-added',
      before: null,
      after: wanted,
    })
    expect(await addIndicator(planted.context('coordinator'), wanted)).toEqual({
      ok: true,
      value: 'antal-foretag-2',
    })
  })

  it.each([
    ['日本', 'indikator'],
    ['Ny', 'ny-2'],
  ])('gives %s a word that an address can hold and that no form stands on', async (sv, value) => {
    const wanted = draft({ name: { sv, en: 'At first' } })
    expect(await addIndicator(planted.context('coordinator'), wanted)).toEqual({ ok: true, value })
  })

  it('gives two that are added at once a word each', async () => {
    const wanted = draft({ name: { sv: 'Samtidig', en: 'At once' } })
    const both = await Promise.all(
      [1, 2].map(async () => addIndicator(planted.context('coordinator'), wanted)),
    )
    expect(new Set(both.map((one) => one.ok && one.value))).toEqual(new Set(['samtidig', 'samtidig-2']))
  })

  it.each(others)('is refused to a %s', async (who) => {
    await expectNothingLeft(() => addIndicator(planted.context(who), draft()), 'not-allowed')
  })

  it.each([
    [{ headline: 1 }, 'headline-taken'],
    [{ regionRule: { kind: 'weighted-mean', weight: 'no-such' } }, 'weight-unknown'],
    [{ standIn: 'no-such' }, 'stand-in-unknown'],
  ] as const)('with %j is refused: %s', async (said, refusal) => {
    await expectNothingLeft(() => addIndicator(planted.context('coordinator'), draft(said)), refusal)
  })
})

describe('retiring an indicator', () => {
  it('frees its place, keeps the rest, and can be taken back', async () => {
    const coordinator = planted.context('coordinator')
    const before = await stored('unga-etablerade')
    expect(await retireIndicator(coordinator, 'unga-etablerade')).toMatchObject({ ok: true })
    expect(await stored('unga-etablerade')).toEqual({ ...before, headline: null, retiredAt: now, version: 2 })
    expect(await newestEntry()).toMatchObject({
      did: 'indicators.indicator-retired',
      before: { headline: 7 },
    })
    await expectNothingLeft(() => retireIndicator(coordinator, 'unga-etablerade'), 'retired-already')

    expect(await restoreIndicator(coordinator, 'unga-etablerade')).toMatchObject({ ok: true })
    expect(await stored('unga-etablerade')).toEqual({ ...before, headline: null, version: 3 })
    expect(await newestEntry()).toMatchObject({ did: 'indicators.indicator-restored' })
    await expectNothingLeft(() => restoreIndicator(coordinator, 'unga-etablerade'), 'not-retired')
  })

  it.each([
    ['folkmangd-20-64', 'leaned-on'],
    ['sysselsatta-20-64', 'leaned-on'],
    ['no-such', 'indicator-unknown'],
  ] as const)('of %s is refused: %s', async (id, refusal) => {
    await expectNothingLeft(() => retireIndicator(planted.context('coordinator'), id), refusal)
  })

  it.each(others)('and taking it back are refused to a %s', async (who) => {
    await expectNothingLeft(() => retireIndicator(planted.context(who), 'folkmangd'), 'not-allowed')
    await expectNothingLeft(() => restoreIndicator(planted.context(who), 'folkmangd'), 'not-allowed')
  })

  it('is not taken back while what it leans on is retired', async () => {
    const coordinator = planted.context('coordinator')
    await addIndicator(coordinator, draft({ name: { sv: 'Grund', en: 'Ground' } }))
    await addIndicator(coordinator, draft({ name: { sv: 'Lutad', en: 'Leaning' }, standIn: 'grund' }))
    await retireIndicator(coordinator, 'lutad')
    await retireIndicator(coordinator, 'grund')
    await expectNothingLeft(() => restoreIndicator(coordinator, 'lutad'), 'stand-in-unknown')
    await expectNothingLeft(() => restoreIndicator(coordinator, 'no-such'), 'indicator-unknown')
  })
})

// The same questions put to the database alone, past the actions.
describe('the database', () => {
  it.each(others)('lets a %s change no indicator', async (who) => {
    const before = await everything()
    const change = await decided('folkmangd')
    await asWho(database.db, planted, who, async (tx) => {
      expect(await indicatorToChange(tx, 'folkmangd')).toBeUndefined()
      await changeIndicator(tx, 'folkmangd', { ...change, decimals: 4 })
      await setRetired(tx, 'folkmangd', now)
    })
    expect(await everything()).toEqual(before)
  })

  it.each(others)('lets a %s add none', async (who) => {
    const before = await everything()
    const adding = asWho(database.db, planted, who, async (tx) =>
      insertIndicator(tx, planted.network.id, 'smuggled', draft()),
    )
    await expect(adding).rejects.toThrow('row-level security')
    expect(await everything()).toEqual(before)
  })

  it.each([...others, 'coordinator'] as const)(
    'lets a %s write no value and no source, and delete nothing',
    async (who) => {
      const tries = [
        async () =>
          asWho(database.db, planted, who, async (tx) =>
            tx.updateTable('figure').set({ value: 0 }).execute(),
          ),
        async () =>
          asWho(database.db, planted, who, async (tx) =>
            tx.updateTable('source').set({ licence: 'mine' }).execute(),
          ),
        async () => asWho(database.db, planted, who, async (tx) => tx.deleteFrom('figure').execute()),
        async () => asWho(database.db, planted, who, async (tx) => tx.deleteFrom('indicator').execute()),
      ]
      for (const attempt of tries) await expect(attempt()).rejects.toThrow('permission denied')
    },
  )

  it('shows another network nothing of this one', async () => {
    const [other] = await database.ownerDb
      .insertInto('network')
      .values({
        slug: 'annan',
        name: '{"sv":"","en":""}',
        about: '{"sv":"","en":""}',
        contact: '{"sv":"","en":""}',
      })
      .returning('id')
      .execute()
    const elsewhere = { ...planted, network: { ...planted.network, id: other?.id ?? '' } }
    await asWho(database.db, elsewhere, 'coordinator', async (tx) => {
      for (const table of ['indicator', 'figure', 'source'] as const) {
        expect(await tx.selectFrom(table).select('networkId').execute()).toEqual([])
      }
    })
  })
})

const key = 'pxweb:scb:TAB1:0123456789'
const connected = async (who: Who, id: string, to = key) =>
  inTransaction(planted.context(who), async (tx) => connectSeries(tx, planted.context(who), id, to))
async function withoutSeries(name: string): Promise<string> {
  const added = await addIndicator(planted.context('coordinator'), draft({ name: { sv: name, en: name } }))
  if (!added.ok) throw new Error(added.refusal)
  return added.value
}

describe('connecting a series', () => {
  it('lets the values be read from it and tells the log', async () => {
    const id = await withoutSeries('Utan serie')
    expect(await connected('coordinator', id)).toEqual({ ok: true, value: id })
    expect(await stored(id)).toMatchObject({ series: [key], version: 2 })
    expect(await newestEntry()).toMatchObject({
      did: 'indicators.series-connected',
      subjectId: id,
      before: { series: [] },
      after: { series: [key] },
    })
  })

  it('is refused where a series is connected already', async () => {
    const id = await withoutSeries('Med serie')
    await connected('coordinator', id)
    const again = async () => connected('coordinator', id, `${key}x`)
    await expectNothingLeft(again, 'has-series')
  })

  it('is refused for an indicator that is not there', async () => {
    await expectNothingLeft(async () => connected('coordinator', 'finns-inte'), 'indicator-unknown')
  })

  it.each(others)('is refused to a %s', async (who) => {
    const id = await withoutSeries(`För ${who}`)
    await expectNothingLeft(async () => connected(who, id), 'not-allowed')
  })

  it('comes with an indicator that is added for it', async () => {
    const added = await addIndicator(
      planted.context('coordinator'),
      draft({ name: { sv: 'Född', en: 'Born' } }),
      [key],
    )
    expect(added.ok && (await stored(added.value))?.series).toEqual([key])
    expect(await newestEntry()).toMatchObject({ after: { series: [key] } })
  })
})
