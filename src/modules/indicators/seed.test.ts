import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/database.ts'
import { IndicatorsFile, ObservationRow, readObservations } from './seed.ts'
import { plantRegion, readText } from './testing.ts'

const database = useTestDatabase()

describe('the shipped data', () => {
  const indicators = IndicatorsFile.parse(JSON.parse(readText('indicators.json')))
  const rows = readObservations(readText('observations.csv'))

  it('is planted whole', async () => {
    const planted = await plantRegion(database)
    const count = async (table: 'indicator' | 'figure') =>
      (await database.ownerDb.selectFrom(table).select('networkId').execute()).length
    expect(await count('indicator')).toBe(indicators.length)
    expect(await count('figure')).toBe(rows.length)
    expect(planted.network.slug).toBe('goteborgsregionen')
  })

  it('has ten headline indicators, in places one to ten', () => {
    const places = indicators.flatMap(({ headline }) => (headline === null ? [] : [headline]))
    expect(places.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('leans only on indicators that exist', () => {
    const ids = new Set(indicators.map(({ id }) => id))
    const leans = indicators.flatMap(({ regionRule, standIn }) => [
      ...(regionRule.kind === 'weighted-mean' ? [regionRule.weight] : []),
      ...(standIn === null ? [] : [standIn]),
    ])
    expect(leans.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('a row of observations', () => {
  const row = { indicator: 'a', municipality: '1440', year: '2024', source: 's', retrieved_on: '', note: '' }
  it.each([
    ['a value', { value: '-1.5', missing: '' }, true],
    ['a reason', { value: '', missing: 'not-in-source' }, true],
    ['both', { value: '1', missing: 'not-in-source' }, false],
    ['neither', { value: '', missing: '' }, false],
    ['a decimal comma', { value: '1,5', missing: '' }, false],
    ['a reason nobody knows', { value: '', missing: 'lost' }, false],
  ])('with %s: %s', (_case, said, accepted) => {
    expect(ObservationRow.safeParse({ ...row, ...said }).success).toBe(accepted)
  })
})
