import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, type Truth } from './compile.ts'
import type { Answers, Facts, Known, Setting } from './fact.ts'
import { faultsIn, reach } from './faults.ts'
import { amountOf, Formula, formulaFault } from './formula.ts'
import { nearestChange } from './nearest.ts'
import { nextQuestions } from './next-question.ts'
import { regionsOf } from './regions.ts'
import { Rule } from './rule.ts'

const because = { sv: 'skäl', en: 'reason' }
const facts: Facts = {
  a: { kind: 'yes-no', question: 'a', track: null },
  b: { kind: 'yes-no', question: 'b', track: null },
  n: { kind: 'number', least: 0, most: 10, whole: true, question: 'n', track: null },
  c: { kind: 'choice', values: ['x', 'y', 'z'], question: 'c', track: null },
  d: { kind: 'day', question: 'd', track: null },
}
const setting: Setting = { facts, parameters: { base: 10 }, today: '2026-11-24' }
const a: Rule = { fact: 'a', is: true, because }
const b: Rule = { fact: 'b', is: true, because }
const answer = (rule: Rule, answers: Answers) => compile(rule, setting).answer(answers)

const truths = { yes: true, no: false, unknown: undefined } as const
const table = (Object.keys(truths) as Truth[]).flatMap((one) =>
  (Object.keys(truths) as Truth[]).map((other) => [one, other] as const),
)
const both: Record<string, Truth> = {
  'yes yes': 'yes',
  'yes no': 'no',
  'yes unknown': 'unknown',
  'no no': 'no',
  'no unknown': 'no',
  'unknown unknown': 'unknown',
}
const either: Record<string, Truth> = {
  'yes yes': 'yes',
  'yes no': 'yes',
  'yes unknown': 'yes',
  'no no': 'no',
  'no unknown': 'unknown',
  'unknown unknown': 'unknown',
}

describe('Kleene’s truth table', () => {
  test.each(table)('%s and %s', (one, other) => {
    const answers = { a: truths[one], b: truths[other] }
    expect(answer({ all: [a, b] }, answers)).toBe(both[`${one} ${other}`] ?? both[`${other} ${one}`])
    expect(answer({ any: [a, b] }, answers)).toBe(either[`${one} ${other}`] ?? either[`${other} ${one}`])
  })
  test.each([
    ['yes', 'no'],
    ['no', 'yes'],
    ['unknown', 'unknown'],
  ] as const)('not %s is %s', (one, not) => {
    expect(answer({ not: a }, { a: truths[one] })).toBe(not)
  })
})

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom<Rule>(a, b, { unknown: true, because }),
  fc.record({
    fact: fc.constant('n'),
    atLeast: fc.integer({ min: 0, max: 10 }),
    because: fc.constant(because),
  }),
  fc.record({
    fact: fc.constant('n'),
    below: fc.integer({ min: 0, max: 10 }),
    because: fc.constant(because),
  }),
  fc.record({
    fact: fc.constant('c'),
    in: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
    because: fc.constant(because),
  }),
)
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))
const anyAnswers: fc.Arbitrary<Record<string, Known>> = fc.record(
  {
    a: fc.boolean(),
    b: fc.boolean(),
    n: fc.integer({ min: 0, max: 10 }),
    c: fc.constantFrom('x', 'y', 'z'),
  },
  { requiredKeys: [] },
)

/** The same, as plainly as it can be written. */
function naive(rule: Rule, answers: Answers): Truth {
  if ('all' in rule || 'any' in rule) {
    const parts = ('all' in rule ? rule.all : rule.any).map((part) => naive(part, answers))
    const [decisive, otherwise] = 'all' in rule ? (['no', 'yes'] as const) : (['yes', 'no'] as const)
    return parts.find((part) => part === decisive) ?? parts.find((part) => part === 'unknown') ?? otherwise
  }
  if ('not' in rule) return { yes: 'no', no: 'yes', unknown: 'unknown' }[naive(rule.not, answers)] as Truth
  const known = 'unknown' in rule ? undefined : answers[rule.fact]
  if (known === undefined) return 'unknown'
  return naivelyHolds(rule, known) ? 'yes' : 'no'
}

function naivelyHolds(rule: Rule, known: Known): boolean {
  if ('is' in rule) return known === rule.is
  if ('in' in rule) return rule.in.includes(String(known))
  return 'atLeast' in rule
    ? Number(known) >= Number(rule.atLeast)
    : 'below' in rule && Number(known) < Number(rule.below)
}

const fault = (rule: unknown) => faultsIn(Rule.parse(rule), setting)
const waiting = (rule: Rule) => ({ compiled: compile(rule, setting), regions: regionsOf(rule, setting) })

describe('for any rule and any answers', () => {
  test('the compiled rule says what a naive evaluator says', () => {
    fc.assert(
      fc.property(anyRule, anyAnswers, (rule, answers) => {
        expect(answer(rule, answers)).toBe(naive(rule, answers))
      }),
    )
  })

  test('an answer added never turns a yes or a no: only what was unknown is settled', () => {
    fc.assert(
      fc.property(anyRule, anyAnswers, anyAnswers, (rule, first, more) => {
        const before = answer(rule, first)
        const after = answer(rule, { ...more, ...first })
        expect(before === 'unknown' ? after : before).toBe(after)
      }),
    )
  })

  test('unknown names what is missing, or somebody who must judge; what is missing is not known', () => {
    fc.assert(
      fc.property(anyRule, anyAnswers, (rule, answers) => {
        const verdict = compile(rule, setting).verdict(answers)
        expect(verdict.missing.filter((fact) => answers[fact] !== undefined)).toEqual([])
        const isOpen =
          verdict.missing.length > 0 || verdict.why.some(({ predicate }) => 'unknown' in predicate)
        expect(isOpen).toBe(verdict.answer === 'unknown')
      }),
    )
  })

  test('the regions tell apart all that the rule tells apart: no answer is outside them', () => {
    fc.assert(
      fc.property(anyRule, anyAnswers, (rule, answers) => {
        const wanted = answer(rule, answers)
        expect(wanted === 'unknown' ? answers : reach(rule, wanted, setting)).not.toBe('never')
      }),
    )
  })

  test('where the solver finds answers, they make it so', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const found = reach(rule, 'yes', setting)
        // What a person judges is decided by the solver alone.
        const isJudged = JSON.stringify(rule).includes('"unknown"')
        expect(typeof found === 'string' || isJudged ? 'yes' : answer(rule, found)).toBe('yes')
      }),
    )
  })
})

describe('a rule is refused', () => {
  test.each([
    ['a fact there is not', { fact: 'q', is: true, because }, '', 'fact-unknown'],
    ['a choice there is not', { all: [a, { fact: 'c', is: 'w', because }] }, 'all.1', 'value-unknown'],
    ['yes or no as a number', { fact: 'a', atLeast: 3, because }, '', 'kind-mismatch'],
    ['a number as one of several', { fact: 'n', in: ['1'], because }, '', 'kind-mismatch'],
    [
      'a parameter there is not',
      { fact: 'n', atLeast: { parameter: 'x' }, because },
      '',
      'parameter-unknown',
    ],
    ['a bound that nobody reaches', { all: [a, { fact: 'n', above: 10, because }] }, 'all.1', 'never-true'],
    [
      'what contradicts itself',
      {
        all: [
          { fact: 'n', atLeast: 6, because },
          { fact: 'n', atMost: 5, because },
        ],
      },
      '',
      'never-true',
    ],
    [
      'what holds for all',
      {
        any: [
          { fact: 'n', atLeast: 5, because },
          { fact: 'n', below: 5, because },
        ],
      },
      '',
      'always-true',
    ],
    [
      'a bound that everybody reaches',
      { all: [a, { fact: 'n', atLeast: 0, because }] },
      'all.1',
      'always-true',
    ],
  ])('for %s', (_what, rule, path, name) => {
    expect(fault(rule)).toContainEqual({ path, fault: name })
  })

  test.each([
    ['nothing', {}, ''],
    ['any of nothing', { any: [] }, ''],
    ['an empty group inside', { all: [a, { all: [] }] }, 'all.1'],
    ['a condition without a reason', { all: [{ fact: 'a', is: true }] }, 'all.0.because'],
    ['a word that is none', { not: { fact: 'a', equals: true, because } }, 'not'],
  ])('for its shape: %s', (_what, rule, path) => {
    const parsed = Rule.safeParse(rule)
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(path)
  })

  test('and for no more: everybody, days, shares of the year’s numbers', () => {
    expect(fault({ all: [] })).toEqual([])
    expect(
      fault({
        all: [
          { fact: 'd', atLeast: { today: -30 }, because },
          { fact: 'n', atMost: { parameter: 'base', times: 0.5 }, because },
        ],
      }),
    ).toEqual([])
    expect(answer({ fact: 'd', atLeast: { today: -30 }, because }, { d: '2026-10-25' })).toBe('yes')
    expect(answer({ fact: 'd', atLeast: { today: -30 }, because }, { d: '2026-10-24' })).toBe('no')
  })
})

describe('a number of the year that is not known', () => {
  const later: Setting = { ...setting, parameters: { base: null } }
  const rule: Rule = { all: [a, { fact: 'n', atLeast: { parameter: 'base' }, because }] }

  test('leaves what is compared with it unknown, and nothing is missing by it', () => {
    const { verdict } = compile(rule, later)
    expect(verdict({ a: true, n: 10 })).toMatchObject({ answer: 'unknown', missing: [] })
    expect(verdict({ a: false, n: 10 }).answer).toBe('no')
    expect(faultsIn(rule, later)).toEqual([])
  })

  test('leaves an amount unsaid, which is no fault', () => {
    const formula = Formula.parse({ least: [{ fact: 'n' }, { divide: [9, { parameter: 'base' }] }] })
    expect(amountOf(formula, { n: 3 }, later)).toBeNull()
    expect(formulaFault(formula, later)).toBeNull()
  })
})

describe('the next question', () => {
  test('is the one that settles most', () => {
    const rules = [a, a, { all: [a, b] }, { fact: 'c', is: 'x', because }].map(waiting)
    const [first, ...others] = nextQuestions(rules, {}, Object.keys(facts))
    expect(first).toEqual({ fact: 'a', settles: 2.5 })
    expect(others.map(({ fact }) => fact)).toEqual(['c', 'b'])
  })
  test('is none when nothing waits, and never one that is answered', () => {
    expect(nextQuestions([waiting(a)], { a: true }, Object.keys(facts))).toEqual([])
    expect(nextQuestions([waiting({ all: [a, b] })], { a: true }, Object.keys(facts))).toEqual([
      { fact: 'b', settles: 1 },
    ])
  })
  test('of a no, the nearest change is one that can be made', () => {
    const one = waiting({ all: [a, { fact: 'n', atMost: 5, because }] })
    expect(nearestChange(one, { a: true, n: 8 }, ['n'])).toMatchObject({ fact: 'n' })
    expect(nearestChange(one, { a: true, n: 8 }, ['a'])).toBeNull()
    expect(nearestChange(one, { a: true }, ['n'])).toBeNull()
  })
})

describe('an amount', () => {
  test('is a span while a fact is unknown, and a number when it is', () => {
    const half = Formula.parse({
      down: { multiply: [{ least: [{ fact: 'n' }, { parameter: 'base' }] }, 0.55] },
    })
    expect(amountOf(half, {}, setting)).toEqual({ least: 0, most: 5 })
    expect(amountOf(half, { n: 3 }, setting)).toEqual({ least: 1, most: 1 })
  })
  test.each([
    ['that could be zero', { divide: [1, { fact: 'n' }] }, 'division-by-zero'],
    ['of a fact there is not', { fact: 'q' }, 'fact-unknown'],
    ['of a yes or no', { add: [1, { fact: 'a' }] }, 'kind-mismatch'],
    ['of a parameter there is not', { parameter: 'x' }, 'parameter-unknown'],
  ])('is refused %s', (_what, formula, said) => {
    expect(formulaFault(Formula.parse(formula), setting)).toBe(said)
    expect(amountOf(Formula.parse(formula), {}, setting)).toBeNull()
  })
})
