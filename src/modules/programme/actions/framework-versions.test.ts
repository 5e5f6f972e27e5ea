import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, type Context } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { frameworkOf } from '../framework-store.ts'
import { cellGrid } from '../store.ts'
import { plantRegion, visited, type Planted } from '../testing.ts'
import { addIntervention } from './add-intervention.ts'
import { bringBackPart } from './bring-back-part.ts'
import { editIntervention } from './edit-intervention.ts'
import { retirePart } from './retire-part.ts'

const database = useTestDatabase()
const id = 'ha-mark-redo'
const [before, renamed, retired, back] = [
  '2026-11-30T10:00:00Z',
  '2026-12-01T10:00:00Z',
  '2026-12-02T10:00:00Z',
  '2026-12-03T10:00:00Z',
].map((at) => new Date(at)) as [Date, Date, Date, Date]

let planted: Planted
const coordinator = (now: Date): Context => ({ ...planted.context('coordinator'), now })

async function interventionAt(asOf?: Date) {
  const visitor = { ...planted.context('visitor'), asOf }
  const { interventions } = await inTransaction(visitor, frameworkOf)
  return interventions.find((one) => one.id === id)
}

async function idsAt(asOf?: Date): Promise<readonly string[]> {
  const { interventions } = await inTransaction({ ...planted.context('visitor'), asOf }, frameworkOf)
  return interventions.map((one) => one.id)
}

async function isInMatrix(asOf?: Date): Promise<boolean> {
  const grid = await inTransaction({ ...planted.context('visitor'), asOf }, async (tx) => cellGrid(tx))
  return grid.interventions.some((one) => one.id === id)
}

async function page(path: string): Promise<string> {
  const later = { ...planted.context('visitor'), now: new Date('2026-12-10T10:00:00Z') }
  return (await visited(later, planted.network).request(path)).text()
}

const newName = { sv: 'Ha mark och lokaler redo', en: '' }

beforeAll(async () => {
  planted = await plantRegion(database)
  const known = await interventionAt()
  if (!known) throw new Error('The intervention was not planted')
  const { text, number, area, version } = known
  const form = { name: newName, text, number, area, indicators: [] }
  expect(await editIntervention(coordinator(renamed), { id, version }, form)).toMatchObject({ ok: true })
  expect(await retirePart(coordinator(retired), 'intervention', id)).toMatchObject({ ok: true })
  expect(await bringBackPart(coordinator(back), 'intervention', id)).toMatchObject({ ok: true })
})

describe('the framework on a day', () => {
  it('says what it said then', async () => {
    expect((await interventionAt(before))?.name).not.toEqual(newName)
    expect((await interventionAt(renamed))?.name).toEqual(newName)
    expect((await interventionAt())?.name).toEqual(newName)
  })

  it('has in its matrix what counted then', async () => {
    expect(
      await Promise.all([isInMatrix(before), isInMatrix(retired), isInMatrix(back), isInMatrix()]),
    ).toEqual([true, false, true, true])
  })

  it('knows nothing of what was added later', async () => {
    const added = await addIntervention(coordinator(back), {
      name: { sv: 'Något nytt', en: '' },
      text: { sv: 'Text', en: '' },
      number: 16,
      area: 'attraktionskraft',
      indicators: [],
    })
    if (!added.ok) throw new Error(added.refusal)
    expect(await idsAt(retired)).not.toContain(added.value)
    expect(await idsAt()).toContain(added.value)
  })
})

describe('the page of versions', () => {
  it('tells each day on which something was changed, what it was and what it became', async () => {
    const text = await page('/programmet/versioner')
    expect(text).toContain('Version 2, från den 1 december 2026')
    expect(text).toMatch(/<ins>Ha mark och lokaler redo<\/ins>/)
    expect(text).toContain('Insats ”Ha mark och lokaler redo” avslutades')
    expect(text).toContain('Insats ”Ha mark och lokaler redo” togs tillbaka')
    expect(text).toContain('href="/programmet?per=2026-12-01"')
  })

  it('is told in English too', async () => {
    expect(await page('/en/programme/versions')).toContain('Version 2, from 1 December 2026')
  })
})
