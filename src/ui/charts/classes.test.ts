import { expect, test } from 'vitest'
import { classOf, colourStep, quantileThresholds } from './classes.ts'

test('classes hold about as many places each', () => {
  const values = Array.from({ length: 13 }, (_none, index) => index)
  const limits = quantileThresholds(values)
  const counts = [0, 1, 2, 3, 4].map(
    (index) => values.filter((value) => classOf(value, limits) === index).length,
  )
  expect(counts.every((count) => count === 2 || count === 3)).toBe(true)
})

test('a value on a limit belongs above it', () => {
  expect(classOf(5, [5, 10])).toBe(1)
  expect(classOf(4.99, [5, 10])).toBe(0)
})

test('values that repeat give fewer classes, all the same give one', () => {
  expect(quantileThresholds([1, 1, 1, 1, 9])).not.toContain(1)
  expect(quantileThresholds([7, 7, 7])).toEqual([])
  expect(quantileThresholds([])).toEqual([])
})

test('fewer classes still reach from the palest to the strongest step', () => {
  expect([0, 1, 2].map((index) => colourStep(index, 3))).toEqual([1, 3, 5])
  expect(colourStep(0, 1)).toBe(3)
})
