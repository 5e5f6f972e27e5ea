import { csvText } from '#platform/values/csv.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { standingOn, type AdoptedColumn, type AdoptedGrid } from '../core/adopted-on.ts'
import { textsIn } from './texts.ts'

/** Which interventions stood in which programme on a day, a row for each of both. */
export function adoptedCsv({ day, interventions, columns }: AdoptedGrid, locale: Locale): string {
  const { matrix, standings } = textsIn(locale)
  const { columns: headings } = matrix
  const rows = interventions.flatMap((one) =>
    columns.map((column) => {
      const { standing, nodes } = standingOn(column, one.id)
      const version = versionIn(column)
      return [
        day,
        column.municipality.code,
        column.municipality.name,
        version?.version ?? null,
        version?.name ?? null,
        version?.decidedOn ?? null,
        one.number,
        inLocale(one.name, locale),
        standings[standing],
        nodes.map(({ text }) => text).join('; ') || null,
        version?.isExample ? matrix.yes : matrix.no,
      ]
    }),
  )
  return csvText([
    [
      headings.day,
      headings.municipalityCode,
      headings.municipality,
      headings.version,
      headings.programme,
      headings.decidedOn,
      headings.number,
      headings.intervention,
      headings.standing,
      headings.nodes,
      headings.example,
    ],
    ...rows,
  ])
}

/** The version that was in force for sure. */
export function versionIn({ inForce }: AdoptedColumn) {
  return inForce.kind === 'one' ? inForce.version : null
}
