import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadLabels } from './labels.ts'

test('labels that do not meet stay where they are', () => {
  const wanted = [
    { label: 'a', y: 10 },
    { label: 'b', y: 50 },
  ]
  expect(spreadLabels(wanted, 12, 0, 100)).toEqual(wanted)
})

test('labels keep their distance, stay inside and keep the order of their lines', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 220 }), { maxLength: 30 }), (ys) => {
      const placed = spreadLabels(
        ys.map((y) => ({ label: y, y })),
        12,
        0,
        200,
      )
      const found = placed.map((one) => one.y)
      const gaps = found.slice(1).map((y, index) => y - (found[index] ?? 0))
      const order = placed.map((one) => one.label)
      expect(Math.min(0, ...found)).toBeGreaterThanOrEqual(-0.001)
      expect(Math.max(0, ...found)).toBeLessThanOrEqual(200.001)
      expect(Math.min(12, ...gaps)).toBeGreaterThanOrEqual(11.999)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }),
  )
})

test('when there is no room for all, the first ones stay', () => {
  const wanted = Array.from({ length: 9 }, (_none, index) => ({ label: index, y: 0 }))
  expect(spreadLabels(wanted, 10, 0, 20).map((placed) => placed.label)).toEqual([0, 1, 2])
})
