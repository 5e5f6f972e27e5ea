import { describe, expect, it } from 'vitest'
import { seat } from '../seat.ts'
import { plainEvent } from '../../testing.ts'
import { fieldOf } from './field.ts'
import { scheduleOf } from './index.ts'

function pairsOf(table: readonly number[]): readonly string[] {
  return table.flatMap((one) => table.filter((other) => one < other).map((other) => `${one} ${other}`))
}

describe('a schedule by construction', () => {
  it.each([
    [5, 3, 7],
    [8, 4, 5],
    [8, 4, 9],
    [8, 4, 10],
    [10, 8, 4],
    [9, 8, 5],
    [13, 6, 12],
    [7, 7, 8],
    [10, 9, 4],
    [12, 8, 5],
    [16, 5, 16],
  ])('%i tables of %i for %i rounds: all sit once a round, and no two twice', (tables, seats, rounds) => {
    const schedule = scheduleOf(tables, seats, rounds) ?? []
    expect(schedule).toHaveLength(rounds)
    const met = new Set<string>()
    for (const round of schedule) {
      expect(round.every((table) => table.length === seats)).toBe(true)
      expect(new Set(round.flat()).size).toBe(tables * seats)
      for (const pair of round.flatMap(pairsOf)) met.add(pair)
    }
    expect(met.size).toBe((rounds * tables * seats * (seats - 1)) / 2)
  })

  it('is what a plain event is seated by, without a step of search', () => {
    for (const [people, tables, rounds] of [
      [32, 8, 10],
      [80, 10, 4],
      [70, 9, 5],
    ] as const) {
      const answer = seat(plainEvent(people, tables, rounds), { seed: 1, budget: { steps: 0 } })
      expect(answer).toMatchObject({ ok: true, value: { isProvenBest: true, made: { pace: [] } } })
    }
  })

  it('leaves hosts at their tables', () => {
    const plain = plainEvent(72, 9, 5)
    const people = plain.people.map((person, at) =>
      at % 8 === 0 ? { ...person, host: `t${at / 8}` } : person,
    )
    const answer = seat({ ...plain, people }, { seed: 1, budget: { steps: 0 } })
    if (!answer.ok) throw new Error('it can be seated')
    expect(answer.value.isProvenBest).toBe(true)
    for (const round of answer.value.rounds)
      for (const [at, seated] of round.entries()) expect(seated).toContain(`p${at * 8}`)
  })
})

describe('a finite field', () => {
  it.each([2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27, 32])('of %i elements divides by all but 0', (size) => {
    const field = fieldOf(size)
    if (field === undefined) throw new Error('there is one')
    for (let one = 1; one < size; one += 1) {
      const products = Array.from({ length: size }, (_, other) => field.times(one, other))
      expect(new Set(products).size).toBe(size)
      // Multiplication spreads over addition.
      expect(field.times(one, field.add(2 % size, size - 1))).toBe(
        field.add(field.times(one, 2 % size), field.times(one, size - 1)),
      )
    }
  })

  it.each([1, 6, 10, 12, 15])('of %i elements does not exist', (size) => {
    expect(fieldOf(size)).toBeUndefined()
  })
})
