import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { checkCubes, record } from '../../src/modules/statistics/index.ts'
import { knownAt } from './answers.ts'
import { figuresOfGender } from './figures.ts'
import { retrievalAt, type SeriesNumbers } from './load-ours.ts'
import { timesOf, type Times } from './questions.ts'
import { lastYear, vintages, type Shape } from './shape.ts'
import type { Stage } from './stage.ts'

/**
 * How many of the same rows a second a client sends through COPY into an empty table like ours, all of them ready as text
 * beforehand.
 */
export async function copyRate({ owner }: Stage): Promise<number> {
  const { rows } = await owner.query<{ file: string }>(
    `select current_setting('data_directory') || '/figures.copy' as file`,
  )
  const file = rows[0]?.file ?? ''
  await owner.query('create table copied (like figure including all)')
  await owner.query(`copy figure to ${pg.escapeLiteral(file)}`)
  const client = await owner.connect()
  const from = performance.now()
  const copying = client.query(copyFrom('copy copied from stdin'))
  await pipeline(createReadStream(file, { highWaterMark: 64_000 }), copying)
  const seconds = (performance.now() - from) / 1000
  client.release()
  await owner.query('drop table copied')
  return copying.rowCount / seconds
}

/** One KPI's next year, a value of every place, with all that is derived of it, for one KPI after the other. */
export async function kpiYearTimes(
  { asCoordinator, networkId }: Stage,
  { kpis, places }: Shape,
  { numberOf }: SeriesNumbers,
): Promise<Times> {
  const running = kpis.filter((kpi) => kpi.lastYear === lastYear)
  const retrieval = retrievalAt(knownAt(vintages.length + 1))
  return timesOf(running.length, async (index) => {
    const kpi = running[index]
    if (!kpi) return
    const next = { ...kpi, firstYear: lastYear + 1, lastYear: lastYear + 1, share: 1 }
    const figures = figuresOfGender(next, 'all', places, 0)
    const { added } = await asCoordinator(async (tx) =>
      record(tx, networkId, retrieval, [{ series: numberOf(kpi.kpi), figures }]),
    )
    if (added !== places.length) throw new Error(`${added} figures were added instead of ${places.length}`)
  })
}

/** How many seconds it takes to hold everything derived against its figures. All must be well. */
export async function checkSeconds({ ownerDb, networkId }: Stage): Promise<number> {
  const from = performance.now()
  const faults = await ownerDb.transaction().execute(async (tx) => checkCubes(tx, networkId))
  if (faults.length > 0) throw new Error(`The check finds ${JSON.stringify(faults.slice(0, 3))}`)
  return (performance.now() - from) / 1000
}

/** Bytes of a table with its indexes. */
export async function bytesOf({ owner }: Stage, table: string): Promise<number> {
  const { rows } = await owner.query<{ bytes: number }>('select pg_total_relation_size($1) as bytes', [table])
  return rows[0]?.bytes ?? 0
}
