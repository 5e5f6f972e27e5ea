import fc from 'fast-check'
import type { Person, Problem, Rule, Table } from './index.ts'

const kinds = ['leadership', 'company', 'guest'] as const
const themes = ['skills', 'water', 'housing']

/** An event as it might be: everything that can be asked, mostly feasible, small enough to be seated quickly. */
export const problems: fc.Arbitrary<Problem> = fc
  .record({
    tables: fc.integer({ min: 1, max: 5 }),
    seats: fc.integer({ min: 2, max: 5 }),
    rounds: fc.integer({ min: 1, max: 4 }),
    missing: fc.integer({ min: 0, max: 3 }),
    even: fc.boolean(),
    roll: fc.infiniteStream(fc.nat({ max: 999 })),
  })
  .map((shape) => problemFrom(shape))

interface Shape {
  readonly tables: number
  readonly seats: number
  readonly rounds: number
  readonly missing: number
  readonly even: boolean
  readonly roll: Iterator<number>
}

function problemFrom({ tables: count, seats, rounds, missing, even, roll }: Shape): Problem {
  const below = (limit: number) => (roll.next().value as number) % limit
  const tables = Array.from({ length: count }, (_, at): Table => ({
    id: `t${at}`,
    min: 0,
    max: seats + (even ? 1 : 2),
    themes: Array.from({ length: rounds }, () => themes[below(4)] ?? null),
  }))
  const people = Array.from({ length: Math.max(1, count * seats - missing) }, (_, at): Person => {
    const kind = kinds[below(7) < 3 ? 0 : below(8) === 0 ? 2 : 1] ?? 'guest'
    return {
      id: `p${at}`,
      organisation: `${kind} ${below(6)}`,
      kind,
      attributes: { municipality: `leadership ${below(6)}`, branch: `b${below(3)}` },
      ...(below(8) === 0 ? { absent: [below(rounds)] } : {}),
      ...(below(12) === 0 ? { from: 1 } : {}),
      ...(at < count && below(3) === 0 ? { host: `t${at}` } : {}),
      ...(below(15) === 0
        ? { tables: [...new Set([`t${below(count)}`, `t${below(count)}`, `t${at % count}`])] }
        : {}),
    }
  })
  const somebody = () => people[below(people.length)]?.id ?? ''
  const rules: readonly Rule[] = [
    { rule: 'colleagues-apart', weight: 2 },
    { rule: 'meet', people: [somebody(), somebody()] },
    { rule: 'apart', people: [somebody(), somebody()], reason: 'rivals' },
    { rule: 'together', people: [somebody(), somebody()], weight: 3 },
    { rule: 'own', kind: 'company', attribute: 'municipality', times: { atLeast: 1, atMost: 2 }, weight: 1 },
    { rule: 'count', who: { kind: 'guest' }, times: { atMost: 1 } },
    { rule: 'different', who: {}, by: 'branch', times: { atLeast: 2 }, weight: 1 },
  ]
  return {
    people,
    tables,
    rounds,
    even,
    meetings: [
      { between: ['leadership', 'company'], worth: 1 },
      { between: ['leadership', 'leadership'], worth: 1 },
      { between: ['guest', 'company'], worth: 0.5 },
    ],
    organisationMeetings: [{ between: ['leadership', 'company'], worth: 1 }],
    // Some of the rules at a time.
    rules: rules.filter((rule) => !('people' in rule && rule.people[0] === rule.people[1]) && below(2) === 0),
    wishes: Array.from({ length: below(8) }, () => ({ person: somebody(), theme: themes[below(3)] ?? '' })),
    met: below(2) === 0 ? [] : [{ people: [somebody(), somebody()], times: 1 + below(2) }],
  }
}

/** A plain event: so many people of one kind, all worth the same to each other. */
export function plainEvent(people: number, tables: number, rounds: number): Problem {
  return {
    people: Array.from({ length: people }, (_, at) => ({
      id: `p${at}`,
      organisation: `o${at}`,
      kind: 'company',
    })),
    tables: Array.from({ length: tables }, (_, at) => ({
      id: `t${at}`,
      min: 0,
      max: Math.ceil(people / tables),
    })),
    rounds,
    meetings: [{ between: ['company', 'company'], worth: 1 }],
  }
}
