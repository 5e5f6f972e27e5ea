import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { frameworkOf } from '../framework-store.ts'
import { cellGrid } from '../store.ts'
import { everything, notCoordinating, now, plantRegion, type Planted } from '../testing.ts'
import { addArea } from './add-area.ts'
import { addGoal } from './add-goal.ts'
import { addIntervention } from './add-intervention.ts'
import { bringBackPart } from './bring-back-part.ts'
import { editArea } from './edit-area.ts'
import { editGoal } from './edit-goal.ts'
import { editIntervention } from './edit-intervention.ts'
import { editProgramme } from './edit-programme.ts'
import type { PartKind } from '../core/framework.ts'
import type { SeenPart } from './change-framework.ts'
import { retirePart } from './retire-part.ts'

const database = useTestDatabase()
let planted: Planted
let coordinator: Context
beforeAll(async () => {
  planted = await plantRegion(database)
  coordinator = planted.context('coordinator')
})

const words = { name: { sv: 'Nytt namn', en: 'New name' }, text: { sv: 'Ny text', en: '' } }
const goal = { ...words, position: 4 }
const area = { name: words.name, strategy: words.text, position: 7, goal: 'kompetens' }
const intervention = { ...words, number: 16, area: 'attraktionskraft', indicators: ['arbetsloshet'] }
const programme = {
  name: words.name,
  vision: words.text,
  isProposal: false,
  proposalNote: { sv: '', en: '' },
}

/** A part as it stands now, or one that never was. */
async function asItIs(kind: PartKind, id: string): Promise<SeenPart> {
  const row = await database.ownerDb
    .selectFrom(kind)
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst()
  return { id, version: row?.version ?? 1 }
}

async function programmeAsItIs() {
  return database.ownerDb.selectFrom('programme').select('version').executeTakeFirstOrThrow()
}

const attempts: Readonly<Record<string, (context: Context) => Promise<unknown>>> = {
  'adds a goal': async (context) => addGoal(context, goal),
  'edits a goal': async (context) => editGoal(context, await asItIs('goal', 'kompetens'), goal),
  'adds an area': async (context) => addArea(context, area),
  'edits an area': async (context) => editArea(context, await asItIs('area', 'attraktionskraft'), area),
  'adds an intervention': async (context) => addIntervention(context, intervention),
  'edits an intervention': async (context) =>
    editIntervention(context, await asItIs('intervention', 'ha-mark-redo'), intervention),
  'edits the programme': async (context) => editProgramme(context, await programmeAsItIs(), programme),
  'retires an intervention': async (context) => retirePart(context, 'intervention', 'visa-upp-hela-regionen'),
  'brings an intervention back': async (context) =>
    bringBackPart(context, 'intervention', 'visa-upp-hela-regionen'),
}

async function expectRefusedWithoutTrace(attempt: () => Promise<unknown>, refusal: string): Promise<void> {
  const before = await everything(database.ownerDb)
  expect(await attempt()).toEqual({ ok: false, refusal })
  expect(await everything(database.ownerDb)).toEqual(before)
}

describe.each(notCoordinating)('the %s', (who) => {
  it.each(Object.keys(attempts))('is refused who %s', async (name) => {
    await expectRefusedWithoutTrace(async () => attempts[name]?.(planted.context(who)), 'not-allowed')
  })

  it('is refused by the database too', async () => {
    const touched = await planted.as(who, async (tx) =>
      tx.updateTable('intervention').set({ number: 99 }).executeTakeFirst(),
    )
    expect(touched.numUpdatedRows).toBe(0n)
    const values = {
      networkId: planted.network.id,
      id: 'smugglat',
      position: 9,
      name: '{"sv":"","en":""}',
      text: '{}',
      retiredAt: null,
    }
    const attempt = planted.as(who, async (tx) => tx.insertInto('goal').values(values).execute())
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the coordinator', () => {
  it.each([
    ['adds a goal', 'programme.goal-added', 'goal', 'nytt-namn'],
    ['edits a goal', 'programme.goal-edited', 'goal', 'kompetens'],
    ['adds an area', 'programme.area-added', 'area', 'nytt-namn'],
    ['edits an area', 'programme.area-edited', 'area', 'attraktionskraft'],
    ['adds an intervention', 'programme.intervention-added', 'intervention', 'nytt-namn'],
    ['edits the programme', 'programme.programme-edited', 'programme', 'programme'],
    ['retires an intervention', 'programme.intervention-retired', 'intervention', 'visa-upp-hela-regionen'],
    [
      'brings an intervention back',
      'programme.intervention-brought-back',
      'intervention',
      'visa-upp-hela-regionen',
    ],
  ])('%s, and the log has one entry more', async (name, did, subjectKind, subjectId) => {
    const before = await everything(database.ownerDb)
    expect(await attempts[name]?.(coordinator)).toMatchObject({ ok: true })
    const { entries } = await everything(database.ownerDb)
    expect(entries).toHaveLength(before.entries.length + 1)
    expect(entries.at(-1)).toMatchObject({
      did,
      subjectKind,
      subjectId,
      at: now,
      byPerson: coordinator.actor?.personId,
    })
  })

  it('finds what was written', async () => {
    const framework = await planted.as('visitor', frameworkOf)
    expect(framework.programme).toEqual({ ...programme, version: 2 })
    expect(framework.goals.find(({ id }) => id === 'kompetens')).toMatchObject(goal)
    expect(framework.areas.find(({ id }) => id === 'attraktionskraft')).toMatchObject(area)
    expect(framework.interventions.find(({ id }) => id === 'nytt-namn')).toMatchObject(intervention)
  })

  it('gives a second of the same name an address of its own', async () => {
    expect(await addGoal(coordinator, goal)).toEqual({ ok: true, value: 'nytt-namn-2' })
  })

  it.each([
    ['会社', 'del'],
    ['New', 'new-2'],
  ])('gives %s an address that can be read and that no form stands on', async (sv, value) => {
    expect(await addGoal(coordinator, { ...goal, name: { sv, en: '' } })).toEqual({ ok: true, value })
  })
})

describe('what cannot be is refused, and leaves nothing behind', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'editing a goal that is not',
      async () => editGoal(coordinator, await asItIs('goal', 'x'), goal),
      'part-unknown',
    ],
    [
      'editing an area that is not',
      async () => editArea(coordinator, await asItIs('area', 'x'), area),
      'part-unknown',
    ],
    [
      'editing an intervention that is not',
      async () => editIntervention(coordinator, await asItIs('intervention', 'x'), intervention),
      'part-unknown',
    ],
    ['an area under no goal', async () => addArea(coordinator, { ...area, goal: 'x' }), 'goal-unknown'],
    [
      'moving an area to no goal',
      async () => editArea(coordinator, await asItIs('area', 'foretagsklimat'), { ...area, goal: 'x' }),
      'goal-unknown',
    ],
    [
      'an intervention in no area',
      async () => addIntervention(coordinator, { ...intervention, number: 20, area: 'x' }),
      'area-unknown',
    ],
    [
      'an intervention with a number that is taken',
      async () => addIntervention(coordinator, { ...intervention, number: 1 }),
      'number-taken',
    ],
    [
      'an intervention that moves no known indicator',
      async () => addIntervention(coordinator, { ...intervention, number: 20, indicators: ['x'] }),
      'indicator-unknown',
    ],
    [
      'taking another’s number',
      async () =>
        editIntervention(coordinator, await asItIs('intervention', 'ha-mark-redo'), {
          ...intervention,
          number: 1,
        }),
      'number-taken',
    ],
    ['retiring what is not', async () => retirePart(coordinator, 'goal', 'x'), 'part-unknown'],
    ['retiring a goal with areas', async () => retirePart(coordinator, 'goal', 'kompetens'), 'still-in-use'],
    [
      'retiring an area with interventions',
      async () => retirePart(coordinator, 'area', 'foretagsklimat'),
      'still-in-use',
    ],
    [
      'bringing back what counts',
      async () => bringBackPart(coordinator, 'area', 'foretagsklimat'),
      'not-retired',
    ],
    ['bringing back what is not', async () => bringBackPart(coordinator, 'area', 'x'), 'part-unknown'],
  ])('%s', async (_name, attempt, refusal) => {
    await expectRefusedWithoutTrace(attempt, refusal)
  })
})

describe('a retired intervention', () => {
  it('is out of the matrix, keeps its cells, and comes back with them', async () => {
    const id = 'upphandla-innovation-tillsammans'
    const cells = async () =>
      database.ownerDb
        .selectFrom('word')
        .selectAll()
        .where('interventionId', '=', id)
        .orderBy('municipality')
        .execute()
    const before = await cells()
    expect((await retirePart(coordinator, 'intervention', id)).ok).toBe(true)
    await expectRefusedWithoutTrace(
      async () => retirePart(coordinator, 'intervention', id),
      'retired-already',
    )
    expect(await cells()).toEqual(before)
    const whole = await planted.as('visitor', async (tx) => cellGrid(tx))
    expect(whole.interventions.map((one) => one.id)).not.toContain(id)
    const row = await planted.as('visitor', async (tx) => cellGrid(tx, { intervention: id }))
    expect(row.entries).toHaveLength(13)
    expect(row.interventions[0]?.isRetired).toBe(true)

    // Its number is free meanwhile; who has taken it stands in the way of coming back.
    expect((await addIntervention(coordinator, { ...intervention, number: 14 })).ok).toBe(true)
    await expectRefusedWithoutTrace(
      async () => bringBackPart(coordinator, 'intervention', id),
      'number-taken',
    )
    const another = { ...intervention, number: 30, area: 'innovationskraft' }
    expect((await editIntervention(coordinator, await asItIs('intervention', id), another)).ok).toBe(true)
    expect((await bringBackPart(coordinator, 'intervention', id)).ok).toBe(true)
    expect(await cells()).toEqual(before)
  })

  it('holds neither its area nor its area’s goal, but comes back only after them', async () => {
    expect((await addGoal(coordinator, { ...goal, name: { sv: 'Tillfälligt', en: '' } })).ok).toBe(true)
    expect(
      (await addArea(coordinator, { ...area, name: { sv: 'Prov', en: '' }, goal: 'tillfalligt' })).ok,
    ).toBe(true)
    const added = await addIntervention(coordinator, { ...intervention, number: 40, area: 'prov' })
    const id = added.ok ? added.value : ''
    for (const [kind, part] of [
      ['intervention', id],
      ['area', 'prov'],
      ['goal', 'tillfalligt'],
    ] as const) {
      expect(await retirePart(coordinator, kind, part)).toMatchObject({ ok: true })
    }
    await expectRefusedWithoutTrace(
      async () => bringBackPart(coordinator, 'intervention', id),
      'parent-retired',
    )
    await expectRefusedWithoutTrace(async () => bringBackPart(coordinator, 'area', 'prov'), 'parent-retired')
    for (const [kind, part] of [
      ['goal', 'tillfalligt'],
      ['area', 'prov'],
      ['intervention', id],
    ] as const) {
      expect(await bringBackPart(coordinator, kind, part)).toMatchObject({ ok: true })
    }
  })
})

it('two coordinators who take the same number at once: one gets it', async () => {
  const wished = { ...intervention, number: 50 }
  const outcomes = await Promise.all([
    addIntervention(coordinator, wished),
    addIntervention(coordinator, wished),
  ])
  expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal)).toSorted()).toEqual([
    'number-taken',
    'ok',
  ])
})

it('an area is not retired while an intervention is added to it', async () => {
  const added = await addArea(coordinator, { ...area, name: { sv: 'Kapplöpning', en: '' } })
  const id = added.ok ? added.value : ''
  const outcomes = await Promise.all([
    retirePart(coordinator, 'area', id),
    addIntervention(coordinator, { ...intervention, number: 60, area: id }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

describe('what was saved meanwhile', () => {
  it.each<[string, (version: number) => Promise<unknown>]>([
    ['a goal', async (version) => editGoal(coordinator, { id: 'kompetens', version }, goal)],
    ['an area', async (version) => editArea(coordinator, { id: 'attraktionskraft', version }, area)],
    [
      'an intervention',
      async (version) =>
        editIntervention(coordinator, { id: 'ha-mark-redo', version }, { ...intervention, number: 70 }),
    ],
    ['the programme', async (version) => editProgramme(coordinator, { version }, programme)],
  ])('in %s is not overwritten unseen', async (name, edit) => {
    const kinds = { 'a goal': 'kompetens', 'an area': 'attraktionskraft', 'an intervention': 'ha-mark-redo' }
    const versionNow = async () => {
      if (name === 'the programme') return (await programmeAsItIs()).version
      const kind = name.split(' ')[1] as PartKind
      return (await asItIs(kind, kinds[name as keyof typeof kinds])).version
    }
    const seen = await versionNow()
    expect(await edit(seen)).toMatchObject({ ok: true })
    expect(await versionNow()).toBe(seen + 1)
    for (const outdated of [seen, 0, seen + 2])
      await expectRefusedWithoutTrace(async () => edit(outdated), 'changed-meanwhile')
    expect(await edit(seen + 1)).toMatchObject({ ok: true })
  })

  it('is a retirement too, and a coming back', async () => {
    const id = 'ge-verksamheter-plats'
    const seen = await asItIs('intervention', id)
    expect((await retirePart(coordinator, 'intervention', id)).ok).toBe(true)
    const edit = async () => editIntervention(coordinator, seen, { ...intervention, number: 80 })
    await expectRefusedWithoutTrace(edit, 'changed-meanwhile')
    expect((await bringBackPart(coordinator, 'intervention', id)).ok).toBe(true)
    await expectRefusedWithoutTrace(edit, 'changed-meanwhile')
  })

  it('lets one of two through who save at once', async () => {
    const seen = await asItIs('goal', 'kompetens')
    const outcomes = await Promise.all([
      editGoal(coordinator, seen, goal),
      editGoal(coordinator, seen, { ...goal, position: 9 }),
    ])
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal)).toSorted()).toEqual([
      'changed-meanwhile',
      'ok',
    ])
  })
})
