import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskIn, type TownHall } from './route.ts'
import { diffOf } from './rule-diff.ts'
import { faultsOf } from './rule-faults.ts'
import type { DeskFacts, RoutingRule } from './rule.ts'
import { rulesForm, triedMark, typedRules, type RuleChoices } from './rules-form.ts'
import { simulate } from './simulation.ts'

const named = (id: string) => ({ id, text: { sv: id, en: id } })
const choices: RuleChoices = {
  topics: [
    { id: 'bygga', questions: [{ ...named('skede'), choices: [named('ide'), named('ansokt')] }] },
    { id: 'tillstand', questions: [{ ...named('omrade'), choices: [named('miljo'), named('mat')] }] },
    { id: 'annat', questions: [] },
  ],
  sizes: ['0', '10-49'],
  branches: ['A', 'C'],
  desks: ['a', 'b', 'c'],
}
const anything: RoutingRule = { topics: [], localities: [], sizes: [], branches: [], answers: {}, desk: 'a' }

const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values])
const answersOf = (question: string, ids: readonly string[]) =>
  someOf(ids).map((list) => (list.length > 0 ? { [question]: list } : {}))
const anyRule: fc.Arbitrary<RoutingRule> = fc.record({
  topics: someOf(choices.topics.map(({ id }) => id)),
  localities: someOf(['Nödinge', 'Göteborgsvägen 12', 'Bohus']),
  sizes: someOf(choices.sizes),
  branches: someOf(choices.branches),
  answers: fc
    .tuple(answersOf('skede', ['ide', 'ansokt']), answersOf('omrade', ['miljo', 'mat']))
    .map(([one, other]) => ({ ...one, ...other })),
  desk: fc.constantFrom(...choices.desks),
})
const anyRules = fc.array(anyRule, { maxLength: 8 })
const anyFacts: fc.Arbitrary<DeskFacts> = fc.constantFrom(...choices.topics).chain(({ id, questions }) =>
  fc.record({
    topic: fc.constant(id),
    locality: fc.constantFrom('', 'Ale torg 1, Nödinge', 'Göteborgsvägen 12 B, Bohus'),
    size: fc.option(fc.constantFrom(...choices.sizes)),
    branch: fc.option(fc.constantFrom(...choices.branches)),
    answers: fc
      .tuple(
        ...questions.map((question) => fc.option(fc.constantFrom(...question.choices.map((one) => one.id)))),
      )
      .map((given) =>
        Object.fromEntries(
          questions.flatMap((question, at) => (given[at] ? [[question.id, given[at]]] : [])),
        ),
      ),
  }),
)
const hall = (rules: readonly RoutingRule[], desks = choices.desks): Omit<TownHall, 'municipality'> => ({
  desks: desks.map((id) => ({ id, owner: null })),
  version: 1,
  rules,
})

describe('the form of the rules', () => {
  test('holds any rules and gives them back', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const kept = rules.filter((rule) => rule.desk !== '')
        const form = rulesForm(choices).parse({ ...typedRules(kept), version: '4', why: ' därför ' })
        expect(form).toEqual({ rules: kept, version: 4, why: 'därför', tried: '' })
      }),
    )
  })

  test('says at each field what is wrong, and leaves out what is ticked to go and what nobody wrote in', () => {
    const typed = {
      ...typedRules([anything, { ...anything, desk: 'gone' }, { ...anything, localities: ['–'] }]),
      'row-7': '',
      'localities-7': 'Bohus',
      'row-8': '',
      'row-9': '',
      'desk-9': 'a',
      'remove-9': 'on',
    }
    const { error } = rulesForm(choices).safeParse(typed)
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['desk-2', 'desk-closed'],
      ['localities-3', 'locality-without-letters'],
      ['desk-7', 'desk-missing'],
    ])
  })

  test('marks just these rules against just that version as tried', () => {
    const mark = triedMark({ version: 1, rules: [anything] })
    expect(triedMark({ version: 2, rules: [anything] })).not.toBe(mark)
    expect(triedMark({ version: 1, rules: [{ ...anything, desk: 'b' }] })).not.toBe(mark)
  })
})

test('trying rules tells the same as routing each matter afresh', () => {
  fc.assert(
    fc.property(fc.array(anyFacts, { maxLength: 20 }), anyRules, anyRules, (all, before, after) => {
      const past = all.map((facts, id) => ({ id, facts }))
      const [holding, tried] = [hall(before), hall(after, ['a', 'b'])]
      const { moved, withoutDesk, rules } = simulate(past, holding, tried)
      const afresh = past.map(({ id, facts }) => ({
        id,
        from: deskIn(holding, facts).desk,
        to: deskIn(tried, facts).desk,
      }))
      expect(moved.map(({ matter, from, to }) => ({ id: matter.id, from, to }))).toEqual(
        afresh.filter(({ from, to }) => from !== to),
      )
      expect(withoutDesk.map(({ id }) => id)).toEqual(
        afresh.flatMap(({ id, to }) => (to === null ? [id] : [])),
      )
      for (const { fits, decides } of rules) expect(decides).toBeLessThanOrEqual(fits)
    }),
  )
})

describe('a rule that is at fault', () => {
  const building: RoutingRule = { ...anything, topics: ['bygga'] }
  test.each([
    [
      'asks what its topic does not',
      [{ ...building, answers: { omrade: ['mat'] } }],
      [[0, { kind: 'never-fits' }]],
    ],
    ['names a topic that is no more', [{ ...building, topics: ['gone'] }], [[0, { kind: 'never-fits' }]]],
    [
      'disagrees with a wider one that asks as much',
      [building, { ...anything, topics: ['bygga', 'annat'], desk: 'b' }],
      [[0, { kind: 'never-wins', beside: 1 }]],
    ],
    [
      'disagrees with one that says the same topic outright',
      [
        { ...anything, answers: { skede: ['ide'] }, desk: 'b' },
        { ...building, answers: { skede: ['ide', 'ansokt'] } },
      ],
      [[0, { kind: 'never-wins', beside: 1 }]],
    ],
    ['is there twice', [building, building], [[1, { kind: 'changes-nothing', beside: 0 }]]],
    ['asks less than others, and has what they leave', [anything, building], []],
  ] as const)('%s', (_, rules, faults) => {
    expect([...faultsOf(rules, choices.topics)]).toEqual(faults)
  })

  test('decides nothing, whatever comes', () => {
    fc.assert(
      fc.property(anyRules, anyFacts, (rules, facts) => {
        const { desk, because } = deskIn(hall(rules), facts)
        const deciding = [...faultsOf(rules, choices.topics)].filter(([at, { kind }]) =>
          kind === 'changes-nothing'
            ? deskIn(hall(rules.toSpliced(at, 1)), facts).desk !== desk
            : desk !== null && because.rule === rules[at],
        )
        expect(deciding).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

test('versions differ by the rules that came and went, whatever their order', () => {
  const [one, other] = [anything, { ...anything, desk: 'b', topics: ['bygga', 'annat'] }]
  expect(diffOf([one, other], [{ ...other, topics: ['annat', 'bygga'] }, one])).toEqual({
    added: [],
    removed: [],
  })
  expect(diffOf([one], [other])).toEqual({ added: [other], removed: [one] })
})
