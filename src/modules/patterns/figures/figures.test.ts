import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf, outcomes, timings, type Figures, type MatterCount } from './figures.ts'

const counted = (matters: number, said: Partial<MatterCount> = {}): MatterCount => ({
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
  expect(figuresOf([counted(4)], [])).toEqual(null)
  const figures = figuresOf(
    [counted(20), counted(8, { topic: 'trafik' }), counted(2, { topic: 'annat' })],
    [],
  )
  expect(figures?.came).toBe(30)
  expect(figures?.byTopic.map(({ ids, came }) => [ids, came])).toEqual([
    [['bygga'], 20],
    [['annat', 'trafik'], 10],
  ])
})

test('the median is of working days, and of five at least', () => {
  const days = [1, 1, 2, 4, 9].map((one) => ({
    topic: 'bygga',
    municipality: '1440',
    what: 'first-word' as const,
    days: one,
    matters: 1,
  }))
  expect(figuresOf([counted(9)], days)?.firstWord.median).toBe(2)
  expect(figuresOf([counted(9)], days.slice(1))?.firstWord.median).toBe(null)
})

const counts = fc.array(
  fc.record({
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

test('no number of one to four is told, nor left between a total and its parts', () => {
  fc.assert(
    fc.property(counts, (drawn) => {
      const figures = figuresOf(drawn, [])
      if (!figures) return
      for (const number of numbersIn(figures)) expect([1, 2, 3, 4]).not.toContain(number)
      for (const rows of [figures.byTopic, figures.byMunicipality])
        for (const { came, firstWord, plan } of rows)
          for (const { parts } of [firstWord, plan]) {
            const told = parts.reduce((sum, { count }) => sum + (count ?? 0), 0)
            expect([1, 2, 3, 4]).not.toContain((came ?? 0) - told)
          }
    }),
    { numRuns: 60 },
  )
})

function numbersIn({ came, firstWord, plan, outcomes: ends, verdicts, byTopic, byMunicipality }: Figures) {
  const parts = [firstWord.parts, plan.parts, ends, verdicts].flat()
  const rows = [...byTopic, ...byMunicipality].flatMap((row) => [
    row.came,
    ...[...row.firstWord.parts, ...row.plan.parts].map(({ count }) => count),
  ])
  return [came, ...parts.map(({ count }) => count), ...rows]
}
