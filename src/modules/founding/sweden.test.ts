import { describe, expect, test } from 'vitest'
import { readSweden } from './sweden.ts'

const sweden = readSweden(new URL('../../../data/sweden/', import.meta.url))

describe('the municipalities of Sweden', () => {
  test('are 290 in 21 counties, each with a code of its own', () => {
    expect(sweden.municipalities).toHaveLength(290)
    expect(new Set(sweden.municipalities.map(({ county }) => county)).size).toBe(21)
    expect(new Set(sweden.municipalities.map(({ code }) => code)).size).toBe(290)
  })

  test('each have an outline in degrees within Sweden', () => {
    for (const { code } of sweden.municipalities) {
      const boundary = sweden.boundaryOf(code)
      if (boundary?.type !== 'Polygon' && boundary?.type !== 'MultiPolygon')
        throw new Error(`${code} has no outline`)
      for (const [longitude = 0, latitude = 0] of boundary.coordinates.flat(
        boundary.type === 'Polygon' ? 1 : 2,
      ) as number[][]) {
        expect(longitude).toBeGreaterThan(10)
        expect(longitude).toBeLessThan(25)
        expect(latitude).toBeGreaterThan(55)
        expect(latitude).toBeLessThan(70)
      }
    }
  })

  test('have no outline under a code that is not theirs', () => {
    expect(sweden.boundaryOf('101')).toBeNull()
  })

  test('are found by a path as well as by an address', () => {
    expect(readSweden('data/sweden').municipalities).toEqual(sweden.municipalities)
  })
})
