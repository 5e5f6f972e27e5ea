import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layInRows, quartilesOf, type StripPlace, stackPlaces } from './strip-places.ts'

describe('quartiles', () => {
  it('are those that R and spreadsheets give for the same numbers', () => {
    expect(quartilesOf([7, 15, 36, 39, 40, 41])).toEqual({ lower: 20.25, median: 37.5, upper: 39.75 })
    expect(quartilesOf([4])).toEqual({ lower: 4, median: 4, upper: 4 })
  })

  it('are not there when nothing is', () => {
    expect(quartilesOf([])).toBeNull()
  })
})

const place = (id: number, value: number, role?: 'own' | 'peer'): StripPlace => ({
  id: String(id),
  name: `Place ${id}`,
  value,
  ...(role ? { role } : {}),
})

describe('stacked places', () => {
  it('all stand there, none over another, none higher than there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 }), (values) => {
        const stacked = stackPlaces(
          values.map((value, index) => place(index, value)),
          (value) => value,
          6,
          110,
        )
        expect(new Set(stacked.map((one) => one.place.id)).size).toBe(values.length)
        expect(new Set(stacked.map((one) => `${one.x} ${one.up}`)).size).toBe(values.length)
        expect(Math.max(...stacked.map((one) => one.up))).toBeLessThanOrEqual(110)
        expect(Math.max(...stacked.map((one) => Math.abs(one.x - one.place.value)))).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('the own place stands on the axis, its peers next, each at its own value', () => {
    const stacked = stackPlaces(
      [place(1, 54), place(2, 55, 'peer'), place(3, 54), place(4, 53, 'own')],
      (value) => value,
      6,
      110,
    )
    expect(stacked.map((one) => one.place.id).slice(0, 2)).toEqual(['4', '2'])
    expect(stacked.find((one) => one.place.role === 'own')).toMatchObject({ x: 53, up: 3 })
  })
})

describe('texts on an axis', () => {
  it('that do not meet share a row', () => {
    const laid = layInRows(
      [
        { label: 'a', x: 50, width: 40 },
        { label: 'b', x: 150, width: 40 },
      ],
      0,
      300,
    )
    expect(laid).toEqual([
      { label: 'a', x: 50, row: 0 },
      { label: 'b', x: 150, row: 0 },
    ])
  })

  it('never cover each other and never leave the drawing', () => {
    const wish = fc.record({ x: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 10, max: 200 }) })
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const laid = layInRows(
          wishes.map(({ x, width }) => ({ label: width, x, width })),
          0,
          300,
        )
        for (const one of laid) {
          expect(one.x - one.label / 2).toBeGreaterThanOrEqual(-0.1)
          expect(one.x + one.label / 2).toBeLessThanOrEqual(300.1)
          const beside = laid.filter((other) => other !== one && other.row === one.row)
          for (const other of beside)
            expect(Math.abs(one.x - other.x)).toBeGreaterThan((one.label + other.label) / 2)
        }
      }),
    )
  })
})
