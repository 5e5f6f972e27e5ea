import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inScope, type Tx } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { addTestActor, addTestNetwork, testNow, type TestNetwork } from '../../../tests/people.ts'
import {
  addSource,
  arrivalsOf,
  beginSeries,
  checkCubes,
  compareWith,
  cubesAsKnown,
  cubesOf,
  historyOf,
  profileOf,
  rebuildCubes,
  record,
  replacedFigures,
  retrievalsOf,
  seriesWith,
  type Figure,
} from './index.ts'

const database = useTestDatabase()
let network: TestNetwork
type Actor = Awaited<ReturnType<typeof addTestActor>>
let coordinator: Actor
let officer: Actor
let series = 0

beforeEach(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officer = await addTestActor(database, network.id, 'officer', '1440')
  series = await as(coordinator, async (tx) => {
    await addSource(tx, network.id, {
      id: 's',
      publisher: 'Källan',
      title: 'Tabellen',
      url: null,
      licence: 'CC0',
      licenceUrl: null,
      vintage: '2026',
      retrievedOn: null,
      note: { sv: '', en: '' },
    })
    return (await beginSeries(tx, network.id, { key: 'own:prov', title: null })).id
  })
})

const as = async <Result>(actor: Actor | null, work: (tx: Tx) => Promise<Result>) =>
  inScope(database.db, { networkId: network.id, personId: actor?.personId ?? null }, work)

const figure = (place: string, year: number, value: number | null, more: Partial<Figure> = {}): Figure =>
  ({
    place,
    year,
    gender: 'all',
    isPreliminary: false,
    note: null,
    ...(value === null ? { value, missing: 'not-in-source' } : { value, missing: null }),
    ...more,
  }) as Figure

const retrievalBy = (actor: Actor, at: Date) =>
  ({
    knownAt: at,
    way: 'hand',
    sourceId: 's',
    retrievedOn: null,
    byPerson: actor.personId,
    confirmedBy: null,
  }) as const

const recorded = async (figures: readonly Figure[], at = testNow, actor: Actor = coordinator) =>
  as(actor, async (tx) => record(tx, network.id, retrievalBy(actor, at), [{ series, figures }]))

const known = async () => as(null, async (tx) => cubesOf(tx, [series]))
const valueNow = async () => (await known())[0]?.figureAt('1440', 2023)?.value
const later = new Date('2026-12-24T10:00:00Z')

describe('recording', () => {
  test('writes what is new, once', async () => {
    const first = [figure('1440', 2023, 12.4), figure('1441', 2023, null)]
    expect(await recorded(first)).toMatchObject({ added: 2, changed: 0, same: 0 })
    expect(await recorded(first, later)).toEqual({ retrieval: null, added: 0, changed: 0, same: 2 })
    const [cube] = await known()
    expect([...(cube?.figures() ?? [])]).toMatchObject(first)
  })

  test('lets a later figure hold, and keeps the earlier one', async () => {
    await recorded([figure('1440', 2023, 12.4), figure('1441', 2023, 9)])
    const brought = await recorded([figure('1440', 2023, 12.6), figure('1441', 2023, 9)], later)
    expect(brought).toMatchObject({ added: 0, changed: 1, same: 1 })
    const [cube] = await known()
    expect(cube?.figureAt('1440', 2023)).toMatchObject({ value: 12.6 })
    const [then] = await as(null, async (tx) => cubesAsKnown(tx, [series], testNow))
    expect(then?.figureAt('1440', 2023)).toMatchObject({ value: 12.4 })
    expect(await as(null, async (tx) => cubesAsKnown(tx, [series], new Date('2020-01-01')))).toEqual([])
    const replaced = await as(null, async (tx) => replacedFigures(tx, { series: [series], limit: 5 }))
    expect(replaced).toMatchObject([{ before: { value: 12.4 }, after: { value: 12.6, place: '1440' } }])
    const cell = { series, gender: 'all', place: '1440', year: 2023 } as const
    const history = await as(null, async (tx) => historyOf(tx, cell))
    expect(history.map(({ value }) => value)).toEqual([12.6, 12.4])
    const retrievals = await as(null, async (tx) =>
      retrievalsOf(
        tx,
        history.map(({ retrieval }) => retrieval),
      ),
    )
    expect([...retrievals.values()].map(({ knownAt }) => knownAt)).toEqual([testNow, later])
  })

  test('of series that come again and again nothing is lost', async () => {
    const other = await as(coordinator, async (tx) =>
      beginSeries(tx, network.id, { key: 'own:andra', title: null }),
    )
    function* batches() {
      for (let turn = 1; turn <= 9; turn += 1) {
        yield { series, figures: [figure('1440', 2010 + turn, turn)] }
        yield { series: other.id, figures: [figure('1441', 2010 + turn, 10 * turn)] }
      }
    }
    const brought = await as(coordinator, async (tx) =>
      record(tx, network.id, retrievalBy(coordinator, testNow), batches()),
    )
    expect(brought).toMatchObject({ added: 18, changed: 0, same: 0 })
    const cubes = await as(null, async (tx) => cubesOf(tx, [series, other.id]))
    const values = cubes.map((cube) => [...cube.figures()].map(({ value }) => value))
    expect(values).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [10, 20, 30, 40, 50, 60, 70, 80, 90],
    ])
    expect(await database.ownerDb.transaction().execute(async (tx) => checkCubes(tx, network.id))).toEqual([])
  })

  test('of a source that breaks off nothing stays, and the connection is free again', async () => {
    function* broken() {
      for (let turn = 1; turn <= 3; turn += 1) yield { series, figures: [figure('1440', 2020 + turn, turn)] }
      throw new Error('broken off')
    }
    const attempt = as(coordinator, async (tx) =>
      record(tx, network.id, retrievalBy(coordinator, testNow), broken()),
    )
    await expect(attempt).rejects.toThrow('broken off')
    expect(await known()).toEqual([])
    expect(await recorded([figure('1440', 2023, 1)])).toMatchObject({ added: 1 })
  })

  test('tells what came when', async () => {
    await recorded([figure('1440', 2022, 1), figure('1440', 2023, 2)])
    await recorded([figure('1440', 2023, 3), figure('1441', 2024, 4)], later)
    const came = await as(null, async (tx) =>
      arrivalsOf(tx, { since: testNow, until: new Date('2027-01-01') }),
    )
    expect(came).toMatchObject([
      { series, firstYear: 2023, lastYear: 2024, places: 2, added: 1, changed: 1 },
      { series, firstYear: 2022, lastYear: 2023, places: 1, added: 2, changed: 0 },
    ])
  })

  test('compares without writing', async () => {
    await recorded([figure('1440', 2023, 12.4)])
    const moves = await as(coordinator, async (tx) =>
      compareWith(tx, series, [figure('1440', 2023, 13), figure('1441', 2023, 1)]),
    )
    expect(moves).toMatchObject({
      added: [{ place: '1441' }],
      changed: [{ before: { value: 12.4 } }],
      same: 0,
    })
    expect((await known()).flatMap((cube) => [...cube.figures()])).toHaveLength(1)
  })

  test('ranks the municipalities in the year that most of them have, from the highest', async () => {
    await recorded([
      figure('1440', 2023, 5),
      figure('1441', 2023, 7),
      figure('1480', 2023, 5),
      figure('1440', 2024, 6),
      figure('G96190', 2023, 100),
    ])
    const [ale] = await as(null, async (tx) => profileOf(tx, '1440'))
    expect(ale).toMatchObject({
      latestYear: 2024,
      latestValue: 6,
      common: { year: 2023, value: 5, rank: 2, alike: 2, among: 3 },
    })
    expect(await as(null, async (tx) => profileOf(tx, 'G96190'))).toEqual([])
  })

  test('of two that record at once loses nothing', async () => {
    await Promise.all([
      recorded([figure('1440', 2023, 1)]),
      recorded([figure('1441', 2023, 2)]),
      recorded([figure('1440', 2024, 3)]),
    ])
    const [cube] = await known()
    expect([...(cube?.figures() ?? [])]).toHaveLength(3)
  })

  test('an officer records their own municipality’s figures and no other’s', async () => {
    expect(await recorded([figure('1440', 2023, 1)], testNow, officer)).toMatchObject({ added: 1 })
    await expect(recorded([figure('1441', 2023, 1)], testNow, officer)).rejects.toThrow('row-level security')
    expect((await known()).flatMap((cube) => [...cube.figures()])).toHaveLength(1)
  })

  test('another network sees nothing of it', async () => {
    await recorded([figure('1440', 2023, 1)])
    const other = { networkId: network.otherId, personId: null }
    expect(await inScope(database.db, other, async (tx) => cubesOf(tx, [series]))).toEqual([])
    expect((await inScope(database.db, other, async (tx) => seriesWith(tx, ['own:prov']))).size).toBe(0)
  })
})

describe('the cubes that the process keeps', () => {
  test('are read once', async () => {
    await recorded([figure('1440', 2023, 1), figure('1440', 2023, 2, { gender: 'women' })])
    const first = await known()
    const again = await known()
    expect(again).toHaveLength(2)
    for (const [index, cube] of again.entries()) expect(cube).toBe(first[index])
  })

  test('give way at once to what is recorded, and to a cube that is made anew', async () => {
    await recorded([figure('1440', 2023, 1)])
    expect(await valueNow()).toBe(1)
    await recorded([figure('1440', 2023, 2)], later)
    expect(await valueNow()).toBe(2)
    await recorded([figure('1440', 2023, 3, { gender: 'women' })], later)
    expect((await known()).map(({ gender }) => gender)).toEqual(['all', 'women'])
    await sql`update cube set first_year = 2022 where network_id = ${network.id}`.execute(database.ownerDb)
    expect(await valueNow()).toBeUndefined()
  })

  test('are not taken from a transaction that comes to nothing', async () => {
    await recorded([figure('1440', 2023, 1)])
    const source = { way: 'hand', sourceId: 's', retrievedOn: null, confirmedBy: null } as const
    const broken = as(coordinator, async (tx) => {
      const retrieval = { ...source, knownAt: later, byPerson: coordinator.personId }
      await record(tx, network.id, retrieval, [{ series, figures: [figure('1440', 2023, 2)] }])
      const [own] = await cubesOf(tx, [series])
      expect(own?.figureAt('1440', 2023)?.value).toBe(2)
      throw new Error('broken off')
    })
    await expect(broken).rejects.toThrow('broken off')
    expect(await valueNow()).toBe(1)
  })

  test('are not given to another network, nor to who asks what was known before', async () => {
    await recorded([figure('1440', 2023, 1)])
    await recorded([figure('1440', 2023, 2)], later)
    expect(await valueNow()).toBe(2)
    const other = { networkId: network.otherId, personId: null }
    expect(await inScope(database.db, other, async (tx) => cubesOf(tx, [series]))).toEqual([])
    const [then] = await as(null, async (tx) => cubesAsKnown(tx, [series], testNow))
    expect(then?.figureAt('1440', 2023)?.value).toBe(1)
    expect(await valueNow()).toBe(2)
  })
})

const faultsIn = async () => database.ownerDb.transaction().execute(async (tx) => checkCubes(tx, network.id))

describe('the check', () => {
  test('finds nothing where all is well', async () => {
    await recorded([
      figure('1440', 2023, 12.4),
      figure('1441', 2023, null, { isPreliminary: true, note: 'x' }),
    ])
    await recorded([figure('1440', 2023, 12.6)], later)
    expect(await faultsIn()).toEqual([])
  })

  test.each([
    ['cube-differs', `update cube set cells = set_byte(cells, 1, 7)`],
    ['cube-lacks', `delete from cube`],
    ['standing-differs', `update standing set packed = set_byte(packed, 21, 9)`],
    ['cube-without-figures', `update cube set gender = 2`],
  ])('finds %s, and makes it anew', async (kind, damage) => {
    await recorded([figure('1440', 2023, 12.4), figure('1441', 2023, 3)])
    await sql.raw(`${damage} where network_id = '${network.id}'`).execute(database.ownerDb)
    const faults = await faultsIn()
    expect(faults.map((fault) => fault.kind)).toContain(kind)
    await database.ownerDb.transaction().execute(async (tx) => rebuildCubes(tx, network.id, faults))
    expect(await faultsIn()).toEqual([])
  })

  test('finds figures whose retrieval is gone', async () => {
    await recorded([figure('1440', 2023, 12.4)])
    await sql`delete from retrieval where network_id = ${network.id}`.execute(database.ownerDb)
    expect(await faultsIn()).toContainEqual({ kind: 'figures-without-retrieval', series, gender: null })
  })
})
