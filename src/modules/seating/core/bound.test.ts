import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readInstance } from '../../../../bench/seating/instance.ts'
import { score } from '../../../../bench/seating/score.ts'
import { problems } from '../testing.ts'
import { apartIn, metAgain } from './bound-again.ts'
import { boundOf } from './bound.ts'
import type { Problem } from './problem.ts'
import { seat } from './seat.ts'

/** The same with a host at every table, and some who may sit at one or two tables only. */
function withFewTables(problem: Problem, roll: number): Problem {
  const ids = problem.tables.map(({ id }) => id)
  return {
    ...problem,
    people: problem.people.map(({ host: _host, tables: _tables, ...person }, at) => {
      const own = ids[at]
      if (own !== undefined)
        return { ...person, host: own, kind: 'leadership', organisation: `leadership ${at % 6}` }
      if ((at * 7 + roll) % 3 > 0) return person
      return {
        ...person,
        tables: ids.filter((_, table) => [at, at + roll].some((one) => one % ids.length === table)),
      }
    }),
  }
}

it('is never exceeded where people have few tables to choose from, and is reached', () => {
  let [less, reached] = [0, 0]
  fc.assert(
    fc.property(problems, fc.nat(999), (drawn, roll) => {
      const problem = withFewTables(drawn, roll)
      const answer = seat(problem, { seed: 1, budget: { steps: 4_000 } })
      if (!answer.ok) return
      const { worth, hardBroken } = score(problem, answer.value.rounds)
      // Breaking a rule that cannot be kept may be worth something.
      if (hardBroken > 0) return
      expect(worth).toBeLessThanOrEqual(answer.value.bound.worth + 1e-6)
      if (metAgain(problem, apartIn(problem)) === 0) return
      less += 1
      if (worth > answer.value.bound.worth - 1e-6) reached += 1
    }),
    { numRuns: 200 },
  )
  expect(less).toBeGreaterThan(20)
  expect(reached).toBeGreaterThan(2)
})

it('knows that whoever sits at three tables in four rounds meets a host again', () => {
  const { problem, givenBound } = readInstance('ev4-partial75')
  // Five people at three tables, one of whom may not sit with a colleague who is host of one of these.
  expect(metAgain(problem, apartIn(problem))).toBe(6)
  expect(boundOf(problem).worth).toBeLessThan(givenBound ?? 0)
})
