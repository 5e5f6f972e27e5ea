import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isExactIn4 } from './cells.ts'
import { Cube, pack, type KnownFigure } from './cube.ts'
import { missingReasons } from './figure.ts'
import { cubesAfter, movesIn } from './moves.ts'

const said = fc.oneof(
  fc.record({
    value: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: -9999, max: 99_999 }).map((tenths) => tenths / 10),
    ),
    missing: fc.constant(null),
  }),
  fc.record({ value: fc.constant(null), missing: fc.constantFrom(...missingReasons) }),
)
const figure = fc
  .tuple(
    fc.constantFrom('1440', '1441', '0114', 'G96190', '0000'),
    fc.integer({ min: 1990, max: 2030 }),
    fc.boolean(),
    fc.option(fc.string({ maxLength: 5 }), { nil: null }),
    fc.integer({ min: 1, max: 400 }),
    said,
  )
  .map(([place, year, isPreliminary, note, retrieval, what]): KnownFigure => ({
    place,
    gender: 'all',
    year,
    isPreliminary,
    note,
    retrieval,
    ...what,
  }))
const figures = fc.uniqueArray(figure, {
  selector: ({ place, year }) => `${place} ${year}`,
  maxLength: 120,
})
const inOrder = (all: Iterable<KnownFigure>) =>
  [...all].toSorted((a, b) => a.year - b.year || (a.place < b.place ? -1 : 1))

const widthFor = (value: number) => {
  const cell = { place: 'a', gender: 'all', year: 2020, isPreliminary: false, note: null } as const
  return pack([{ ...cell, retrieval: 1, value, missing: null }]).width
}

describe('a cube', () => {
  test('gives back every figure as it was said', () => {
    fc.assert(
      fc.property(figures, (all) => {
        expect([...new Cube(1, 'all', pack(all)).figures()]).toEqual(inOrder(all))
      }),
    )
  })

  test('tells what nobody has spoken of from what is missing', () => {
    const cell = { gender: 'all', isPreliminary: false, note: null, retrieval: 1 } as const
    const cube = new Cube(
      1,
      'all',
      pack([
        { ...cell, place: 'a', year: 2020, value: null, missing: 'too-few-answers' },
        { ...cell, place: 'b', year: 2021, value: 0, missing: null },
      ]),
    )
    expect(cube.figureAt('a', 2020)).toMatchObject({ value: null, missing: 'too-few-answers' })
    expect(cube.figureAt('a', 2021)).toBeUndefined()
    expect(cube.figureAt('b', 2021)).toMatchObject({ value: 0, missing: null })
    expect(cube.figureAt('b', 2019)).toBeUndefined()
    expect(cube.figureAt('c', 2020)).toBeUndefined()
    expect(['a', 'b', 'c'].map((place) => [...cube.valuesOf(place)])).toEqual([
      [Number.NaN, Number.NaN],
      [Number.NaN, 0],
      [Number.NaN, Number.NaN],
    ])
  })

  test('takes four bytes a cell while that is exact, and eight when it is not', () => {
    expect([12.4, 1_063_500, 0.1, -3.25, 16_777_216].map(widthFor)).toEqual([4, 4, 4, 4, 4])
    expect([0.863_972_841, 16_777_217, 1e300].map(widthFor)).toEqual([8, 8, 8])
    expect(isExactIn4(2.8)).toBe(true)
  })

  test('into which figures come is the cube of all of them, the later ones holding', () => {
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const known = before.length === 0 ? [] : [new Cube(1, 'all', pack(before))]
        const { added, changed, same } = movesIn(known, after)
        expect(added.length + changed.length + same).toBe(after.length)
        const coming = after.map((one) => ({ ...one, retrieval: 500 }))
        const [cube] = cubesAfter(1, known, coming)
        const cells = new Map([...before, ...coming].map((one) => [`${one.place} ${one.year}`, one]))
        expect([...(cube?.figures() ?? [])]).toEqual(after.length === 0 ? [] : inOrder(cells.values()))
      }),
    )
  })
})
