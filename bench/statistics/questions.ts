import { median } from '../program.ts'
import { finished, percentilesOf, type Design, type PageQuestion, type ProfileRow } from './answers.ts'
import { randomFrom, seedOf, someOf } from './random.ts'
import type { Shape } from './shape.ts'

const questionCount = 40
const enough = { milliseconds: 4000, times: 2000 }

/** What is asked, the same of every design. */
export interface Questions {
  readonly pages: readonly PageQuestion[]
  readonly places: readonly string[]
}

/** Each time an overview with an indicator page: ten KPIs, a region of thirteen, and a group of eight to compare it with. */
export function drawQuestions({ kpis, places }: Shape): Questions {
  const random = randomFrom(seedOf('questions'))
  const names = kpis.map(({ kpi }) => kpi)
  return {
    pages: Array.from({ length: questionCount }, () => ({
      kpis: someOf(names, 10, random),
      places: someOf(places, 13, random),
      peers: someOf(places, 8, random),
    })),
    places: someOf(places, questionCount, random),
  }
}

export const kinds = ['page', 'rank', 'profile', 'asKnown'] as const
export type Kind = (typeof kinds)[number]

/** In milliseconds. */
export interface Times {
  readonly p50: number
  readonly p95: number
}

/** How long a design takes; null for what it does not answer. */
export type Measured = Readonly<Record<Kind, Times | null>>

/** Times a design's answers, each held against the right one first: a wrong one is an error, however fast it came. */
export async function measureDesign(design: Design, right: Design, asked: Questions): Promise<Measured> {
  const measured: Record<Kind, Times | null> = { page: null, rank: null, profile: null, asKnown: null }
  for (const kind of kinds) measured[kind] = await measureKind(kind, design, right, asked)
  return measured
}

async function measureKind(
  kind: Kind,
  design: Design,
  right: Design,
  asked: Questions,
): Promise<Times | null> {
  // What is asked while it is checked is asked again when it is timed, so every design is as warm as it can be.
  let checked = 0
  const from = performance.now()
  while (checked < questionCount && performance.now() - from < enough.milliseconds) {
    const [first, took] = await timed(async () => ask(kind, design, asked, checked))
    if (first === null) return null
    if (!agrees(byKpi(first), byKpi(await ask(kind, right, asked, checked))))
      throw new Error(`${design.name} answers ${kind} ${checked} wrongly`)
    if (took > enough.milliseconds) return { p50: took, p95: took }
    checked += 1
  }
  return timesOf(enough.times, async (time) => ask(kind, design, asked, time % checked))
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const from = performance.now()
  const result = await work()
  return [result, performance.now() - from]
}

/** Times some work so often, or until it has been enough. */
export async function timesOf(most: number, work: (time: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = []
  const from = performance.now()
  while (times.length < most && performance.now() - from < enough.milliseconds) {
    const [, took] = await timed(async () => work(times.length))
    times.push(took)
  }
  return { p50: median(times), p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0 }
}

async function ask(kind: Kind, design: Design, { pages, places }: Questions, index: number) {
  const page = pages[index] ?? { kpis: [], places: [], peers: [] }
  switch (kind) {
    case 'page':
      return (await design.page(page)).map(finished)
    case 'rank': {
      const standings = await design.rank(page.kpis[0] ?? '', page.places)
      return { standings, percentiles: percentilesOf(standings) }
    }
    case 'profile':
      return (await design.profile?.(places[index] ?? '')) ?? null
    case 'asKnown':
      return (await design.asKnown?.(page)) ?? null
  }
}

/** A profile comes in any order. */
function byKpi(answer: unknown): unknown {
  const isProfile = Array.isArray(answer) && answer.every(isProfileRow)
  return isProfile ? new Map(answer.map((row) => [`${row.kpi} ${row.gender}`, row])) : answer
}

function isProfileRow(row: object): row is ProfileRow {
  return 'kpi' in row
}

/** Whether two answers say the same, but for the last digits of what was summed in another order. */
function agrees(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return Object.is(one, other) || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => agrees(value, other.get(key)))
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const [own, others] = [Object.entries(one), new Map(Object.entries(other))]
  return own.length === others.size && own.every(([key, value]) => agrees(value, others.get(key)))
}
