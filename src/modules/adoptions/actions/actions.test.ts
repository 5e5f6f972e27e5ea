import { beforeEach, describe, expect, test } from 'vitest'
import { historyOf } from '#modules/audit'
import { useTestDatabase } from '../../../../tests/database.ts'
import { contextOf } from '../../../../tests/people.ts'
import { adoptionsOf, fileOf, revisionsOf } from '../store.ts'
import {
  as,
  counts,
  entered,
  factsOf,
  notWriting,
  setStage,
  treeOf,
  type Stage,
  type Who,
} from '../testing.ts'
import { treeIn } from '../tree-store.ts'
import { correctAdoption } from './correct-adoption.ts'
import { drawTree } from './draw-tree.ts'
import { enterAdoption } from './enter-adoption.ts'
import { mapNodes } from './map-nodes.ts'

const database = useTestDatabase()
let stage: Stage
beforeEach(async () => {
  stage = await setStage(database)
})

const context = (who: Who) => contextOf(database.db, stage.network.id, stage.actors[who])
const ale = { municipality: '1440', version: 1 }
const entry = { facts: factsOf(), file: null }
const pdf = { name: 'program.pdf', kind: 'pdf', bytes: new TextEncoder().encode('%PDF-1.7') } as const
const outline = 'Mål\n  Öppna dörren\n  Köpa mark'
const logOf = async (version: number) =>
  as(database, stage, 'officer', async (tx) =>
    (await historyOf(tx, 'adoption', `1440/${version}`)).map(({ did }) => did),
  )

describe('entering a version', () => {
  test.each(['officer', 'coordinator'] as const)('%s enters what Ale has adopted', async (who) => {
    const done = await enterAdoption(context(who), { municipality: '1440', seen: 0 }, { ...entry, file: pdf })
    expect(done).toEqual({ ok: true, value: 1 })
    const [adoption] = await as(database, stage, 'visitor', (tx) => adoptionsOf(tx, '1440'))
    expect(adoption).toMatchObject({ ...factsOf(), version: 1, revision: 1, isExample: false })
    expect(adoption?.file).toMatchObject({ name: 'program.pdf', kind: 'pdf', size: 8 })
    expect(await logOf(1)).toEqual(['adoptions.version-entered'])
    const id = adoption?.file?.id ?? ''
    const file = await as(database, stage, 'visitor', (tx) => fileOf(tx, { municipality: '1440', id }))
    expect(file?.bytes.toString()).toBe('%PDF-1.7')
  })

  test('the next one is a version of its own, and the first stays as it was', async () => {
    await entered(database, stage)
    await entered(database, stage, { name: 'Nytt program', decidedOn: '2025' }, 1)
    const all = await as(database, stage, 'visitor', (tx) => adoptionsOf(tx, '1440'))
    expect(all.map(({ version, name }) => [version, name])).toEqual([
      [1, 'Näringslivsprogram'],
      [2, 'Nytt program'],
    ])
  })

  test.each(notWriting)('%s may not, and nothing is left behind', async (who) => {
    const before = await counts(database)
    const done = await enterAdoption(context(who), { municipality: '1440', seen: 0 }, { ...entry, file: pdf })
    expect(done).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await counts(database)).toBe(before)
  })

  test('a form that is sent twice enters one', async () => {
    await entered(database, stage)
    const before = await counts(database)
    const again = await enterAdoption(context('officer'), { municipality: '1440', seen: 0 }, entry)
    expect(again).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await counts(database)).toBe(before)
  })

  test('two at the same moment: one enters, the other is told', async () => {
    const both = await Promise.all(
      (['officer', 'coordinator'] as const).map((who) =>
        enterAdoption(context(who), { municipality: '1440', seen: 0 }, entry),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('of a municipality that is not in the network nothing is entered', async () => {
    const before = await counts(database)
    const done = await enterAdoption(context('coordinator'), { municipality: '1280', seen: 0 }, entry)
    expect(done).toEqual({ ok: false, refusal: 'municipality-unknown' })
    expect(await counts(database)).toBe(before)
  })
})

const correct = async (who: Who, seen: number, more: Partial<Parameters<typeof correctAdoption>[2]> = {}) =>
  correctAdoption(
    context(who),
    { ...ale, seen },
    { facts: factsOf({ decidedOn: '2020-05-11' }), file: null, dropsFile: false, ...more },
  )

describe('correcting what is known', () => {
  test('is a revision; the one before stays readable', async () => {
    await enterAdoption(context('officer'), { municipality: '1440', seen: 0 }, { ...entry, file: pdf })
    expect(await correct('coordinator', 1)).toEqual({ ok: true, value: null })
    const revisions = await as(database, stage, 'officer', (tx) => revisionsOf(tx, ale))
    expect(
      revisions.map(({ adoption, writtenBy }) => [adoption.decidedOn, writtenBy, adoption.file?.name]),
    ).toEqual([
      ['2020-05-11', 'coordinator  (exempel)', 'program.pdf'],
      ['2020-05-04', 'officer 1440 (exempel)', 'program.pdf'],
    ])
    expect(await logOf(1)).toEqual(['adoptions.version-corrected', 'adoptions.version-entered'])
    // Who wrote is for those who work in the network.
    const seen = await as(database, stage, 'visitor', (tx) => revisionsOf(tx, ale))
    expect(seen.map(({ writtenBy }) => writtenBy)).toEqual([null, null])
  })

  test('a document is put in another’s place, or taken away; the revision before keeps its own', async () => {
    await enterAdoption(context('officer'), { municipality: '1440', seen: 0 }, { ...entry, file: pdf })
    await correct('officer', 1, { file: { ...pdf, name: 'rattat.pdf' } })
    await correct('officer', 2, { dropsFile: true })
    const revisions = await as(database, stage, 'visitor', (tx) => revisionsOf(tx, ale))
    expect(revisions.map(({ adoption }) => adoption.file?.name)).toEqual([
      undefined,
      'rattat.pdf',
      'program.pdf',
    ])
  })

  test.each(notWriting)('%s may not, and nothing is left behind', async (who) => {
    await entered(database, stage)
    const before = await counts(database)
    expect(await correct(who, 1)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await counts(database)).toBe(before)
  })

  test('what somebody else wrote meanwhile is not overwritten', async () => {
    await entered(database, stage)
    await correct('officer', 1)
    const before = await counts(database)
    expect(await correct('coordinator', 1)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await counts(database)).toBe(before)
  })

  test('there must be such a version', async () => {
    expect(await correct('officer', 1)).toEqual({ ok: false, refusal: 'adoption-unknown' })
  })
})

const draw = async (who: Who, seen: number, text = outline, levels: readonly string[] = []) =>
  drawTree(context(who), { ...ale, seen }, treeOf(text, levels))
const tree = async () => as(database, stage, 'visitor', (tx) => treeIn(tx, ale))
const nodes = async () => (await tree()).tree.nodes.map(({ node, depth, text }) => `${node} ${depth} ${text}`)

describe('drawing a tree', () => {
  beforeEach(async () => void (await entered(database, stage)))

  test('keeps the municipality’s own words and levels', async () => {
    expect(await draw('officer', 0, '1. Mål\n  a) Öppna dörren', ['Mål', 'Insats'])).toMatchObject({
      ok: true,
    })
    expect((await tree()).tree).toEqual({
      tree: 1,
      levels: ['Mål', 'Insats'],
      nodes: [
        { node: 1, depth: 0, mark: '1.', text: 'Mål' },
        { node: 2, depth: 1, mark: 'a)', text: 'Öppna dörren' },
      ],
    })
    expect(await logOf(1)).toEqual(['adoptions.tree-drawn', 'adoptions.version-entered'])
  })

  test('anew, a node that stays keeps its number, and a new one never takes one that was', async () => {
    await draw('officer', 0)
    await draw('officer', 1, 'Mål\n  Köpa mark')
    expect(await nodes()).toEqual(['1 0 Mål', '3 1 Köpa mark'])
    await draw('coordinator', 2, 'Mål\n  Köpa mer mark\n  Bygga hamn')
    expect(await nodes()).toEqual(['1 0 Mål', '3 1 Köpa mer mark', '4 1 Bygga hamn'])
  })

  test('of a thousand nodes', async () => {
    const text = Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at % 3)}Del nummer ${at}`).join('\n')
    expect(await draw('officer', 0, text)).toMatchObject({ ok: true })
    expect(await draw('officer', 1, text)).toMatchObject({ ok: true })
    expect(await nodes()).toHaveLength(1000)
  })

  test.each(notWriting)('%s may not, and nothing is left behind', async (who) => {
    const before = await counts(database)
    expect(await draw(who, 0)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await counts(database)).toBe(before)
  })

  test('what somebody else drew meanwhile is not overwritten', async () => {
    await draw('officer', 0)
    const before = await counts(database)
    expect(await draw('coordinator', 0)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await counts(database)).toBe(before)
  })

  test('there must be such a version', async () => {
    const done = await drawTree(context('officer'), { ...ale, version: 2, seen: 0 }, treeOf(outline))
    expect(done).toEqual({ ok: false, refusal: 'adoption-unknown' })
  })
})

const saying = (node: number, intervention: string | null, seen = 0, comment: string | null = null) => ({
  node,
  seen,
  choice: { fit: intervention === null ? ('none' as const) : ('partly' as const), intervention },
  comment,
})

describe('mapping nodes', () => {
  beforeEach(async () => {
    await entered(database, stage)
    await draw('officer', 0)
  })

  test.each(['officer', 'coordinator'] as const)('%s says what nodes answer to', async (who) => {
    const said = [saying(1, null), saying(2, 'oppna-en-vag-in', 0, 'Bara lokaler')]
    expect(await mapNodes(context(who), ale, said)).toEqual({ ok: true, value: 2 })
    const { mappings } = await tree()
    expect(mappings.get(2)).toEqual({
      fit: 'partly',
      intervention: 'oppna-en-vag-in',
      comment: 'Bara lokaler',
      said: 1,
    })
    expect(mappings.has(3)).toBe(false)
    expect((await logOf(1))[0]).toBe('adoptions.nodes-mapped')
  })

  test('the latest word holds, and saying the same again says nothing', async () => {
    await mapNodes(context('officer'), ale, [saying(2, 'oppna-en-vag-in')])
    await mapNodes(context('officer'), ale, [saying(2, 'ha-mark-redo', 1)])
    const before = await counts(database)
    expect(await mapNodes(context('officer'), ale, [saying(2, 'ha-mark-redo', 2)])).toEqual({
      ok: true,
      value: 0,
    })
    expect(await counts(database)).toBe(before)
    expect((await tree()).mappings.get(2)).toMatchObject({ intervention: 'ha-mark-redo', said: 2 })
  })

  test('what was said follows its node into a tree drawn anew', async () => {
    await mapNodes(context('officer'), ale, [saying(3, 'ha-mark-redo')])
    await draw('officer', 1, 'Mål\n  Köpa mer mark\nÖppna dörren')
    expect((await tree()).mappings.get(3)).toMatchObject({ intervention: 'ha-mark-redo' })
    expect(await nodes()).toEqual(['1 0 Mål', '3 1 Köpa mer mark', '2 0 Öppna dörren'])
  })

  test('what somebody else said meanwhile is told node by node, and nothing of it is said', async () => {
    await mapNodes(context('officer'), ale, [saying(2, 'oppna-en-vag-in')])
    const before = await counts(database)
    const late = await mapNodes(context('coordinator'), ale, [saying(1, null), saying(2, null)])
    expect(late).toEqual({ ok: false, refusal: { why: 'changed-meanwhile', nodes: [2] } })
    expect(await counts(database)).toBe(before)
  })

  test.each(['visa-upp-regionen', 'finns-inte'])('%s is no choice', async (intervention) => {
    const before = await counts(database)
    const done = await mapNodes(context('officer'), ale, [saying(2, intervention)])
    expect(done).toEqual({ ok: false, refusal: { why: 'intervention-unknown', nodes: [2] } })
    expect(await counts(database)).toBe(before)
  })

  test('one that is retired later keeps its mapping, and its comment can still be changed', async () => {
    await mapNodes(context('officer'), ale, [saying(2, 'oppna-en-vag-in')])
    await database.ownerDb
      .updateTable('intervention')
      .set({ retiredAt: new Date() })
      .where('networkId', '=', stage.network.id)
      .where('id', '=', 'oppna-en-vag-in')
      .execute()
    const done = await mapNodes(context('officer'), ale, [saying(2, 'oppna-en-vag-in', 1, 'Avslutad')])
    expect(done).toEqual({ ok: true, value: 1 })
  })

  test('a node that is not in the tree is passed over', async () => {
    expect(await mapNodes(context('officer'), ale, [saying(99, null)])).toEqual({ ok: true, value: 0 })
  })

  test.each(notWriting)('%s may not, and nothing is left behind', async (who) => {
    const before = await counts(database)
    expect(await mapNodes(context(who), ale, [saying(1, null)])).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await counts(database)).toBe(before)
  })
})
