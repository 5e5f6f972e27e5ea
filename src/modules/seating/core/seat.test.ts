import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../../bench/seating/instance.ts'
import { score } from '../../../../bench/seating/score.ts'
import { problems } from '../testing.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import { seat } from './seat.ts'

/** A plan, or nothing where there is none. */
function planned(problem: Problem, steps: number, seed = 1): Plan | undefined {
  const answer = seat(problem, { seed, budget: { steps } })
  return answer.ok ? answer.value : undefined
}

describe('a seating', () => {
  it('gives everyone there one seat in each round, and claims nothing that the independent scorer does not find', () => {
    let seated = 0
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = planned(problem, 6_000)
        if (plan === undefined) return
        seated += 1
        const found = score(problem, plan.rounds)
        const { figures } = plan.explanation
        for (const what of [
          'seats of one person',
          'seat not allowed',
          'stranger',
          'closed table',
          'size',
          'uneven',
        ])
          expect(found.broken[what]).toBeUndefined()
        expect(figures.hardBroken).toBe(found.hardBroken)
        expect(figures.meetingsWorth).toBeCloseTo(found.meetings, 6)
        expect(figures.organisationsWorth).toBeCloseTo(found.organisations, 6)
        expect(figures.wishes).toBe(found.wishes)
        // Breaking a rule that cannot be kept may be worth something.
        expect(found.hardBroken > 0 || figures.worth <= plan.bound.worth + 1e-6).toBe(true)
        expect(figures.wishes).toBeLessThanOrEqual(plan.bound.wishes)
      }),
      { numRuns: 120 },
    )
    expect(seated).toBeGreaterThan(80)
  })

  it('is the same for the same seed and steps, and for the pace that a clock has led to', () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, seed) => {
        const plan = planned(problem, 8_000, seed)
        if (plan === undefined) return
        expect(planned(problem, 8_000, seed)?.rounds).toEqual(plan.rounds)
        let now = 0
        const clocked = seat(problem, { seed, budget: { milliseconds: 50, now: () => (now += 7) } })
        if (!clocked.ok) throw new Error('it was seated before')
        const again = seat(problem, { seed, budget: { pace: clocked.value.made.pace } })
        expect(again).toEqual(clocked)
      }),
      { numRuns: 12 },
    )
  })

  it.each(['ev1-small60', 'ev2-typical80', 'ev4-partial75'])(
    'keeps every hard rule of %s in few steps',
    (name) => {
      const { problem, givenBound } = readInstance(name)
      const plan = planned(problem, 1_000_000)
      const found = score(problem, plan?.rounds ?? [])
      expect(found.broken).toEqual({})
      expect(plan?.explanation.figures.worth).toBe(found.worth)
      // What others have proven by an integer program is neither beaten nor far off.
      expect(plan?.bound.worth).toBeLessThanOrEqual((givenBound ?? 0) + 1)
      expect(found.worth).toBeLessThanOrEqual(givenBound ?? 0)
      expect(found.worth / (givenBound ?? 1)).toBeGreaterThan(0.95)
      expect(found.wishes / (plan?.bound.wishes ?? 1)).toBeGreaterThan(0.8)
    },
  )

  it.each(['ev1-small60', 'ev2-typical80', 'ev4-partial75'])(
    'keeps every hard rule of %s though the machine did something else all the while',
    (name) => {
      const { problem } = readInstance(name)
      let now = 0
      const answer = seat(problem, { seed: 1, budget: { milliseconds: 50, now: () => (now += 1000) } })
      if (!answer.ok) throw new Error('it can be seated')
      expect(score(problem, answer.value.rounds).broken).toEqual({})
    },
  )

  it('proves that there is nothing better, and stops', () => {
    const { problem } = readInstance('ev1-small60')
    const plan = planned(problem, 20_000_000)
    expect(plan?.isProvenBest).toBe(true)
    expect(plan?.explanation.figures.worth).toBe(564)
    expect(plan?.made.pace.flat().reduce((sum, steps) => sum + steps, 0)).toBeLessThan(20_000_000)
  })

  it('tells of better seatings as it finds them, and gives the best when it is stopped', () => {
    const { problem } = readInstance('ev4-partial75')
    const worths: number[] = []
    const answer = seat(problem, {
      seed: 3,
      budget: { steps: 3_000_000 },
      onBetter: (rounds) => worths.push(score(problem, rounds).worth),
      shouldStop: () => worths.length >= 4,
    })
    if (!answer.ok) throw new Error('it can be seated')
    expect(worths).toHaveLength(4)
    expect(score(problem, answer.value.rounds).worth).toBe(worths.at(-1))
  })
})
