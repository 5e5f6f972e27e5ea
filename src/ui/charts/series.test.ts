import { expect, test } from 'vitest'
import { extents, lastKnown, runs } from './series.ts'

const points = (values: readonly (number | null)[]) => values.map((y, index) => ({ x: 2020 + index, y }))

test('a missing value ends a run: the line is never drawn across it', () => {
  expect(runs(points([1, 2, null, 4])).map((run) => run.map((point) => point.x))).toEqual([
    [2020, 2021],
    [2023],
  ])
})

test('a year that is not there at all is missing too', () => {
  const found = runs([
    { x: 2020, y: 1 },
    { x: 2022, y: 2 },
  ])
  expect(found).toHaveLength(2)
})

test('a new way of counting begins a new run', () => {
  expect(runs(points([1, 2, 3]), [2021]).map((run) => run.length)).toEqual([1, 2])
})

test('zero is a value', () => {
  expect(runs(points([0, 0]))).toHaveLength(1)
  expect(lastKnown(points([3, 0, null]))).toEqual({ x: 2021, y: 0 })
})

test('points may come in any order', () => {
  expect(runs(points([1, 2, 3]).toReversed())).toHaveLength(1)
})

test('the extent in time holds the missing years, so that charts of the same years line up', () => {
  expect(extents([{ name: 'a', points: points([null, 2, 5, null]) }])).toEqual({ x: [2020, 2023], y: [2, 5] })
  expect(extents([{ name: 'a', points: points([null]) }])).toBeNull()
})
