import { sql } from 'kysely'
import type { Design } from './answers.ts'
import { asKnownAt } from './answers.ts'
import type { SeriesNumbers } from './load-ours.ts'
import type { Stage } from './stage.ts'
import { askedInSql, type Row } from './table-questions.ts'

/** Our own table of figures asked straight, as though there were no cubes and no standings. */
export function narrowDesign({ asVisitor }: Stage, { numberOf, kpiOf }: SeriesNumbers): Design {
  return askedInSql({
    name: 'the narrow table alone',
    table: 'figure',
    series: 'series_id',
    gender: 'gender',
    place: 'place',
    newest: 'retrieval_id',
    seriesIs: (kpi) => String(numberOf(kpi)),
    kpiOf: (series) => kpiOf(series as number),
    genderIs: String,
    genderOf: Number,
    wasKnown: `retrieval_id in (select id from retrieval where known_at <= '${asKnownAt.toISOString()}')`,
    ask: async (question) =>
      asVisitor(async (tx) => {
        const { rows } = await sql.raw<Record<string, unknown>>(question).execute(tx)
        return rows.map((row): Row => Object.values(row))
      }),
  })
}
