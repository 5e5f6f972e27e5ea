import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Figure } from '../../src/modules/statistics/index.ts'
import { newsOf } from './figures.ts'
import { vintages, type Shape } from './shape.ts'

/** A figure on its way into a table: its KPI by name and by its place in the shape. */
export type Line = (
  figure: Figure,
  kpi: { readonly name: string; readonly index: number },
  vintage: number,
) => string

const charactersAtOnce = 64_000

/** Sends every figure of every vintage through COPY; gives how many there were. */
export async function copyAll(pool: pg.Pool, into: string, shape: Shape, line: Line): Promise<number> {
  const client = await pool.connect()
  let count = 0
  function* pieces() {
    let piece = ''
    for (const text of lines(shape, line)) {
      piece += text
      count += 1
      if (piece.length < charactersAtOnce) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  try {
    await pipeline(Readable.from(pieces()), client.query(copyFrom(`copy ${into} from stdin`)))
    return count
  } finally {
    client.release()
  }
}

function* lines({ kpis, places }: Shape, line: Line): Generator<string> {
  for (const vintage of [0, ...vintages]) {
    for (const [index, kpi] of kpis.entries())
      for (const figure of newsOf(kpi, places, vintage)) yield line(figure, { name: kpi.kpi, index }, vintage)
  }
}
