import type { CsvRow } from '#platform/values/csv.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import type { Figures, Part, Row, Speed } from '../../figures/figures.ts'
import type { ReadFigures } from './read-figures.ts'

/** One number as it stands in a file; null is hidden. */
interface FiledNumber {
  readonly of: 'all' | 'topic' | 'municipality'
  /** Several where they are told together. */
  readonly groups: readonly string[]
  readonly measure: string
  readonly kinds: readonly string[]
  readonly value: number | null
}

/** The figures as an open file: what the page tells, and nothing else. */
export function filedFigures({ release }: Pick<ReadFigures, 'release'>) {
  if (!release) return { from: null, until: null, publishedOn: null, isExample: false, numbers: [] }
  const { from, before, publishedAt, isExample, figures } = release
  return {
    from,
    until: addDays(before, -1),
    publishedOn: dayOf(publishedAt),
    isExample,
    numbers: numbersIn(figures),
  }
}

function numbersIn(figures: Figures): readonly FiledNumber[] {
  const all = { of: 'all', groups: [] } as const
  return [
    { ...all, measure: 'matters', kinds: [], value: figures.came },
    ...speedNumbers('first-word', figures.firstWord, all),
    ...speedNumbers('plan', figures.plan, all),
    ...partNumbers('outcome', figures.outcomes, all),
    ...partNumbers('verdict', figures.verdicts, all),
    ...figures.byTopic.flatMap((row) => rowNumbers('topic', row)),
    ...figures.byMunicipality.flatMap((row) => rowNumbers('municipality', row)),
  ]
}

type Group = Pick<FiledNumber, 'of' | 'groups'>

function rowNumbers(
  of: 'topic' | 'municipality',
  { ids, came, firstWord, plan }: Row,
): readonly FiledNumber[] {
  const group: Group = { of, groups: ids.map((id) => id || 'none') }
  return [
    { ...group, measure: 'matters', kinds: [], value: came },
    ...speedNumbers('first-word', firstWord, group),
    ...speedNumbers('plan', plan, group),
  ]
}

function speedNumbers(measure: string, { parts, median }: Speed, group: Group): readonly FiledNumber[] {
  return [
    ...partNumbers(measure, parts, group),
    { ...group, measure: `${measure}-median-working-days`, kinds: [], value: median },
  ]
}

function partNumbers(measure: string, parts: readonly Part[], group: Group): readonly FiledNumber[] {
  return parts.map(({ ids, count }) => ({ ...group, measure, kinds: ids, value: count }))
}

/** The same as rows, the headings first. */
export function csvRows(read: Pick<ReadFigures, 'release'>): readonly CsvRow[] {
  const { from, until, numbers } = filedFigures(read)
  const period = [from, until] as const
  return [
    ['from', 'until', 'of', 'groups', 'measure', 'kinds', 'value'],
    ...numbers.map(({ of, groups, measure, kinds, value }): CsvRow => [
      ...period,
      of,
      groups.join('+'),
      measure,
      kinds.join('+'),
      value,
    ]),
  ]
}
