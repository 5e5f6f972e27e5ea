import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Figure, Gender, MissingReason } from '#modules/statistics'
import type { DataRecord } from './answers.ts'
import { fewestAnswers, type CatalogueEntry } from './catalogue.ts'
import { endingOf } from './succession.ts'

/** All figures of one KPI that came. */
export interface KoladaSeries {
  readonly kpi: string
  /** `kolada:N02201` */
  readonly series: string
  readonly figures: readonly Figure[]
}

/** A value that is no figure, and where it stands. */
export interface FigureProblem {
  readonly problem:
    | 'not-a-number'
    | 'year-out-of-range'
    | 'unknown-gender'
    | 'unknown-place'
    | 'contradiction'
  readonly kpi: string
  readonly place: string
  readonly year: number
  readonly gender: string
  /** What was found there. */
  readonly found: string
}

export interface ReadingContext {
  /** The day the answer was given (YYYY-MM-DD), which tells what was not yet published. */
  readonly retrievedOn: string
  readonly entryOf: (kpi: string) => CatalogueEntry | undefined
}

/** The key of a KPI's series. */
export function koladaSeriesKey(kpi: string): string {
  return `kolada:${kpi}`
}

/** Kolada's total, kvinnor, män. */
const genders: ReadonlyMap<string, Gender> = new Map([
  ['T', 'all'],
  ['K', 'women'],
  ['M', 'men'],
])
const place = /^(?:\d{4}|G\d+)$/
const earliest = 1900
const latest = 2100

/** Reads figures from what Kolada answered: all of them, or every problem there is and none of them. */
export function koladaFigures(
  records: Iterable<DataRecord>,
  context: ReadingContext,
): Outcome<readonly KoladaSeries[], readonly FigureProblem[]> {
  const series = new Map<string, Map<string, Figure>>()
  const problems: FigureProblem[] = []
  for (const record of records) {
    const figures = series.get(record.kpi) ?? new Map<string, Figure>()
    series.set(record.kpi, figures)
    const entry = context.entryOf(record.kpi)
    for (const value of record.values) {
      const figure = figureOf(record, value, entry, context.retrievedOn)
      const key = `${record.municipality} ${record.period} ${value.gender}`
      const problem = problemOf(record, value) ?? contradictionOf(figures.get(key), figure)
      if (problem === null) figures.set(key, figure)
      else problems.push(problemAt(record, value.gender, problem))
    }
  }
  if (problems.length > 0) return refuse<readonly FigureProblem[]>(problems)
  return done(
    [...series].map(([kpi, figures]) => ({
      kpi,
      series: koladaSeriesKey(kpi),
      figures: [...figures.values()],
    })),
  )
}

type Value = DataRecord['values'][number]
type Problem = Pick<FigureProblem, 'problem' | 'found'>

function problemOf(record: DataRecord, value: Value): Problem | null {
  if (!place.test(record.municipality)) return { problem: 'unknown-place', found: record.municipality }
  if (!Number.isInteger(record.period) || record.period < earliest || record.period > latest) {
    return { problem: 'year-out-of-range', found: String(record.period) }
  }
  if (!genders.has(value.gender)) return { problem: 'unknown-gender', found: value.gender }
  if (value.value !== null && !Number.isFinite(value.value)) {
    return { problem: 'not-a-number', found: String(value.value) }
  }
  return null
}

/** The same figure twice is a page read twice. Two different ones are for Kolada to explain. */
function contradictionOf(known: Figure | undefined, figure: Figure): Problem | null {
  if (known === undefined || (known.value === figure.value && known.missing === figure.missing)) return null
  return {
    problem: 'contradiction',
    found: `${known.value ?? known.missing} / ${figure.value ?? figure.missing}`,
  }
}

function problemAt(record: DataRecord, gender: string, problem: Problem): FigureProblem {
  return { ...problem, kpi: record.kpi, place: record.municipality, year: record.period, gender }
}

function figureOf(
  record: DataRecord,
  value: Value,
  entry: CatalogueEntry | undefined,
  retrievedOn: string,
): Figure {
  const about = {
    place: record.municipality,
    gender: genders.get(value.gender) ?? 'all',
    year: record.period,
    note: noteOf(record, value, entry),
  }
  if (value.value === null || value.isDeleted) {
    const missing = missingReason(record.period, value, entry, retrievedOn)
    return { ...about, isPreliminary: false, value: null, missing }
  }
  const isPreliminary = isAwaited(record.period, entry, retrievedOn) || /^prel/i.test(value.status)
  return { ...about, isPreliminary, value: value.value, missing: null }
}

// What Kolada writes in `status` is not documented; in the answers that could be seen in 2026 it was empty, with a
// value and without. The words below are read by what they mean. Everything else stays a gap with its status in the note.
const hidden = new Set(['confidential', 'privacy', 'private', 'secret'])

/**
 * Why there is no value. The status first, then what the catalogue knows: the KPI has ended before the year, or the
 * year's figures are still to come. "Too few answers" and "did not take part" cannot be told apart from the value's own
 * record; `withAnswers` does, where the number of answers is a KPI, too.
 */
function missingReason(
  year: number,
  value: Value,
  entry: CatalogueEntry | undefined,
  retrievedOn: string,
): MissingReason {
  if (hidden.has(value.status.trim().toLowerCase())) return 'suppressed'
  if (value.isDeleted || !entry) return 'not-in-source'
  const lastYear = endingOf(entry)?.lastYear ?? null
  if (lastYear !== null && year > lastYear) return 'discontinued'
  return isToCome(year, entry, retrievedOn) ? 'not-yet-published' : 'not-in-source'
}

function isToCome(year: number, entry: CatalogueEntry, retrievedOn: string): boolean {
  const first = entry.preliminaryPublicationDate ?? entry.publicationDate
  return (
    entry.publicationPeriod !== null &&
    year >= entry.publicationPeriod &&
    first !== null &&
    first > retrievedOn
  )
}

/** Between the preliminary publication of a year and the final one, its figures are preliminary. */
function isAwaited(year: number, entry: CatalogueEntry | undefined, retrievedOn: string): boolean {
  if (!entry || entry.preliminaryPublicationDate === null || entry.publicationPeriod === null) return false
  const isOut = entry.preliminaryPublicationDate <= retrievedOn
  const isFinal = entry.publicationDate !== null && entry.publicationDate <= retrievedOn
  return year >= entry.publicationPeriod && isOut && !isFinal
}

/** What else the record says, for who looks closer: data, not a sentence. */
function noteOf(record: DataRecord, value: Value, entry: CatalogueEntry | undefined): string | null {
  const fewest = value.value === null && entry ? fewestAnswers(entry) : null
  const parts = [
    value.status.trim() === '' ? '' : `status: ${value.status.trim()}`,
    value.isDeleted ? 'deleted' : '',
    record.municipality.startsWith('G') && value.count !== null ? `members: ${value.count}` : '',
    fewest === null ? '' : `fewest answers: ${fewest}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join('; ')
}

/**
 * Tells "too few answers" from "did not take part" where another KPI counts the answers of the same survey, as U07554
 * does for U07453. Figures that are there, and gaps of other kinds, stay as they are.
 */
export function withAnswers(
  figures: readonly Figure[],
  answers: readonly Figure[],
  fewest: number,
): readonly Figure[] {
  const counts = new Map(answers.map((figure) => [cellOf(figure), figure.value]))
  return figures.map((figure) => {
    const count = counts.get(cellOf(figure)) ?? null
    if (figure.missing !== 'not-in-source' || count === null || count >= fewest) return figure
    return { ...figure, missing: count === 0 ? 'not-participated' : 'too-few-answers' }
  })
}

function cellOf(figure: Figure): string {
  return `${figure.place} ${figure.year} ${figure.gender}`
}
