import { yhSourceIn, type Course, type YhOutcome } from '#modules/courses'
import { conceptVersion } from '#modules/skills'
import type { Block, Paper, PaperTable } from '#platform/paper/paper.ts'
import type { CsvRow } from '#platform/values/csv.ts'
import { endOfDay, formatDay } from '#platform/values/dates.ts'
import type { DemandLine } from '../core/demand.ts'
import type { Snapshot } from '../demand-store.ts'
import { evidenceTextsIn } from './evidence-texts.ts'
import { textsIn } from './texts.ts'
import { fieldInWords, figureInWords, type Reader } from './words.ts'

/** One figure with where it comes from, of what day it is and how it was made. */
interface Fact {
  readonly part: 'demand' | 'offered' | 'yh'
  readonly what: string
  readonly value: string
  readonly source: string
  readonly day: string
  readonly method: string
}

/** What the evidence is made of. */
export interface Evidence {
  readonly snapshot: Snapshot
  readonly lines: readonly DemandLine[]
  readonly field: string
  readonly names: ReadonlyMap<string, string>
  /** Those that can still be taken. */
  readonly courses: readonly Course[]
  readonly outcomes: readonly YhOutcome[]
  readonly network: string
  /** Where it can be read again. */
  readonly address: string
  readonly reader: Reader
}

/** Every figure of the evidence; the files and the page are all made of these. */
export function factsIn(evidence: Evidence): readonly Fact[] {
  const { lines, reader } = evidence
  return [
    ...lines.flatMap((line) => demandFacts(line, evidence)),
    ...lines.flatMap((line) => courseFacts(line, evidence)),
    ...reader.municipalities.flatMap((place) => yhFacts(place, evidence)),
  ]
}

function nameOf({ skill, field }: DemandLine, { names, reader }: Evidence): string {
  return skill === null
    ? textsIn(reader.locale).demand.wholeField(fieldInWords(field, reader))
    : (names.get(skill) ?? skill)
}

function demandFacts(line: DemandLine, evidence: Evidence): readonly Fact[] {
  const { snapshot, network, reader } = evidence
  const texts = evidenceTextsIn(reader.locale)
  const name = nameOf(line, evidence)
  const shared = { part: 'demand' as const, source: texts.network(network), day: snapshot.onDay }
  const companies = {
    ...shared,
    what: texts.companies(name),
    value: figureInWords(line.companies, reader.locale),
    method: texts.byBatches,
  }
  if (line.people === null) return [companies]
  const people = {
    ...shared,
    what: texts.people(name),
    value: texts.peopleAbout(line.people),
    method: texts.rounded,
  }
  return [companies, people]
}

function courseFacts(line: DemandLine, evidence: Evidence): readonly Fact[] {
  const { courses, snapshot, reader } = evidence
  const { skill } = line
  if (skill === null) return []
  const texts = evidenceTextsIn(reader.locale)
  const known = courses.filter(({ concepts }) => concepts.includes(skill))
  const checked = known.map(({ checkedOn }) => checkedOn).toSorted()
  return [
    {
      part: 'offered',
      what: texts.courses(nameOf(line, evidence)),
      value: String(known.length),
      source: texts.courseSource,
      day: checked[0] ?? snapshot.onDay,
      method: texts.counted,
    },
  ]
}

function yhFacts(
  { code, name }: Reader['municipalities'][number],
  { outcomes, reader }: Evidence,
): readonly Fact[] {
  const texts = evidenceTextsIn(reader.locale)
  const places = outcomes
    .filter(
      ({ isGranted, municipalities }) =>
        isGranted && municipalities.length === 1 && municipalities[0] === code,
    )
    .reduce((sum, one) => sum + one.places, 0)
  if (places === 0) return []
  return [
    {
      part: 'yh',
      what: texts.granted(name),
      value: String(places),
      source: yhSourceIn(reader.locale),
      day: '2025',
      method: texts.yhMethod,
    },
  ]
}

/** The evidence as a table of its figures. */
export function csvOf(evidence: Evidence): readonly CsvRow[] {
  const texts = evidenceTextsIn(evidence.reader.locale)
  return [
    [texts.what, texts.value, texts.source, texts.day, texts.method],
    ...factsIn(evidence).map(({ what, value, source, day, method }) => [what, value, source, day, method]),
  ]
}

/** The evidence as a paper, for Word and PDF. */
export function paperOf(evidence: Evidence): Paper {
  const { snapshot, field, network, address, reader } = evidence
  const { locale } = reader
  const texts = evidenceTextsIn(locale)
  const facts = factsIn(evidence)
  const parts = [
    ['demand', texts.demand],
    ['offered', texts.offered],
    ['yh', texts.yh],
  ] as const
  return {
    title: texts.title,
    subtitle: texts.subtitle(
      field === '' ? texts.all : fieldInWords(field, reader),
      formatDay(snapshot.onDay, locale),
    ),
    author: network,
    language: locale,
    contents: texts.contents,
    footer: `${texts.title}\n${address}`,
    stampedAt: endOfDay(snapshot.onDay),
    blocks: [
      ...parts.flatMap(([part, title]) => partOf(part, title, facts, evidence)),
      { kind: 'heading', level: 1, id: 'om', text: texts.about },
      { kind: 'paragraph', phrases: [{ text: texts.how(snapshot.answered) }] },
      { kind: 'paragraph', phrases: [{ text: texts.vocabulary(conceptVersion) }] },
    ],
  }
}

function partOf(
  part: Fact['part'],
  title: string,
  facts: readonly Fact[],
  { reader: { locale } }: Evidence,
): readonly Block[] {
  const own = facts.filter((fact) => fact.part === part)
  if (own.length === 0) return []
  const texts = evidenceTextsIn(locale)
  const table: PaperTable = {
    kind: 'table',
    caption: title,
    columns: [
      { label: texts.what, share: 5 },
      { label: texts.value, share: 2, isNumeric: true },
      { label: texts.day, share: 2 },
    ],
    rows: own.map(({ what, value, day }) => [{ text: what }, { text: value }, { text: day }]),
  }
  const origins = new Set(own.map(({ source, method }) => `${source}. ${method}`))
  return [
    { kind: 'heading', level: 1, id: part, text: title },
    table,
    ...[...origins].map((text): Block => ({
      kind: 'paragraph',
      phrases: [{ text: `${texts.source}: ${text}` }],
      look: 'small',
    })),
  ]
}
