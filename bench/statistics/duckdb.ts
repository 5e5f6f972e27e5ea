import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  DuckDBDataChunk,
  DuckDBInstance,
  DOUBLE,
  INTEGER,
  SMALLINT,
  TINYINT,
  VARCHAR,
} from '@duckdb/node-api'
import { genders, type Figure } from '../../src/modules/statistics/index.ts'
import type { Design } from './answers.ts'
import { newsOf } from './figures.ts'
import { vintages, type Shape } from './shape.ts'
import { askedInSql, type Row } from './table-questions.ts'

const types = [INTEGER, TINYINT, SMALLINT, VARCHAR, TINYINT, DOUBLE, VARCHAR]
const rowsAtOnce = 2048

/** DuckDB with the same rows in a file. */
export async function loadDuckDb(
  folder: string,
  shape: Shape,
): Promise<Design & { readonly bytes: number; readonly close: () => void }> {
  const file = join(folder, 'figures.duckdb')
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  await connection.run(
    'create table figure (kpi int, gender tinyint, year smallint, place varchar, vintage tinyint, value double, missing varchar)',
  )
  const appender = await connection.createAppender('figure')
  for (const rows of chunks(shape)) {
    const chunk = DuckDBDataChunk.create(types)
    chunk.setRows(rows)
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  await connection.run('checkpoint')
  const numbers = new Map(shape.kpis.map(({ kpi }, index) => [kpi, index]))
  const design = askedInSql({
    name: 'DuckDB, a file',
    table: 'figure',
    series: 'kpi',
    gender: 'gender',
    place: 'place',
    newest: 'vintage',
    seriesIs: (kpi) => String(numbers.get(kpi)),
    kpiOf: (index) => shape.kpis[index as number]?.kpi ?? '',
    genderIs: String,
    genderOf: Number,
    wasKnown: 'vintage <= 1',
    ask: async (question): Promise<readonly Row[]> => (await connection.runAndReadAll(question)).getRows(),
  })
  return {
    ...design,
    bytes: statSync(file).size,
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

type Cells = (number | string | null)[]

function* chunks({ kpis, places }: Shape): Generator<Cells[]> {
  let rows: Cells[] = []
  for (const vintage of [0, ...vintages]) {
    for (const [index, kpi] of kpis.entries()) {
      for (const figure of newsOf(kpi, places, vintage)) {
        rows.push(cellsOf(figure, index, vintage))
        if (rows.length < rowsAtOnce) continue
        yield rows
        rows = []
      }
    }
  }
  yield rows
}

function cellsOf({ gender, year, place, value, missing }: Figure, kpi: number, vintage: number): Cells {
  return [kpi, genders.indexOf(gender), year, place, vintage, value, missing]
}
