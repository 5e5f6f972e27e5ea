import { csvText } from '#platform/values/csv.ts'
import type { Revision } from '../reads.ts'
import { sourceText } from './words.ts'

const columns = [
  'known_at',
  'indicator',
  'municipality_code',
  'municipality',
  'year',
  'sex',
  'value_before',
  'missing_before',
  'preliminary_before',
  'value',
  'missing',
  'preliminary',
  'unit',
  'source',
  'licence',
]

/** Values that were replaced, and what by, as comma-separated text. */
export function revisionsCsv(revisions: readonly Revision[]): string {
  const rows = revisions.map(({ indicator, retrieval, municipality, before, after }) => [
    retrieval.knownAt.toISOString(),
    indicator.id,
    municipality.code,
    municipality.name,
    after.year,
    after.gender,
    before.value,
    before.missing,
    yesOrNo(before.isPreliminary),
    after.value,
    after.missing,
    yesOrNo(after.isPreliminary),
    indicator.unit,
    sourceText(retrieval),
    retrieval.source.licence,
  ])
  return csvText([columns, ...rows])
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no'
}
