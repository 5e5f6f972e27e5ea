import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { KnownFigure } from './core/cube.ts'
import { codeOf, genders, saidBy } from './core/figure.ts'
import type { Cell } from './core/moves.ts'
import { rowsOf, type Column } from '#platform/database/rows.ts'

/** A figure of a series. */
export type SeriesFigure = KnownFigure & { readonly series: number }

/** Makes ready to write figures beside those that are there; what is given does it. */
export function figuresToAdd(
  tx: Tx,
  networkId: string,
  figures: readonly SeriesFigure[],
): () => Promise<unknown> {
  const columns: readonly Column[] = [
    { type: 'int', values: figures.map(({ series }) => series) },
    { type: 'smallint', values: figures.map(({ gender }) => genders.indexOf(gender)) },
    { type: 'smallint', values: figures.map(({ year }) => year) },
    { type: 'text', values: figures.map(({ place }) => place) },
    { type: 'int', values: figures.map(({ retrieval }) => retrieval) },
    { type: 'float8', values: figures.map(({ value }) => value) },
    { type: 'smallint', values: figures.map(({ missing }) => codeOf(missing)) },
    { type: 'boolean', values: figures.map(({ isPreliminary }) => isPreliminary) },
    { type: 'text', values: figures.map(({ note }) => note) },
  ]
  const insert = sql`
    insert into figure
      (network_id, series_id, gender, year, place, retrieval_id, value, missing, is_preliminary, note)
    select ${networkId}::uuid, ${rowsOf(columns)}`.compile(tx)
  return async () => tx.executeQuery(insert)
}

interface FigureRow {
  readonly seriesId: number
  readonly gender: number
  readonly year: number
  readonly place: string
  readonly retrievalId: number
  readonly value: number | null
  readonly missing: number | null
  readonly isPreliminary: boolean
  readonly note: string | null
}

function figureOf(row: FigureRow): SeriesFigure {
  const { seriesId, gender, year, place, retrievalId, value, missing, isPreliminary, note } = row
  return {
    series: seriesId,
    gender: genders[gender] ?? 'all',
    year,
    place,
    retrieval: retrievalId,
    ...saidBy(value, missing),
    isPreliminary,
    note,
  }
}

/**
 * What was known of these series at a moment, each cell by its latest retrieval until then. Without a moment: all that was
 * ever written, latest of each cell.
 */
export async function figuresAsKnown(
  tx: Tx,
  series: readonly number[],
  at?: Date,
): Promise<readonly SeriesFigure[]> {
  if (series.length === 0) return []
  const { rows } = await sql<FigureRow>`
    select distinct on (figure.series_id, figure.gender, figure.year, figure.place)
      figure.series_id, figure.gender, figure.year, figure.place, figure.retrieval_id, figure.value, figure.missing,
      figure.is_preliminary, figure.note
    from figure
    where figure.series_id = any (${sql.val([...series])}::int[])
      and (${at ?? null}::timestamptz is null or figure.retrieval_id in (
        select id from retrieval where known_at <= ${at ?? null}::timestamptz))
    order by figure.series_id, figure.gender, figure.year, figure.place, figure.retrieval_id desc`.execute(tx)
  return rows.map(figureOf)
}

/** All that was ever said of one cell, the newest first. */
export async function historyOf(tx: Tx, cell: Cell): Promise<readonly SeriesFigure[]> {
  const { rows } = await sql<FigureRow>`
    select figure.series_id, figure.gender, figure.year, figure.place, figure.retrieval_id, figure.value, figure.missing,
      figure.is_preliminary, figure.note
    from figure
    where figure.series_id = ${cell.series} and figure.gender = ${genders.indexOf(cell.gender)}
      and figure.year = ${cell.year} and figure.place = ${cell.place}
    order by figure.retrieval_id desc`.execute(tx)
  return rows.map(figureOf)
}

/** Which figures that replaced others are asked for. */
export interface RevisionQuery {
  /** Of these series only. */
  readonly series?: readonly number[]
  /** Of these places only. */
  readonly places?: readonly string[]
  readonly since?: Date
  readonly until?: Date
  readonly limit: number
  readonly offset?: number
}

/** A figure, and what it replaced. */
export interface Replaced {
  readonly before: SeriesFigure
  readonly after: SeriesFigure
}

interface ReplacedRow extends FigureRow {
  readonly oldRetrievalId: number
  readonly oldValue: number | null
  readonly oldMissing: number | null
  readonly oldIsPreliminary: boolean
  readonly oldNote: string | null
}

/** Figures that replaced others, the newest first. A note alone that changed is none. */
export async function replacedFigures(tx: Tx, query: RevisionQuery): Promise<readonly Replaced[]> {
  const { rows } = await sql<ReplacedRow>`
    select figure.series_id, figure.gender, figure.year, figure.place, figure.retrieval_id, figure.value, figure.missing,
      figure.is_preliminary, figure.note, old.retrieval_id as old_retrieval_id, old.value as old_value,
      old.missing as old_missing, old.is_preliminary as old_is_preliminary, old.note as old_note
    from retrieval
    join figure on figure.network_id = retrieval.network_id and figure.retrieval_id = retrieval.id
    cross join lateral (
      select earlier.* from figure earlier
      where earlier.network_id = figure.network_id and earlier.series_id = figure.series_id
        and earlier.gender = figure.gender and earlier.year = figure.year and earlier.place = figure.place
        and earlier.retrieval_id < figure.retrieval_id
      order by earlier.retrieval_id desc limit 1) old
    where (${query.series ? sql.val([...query.series]) : null}::int[] is null
        or figure.series_id = any (${query.series ? sql.val([...query.series]) : null}::int[]))
      and (${query.places ? sql.val([...query.places]) : null}::text[] is null
        or figure.place = any (${query.places ? sql.val([...query.places]) : null}::text[]))
      and (${query.since ?? null}::timestamptz is null or retrieval.known_at >= ${query.since ?? null}::timestamptz)
      and (${query.until ?? null}::timestamptz is null or retrieval.known_at < ${query.until ?? null}::timestamptz)
      and (figure.value, figure.missing) is distinct from (old.value, old.missing)
    order by retrieval.known_at desc, retrieval.id desc, figure.series_id, figure.year desc, figure.place, figure.gender
    limit ${query.limit} offset ${query.offset ?? 0}`.execute(tx)
  return rows.map((row) => ({
    after: figureOf(row),
    before: figureOf({
      ...row,
      retrievalId: row.oldRetrievalId,
      value: row.oldValue,
      missing: row.oldMissing,
      isPreliminary: row.oldIsPreliminary,
      note: row.oldNote,
    }),
  }))
}

/** What came with one retrieval of one series. */
export interface Arrival {
  readonly retrieval: number
  readonly series: number
  readonly firstYear: number
  readonly lastYear: number
  readonly places: number
  /** Cells that nobody had spoken of, and cells that were said anew. */
  readonly added: number
  readonly changed: number
}

/** What came to be known in a span of time, the newest first; of these places only, if any are named. */
export async function arrivalsOf(
  tx: Tx,
  span: { readonly since: Date; readonly until: Date; readonly places?: readonly string[] },
): Promise<readonly Arrival[]> {
  const { rows } = await sql<Arrival>`
    select retrieval.id as retrieval, figure.series_id as series, min(figure.year)::int as first_year,
      max(figure.year)::int as last_year, count(distinct figure.place)::int as places,
      count(*) filter (where old.is_old is null)::int as added,
      count(*) filter (where old.is_old)::int as changed
    from retrieval
    join figure on figure.network_id = retrieval.network_id and figure.retrieval_id = retrieval.id
    left join lateral (
      select true as is_old from figure earlier
      where earlier.network_id = figure.network_id and earlier.series_id = figure.series_id
        and earlier.gender = figure.gender and earlier.year = figure.year and earlier.place = figure.place
        and earlier.retrieval_id < figure.retrieval_id limit 1) old on true
    where retrieval.known_at >= ${span.since} and retrieval.known_at < ${span.until}
      and (${span.places ? sql.val([...span.places]) : null}::text[] is null
        or figure.place = any (${span.places ? sql.val([...span.places]) : null}::text[]))
    group by retrieval.id, retrieval.known_at, figure.series_id
    order by retrieval.known_at desc, retrieval.id desc, figure.series_id`.execute(tx)
  return rows
}

/** Series numbers whose figures have no series, or came with a retrieval that is not there. */
export async function orphans(tx: Tx, networkId: string) {
  const { rows } = await sql<{
    kind: 'figures-without-series' | 'figures-without-retrieval'
    series: number
    gender: null
  }>`
    select distinct 'figures-without-series' as kind, series_id as series, null as gender from figure
    where network_id = ${networkId} and series_id not in (select id from series where network_id = ${networkId})
    union all
    select distinct 'figures-without-retrieval', series_id, null from figure
    where network_id = ${networkId}
      and retrieval_id not in (select id from retrieval where network_id = ${networkId})`.execute(tx)
  return rows
}
