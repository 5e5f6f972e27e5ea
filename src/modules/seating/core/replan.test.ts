import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestMoved } from '../../../../bench/seating/fewest.ts'
import { readInstance } from '../../../../bench/seating/instance.ts'
import { score } from '../../../../bench/seating/score.ts'
import { problems } from '../testing.ts'
import type { Change } from './change.ts'
import type { Problem, Rounds } from './problem.ts'
import { replan } from './replan.ts'
import { seat } from './seat.ts'

const options = { seed: 1, budget: { steps: 300_000 } }

function seated(problem: Problem): Rounds {
  const answer = seat(problem, { seed: 1, budget: { steps: 2_000_000 } })
  if (!answer.ok) throw new Error('it can be seated')
  return answer.value.rounds
}

function replanned(problem: Problem, rounds: Rounds, change: Change) {
  const answer = replan(problem, rounds, change, options)
  if (!answer.ok) throw new Error(`it can be seated: ${JSON.stringify(answer.refusal)}`)
  return answer.value
}

function sorted(rounds: Rounds, until: number) {
  return rounds.slice(0, until).map((tables) => tables.map((table) => table.toSorted()))
}

describe('a plan after a change', () => {
  const { problem } = readInstance('ev2-typical80')
  const rounds = seated(problem)
  const [gone, guest] = ['c3_0', 'm5_1'].map((id) => problem.people.find((person) => person.id === id))

  it('leaves everyone where they are if nothing has changed', () => {
    const { moves } = replanned(problem, rounds, { round: 0 })
    // A move that gains more than it costs is made all the same.
    expect(moves.length).toBeLessThanOrEqual(4)
  })

  it('closes the gaps of those who are gone with few moves, keeps the rules, and leaves held rounds as they were', () => {
    const change: Change = {
      round: 2,
      gone: [gone, guest].flatMap((person) => (person === undefined ? [] : [{ person: person.id, from: 2 }])),
    }
    const { problem: now, plan, moves, movedPeople } = replanned(problem, rounds, change)
    expect(score(now, plan.rounds).broken).toEqual({})
    expect(sorted(plan.rounds, 2)).toEqual(sorted(rounds, 2))
    expect(movedPeople).toBeLessThanOrEqual(3)
    // Who proves by trying all how few must move, never finds that more must than did.
    expect(fewestMoved(now, rounds, 2, movedPeople)).toBeLessThanOrEqual(movedPeople)
    expect(moves.filter(({ to }) => to === null)).toHaveLength(4)
  })

  it('says which rules the plan before would break, and nothing where it breaks none', () => {
    const [municipality, table] = ['m0', rounds[3]?.[0] ?? []]
    const leaders = table.filter((id) => id.startsWith('m') && !id.startsWith(`${municipality}_`)).slice(0, 2)
    const change = { round: 3, gone: leaders.map((person) => ({ person, from: 3 })) }
    const { because, movedPeople } = replanned(problem, rounds, change)
    expect(because).toContainEqual(
      expect.objectContaining({ rule: 'different', round: 3, table: 'T0', wanted: { atLeast: 3 } }),
    )
    expect(because.every(({ round }) => round === 3)).toBe(true)
    expect(movedPeople).toBeGreaterThan(0)
    expect(replanned(problem, rounds, { round: 1 }).because).toEqual([])
  })

  it('seats around a table that is not there yet, and around somebody put somewhere by hand', () => {
    const pinned = [{ person: 'c1_0', round: 1, table: 'T4' }]
    const open = { ...problem, tables: problem.tables.map((table) => ({ ...table, max: 10 })) }
    const { plan } = replanned(open, rounds, { round: 0, closed: [{ table: 'T9', rounds: [0] }], pinned })
    expect(plan.rounds[0]?.[9]).toEqual([])
    expect(plan.rounds[1]?.[4]).toContain('c1_0')
  })

  it('says what is wrong where nobody can be seated', () => {
    const closed = problem.tables.slice(1).map(({ id }) => ({ table: id, rounds: [2] }))
    expect(replan(problem, rounds, { round: 2, closed }, options)).toMatchObject({
      ok: false,
      refusal: [{ fault: 'too-few-seats', round: 2 }],
    })
  })

  it('is a seating for whatever goes wrong, held rounds as they were, the moves all that differs', () => {
    fc.assert(
      fc.property(problems, fc.nat(), fc.nat(), (any, person, from) => {
        const first = seat(any, { seed: 1, budget: { steps: 2000 } })
        if (!first.ok) return
        const round = from % any.rounds
        const leaves = any.people[person % any.people.length]?.id ?? ''
        const answer = replan(
          any,
          first.value.rounds,
          { round, gone: [{ person: leaves, from: round }] },
          {
            seed: 1,
            budget: { steps: 2000 },
          },
        )
        if (!answer.ok) return
        const { plan, moves, problem: now } = answer.value
        const { broken } = score({ ...now, even: false }, plan.rounds)
        for (const what of ['seats of one person', 'stranger', 'size']) expect(broken[what]).toBeUndefined()
        expect(sorted(plan.rounds, round)).toEqual(sorted(first.value.rounds, round))
        expect(moves.every((move) => move.round >= round && move.from !== move.to)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
