import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Bilingual } from '#platform/values/locale.ts'

/** Where figures come from. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly title: string
  readonly url: string | null
  readonly licence: string
  readonly licenceUrl: string | null
  readonly vintage: string
  /** The source's own date, as far as it is known: a year, a month or a day. */
  readonly retrievedOn: string | null
  readonly note: Bilingual
}

/** One thing that is counted, by one source, in one way. */
export interface Series {
  readonly id: number
  /** `kolada:N02201`, `pxweb:…`, `own:<indicator>`. */
  readonly key: string
  /** As its source called it when the series was begun; null where that is not known. */
  readonly title: string | null
}

/** The ways in which figures come to be known. */
export const ways = ['planted', 'kolada', 'pxweb', 'file', 'hand'] as const
export type Way = (typeof ways)[number]

/** One occasion on which figures came to be known. */
export interface Retrieval {
  readonly id: number
  /** When the network knew it. */
  readonly knownAt: Date
  readonly way: Way
  readonly source: Source
  readonly retrievedOn: string | null
  readonly byPerson: string | null
  readonly confirmedBy: string | null
}

/** A retrieval that is about to be. */
export interface NewRetrieval extends Omit<Retrieval, 'id' | 'source'> {
  readonly sourceId: string
}

/** The network's series with these keys. A key that nobody has begun is left out. */
export async function seriesWith(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Series>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom('series')
    .select(['id', 'key', 'title'])
    .where('key', 'in', [...keys])
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

/** Begins a series, or finds the one that has the key. */
export async function beginSeries(
  tx: Tx,
  networkId: string,
  { key, title }: Omit<Series, 'id'>,
): Promise<Series> {
  await tx
    .insertInto('series')
    .values({ networkId, key, title })
    .onConflict((conflict) => conflict.columns(['networkId', 'key']).doNothing())
    .execute()
  return tx
    .selectFrom('series')
    .select(['id', 'key', 'title'])
    .where('networkId', '=', networkId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

/** Adds a source; one that is there already stays as it is. */
export async function addSource(tx: Tx, networkId: string, { note, ...source }: Source): Promise<void> {
  await tx
    .insertInto('source')
    .values({ networkId, ...source, note: JSON.stringify(note) })
    .onConflict((conflict) => conflict.columns(['networkId', 'id']).doNothing())
    .execute()
}

/** Writes down that figures came to be known; gives the retrieval's number. */
export async function addRetrieval(tx: Tx, networkId: string, retrieval: NewRetrieval): Promise<number> {
  const { id } = await tx
    .insertInto('retrieval')
    .values({ networkId, ...retrieval })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const sourceColumns = [
  'source.id as sourceId',
  'publisher',
  'title',
  'url',
  'licence',
  'licenceUrl',
  'vintage',
  'source.retrievedOn as sourceRetrievedOn',
  'note',
] as const

/** Retrievals with their sources, by number. */
export async function retrievalsOf(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, Retrieval>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('retrieval')
    .innerJoin('source', (join) =>
      join
        .onRef('source.networkId', '=', 'retrieval.networkId')
        .onRef('source.id', '=', 'retrieval.sourceId'),
    )
    .select([
      'retrieval.id',
      'knownAt',
      'way',
      'retrieval.retrievedOn',
      'byPerson',
      'confirmedBy',
      ...sourceColumns,
    ])
    .where(sql<boolean>`retrieval.id = any (${sql.val([...new Set(ids)])}::int[])`)
    .execute()
  return new Map(
    rows.map(({ id, knownAt, way, retrievedOn, byPerson, confirmedBy, ...row }) => [
      id,
      { id, knownAt, way, retrievedOn, byPerson, confirmedBy, source: sourceOf(row) },
    ]),
  )
}

function sourceOf({
  sourceId,
  sourceRetrievedOn,
  ...rest
}: Omit<Source, 'id' | 'retrievedOn'> & {
  sourceId: string
  sourceRetrievedOn: string | null
}): Source {
  return { id: sourceId, retrievedOn: sourceRetrievedOn, ...rest }
}

/** Which of these retrievals came after a moment. */
export async function retrievedAfter(
  tx: Tx,
  ids: readonly number[],
  moment: Date,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('retrieval')
    .select('id')
    .where(sql<boolean>`id = any (${sql.val([...new Set(ids)])}::int[])`)
    .where('knownAt', '>', moment)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Lets one recording at a time decide what is new in the network's figures. */
export async function holdFigures(tx: Tx, networkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${networkId}, 3))`.execute(tx)
}

/** The numbers of every series of a network. */
export async function seriesIn(tx: Tx, networkId: string): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('series')
    .select('id')
    .where('networkId', '=', networkId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
