import { expect, test } from 'vitest'
import { roomiestSpot } from './label-place.ts'

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

test('a square is named in its middle', () => {
  const [x, y] = roomiestSpot([[square(0, 0, 100)]]) ?? [0, 0]
  expect(Math.abs(x - 50)).toBeLessThan(8)
  expect(Math.abs(y - 50)).toBeLessThan(30)
})

test('an archipelago is named on its largest island', () => {
  const [x] = roomiestSpot([[square(0, 0, 5)], [square(50, 0, 40)]]) ?? [0]
  expect(x).toBeGreaterThan(50)
})

test('a name stands in no lake', () => {
  const [x, y] = roomiestSpot([[square(0, 0, 100), square(20, 20, 60)]]) ?? [50, 50]
  expect(x > 20 && x < 80 && y > 20 && y < 80).toBe(false)
})

test('no outline, no place', () => {
  expect(roomiestSpot([])).toBeNull()
})
