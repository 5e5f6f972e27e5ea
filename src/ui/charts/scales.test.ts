import { expect, test } from 'vitest'
import { linePath, scalesFor, yearTicks } from './scales.ts'

const frame = { left: 0, right: 100, top: 0, bottom: 50 }
const series = (values: readonly (number | null)[]) => ({
  name: 'a',
  points: values.map((y, index) => ({ x: 2020 + index, y })),
})

test('years are whole, with the first and the last', () => {
  expect(yearTicks([2011, 2024], 9)).toEqual([2011, 2014, 2016, 2018, 2020, 2022, 2024])
  expect(yearTicks([2020, 2021], 6)).toEqual([2020, 2021])
  expect(yearTicks([2020, 2020], 6)).toEqual([2020])
  expect(yearTicks([1968, 2024], 5)).toEqual([1968, 1980, 2000, 2024])
})

test('nothing known gives no scale', () => {
  expect(scalesFor([series([null, null])], frame)).toBeNull()
})

test('a flat line stands in the middle, not on an edge', () => {
  const scales = scalesFor([series([5, 5, 5])], frame)
  expect(scales?.y(5)).toBeGreaterThan(10)
  expect(scales?.y(5)).toBeLessThan(40)
})

test('a path is lifted over a gap and says no more than a tenth', () => {
  const one = series([1, 2, null, 2, 1.2345])
  const scales = scalesFor([one], frame)
  const path = scales ? (linePath(one.points, scales) ?? '') : ''
  expect(path.match(/M/g)).toHaveLength(2)
  expect(path).not.toMatch(/\.\d\d/)
})
