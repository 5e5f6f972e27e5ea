import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated } from '#platform/values/isolated.ts'
import { seatingTexts } from '../texts.ts'
import { plainEvent, problems } from '../testing.ts'
import { faultsIn } from './check-input.ts'
import { impossibleIn } from './check-rules.ts'
import type { Impossible } from './finding.ts'
import type { Person, Problem, Rule } from './problem.ts'
import { seat } from './seat.ts'

const names = { person: isolated, organisation: isolated, table: isolated }

/** Four people at two tables of two, unless something else is said. */
function event(change: Partial<Problem>): Problem {
  return { ...plainEvent(4, 2, 2), ...change }
}

function with4(...changes: readonly Partial<Person>[]): readonly Person[] {
  return plainEvent(4, 2, 2).people.map((person, at) => ({ ...person, ...changes[at] }))
}

/** Tables of four, with so many leaders. */
function leaders(count: number, tables: number): Problem {
  const plain = plainEvent(tables * 4, tables, 2)
  return {
    ...plain,
    people: plain.people.map((person, at) => (at < count ? { ...person, kind: 'leadership' } : person)),
  }
}

function refusedFor(problem: Problem): readonly string[] {
  const answer = seat(problem, { seed: 1, budget: { steps: 100 } })
  return answer.ok ? [] : answer.refusal.map(({ fault }) => fault)
}

describe('a fault is named, and nothing is seated', () => {
  const [first, second] = plainEvent(4, 2, 2).tables
  it.each<[string, Problem]>([
    ['rounds', event({ rounds: 0 })],
    ['rounds', event({ rounds: 1.5 })],
    ['rounds', event({ rounds: Number.NaN })],
    ['no-tables', event({ tables: [] })],
    ['nobody-there', event({ people: [], tables: [{ id: 't', min: 0, max: 4 }] })],
    ['nobody-there', event({ people: with4(...Array.from({ length: 4 }, () => ({ absent: [0, 1] }))) })],
    ['person-twice', event({ people: [...with4(), with4()[0] as Person] })],
    [
      'two-organisations',
      event({ people: [...with4(), { ...(with4()[0] as Person), organisation: 'other' }] }),
    ],
    ['table-twice', event({ tables: [first, first, second].flatMap((table) => table ?? []) })],
    ['table-size', event({ tables: [{ id: 'a', min: 3, max: 2 }] })],
    ['table-size', event({ tables: [{ id: 'a', min: -1, max: 9 }] })],
    ['unknown-person', event({ rules: [{ rule: 'apart', people: ['p0', 'nobody'] }] })],
    ['unknown-table', event({ people: with4({ host: 'nowhere' }) })],
    ['no-number', event({ meetings: [{ between: ['company', 'company'], worth: -1 }] })],
    ['no-number', event({ wishes: [{ person: 'p0', theme: 'x', weight: Number.NaN }] })],
    ['host-elsewhere', event({ people: with4({ host: 't0', tables: ['t1'] }) })],
    ['too-few-seats', event({ tables: [{ id: 'a', min: 0, max: 3 }] })],
    ['too-few-seats', event({ tables: [{ id: 'a', min: 0, max: 0 }] })],
    ['too-few-people', event({ tables: [{ id: 'a', min: 5, max: 9 }] })],
    ['no-seat-for', event({ people: with4({ tables: ['t0'] }, { tables: ['t0'] }, { tables: ['t0'] }) })],
    [
      'table-stays-empty',
      event({
        people: with4(...Array.from({ length: 4 }, () => ({ tables: ['t0'] }))),
        tables: [
          { id: 't0', min: 0, max: 4 },
          { id: 't1', min: 1, max: 4 },
        ],
        even: false,
      }),
    ],
    ['too-large', plainEvent(4100, 500, 1)],
  ])('%s', (fault, problem) => {
    expect(refusedFor(problem)).toContain(fault)
    for (const locale of ['sv', 'en'] as const)
      for (const one of faultsIn(problem)) expect(seatingTexts(locale).fault(one, names)).toMatch(/^\S.+\.$/)
  })

  it('one table, more rounds than there are meetings, and names from right to left are none', () => {
    expect(refusedFor(event({ tables: [{ id: 'a', min: 0, max: 4 }] }))).toEqual([])
    expect(refusedFor(event({ rounds: 40 }))).toEqual([])
    const named = event({ people: with4({ id: 'ליאת' }, { id: 'سمير' }) })
    expect(refusedFor(named)).toEqual([])
    expect(seatingTexts('sv').fault({ fault: 'person-twice', person: 'سمير' }, names)).toContain(
      '\u2068سمير\u2069',
    )
  })
})

describe('a rule that nobody can keep is named, and broken as little as can be', () => {
  it.each<[Impossible['impossible'], Problem, readonly Rule[]]>([
    [
      'too-few-for-tables',
      leaders(11, 12),
      [{ rule: 'count', who: { kind: 'leadership' }, times: { atLeast: 1 } }],
    ],
    [
      'too-many-for-tables',
      leaders(5, 2),
      [{ rule: 'count', who: { kind: 'leadership' }, times: { atMost: 2 } }],
    ],
    [
      'too-few-different',
      leaders(3, 2),
      [{ rule: 'different', who: { kind: 'leadership' }, by: 'organisation', times: { atLeast: 2 } }],
    ],
    [
      'more-than-a-table-holds',
      leaders(6, 3),
      [
        { rule: 'count', who: { kind: 'leadership' }, times: { atLeast: 2 } },
        { rule: 'count', who: { kind: 'company' }, times: { atLeast: 3 } },
      ],
    ],
    [
      'colleagues-outnumber-tables',
      event({ people: with4(...Array.from({ length: 3 }, () => ({ organisation: 'one' }))) }),
      [{ rule: 'colleagues-apart' }],
    ],
    ['apart-outnumber-tables', event({}), [{ rule: 'apart', people: ['p0', 'p1', 'p2'] }]],
    ['together-outgrow-table', event({}), [{ rule: 'together', people: ['p0', 'p1', 'p2'] }]],
    [
      'contradiction',
      event({}),
      [
        { rule: 'meet', people: ['p0', 'p1'] },
        { rule: 'apart', people: ['p1', 'p0'] },
      ],
    ],
    [
      'never-there-together',
      event({ people: with4({ from: 1 }, { until: 1 }), tables: [{ id: 'a', min: 0, max: 4 }] }),
      [{ rule: 'meet', people: ['p0', 'p1'] }],
    ],
    [
      'no-table-in-common',
      event({ people: with4({ host: 't0' }, { host: 't1' }) }),
      [{ rule: 'meet', people: ['p0', 'p1'] }],
    ],
    [
      'no-table-in-common',
      event({ people: with4({ tables: ['t0'] }, { tables: ['t1'] }) }),
      [{ rule: 'together', people: ['p0', 'p1'] }],
    ],
    [
      'own-too-often',
      event({ people: with4({ attributes: { home: 'o1' } }) }),
      [{ rule: 'own', kind: 'company', attribute: 'home', times: { atLeast: 3 } }],
    ],
    ['empty-range', event({}), [{ rule: 'count', who: {}, times: { atLeast: 3, atMost: 1 } }]],
  ])('%s', (impossible, problem, rules) => {
    const found = impossibleIn({ ...problem, rules })
    expect(found.map((one) => one.impossible)).toContain(impossible)
    for (const locale of ['sv', 'en'] as const)
      for (const one of found) expect(seatingTexts(locale).impossible(one, names)).toMatch(/^\S.+\.$/)
    const answer = seat({ ...problem, rules }, { seed: 1, budget: { steps: 2000 } })
    if (!answer.ok) throw new Error('it can be seated')
    expect(answer.value.impossible).toEqual(found)
    expect(answer.value.explanation.figures.hardBroken).toBeGreaterThan(0)
  })

  it('in words: 11 leaders, 12 tables', () => {
    const rules: readonly Rule[] = [{ rule: 'count', who: { kind: 'leadership' }, times: { atLeast: 1 } }]
    const [found] = impossibleIn({ ...leaders(11, 12), rules })
    if (found === undefined) throw new Error('it cannot be')
    expect(seatingTexts('sv').impossible(found, names)).toBe(
      '11 ledare räcker inte till 12 bord med minst 1 vid varje (runda 1).',
    )
    expect(seatingTexts('en').impossible(found, names)).toBe(
      '11 leaders cannot be spread over 12 tables with at least 1 at each (round 1).',
    )
  })

  it('and a wish for what is never spoken of', () => {
    const problem = event({ wishes: [{ person: 'p0', theme: 'water' }] })
    expect(impossibleIn(problem)).toEqual([{ impossible: 'wish', person: 'p0', theme: 'water' }])
  })

  it('is never said of a rule that a seating keeps', () => {
    let kept = 0
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = seat(problem, { seed: 1, budget: { steps: 3000 } })
        if (!answer.ok || answer.value.explanation.figures.hardBroken > 0) return true
        kept += 1
        return answer.value.impossible.every(({ impossible }) => impossible === 'wish')
      }),
      { numRuns: 60 },
    )
    expect(kept).toBeGreaterThan(10)
  })
})
