import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course } from '#modules/courses'
import { figureOf, nextRound } from '#modules/disclosure'
import { demandLines, demandRule, factsOf, unitsOf } from './demand.ts'
import { gaps } from './gap.ts'
import { oneEach, type Counted } from './one-each.ts'
import { proposals } from './pooling.ts'

function need(company: number, changed: Partial<Counted> = {}): Counted {
  return {
    company: `company ${company}`,
    concept: 'truck',
    words: 'Gaffeltruck',
    field: 'transport',
    people: 2,
    neededBy: '2027-03-01',
    places: ['1440'],
    holdsBack: 'no',
    way: 'door',
    saidAt: new Date('2026-11-01'),
    ...changed,
  }
}

const someNeeds = fc.array(
  fc
    .record({
      company: fc.nat(12),
      concept: fc.constantFrom('truck', 'welding', null),
      people: fc.integer({ min: 1, max: 5 }),
      place: fc.constantFrom('1440', '1441', '1480'),
      month: fc.integer({ min: 1, max: 9 }),
      way: fc.constantFrom('door', 'visit', 'round-table'),
    })
    .map(({ company, place, month, ...said }) =>
      need(company, { ...said, places: [place], neededBy: `2027-0${month}-01` }),
    ),
  { maxLength: 60 },
)

describe('each need once', () => {
  test('the company’s own word goes first, the soonest day and the worst lack count, all ways are kept', () => {
    const [merged, ...others] = oneEach([
      need(1, { way: 'visit', people: 9, places: ['1441'], holdsBack: 'yes' }),
      need(1, { people: 3, neededBy: '2027-09-01' }),
    ])
    expect(others).toEqual([])
    expect(merged).toMatchObject({
      people: 3,
      places: ['1440', '1441'],
      neededBy: '2027-03-01',
      holdsBack: 'yes',
      ways: ['door', 'visit'],
    })
  })

  test('whatever order statements come in, there is one for each company and skill', () => {
    fc.assert(
      fc.property(someNeeds, (said) => {
        const units = oneEach(said).map(({ unit }) => unit)
        expect(new Set(units).size).toBe(units.length)
        expect(units.toSorted()).toEqual(
          oneEach(said.toReversed())
            .map(({ unit }) => unit)
            .toSorted(),
        )
      }),
    )
  })
})

test('a proposal has companies that all reach it in time, seats enough, and no need twice', () => {
  const rule = {
    leastSeats: 4,
    mostDaysApart: 90,
    isInReach: (from: string, to: string) => from === to || from !== '1480',
    groupOf: () => undefined,
  }
  fc.assert(
    fc.property(someNeeds, (said) => {
      const found = proposals(oneEach(said), rule)
      const units = found.flatMap(({ needs }) => needs.map(({ unit }) => unit))
      expect(new Set(units).size).toBe(units.length)
      for (const { needs, companies, seats, place, from, until } of found) {
        expect([companies >= 2, seats >= rule.leastSeats]).toEqual([true, true])
        expect(needs.every(({ places }) => places.some((one) => rule.isInReach(one, place)))).toBe(true)
        expect(Date.parse(until) - Date.parse(from)).toBeLessThanOrEqual(90 * 86_400_000)
      }
    }),
  )
})

test('what is too little alone is proposed with what lies near it, and only that', () => {
  const rule = {
    leastSeats: 4,
    mostDaysApart: 90,
    isInReach: () => true,
    groupOf: (skill: string) => ({ mig: 'Svetsning', tig: 'Svetsning' })[skill],
  }
  const enough = [1, 2].map((company) => need(company))
  const few = [need(3, { concept: 'mig' }), need(4, { concept: 'tig' }), need(5, { concept: 'cnc' })]
  const found = proposals(oneEach([...enough, ...few]), rule)
  expect(found.map(({ skill, near, companies }) => [skill, near, companies])).toEqual([
    ['near:Svetsning', 'Svetsning', 2],
    ['truck', null, 2],
  ])
})

test('near skills together are the whole batches of each, once: nothing is told that was not, and no need twice', () => {
  fc.assert(
    fc.property(someNeeds, fc.constantFrom('', '1440', '1480'), (said, place) => {
      const needs = oneEach(said)
      const byUnit = new Map(needs.map((one) => [one.unit, one]))
      const { begun } = nextRound(unitsOf(needs), [], new Set(), demandRule)
      const batches = begun.map((batch) => ({ ...batch, ...factsOf(batch, byUnit), begunOn: '2026-11-01' }))
      const lines = demandLines(
        batches,
        { field: '', place },
        (skill) => (skill === 'truck' || skill === 'welding' ? 'Near' : undefined),
        figureOf,
      )
      const near = lines.find((line) => line.near === 'Near')?.companies
      const parts = ['truck', 'welding'].flatMap((skill) => lines.find((line) => line.skill === skill) ?? [])
      if (near === undefined) return
      expect(near.least).toBe(parts.reduce((sum, { companies }) => sum + companies.least, 0))
      expect([near.least, near.most - near.least].every((value) => value === 0 || value >= 5)).toBe(true)
      expect(near.most).toBeLessThanOrEqual(batches.reduce((sum, { givers }) => sum + givers, 0))
    }),
    { numRuns: 60 },
  )
})

test('a gap is a need without a course in reach; a course at a distance is in reach of all', () => {
  const course: Course = {
    source: 'hand',
    sourceId: '1',
    title: 'Truck',
    provider: 'x',
    concepts: ['truck'],
    form: 'on-site',
    pace: null,
    municipality: '1440',
    place: '',
    startsOn: null,
    price: '',
    language: '',
    link: '',
    checkedOn: '2026-01-01',
    origin: '',
    isExample: false,
  }
  const needs = oneEach([need(1), need(2, { places: ['1480'], people: 7 })])
  const rule = {
    minutes: (from: string, to: string) => (from === to ? 15 : 80),
    isInReach: ({ form, municipality }: Course, from: string) => form === 'distance' || municipality === from,
  }
  expect(gaps(needs, [course], rule)).toMatchObject([
    { skill: 'truck', people: 7, served: 1, nearest: { course, minutes: 80 } },
  ])
  expect(gaps(needs, [{ ...course, form: 'distance' }], rule)).toEqual([])
  expect(gaps(needs, [], rule)).toMatchObject([{ people: 9, served: 0, nearest: null }])
})
