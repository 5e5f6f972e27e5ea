import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf, figuresOf, outcomes, timings, type Figures, type MatterCount } from './figures.ts'

const counted = (matters: number, said: Partial<MatterCount> = {}): MatterCount => ({
  quarter: 1,
  topic: 'bygga',
  municipality: '1440',
  firstWord: 'in-time',
  plan: 'none',
  outcome: 'open',
  verdict: 'none',
  matters,
  ...said,
})

test('figures of fewer than five are none, and a small topic is told with others', () => {
  expect(figuresOf([counted(4)], [], null)).toEqual({ quarters: [], figures: null })
  const { figures, quarters } = figuresOf(
    [counted(20), counted(8, { topic: 'trafik', quarter: 2 }), counted(2, { topic: 'annat' })],
    [],
    null,
  )
  expect(figures?.came).toBe(30)
  expect(figures?.byTopic.map(({ ids, came }) => [ids, came])).toEqual([
    [['bygga'], 20],
    [['annat', 'trafik'], 10],
  ])
  expect(quarters).toEqual([
    { quarter: 1, came: 22 },
    { quarter: 2, came: 8 },
  ])
})

test('the median is of working days, and of five at least', () => {
  const days = [1, 1, 2, 4, 9].map((one) => ({
    quarter: 1,
    topic: 'bygga',
    municipality: '1440',
    what: 'first-word' as const,
    days: one,
    matters: 1,
  }))
  expect(figuresOf([counted(9)], days, null).figures?.firstWord.median).toBe(2)
  expect(figuresOf([counted(9)], days.slice(1), null).figures?.firstWord.median).toBe(null)
})

const counts = fc.array(
  fc.record({
    quarter: fc.constantFrom(1, 2, 3, 4),
    topic: fc.constantFrom('a', 'b', 'c'),
    municipality: fc.constantFrom('1', '2', null),
    firstWord: fc.constantFrom(...timings),
    plan: fc.constantFrom(...timings),
    outcome: fc.constantFrom(...outcomes),
    verdict: fc.constantFrom('solved', 'none'),
    matters: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 30 },
)

test('no number of one to four is told, nor is one left between a year and its quarters', () => {
  fc.assert(
    fc.property(counts, (drawn) => {
      const year = figuresOf(drawn, [], null)
      const views = [year, ...year.quarters.map(({ quarter }) => figuresOf(drawn, [], quarter))]
      for (const { figures } of views)
        for (const number of figures ? numbersIn(figures) : []) expect([1, 2, 3, 4]).not.toContain(number)
      const rest = (year.figures?.came ?? 0) - year.quarters.reduce((sum, { came }) => sum + came, 0)
      expect([1, 2, 3, 4]).not.toContain(rest)
      for (const id of timings) {
        const all = countOf(year.figures?.firstWord.parts ?? [], id)
        const told = views.slice(1).map(({ figures }) => countOf(figures?.firstWord.parts ?? [], id))
        const isLeft = all !== null && told.every((one) => one !== null)
        expect([1, 2, 3, 4]).not.toContain(
          isLeft ? all - told.reduce((sum, one) => sum + (one ?? 0), 0) : null,
        )
      }
    }),
    { numRuns: 60 },
  )
})

function numbersIn({ came, firstWord, plan, outcomes: ends, verdicts, byTopic, byMunicipality }: Figures) {
  const parts = [firstWord.parts, plan.parts, ends, verdicts].flat()
  const rows = [...byTopic, ...byMunicipality].flatMap((row) => [
    row.came,
    ...[...(row.firstWord?.parts ?? []), ...(row.plan?.parts ?? [])].map(({ count }) => count),
  ])
  return [came, ...parts.map(({ count }) => count), ...rows]
}
