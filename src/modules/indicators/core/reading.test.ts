import { describe, expect, it } from 'vitest'
import { aLibrary, anIndicator, aSeries } from './testing.ts'
import { headlineReading, headlineReadings, municipalityReading, regionReading } from './reading.ts'
import { bestYear, municipalitiesIn, spreadOf } from './spread.ts'

const both = ['A', 'B']
const complete = aSeries(anIndicator({ id: 'kin' }), { A: { 2020: 1, 2021: 2 }, B: { 2020: 3, 2021: 5 } })
const partial = aSeries(anIndicator({ id: 'partial' }), { A: { 2020: 1 }, B: { 2020: 'not-in-source' } })
const empty = aSeries(anIndicator({ id: 'empty' }), {})

describe('a reading of the region', () => {
  it('is the latest value, its change and its course', () => {
    expect(regionReading(complete, aLibrary(complete), both)).toMatchObject({
      kind: 'value',
      year: 2021,
      value: 7,
      change: { kind: 'known', amount: 3, since: 2020 },
      points: [
        { year: 2020, value: 4 },
        { year: 2021, value: 7 },
      ],
    })
  })

  it('passes over a later year that only some have', () => {
    const ahead = aSeries(anIndicator(), { A: { 2020: 1, 2021: 2 }, B: { 2020: 3 } })
    expect(regionReading(ahead, aLibrary(ahead), both)).toMatchObject({ kind: 'value', year: 2020, value: 4 })
  })

  it('says what the latest year lacks when no year is complete', () => {
    expect(regionReading(partial, aLibrary(partial), both)).toMatchObject({
      kind: 'gap',
      year: 2020,
      gap: { kind: 'values', there: 1, of: 2 },
    })
  })

  it('says that nothing is retrieved when there is no value at all', () => {
    expect(regionReading(empty, aLibrary(empty), both)).toEqual({ kind: 'not-retrieved' })
    const nothing = aSeries(anIndicator(), { A: { 2020: 'not-in-source' } })
    expect(regionReading(nothing, aLibrary(nothing), both)).toEqual({ kind: 'not-retrieved' })
  })
})

describe('a reading of a municipality', () => {
  it('is its own latest value', () => {
    expect(municipalityReading(complete, 'B')).toMatchObject({ kind: 'value', year: 2021, value: 5 })
  })

  it('says why a value is missing', () => {
    expect(municipalityReading(partial, 'B')).toEqual({ kind: 'missing', year: 2020, why: 'not-in-source' })
  })

  it('says that nothing is retrieved for one that is not spoken of', () => {
    expect(municipalityReading(complete, 'C')).toEqual({ kind: 'not-retrieved' })
  })
})

const withStandIn = (id: string, standIn: string | null) =>
  aSeries(anIndicator({ id, standIn, headline: 1 }), {})
const source = (id: string) => ({ id, publisher: id }) as never

describe('a headline indicator', () => {
  it('speaks for itself when it has a value', () => {
    const itself = { ...complete, indicator: anIndicator({ id: 'own', standIn: 'kin', headline: 1 }) }
    expect(headlineReading(itself, aLibrary(itself, complete), both).shown.id).toBe('own')
  })

  it('is spoken for by its stand-in when it has none, and both are named', () => {
    const asked = withStandIn('asked', 'kin')
    const reading = headlineReading(asked, aLibrary(asked, complete), both)
    expect([reading.indicator.id, reading.shown.id, reading.reading.kind]).toEqual(['asked', 'kin', 'value'])
  })

  it.each([
    [
      'is retired',
      aSeries(anIndicator({ id: 'kin', retiredAt: new Date(0) }), { A: { 2020: 1 }, B: { 2020: 3 } }),
    ],
    ['has no value either', aSeries(anIndicator({ id: 'kin' }), {})],
  ])('says what is lacking when its stand-in %s', (_case, kin) => {
    const asked = withStandIn('asked', 'kin')
    const reading = headlineReading(asked, aLibrary(asked, kin), both)
    expect([reading.shown.id, reading.reading.kind]).toEqual(['asked', 'not-retrieved'])
  })

  it('comes in its place, and retired or supporting ones do not come at all', () => {
    const library = aLibrary(
      aSeries(anIndicator({ id: 'second', headline: 2 }), {}),
      aSeries(anIndicator({ id: 'first', headline: 1 }), {}),
      aSeries(anIndicator({ id: 'gone', headline: 3, retiredAt: new Date(0) }), {}),
      complete,
    )
    expect(headlineReadings(library, both).map((one) => one.indicator.id)).toEqual(['first', 'second'])
  })

  it('names the sources of the year shown, not of older ones', () => {
    const series = {
      ...complete,
      sources: [source('s'), source('old')],
      observations: complete.observations.map((one) => (one.year === 2020 ? { ...one, source: 'old' } : one)),
    }
    expect(headlineReading(series, aLibrary(series), both).sources.map((one) => one.id)).toEqual(['s'])
  })
})

describe('the year a map shows', () => {
  const uneven = aSeries(anIndicator(), {
    A: { 2019: 1, 2020: 2, 2021: 3 },
    B: { 2019: 4, 2020: 6, 2021: 'not-in-source' },
  })

  it('is the latest that most municipalities have', () => {
    expect(bestYear(uneven)).toBe(2020)
    expect(municipalitiesIn(uneven)?.year).toBe(2020)
    expect(bestYear(empty)).toBeNull()
  })

  it.each([
    [2021, 2021],
    [1066, 2020],
    [Number.NaN, 2020],
  ])('asked for as %d is %d', (asked, year) => {
    expect(municipalitiesIn(uneven, asked)?.year).toBe(year)
  })

  it('has a lowest and a highest value', () => {
    expect(spreadOf(uneven, both)).toEqual({ year: 2020, there: 2, of: 2, lowest: 2, highest: 6 })
    expect(spreadOf(uneven, both, 2021)).toMatchObject({ there: 1, of: 2, lowest: 3, highest: 3 })
    expect(spreadOf(empty, both)).toBeNull()
  })
})
