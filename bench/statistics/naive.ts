import { genders } from '../../src/modules/statistics/index.ts'
import { asKnownAt, knownAt, type Design } from './answers.ts'
import { copyAll } from './copy.ts'
import type { Shape } from './shape.ts'
import type { Stage } from './stage.ts'
import { askedInSql, type Row } from './table-questions.ts'

/** The table that one would begin with: ids as text, numbers as they are written, a key that counts. */
export async function loadNaive({ owner }: Stage, shape: Shape): Promise<Design> {
  await owner.query(`create table naive (
    id bigserial primary key, kpi text not null, municipality text not null, gender text not null, year int not null,
    value numeric, status text, retrieved_at timestamptz not null)`)
  await copyAll(
    owner,
    'naive (kpi, municipality, gender, year, value, status, retrieved_at)',
    shape,
    ({ place, gender, year, value, missing }, { name }, vintage) =>
      `${name}\t${place}\t${gender}\t${year}\t${value ?? String.raw`\N`}\t${missing ?? String.raw`\N`}\t${knownAt(vintage).toISOString()}\n`,
  )
  await owner.query('create index on naive (kpi, municipality, year)')
  await owner.query('vacuum analyze naive')
  return askedInSql({
    name: 'the naive table (text ids, numeric, bigserial)',
    table: 'naive',
    series: 'kpi',
    gender: 'gender',
    place: 'municipality',
    newest: 'retrieved_at',
    seriesIs: (kpi) => `'${kpi}'`,
    kpiOf: String,
    genderIs: (index) => `'${genders[index]}'`,
    genderOf: (gender) => genders.findIndex((one) => one === gender),
    wasKnown: `retrieved_at <= '${asKnownAt.toISOString()}'`,
    ask: async (question) => {
      const { rows } = await owner.query<Record<string, unknown>>(question)
      return rows.map((row): Row => Object.values(row))
    },
  })
}
