import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, type Context } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { nameOf } from '../core/vocabulary.ts'
import { vocabularyOf } from '../framework-store.ts'
import { cellGrid } from '../store.ts'
import { everything, notCoordinating, plantRegion, visited, type Planted, type Who } from '../testing.ts'
import { bringBackPart } from './bring-back-part.ts'
import type { SeenPart } from './change-framework.ts'
import { editStatus } from './edit-status.ts'
import { retirePart } from './retire-part.ts'
import { sayCell } from './say-cell.ts'

const database = useTestDatabase()
const [before, renamed, later] = ['2026-11-30T10:00:00Z', '2026-12-01T10:00:00Z', '2026-12-10T10:00:00Z'].map(
  (at) => new Date(at),
) as [Date, Date, Date]
let planted: Planted
const as = (who: Who, now: Date): Context => ({ ...planted.context(who), now })
const form = {
  name: { sv: 'Står still', en: 'At a standstill' },
  text: { sv: 'Ni kommer inte vidare. Skriv varför.', en: '' },
  position: 4,
}

async function seen(id: string): Promise<SeenPart> {
  const vocabulary = await database.ownerDb.selectFrom('status').select(['id', 'version']).execute()
  return { id, version: vocabulary.find((one) => one.id === id)?.version ?? 1 }
}

async function labelAt(asOf?: Date) {
  const visitor = { ...planted.context('visitor'), asOf }
  return nameOf('stuck', await inTransaction(visitor, vocabularyOf)).sv
}

async function page(path: string, who: Who = 'visitor', init?: RequestInit) {
  const answer = await visited(as(who, later), planted.network).request(path, init)
  return { status: answer.status, text: await answer.text() }
}

const sent = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
})

async function expectRefusedWithoutTrace(attempt: () => Promise<unknown>, refusal: string): Promise<void> {
  const was = await everything(database.ownerDb)
  expect(await attempt()).toEqual({ ok: false, refusal })
  expect(await everything(database.ownerDb)).toEqual(was)
}

beforeAll(async () => {
  planted = await plantRegion(database)
})

describe.each(notCoordinating)('the %s', (who) => {
  it.each<[string, (context: Context) => Promise<unknown>]>([
    ['rewords a status', async (context) => editStatus(context, await seen('stuck'), form)],
    ['takes one out of use', async (context) => retirePart(context, 'status', 'stopped')],
    ['takes one into use', async (context) => bringBackPart(context, 'status', 'stopped')],
  ])('is refused who %s', async (_name, attempt) => {
    await expectRefusedWithoutTrace(async () => attempt(as(who, renamed)), 'not-allowed')
  })

  it('finds no form', async () => {
    expect((await page('/ramverk/status/stuck', who)).text).toBe('refused')
    expect((await page('/ramverk/status/stuck', who, sent({ nameSv: 'X' }))).text).toBe('refused')
  })
})

describe('the coordinator', () => {
  it('rewords a status: today has the new word, the day before has the old', async () => {
    const was = await everything(database.ownerDb)
    expect(await editStatus(as('coordinator', renamed), await seen('stuck'), form)).toEqual({
      ok: true,
      value: null,
    })
    expect([await labelAt(before), await labelAt(renamed), await labelAt()]).toEqual([
      'Sitter fast',
      'Står still',
      'Står still',
    ])
    const { entries, words } = await everything(database.ownerDb)
    expect(entries.slice(was.entries.length)).toMatchObject([
      {
        did: 'programme.status-edited',
        subjectKind: 'status',
        subjectId: 'stuck',
        before: { name: { sv: 'Sitter fast', en: 'Stuck' } },
        after: form,
      },
    ])
    expect(words).toEqual(was.words)
  })

  it('finds the change among the framework’s versions', async () => {
    const { text } = await page('/programmet/versioner')
    expect(text).toContain('Version 2, från den 1 december 2026')
    expect(text).toContain('Statusordet ”Sitter fast” ändrades')
    expect(text).toMatch(/<ins>Står still<\/ins>/)
    expect((await page('/programmet')).text).toContain('Ni kommer inte vidare. Skriv varför.')
  })

  it('has pages, files and the interface say the new word, by the same key', async () => {
    expect((await page('/insatser')).text).toContain('Står still')
    expect((await page('/insatser')).text).not.toContain('Sitter fast')
    expect((await page('/en/interventions')).text).toContain('At a standstill')
    expect((await page('/insatser/data.csv')).text).toMatch(/,Står still,stuck,/)
    const { statuses } = JSON.parse((await page('/api/v1/statuses')).text) as { statuses: unknown[] }
    expect(statuses[3]).toEqual({ ...form, id: 'stuck', isInUse: true })
    const { cells } = JSON.parse((await page('/api/v1/cells')).text) as {
      cells: { status: string; statusName: unknown }[]
    }
    expect(cells.find(({ status }) => status === 'stuck')?.statusName).toEqual(form.name)
  })

  it('says on the form what the programme makes of it, and fills it in', async () => {
    const { status, text } = await page('/ramverk/status/stuck', 'coordinator')
    expect(status).toBe(200)
    for (const word of ['Räknas som fast.', 'value="Står still"', 'kan inte tas ur bruk'])
      expect(text).toContain(word)
    expect((await page('/en/framework/status/done', 'coordinator')).text).toContain('Counts as finished.')
    expect((await page('/ramverk', 'coordinator')).text).toContain('href="/ramverk/status/stuck"')
    for (const path of ['/ramverk/status/ny', '/ramverk/status/x'])
      expect((await page(path, 'coordinator')).status).toBe(404)
  })

  it.each([
    ['nameSv', '', 'Skriv vad statusen heter på svenska.'],
    ['nameSv', 'x'.repeat(31), 'Ordet får vara högst 30 tecken.'],
    ['nameSv', 'inte rapporterat', 'En annan status heter redan så'],
    ['nameEn', 'On plan', 'En annan status heter redan så'],
    ['textSv', ' ', 'Skriv en text på svenska.'],
    ['position', '0', 'Skriv ett heltal från 1 till 999.'],
  ])(
    'is told at the field %s of what is wrong with “%s”, and nothing is lost or stored',
    async (field, typed, problem) => {
      const was = await everything(database.ownerDb)
      const { version } = await seen('done')
      const fields = {
        nameSv: 'Färdig',
        nameEn: 'Finished',
        textSv: 'Det är gjort.',
        textEn: '',
        position: '5',
        version: String(version),
      }
      const { status, text } = await page(
        '/ramverk/status/done',
        'coordinator',
        sent({ ...fields, [field]: typed }),
      )
      expect(status).toBe(422)
      expect(text).toContain(problem)
      expect(text).toMatch(/aria-invalid="true"/)
      expect(text).toContain(`value="${field === 'nameEn' ? typed : 'Finished'}"`)
      expect(await everything(database.ownerDb)).toEqual(was)
    },
  )
})

describe('what cannot be is refused, and leaves nothing behind', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'a status that is not',
      async () => editStatus(as('coordinator', later), { id: 'x', version: 1 }, form),
      'part-unknown',
    ],
    [
      'a word that another has',
      async () =>
        editStatus(as('coordinator', later), await seen('done'), {
          ...form,
          name: { sv: 'Planerad', en: '' },
        }),
      'label-taken',
    ],
    [
      'a word seen before it was changed',
      async () => editStatus(as('coordinator', later), { id: 'stuck', version: 1 }, form),
      'changed-meanwhile',
    ],
    [
      'bringing back what is in use',
      async () => bringBackPart(as('coordinator', later), 'status', 'done'),
      'not-retired',
    ],
  ])('%s', async (_name, attempt, refusal) => {
    await expectRefusedWithoutTrace(attempt, refusal)
  })

  it.each(['on-plan', 'delayed', 'stuck', 'done', 'not-reported'])(
    'being without %s, which the rules rest on',
    async (id) => {
      await expectRefusedWithoutTrace(
        async () => retirePart(as('coordinator', later), 'status', id),
        'status-needed',
      )
      const { status, text } = await page(`/ramverk/status/${id}`, 'coordinator', sent({ do: 'retire' }))
      expect(status).toBe(422)
      expect(text).toContain('Programmets regler bygger på den här statusen, så den kan inte tas ur bruk.')
    },
  )
})

describe('a status that is out of use', () => {
  const cell = { municipality: '1440', intervention: 'gor-tillstand-begripliga' }
  const address = `/insatser/${cell.intervention}/ale/redigera`
  const word = { text: 'Vi har slutat.', owner: null, deputy: null, milestone: null, milestoneOn: null }
  const versionNow = async () =>
    (
      await inTransaction(planted.context('visitor'), async (tx) =>
        cellGrid(tx, { intervention: cell.intervention, municipality: cell.municipality }),
      )
    ).entries[0]?.cell?.version ?? 0
  const say = async (status: 'stopped' | 'done') =>
    sayCell(as('officer', later), cell, { ...word, status, version: await versionNow() })

  it('cannot be said anew: the form does not offer it, and says so of what is sent all the same', async () => {
    expect(await retirePart(as('coordinator', later), 'status', 'stopped')).toMatchObject({ ok: true })
    await expectRefusedWithoutTrace(async () => say('stopped'), 'status-out-of-use')
    expect((await page(address, 'officer')).text).not.toContain('value="stopped"')
    const fields = { status: 'stopped', text: 'Mina ord', version: String(await versionNow()) }
    const { status, text } = await page(address, 'officer', sent(fields))
    expect(status).toBe(422)
    expect(text).toContain('Den statusen används inte längre. Välj en annan.')
    expect(text).toContain('Mina ord')
    expect((await page('/ramverk', 'coordinator')).text).toContain('används inte')
  })

  it('stays where it stands, is read there, and may be said again there', async () => {
    expect(await bringBackPart(as('coordinator', later), 'status', 'stopped')).toMatchObject({ ok: true })
    expect(await say('stopped')).toMatchObject({ ok: true })
    expect(await retirePart(as('coordinator', later), 'status', 'stopped')).toMatchObject({ ok: true })
    expect((await page(address, 'officer')).text).toContain('Avbruten (används inte längre)')
    expect((await page(`/insatser/${cell.intervention}/ale`)).text).toContain('<strong>Avbruten</strong>')
    expect(await say('stopped')).toMatchObject({ ok: true })
    expect(await say('done')).toMatchObject({ ok: true })
    await expectRefusedWithoutTrace(async () => say('stopped'), 'status-out-of-use')
  })
})
