import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { done, refuse } from '#platform/outcome.ts'
import type { RunProblem } from '../core/run.ts'
import { SourceFailure } from '../core/source-failure.ts'
import type { Asked, RawAnswer, ReadSeries, SourceReader } from '../core/source-reader.ts'
import { chunks, type KoladaQuery } from './addresses.ts'
import { catalogueEntry, type CatalogueEntry } from './catalogue.ts'
import { koladaClient, replay, type Cursor, type KoladaOptions } from './client.ts'
import { koladaFigures, koladaSeriesKey, type FigureProblem } from './figures.ts'
import { koladaSource } from './source.ts'
import { endingOf, successorsOf, titleChange } from './succession.ts'

/** How Kolada names a group of municipalities. */
export const koladaGroupId = /^G\d{4,7}$/

/** What is asked of Kolada for one series: one KPI, of every place and every year. */
export const KoladaQuestion = z.object({
  kpi: z.string().regex(/^[NU]\d{5}$/),
  /** Groups whose own values are wanted, beside the municipalities'. */
  groups: z.array(z.string().regex(koladaGroupId)),
})
export type KoladaQuestion = z.infer<typeof KoladaQuestion>

// Kolada's oldest figures are of 1970; it wants years named where places are not.
const firstYear = 1970

const Place = z.object({ query: z.number(), cursor: z.unknown() })

export type KoladaSetting = Omit<KoladaOptions, 'signal' | 'wait' | 'perPage'> &
  Partial<Pick<KoladaOptions, 'wait' | 'perPage'>>

/** Reads one KPI of Kolada's at a time. `catalogue` is where a successor is looked for when the KPI has ended. */
export function koladaReader(
  setting: KoladaSetting,
  catalogue: () => readonly CatalogueEntry[],
): SourceReader {
  return {
    answers: (asked, cursor, signal) => answersOf(setting, asked, cursor, signal),
    read: (asked, answers, begunAs) => {
      const { kpi } = KoladaQuestion.parse(asked.question)
      const parts = Map.groupBy(answers, ({ address }) => kindOf(address))
      const [record] = [...replay('kpis', rawOf(parts.get('kpis')))].flat()
      if (record?.id !== kpi) throw new SourceFailure('wrong-shape', kpi, 'kpi: not among the answers')
      const entry = catalogueEntry(record)
      if (begunAs !== null && titleChange(begunAs, entry.title) === 'reused')
        return refuse([{ problem: 'id-reused', at: begunAs, found: entry.title }])
      const data = [...replay('data', rawOf(parts.get('data')))].flat()
      const read = koladaFigures(data, { retrievedOn: asked.today, entryOf: () => entry })
      if (!read.ok) return refuse(read.refusal.map(problemOf))
      const figures = read.value.flatMap((series) => series.figures)
      return done({ ...aboutOf(entry, catalogue()), figures })
    },
  }
}

/** The questions of one run, one after the other: the KPI itself, then its figures. */
function queriesOf({ question, since, today }: Asked): readonly KoladaQuery[] {
  const { kpi, groups } = KoladaQuestion.parse(question)
  const lastYear = Number(today.slice(0, 4)) + 1
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  const changedSince = since ?? undefined
  return [
    { of: 'kpis', ids: [kpi] },
    { of: 'data', kpis: [kpi], years, changedSince },
    ...(groups.length > 0 ? [{ of: 'data', kpis: [kpi], places: groups, changedSince } as const] : []),
  ]
}

async function* answersOf(
  setting: KoladaSetting,
  asked: Asked,
  from: unknown,
  signal: AbortSignal,
): ReturnType<SourceReader['answers']> {
  const wait = setting.wait ?? (async (milliseconds) => setTimeout(milliseconds, undefined, { signal }))
  const client = koladaClient({ ...setting, wait, signal })
  const queries = queriesOf(asked)
  const sizes = queries.map(questionsIn)
  const of = sizes.reduce((sum, size) => sum + size, 0)
  const start = from === null ? { query: 0, cursor: null } : Place.parse(from)
  for (const [index, query] of queries.entries()) {
    if (index < start.query) continue
    const before = sizes.slice(0, index).reduce((sum, size) => sum + size, 0)
    const cursor = index === start.query ? (start.cursor as Cursor | null) : null
    for await (const page of client.pages(query, cursor)) {
      yield {
        raw: { address: page.address, question: null, body: page.raw },
        cursor: placeAfter(index, page.cursor, queries.length),
        progress: { done: before + page.answered.parts, of },
      }
    }
  }
}

function placeAfter(query: number, cursor: Cursor | null, queries: number): z.infer<typeof Place> | null {
  if (cursor !== null) return { query, cursor }
  return query + 1 < queries ? { query: query + 1, cursor: null } : null
}

function questionsIn(query: KoladaQuery): number {
  return query.of === 'data' && query.years ? chunks(query.years.map(String)).length : 1
}

function kindOf(address: string): 'kpis' | 'data' {
  return new URL(address).pathname.startsWith('/v3/kpi/') ? 'kpis' : 'data'
}

function rawOf(answers: readonly RawAnswer[] = []): readonly { address: string; raw: string }[] {
  return answers.map(({ address, body }) => ({ address, raw: body }))
}

function aboutOf(entry: CatalogueEntry, catalogue: readonly CatalogueEntry[]): Omit<ReadSeries, 'figures'> {
  const ending = endingOf(entry)
  const successors = successorsOf(entry, withEntry(catalogue, entry)).map(({ id, title, why }) => ({
    key: koladaSeriesKey(id),
    title,
    isStated: why.reason === 'stated',
  }))
  return {
    title: entry.title,
    source: koladaSource(entry),
    nextPublication: entry.preliminaryPublicationDate ?? entry.publicationDate,
    ending: ending && { words: ending.words, lastYear: ending.lastYear, successors },
  }
}

/** The catalogue as Kolada has it now in this one entry. */
function withEntry(catalogue: readonly CatalogueEntry[], entry: CatalogueEntry): readonly CatalogueEntry[] {
  return [...catalogue.filter(({ id }) => id !== entry.id), entry]
}

function problemOf({ problem, place, year, gender, found }: FigureProblem): RunProblem {
  return { problem: `kolada-${problem}`, at: `${place} ${year} ${gender}`, found }
}
