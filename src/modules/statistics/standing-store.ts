import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { genders } from './core/figure.ts'
import { packStanding, unpackStandings } from './core/packed-standing.ts'
import type { Standing } from './core/standing.ts'
import { rowsOf } from '#platform/database/rows.ts'

/** Makes ready to write standings in place of those that are there; what is given does it, where anything has changed. */
export function standingsToPut(
  tx: Tx,
  networkId: string,
  standings: readonly Standing[],
): () => Promise<unknown> {
  if (standings.length === 0) return async () => undefined
  // In the order of the key: one place's lie beside one another.
  const inOrder = standings.toSorted((one, other) => (one.place < other.place ? -1 : 1))
  const rows = rowsOf([
    { type: 'text', values: inOrder.map(({ place }) => place) },
    { type: 'int', values: inOrder.map(({ series }) => series) },
    { type: 'smallint', values: inOrder.map(({ gender }) => genders.indexOf(gender)) },
    { type: 'bytea', values: inOrder.map(packStanding) },
  ])
  const insert = sql`
    insert into standing as known (network_id, place, series_id, gender, packed)
    select ${networkId}::uuid, ${rows}
    on conflict (network_id, place, series_id, gender) do update set packed = excluded.packed
    where known.packed <> excluded.packed`.compile(tx)
  return async () => tx.executeQuery(insert)
}

/** How one place stands in every series of the network. */
export async function profileOf(tx: Tx, place: string): Promise<readonly Standing[]> {
  return standingsWhere(tx, sql`place = ${place}`)
}

/** How every place stands in these series. */
export async function profilesOf(tx: Tx, series: readonly number[]): Promise<readonly Standing[]> {
  return standingsWhere(tx, sql`series_id = any (${sql.val([...series])}::int[])`)
}

async function standingsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly Standing[]> {
  // Thousands of rows cross as one for each place: most of the time that a row takes is its being a row.
  const { rows } = await sql<{ readonly place: string; readonly all: Buffer }>`
    select place, string_agg(packed, '') as all from standing where ${where} group by place`.execute(tx)
  return rows.flatMap(({ place, all }) => unpackStandings(place, all))
}
