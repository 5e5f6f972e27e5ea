import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testNow } from '../tests/people.ts'
import { useTestDatabase } from '../tests/database.ts'
import { testSecret } from '../tests/server.ts'
import { checkFigures } from './figure-check.ts'
import { plantFirstNetwork } from './seed.ts'

const database = useTestDatabase()
beforeAll(async () =>
  plantFirstNetwork(database.ownerDb, join(import.meta.dirname, '../data'), testNow, testSecret),
)

const said = async (mends = false) => checkFigures(database.ownerDb, mends)
const well = { lines: ['goteborgsregionen: 0 faults'], isWell: true }

test('what the program derives agrees with the figures', async () => {
  expect(await said()).toEqual(well)
})

test('what disagrees is found, and made anew', async () => {
  const { id } = await database.ownerDb
    .selectFrom('series')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const ofSeries = database.ownerDb.updateTable('standing').where('seriesId', '=', id)
  // Whose it is stays; all that it says is nought.
  await ofSeries
    .set({ packed: sql<Buffer>`substr(packed, 1, 6) || decode(repeat('00', 26), 'hex')` })
    .execute()
  await database.ownerDb.deleteFrom('cube').where('seriesId', '=', id).execute()
  const found = await said()
  expect(found.isWell).toBe(false)
  expect(found.lines).toContain(`goteborgsregionen: series ${id}: there is no cube of the figures`)
  expect(found.lines).toContain(
    `goteborgsregionen: series ${id}: the standings do not say what the figures say`,
  )
  expect((await said(true)).lines.at(-1)).toBe('goteborgsregionen: made anew for 1 series, 0 faults left')
  expect(await said()).toEqual(well)
})
