import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IndicatorDraft } from './core/forms.ts'
import type { Indicator, Target } from './core/indicator.ts'

const columns = [
  'id',
  'series',
  'headline',
  'areaId',
  'name',
  'definition',
  'method',
  'unit',
  'decimals',
  'direction',
  'fewest',
  'regionRule',
  'standIn',
  'howToRetrieve',
  'nextPublication',
  'breaks',
  'retiredAt',
  'version',
] as const

/** Which indicators a page is about. Their stand-ins and the series that weigh any of them come along. */
export type Wanted =
  | { readonly kind: 'headline'; readonly and?: readonly string[] }
  | { readonly kind: 'these'; readonly ids: readonly string[] }
  | { readonly kind: 'all' }

/** Indicators as their rows hold them, with the codes of the network's municipalities. */
export interface IndicatorRow {
  readonly indicator: Indicator
  /** The numbers of its series, in the order of their keys; those that nobody has begun are left out. */
  readonly seriesIds: readonly number[]
  readonly targets: readonly Target[]
  readonly municipalities: readonly string[]
}

/** The indicators a page needs, without their values; and the moment that the transaction speaks of, if not now. */
export async function indicatorRows(
  tx: Tx,
  wanted: Wanted,
): Promise<{ readonly rows: readonly IndicatorRow[]; readonly asOf: Date | null }> {
  const rows = await tx
    .selectFrom('indicator')
    .select(columns)
    .select([
      sql<number[]>`array(
        select s.id from unnest(indicator.series) with ordinality as own (key, place)
        join series s on s.network_id = indicator.network_id and s.key = own.key order by own.place)`.as(
        'seriesIds',
      ),
      sql<Target[]>`coalesce((
        select json_agg(json_build_object('place', t.municipality, 'year', t.year, 'value', t.value,
          'decidedBy', t.decided_by, 'decidedOn', t.decided_on, 'url', t.url) order by t.year, t.municipality)
        from target t where t.network_id = indicator.network_id and t.indicator_id = indicator.id
          and t.withdrawn_at is null), '[]')`.as('targets'),
      sql<string[]>`array(select code from municipality m where m.network_id = indicator.network_id)`.as(
        'municipalities',
      ),
      sql<Date | null>`nullif(current_setting('samsyn.as_of', true), '')::timestamptz`.as('asOf'),
    ])
    .where(neededFor(wanted))
    .orderBy(sql`headline nulls last`)
    .orderBy('id')
    .execute()
  return {
    asOf: rows[0]?.asOf ?? null,
    rows: rows.map((row) => {
      const { seriesIds, targets, municipalities, ...indicator } = row
      return { indicator, seriesIds, targets, municipalities }
    }),
  }
}

function neededFor(wanted: Wanted) {
  if (wanted.kind === 'all') return sql<boolean>`true`
  const ids = wanted.kind === 'these' ? wanted.ids : (wanted.and ?? [])
  const headline = wanted.kind === 'headline'
  return sql<boolean>`indicator.id in (
    with asked as (
      select id, stand_in, region_rule from indicator
      where id = any (${sql.val([...ids])}::text[]) or (${headline}::boolean and headline is not null and retired_at is null)
    ), shown as (
      select id, region_rule from asked
      union select i.id, i.region_rule from indicator i join asked on i.id = asked.stand_in
    )
    select id from shown union select region_rule->>'weight' from shown where region_rule->>'kind' = 'weighted-mean')`
}

/** An indicator as one chooses among them. */
export interface Choice {
  readonly id: string
  readonly name: Indicator['name']
  readonly headline: number | null
  readonly standIn: string | null
  readonly unit: Indicator['unit']
  readonly decimals: number
  readonly fewest: number | null
  readonly regionRule: Indicator['regionRule']
  readonly series: readonly string[]
  /** Whether any municipality of the network has a value. */
  readonly hasValues: boolean
  readonly retiredAt: Date | null
}

/** Every indicator of the network, without its values. */
export async function choicesOf(tx: Tx): Promise<readonly Choice[]> {
  return tx
    .selectFrom('indicator')
    .select([
      'id',
      'name',
      'headline',
      'standIn',
      'unit',
      'decimals',
      'fewest',
      'regionRule',
      'series',
      'retiredAt',
    ])
    .select(
      sql<boolean>`exists (
        select from series s join standing on standing.network_id = s.network_id and standing.series_id = s.id
        where s.network_id = indicator.network_id and s.key = any (indicator.series)
          and standing.place in (select code from municipality))`.as('hasValues'),
    )
    .orderBy(sql`headline nulls last`)
    .orderBy('id')
    .execute()
}

/** An indicator, held until the transaction ends so that two editors write one after the other. */
export async function indicatorToChange(tx: Tx, id: string): Promise<Indicator | undefined> {
  return tx.selectFrom('indicator').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Lets one change at a time decide about the network's indicators: a place or a name is not given twice. */
export async function holdIndicators(tx: Tx, networkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${networkId}, 2))`.execute(tx)
}

const nextVersion = sql<number>`version + 1`

function rowOf(draft: IndicatorDraft) {
  return {
    name: JSON.stringify(draft.name),
    definition: JSON.stringify(draft.definition),
    method: JSON.stringify(draft.method),
    howToRetrieve: JSON.stringify(draft.howToRetrieve),
    unit: draft.unit,
    decimals: draft.decimals,
    direction: draft.direction,
    fewest: draft.fewest,
    breaks: JSON.stringify(draft.breaks),
    regionRule: JSON.stringify(draft.regionRule),
    headline: draft.headline,
    nextPublication: draft.nextPublication,
    standIn: draft.standIn,
  }
}

/** Writes what the coordinator has decided about an indicator. */
export async function changeIndicator(tx: Tx, id: string, draft: IndicatorDraft): Promise<void> {
  await tx
    .updateTable('indicator')
    .set({ ...rowOf(draft), version: nextVersion })
    .where('id', '=', id)
    .execute()
}

/** Adds an indicator, with the keys of the series that its values are to be read from. */
export async function addIndicator(
  tx: Tx,
  networkId: string,
  id: string,
  draft: IndicatorDraft,
  series: readonly string[] = [],
): Promise<void> {
  await tx
    .insertInto('indicator')
    .values({ networkId, id, series: [...series], ...rowOf(draft) })
    .execute()
}

/** Retires an indicator, which frees its place among the headline ones, or takes the retirement back. */
export async function setRetired(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('indicator')
    .set({ retiredAt: at, headline: null, version: nextVersion })
    .where('id', '=', id)
    .execute()
}

/** Notes when the next figures of a series are expected, at every indicator that reads it now. */
export async function expectPublication(tx: Tx, seriesKey: string, day: string | null): Promise<void> {
  await tx
    .updateTable('indicator')
    .set({ nextPublication: day })
    .where(sql<boolean>`series[cardinality(series)] = ${seriesKey}`)
    .where(sql<boolean>`next_publication is distinct from ${day}::date`)
    .execute()
}

/** Writes which series an indicator is read from, and where its values break. */
export async function setSeries(
  tx: Tx,
  id: string,
  { series, breaks }: Pick<Indicator, 'series' | 'breaks'>,
): Promise<void> {
  await tx
    .updateTable('indicator')
    .set({ series: [...series], breaks: JSON.stringify(breaks), version: nextVersion })
    .where('id', '=', id)
    .execute()
}
