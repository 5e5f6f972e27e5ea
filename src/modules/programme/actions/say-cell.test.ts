import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { historyOf } from '#modules/audit'
import { useTestDatabase } from '../../../../tests/database.ts'
import { unspoken } from '../core/cell.ts'
import type { CellForm } from '../core/cell-form.ts'
import { cellGrid } from '../store.ts'
import { everything, notOfAle, now, plantRegion, type Planted, type Who } from '../testing.ts'
import { sayCell } from './say-cell.ts'
import { historyId, type CellAddress } from './say-words.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const known: CellAddress = { municipality: '1440', intervention: 'fortbilda-anstallda' }
const silent: CellAddress = { municipality: '1440', intervention: 'ge-verksamheter-plats' }

function form(said: Partial<CellForm> = {}): CellForm {
  return {
    status: 'delayed',
    text: 'Upphandlingen drar ut på tiden.',
    owner: null,
    deputy: null,
    milestone: 'Avtal undertecknat',
    milestoneOn: '2027-03-01',
    version: 1,
    ...said,
  }
}

const idOf = (who: Who) => planted.actors[who]?.personId ?? null
const say = async (who: Who, address: CellAddress, said: Partial<CellForm> = {}) =>
  sayCell(planted.context(who), address, form(said))

async function cellAt({ municipality, intervention }: CellAddress) {
  return database.ownerDb
    .selectFrom('word')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('interventionId', '=', intervention)
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

async function versionAt(address: CellAddress): Promise<number> {
  return (await cellAt(address))?.version ?? unspoken
}

async function retireKnown(retiredAt: Date | null): Promise<void> {
  await database.ownerDb
    .updateTable('intervention')
    .set(({ eb }) => ({ retiredAt, version: eb('version', '+', 1), validFrom: now }))
    .where('id', '=', known.intervention)
    .execute()
}

/** The names of the owners of Lerum's cells, as far as somebody may know them. */
async function ownersSeenBy(who: Who): Promise<readonly string[]> {
  const { entries } = await planted.as(who, async (tx) => cellGrid(tx, { municipality: '1441' }))
  return entries.flatMap(({ cell }) => cell?.owner?.name ?? [])
}

async function expectNothingLeft(attempt: () => Promise<unknown>): Promise<void> {
  const before = await everything(database.ownerDb)
  await attempt()
  expect(await everything(database.ownerDb)).toEqual(before)
}

describe('an officer of the municipality', () => {
  it('says how it stands: the cell, and one entry in the log', async () => {
    const before = await everything(database.ownerDb)
    const said = await say('officer', known, { owner: idOf('officer'), deputy: idOf('colleague') })
    expect(said).toEqual({ ok: true, value: null })

    expect(await cellAt(known)).toMatchObject({
      status: 'delayed',
      text: 'Upphandlingen drar ut på tiden.',
      ownerId: idOf('officer'),
      deputyId: idOf('colleague'),
      milestone: 'Avtal undertecknat',
      milestoneOn: '2027-03-01',
      version: 2,
      isExample: false,
      saidAt: now,
      saidBy: idOf('officer'),
    })
    const after = await everything(database.ownerDb)
    // What was said before stays.
    expect(after.words).toHaveLength(before.words.length + 1)
    expect(after.words).toEqual(expect.arrayContaining(before.words))
    expect(after.entries).toHaveLength(before.entries.length + 1)
    expect(after.entries.at(-1)).toMatchObject({
      did: 'programme.cell-said',
      subjectKind: 'cell',
      subjectId: '1440/fortbilda-anstallda',
      byPerson: idOf('officer'),
      at: now,
      before: { status: 'on-plan', milestone: 'Möte med tio företag om behoven' },
      after: { status: 'delayed', milestone: 'Avtal undertecknat', owner: idOf('officer') },
    })
  })

  it('says the first word where nobody had spoken', async () => {
    expect(await cellAt(silent)).toBeUndefined()
    expect((await say('colleague', silent, { version: unspoken })).ok).toBe(true)
    expect(await cellAt(silent)).toMatchObject({ status: 'delayed', version: 1, isExample: false })
    const [entry] = await planted.as('partner', async (tx) => historyOf(tx, 'cell', historyId(silent)))
    expect(entry).toMatchObject({
      did: 'programme.cell-said',
      before: null,
      by: planted.actors.colleague?.name,
    })
  })

  it('says the same again: a fresh word, told as that', async () => {
    const version = await versionAt(silent)
    const later = new Date('2026-12-24T09:00:00Z')
    const context = { ...planted.context('officer'), now: later }
    expect((await sayCell(context, silent, form({ version }))).ok).toBe(true)
    expect(await cellAt(silent)).toMatchObject({
      version: version + 1,
      saidAt: later,
      saidBy: idOf('officer'),
    })
    const [entry] = await planted.as('officer', async (tx) => historyOf(tx, 'cell', historyId(silent)))
    expect(entry?.did).toBe('programme.cell-said-again')
    expect(entry?.before).toEqual(entry?.after)
  })

  it('empties what may be empty', async () => {
    const version = await versionAt(known)
    expect((await say('officer', known, { version, milestone: null, milestoneOn: null })).ok).toBe(true)
    expect(await cellAt(known)).toMatchObject({ ownerId: null, milestone: null, milestoneOn: null })
  })

  it('writes what looks like code as what it is: text', async () => {
    const version = await versionAt(known)
    const text = `<script>alert('x')</script> '; drop table cell; -- å🏭`
    expect((await say('officer', known, { version, text })).ok).toBe(true)
    expect((await cellAt(known))?.text).toBe(text)
  })
})

describe('everybody else is refused, and leaves nothing behind', () => {
  it.each(notOfAle)('the %s', async (who) => {
    await expectNothingLeft(async () => {
      expect(await say(who, known, { version: await versionAt(known) })).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
      expect(await say(who, silent, { version: await versionAt(silent) })).toMatchObject({
        refusal: 'not-allowed',
      })
    })
  })
})

describe('what cannot be is refused, and leaves nothing behind', () => {
  it.each<[string, () => [CellAddress, Partial<CellForm>], string]>([
    ['an intervention that is not', () => [{ ...known, intervention: 'finns-inte' }, {}], 'cell-unknown'],
    ['an owner of another municipality', () => [known, { owner: idOf('neighbour') }], 'owner-not-here'],
    ['a deputy of another municipality', () => [known, { deputy: idOf('neighbour') }], 'deputy-not-here'],
    ['an owner of the whole network', () => [known, { owner: idOf('coordinator') }], 'owner-not-here'],
    [
      'an owner who is nobody',
      () => [known, { owner: '3f0c1a52-6a53-4a7d-9a35-5d8f7c0a1b11' }],
      'owner-not-here',
    ],
    ['a version long gone', () => [known, { version: 1 }], 'changed-meanwhile'],
    ['a version not yet there', () => [known, { version: 99 }], 'changed-meanwhile'],
    ['a first word where there is one', () => [known, { version: unspoken }], 'changed-meanwhile'],
    [
      'a change where there is no word',
      () => [{ ...known, intervention: 'korta-vagen-till-jobb' }, {}],
      'changed-meanwhile',
    ],
  ])('%s', async (_name, asked, refusal) => {
    const [address, said] = asked()
    const version = said.version ?? (refusal === 'changed-meanwhile' ? 1 : await versionAt(known))
    await expectNothingLeft(async () => {
      expect(await say('officer', address, { ...said, version })).toEqual({ ok: false, refusal })
    })
  })

  it('an owner who has left', async () => {
    const [left] = await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: now })
      .where('personId', '=', idOf('leader') ?? '')
      .returning('id')
      .execute()
    await expectNothingLeft(async () => {
      const version = await versionAt(known)
      expect(await say('officer', known, { version, owner: idOf('leader') })).toMatchObject({
        refusal: 'owner-not-here',
      })
    })
    await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: null })
      .where('id', '=', left?.id ?? '')
      .execute()
  })

  it('a retired intervention', async () => {
    await retireKnown(now)
    await expectNothingLeft(async () => {
      const version = await versionAt(known)
      expect(await say('officer', known, { version })).toEqual({ ok: false, refusal: 'intervention-retired' })
    })
    await retireKnown(null)
  })
})

describe('two who say at once', () => {
  it.each<[string, CellAddress]>([
    ['a change', known],
    ['the first word', { municipality: '1440', intervention: 'korta-vagen-till-jobb' }],
  ])('%s: one is heard, the other is told, and nothing is overwritten', async (_name, address) => {
    const version = await versionAt(address)
    const before = await everything(database.ownerDb)
    const outcomes = await Promise.all(
      (['officer', 'colleague'] as const).map(async (who) =>
        say(who, address, { version, text: `Sagt av ${who}` }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    const winner = outcomes[0]?.ok ? 'officer' : 'colleague'
    expect(await cellAt(address)).toMatchObject({ text: `Sagt av ${winner}`, version: version + 1 })
    expect((await everything(database.ownerDb)).entries).toHaveLength(before.entries.length + 1)
  })
})

describe('the database itself', () => {
  const others = ['visitor', 'partner', 'neighbour', 'leader', 'coordinator'] as const
  beforeEach(async () => {
    expect(await cellAt(known)).toBeDefined()
  })

  it.each([...others, 'officer'] as const)('lets the %s change no word that was said', async (who) => {
    await expectNothingLeft(async () => {
      const attempt = planted.as(who, async (tx) =>
        tx.updateTable('word').set({ text: 'Förfalskat' }).where('municipality', '=', '1440').execute(),
      )
      await expect(attempt).rejects.toMatchObject({ code: '42501' })
    })
  })

  it.each(others)('lets the %s say no word for Ale', async (who) => {
    const values = {
      networkId: planted.network.id,
      municipality: '1440',
      interventionId: 'ha-mark-redo',
      version: 99,
      status: 'done' as const,
      text: 'Förfalskat',
      ownerId: null,
      deputyId: null,
      milestone: null,
      milestoneOn: null,
      saidAt: now,
      saidBy: null,
    }
    await expectNothingLeft(async () => {
      const attempt = planted.as(who, async (tx) => tx.insertInto('word').values(values).execute())
      await expect(attempt).rejects.toMatchObject({ code: '42501' })
    })
  })
})

describe('the matrix', () => {
  it('has every municipality against every intervention, in order', async () => {
    const grid = await planted.as('visitor', async (tx) => cellGrid(tx))
    expect([grid.municipalities.length, grid.interventions.length, grid.entries.length]).toEqual([
      13, 15, 195,
    ])
    expect(grid.municipalities.map(({ name }) => name)).toEqual([
      'Ale',
      'Alingsås',
      'Göteborg',
      'Härryda',
      'Kungsbacka',
      'Kungälv',
      'Lerum',
      'Lilla Edet',
      'Mölndal',
      'Partille',
      'Stenungsund',
      'Tjörn',
      'Öckerö',
    ])
    expect(grid.interventions.map(({ number }) => number)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 1),
    )
  })

  it('shows members the names of owners, and visitors none', async () => {
    expect(await ownersSeenBy('visitor')).toEqual([])
    expect(await ownersSeenBy('partner')).toContain('Näringslivsansvarig, Lerum (exempel)')
  })
})
