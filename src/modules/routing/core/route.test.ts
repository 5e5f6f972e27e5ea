import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routeOf, type TownHall } from './route.ts'
import type { MatterFacts, RoutingRule } from './rule.ts'

const rule = (desk: string, asks: Partial<RoutingRule> = {}): RoutingRule => ({
  topics: [],
  localities: [],
  sizes: [],
  branches: [],
  answers: {},
  ...asks,
  desk,
})
const hall = (
  municipality: string,
  desks: readonly string[],
  rules: readonly RoutingRule[] = [],
): TownHall => ({
  municipality,
  desks: desks.map((id) => ({ id, owner: `${id}-person` })),
  version: rules.length > 0 ? 3 : null,
  rules,
})
const facts = (known: Partial<MatterFacts> = {}): MatterFacts => ({
  topic: 'bygga',
  placeKind: 'places',
  places: ['1440'],
  locality: '',
  senderKind: 'company',
  seat: null,
  size: null,
  branch: null,
  answers: {},
  ...known,
})

describe('one town hall', () => {
  test('with one desk takes everything there', () => {
    expect(routeOf(facts(), [hall('1440', ['service'])])).toEqual({
      parts: [
        {
          municipality: '1440',
          role: 'lead',
          desk: 'service',
          owner: 'service-person',
          because: { by: 'rule', version: null, rule: null },
        },
      ],
      triage: null,
    })
  })

  const building = rule('bygg', { topics: ['bygga'] })
  const old = rule('miljo', { topics: ['bygga'], answers: { skede: ['ansokt'] } })
  const ale = hall('1440', ['bygg', 'miljo'], [building, old])

  test('lets the rule that asks most decide, whatever the order, and says which it was', () => {
    const known = facts({ answers: { skede: 'ansokt' } })
    for (const rules of [ale.rules, ale.rules.toReversed()]) {
      const [part] = routeOf(known, [{ ...ale, rules }]).parts
      expect(part?.desk).toBe('miljo')
      expect(part?.because).toEqual({ by: 'rule', version: 3, rule: old })
    }
    expect(routeOf(facts(), [ale]).parts[0]?.desk).toBe('bygg')
  })

  test.each([
    ['no rule fits and it has several desks', facts({ topic: 'annat' }), ale, 'no-desk'],
    ['it has no desk', facts(), hall('1440', []), 'no-desk'],
    [
      'two rules that ask as much disagree',
      facts({ size: '10-49' }),
      hall('1440', ['a', 'b'], [rule('a', { topics: ['bygga'] }), rule('b', { sizes: ['10-49'] })]),
      'several-desks',
    ],
    ['a rule names a desk that is closed', facts(), hall('1440', ['a', 'b'], [rule('gone')]), 'no-desk'],
  ] as const)('asks a person when %s', (_, known, townHall, triage) => {
    const route = routeOf(known, [townHall])
    expect(route.triage).toBe(triage)
    expect(route.parts).toMatchObject([{ municipality: '1440', role: 'lead', desk: null, owner: null }])
  })

  test('knows a locality by whole words, in letters of any size', () => {
    const nodinge = hall(
      '1440',
      ['a', 'b'],
      [rule('a'), rule('b', { localities: ['Nödinge', 'Göteborgsvägen 12'] })],
    )
    const deskFor = (locality: string) => routeOf(facts({ locality }), [nodinge]).parts[0]?.desk
    expect(deskFor('Ale torg 1, NÖDINGE')).toBe('b')
    expect(deskFor('Göteborgsvägen 12 B')).toBe('b')
    expect(deskFor('Göteborgsvägen 120')).toBe('a')
    expect(deskFor('Nödingevägen')).toBe('a')
  })
})

describe('several town halls', () => {
  const both = [hall('1440', ['a']), hall('1441', ['b'])]

  test('are led by the one where the company has its seat', () => {
    const route = routeOf(facts({ places: ['1440', '1441'], seat: '1441' }), both)
    expect(route.parts.map(({ municipality, role }) => [municipality, role])).toEqual([
      ['1440', 'contributor'],
      ['1441', 'lead'],
    ])
    expect(route.triage).toBeNull()
  })

  test('wait for the coordinator to say who leads when the seat is elsewhere', () => {
    const route = routeOf(facts({ places: ['1440', '1441'], seat: '1480' }), both)
    expect(route.parts.map(({ role }) => role)).toEqual(['contributor', 'contributor'])
    expect(route.triage).toBe('no-lead')
  })
})

test.each([
  ['place-unsure', facts({ placeKind: 'unsure', places: [] })],
  ['whole-region', facts({ placeKind: 'region', places: [] })],
  ['nameless', facts({ senderKind: 'nameless' })],
  ['place-unsure', facts({ places: ['9999'] })],
] as const)('goes to the coordinator alone: %s', (triage, known) => {
  expect(routeOf(known, [hall('1440', ['a'])])).toEqual({ parts: [], triage })
})

const codes = ['1', '2', '3', '4']
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values])
const anyRule = fc.record({
  topics: someOf(['bygga', 'annat']),
  localities: someOf(['Nödinge']),
  sizes: someOf(['0', '10-49'] as const),
  branches: someOf(['A', 'C']),
  answers: fc.record({ skede: someOf(['ide', 'ansokt']) }),
  desk: fc.constantFrom('a', 'b', 'c'),
})
const anyHall = (municipality: string) =>
  fc
    .record({ desks: someOf(['a', 'b', 'c']), rules: fc.array(anyRule, { maxLength: 6 }) })
    .map(({ desks, rules }) => hall(municipality, desks, rules))
const anyFacts = fc.record({
  topic: fc.constantFrom('bygga', 'annat'),
  placeKind: fc.constantFrom('places', 'places', 'region', 'unsure'),
  places: someOf(codes),
  locality: fc.constantFrom('', 'Nödinge'),
  senderKind: fc.constantFrom('company', 'not-started', 'nameless'),
  seat: fc.option(fc.constantFrom(...codes)),
  size: fc.option(fc.constantFrom('0', '10-49')),
  branch: fc.option(fc.constantFrom('A', 'C')),
  answers: fc.constantFrom({}, { skede: 'ide' }),
})

test('every matter is led by one town hall that has a desk for it, or a person is asked', () => {
  fc.assert(
    fc.property(fc.tuple(...codes.map(anyHall)), anyFacts, (halls, known) => {
      const { parts, triage } = routeOf(known, halls)
      const leads = parts.filter(({ role }) => role === 'lead')
      expect(leads.length).toBeLessThanOrEqual(1)
      for (const { municipality } of parts) expect(known.places).toContain(municipality)
      const isSettled = leads.length === 1 && parts.every(({ desk }) => desk !== null)
      expect(triage !== null || isSettled).toBe(true)
    }),
  )
})
