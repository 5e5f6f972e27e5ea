import { figureOf, nextRound, type Batch } from '../src/modules/disclosure/index.ts'
import { openConcepts } from '../src/modules/skills/index.ts'
import { demandLines, demandRule, factsOf, unitsOf } from '../src/modules/needs/core/demand.ts'
import { oneEach, type Counted } from '../src/modules/needs/core/one-each.ts'

const many = 100_000
const asks = 2000

/** What it takes to add up all needs of a country's companies, and to find what a word means. */
export async function measureNeeds(): Promise<string> {
  const statements = madeUp()
  const added = best(() => oneEach(statements))
  const needs = oneEach(statements)
  const byUnit = new Map(needs.map((need) => [need.unit, need]))
  const told = best(() => nextRound(unitsOf(needs), [], new Set(), demandRule))
  const { begun } = nextRound(unitsOf(needs), [], new Set(), demandRule)
  const batches = begun.map((batch: Batch) => ({
    ...batch,
    ...factsOf(batch, byUnit),
    begunOn: '2026-10-01',
  }))
  const shown = best(() => demandLines(batches, { field: 'field 3', place: '' }, () => undefined, figureOf))
  return [
    `| What | Time |\n| --- | --- |`,
    `| ${many.toLocaleString('en')} statements, each need once (${needs.length.toLocaleString('en')}) | ${added.toFixed(0)} ms |`,
    `| told in ${begun.length.toLocaleString('en')} batches of five companies and more | ${told.toFixed(0)} ms |`,
    `| together, of a goal of 1,000 ms | ${(added + told).toFixed(0)} ms |`,
    `| a page of one field of these | ${shown.toFixed(0)} ms |`,
    await ofWords(),
  ].join('\n')
}

/** Statements of 30,000 companies in 13 municipalities about 2,000 skills in 21 fields, some skills far more wanted than others. */
function madeUp(): readonly Counted[] {
  let seed = 7
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: many }, (_, at) => {
    const skill = Math.floor(2000 * random() ** 3)
    return {
      company: `company ${Math.floor(30_000 * random())}`,
      concept: `skill ${skill}`,
      words: `skill ${skill}`,
      field: `field ${skill % 21}`,
      people: 1 + Math.floor(6 * random()),
      neededBy: `2027-0${1 + Math.floor(9 * random())}-01`,
      places: [String(1400 + Math.floor(13 * random() ** 2))],
      holdsBack: 'partly',
      way: at % 9 === 0 ? 'visit' : 'door',
      saidAt: new Date(2026, 9, 1, 0, 0, at % 60),
    } satisfies Counted
  })
}

/** Words as people write them: labels, the beginnings of labels, and labels with two letters changed about. */
async function ofWords(): Promise<string> {
  const concepts = openConcepts('data')
  const began = performance.now()
  const letters = [
    'svets',
    'truck',
    'livsmedel',
    'redovisning',
    'program',
    'ledar',
    'el',
    'maskin',
    'vård',
    'lager',
  ]
  const labels: string[] = []
  for (const word of letters) labels.push(...(await concepts.suggest(word, 20)).map(({ label }) => label))
  const opened = performance.now() - began
  const words = Array.from({ length: asks }, (_, at) => written(labels[at % labels.length] ?? '', at))
  const times: number[] = []
  for (const word of words) {
    const start = performance.now()
    await concepts.suggest(word, 7)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) => (times[Math.floor(part * asks)] ?? 0).toFixed(1)
  return `| the taxonomy of 9,239 concepts is read and ready | ${opened.toFixed(0)} ms |\n| what a word means, half of the times and 95 times of 100 | ${at(0.5)} ms, ${at(0.95)} ms |`
}

function written(label: string, at: number): string {
  if (at % 3 === 0) return label
  if (at % 3 === 1) return label.slice(0, 5)
  const middle = Math.floor(label.length / 2)
  return `${label.slice(0, middle - 1)}${label[middle] ?? ''}${label[middle - 1] ?? ''}${label.slice(middle + 1)}`
}

function best(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}
