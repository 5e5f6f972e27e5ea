import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IndicatorDraft } from './core/forms.ts'
import type { Indicator, IndicatorSeries, Library, Observation, Source } from './core/indicator.ts'

const columns = [
  'id',
  'koladaId',
  'headline',
  'areaId',
  'name',
  'definition',
  'method',
  'unit',
  'decimals',
  'direction',
  'regionRule',
  'standIn',
  'howToRetrieve',
  'nextPublication',
  'breaks',
  'retiredAt',
  'version',
] as const

// Column by column instead of key by key: a network's series are read for every page and this is half the bytes.
type ObservationRow = [
  string,
  number,
  number | null,
  Observation['missing'],
  string,
  string | null,
  string | null,
]

interface SourceRow {
  id: string
  publisher: string
  title: string
  url: string | null
  licence: string
  licence_url: string | null
  vintage: string
  retrieved_on: string | null
  note: Source['note']
}

/** Which indicators a page is about. Their stand-ins and the series that weigh any of them come along. */
export type Wanted =
  | { readonly kind: 'headline'; readonly and?: readonly string[] }
  | { readonly kind: 'these'; readonly ids: readonly string[] }
  | { readonly kind: 'all' }

/** The indicators a page needs, with their series and sources, in one query. */
export async function libraryOf(tx: Tx, wanted: Wanted): Promise<Library> {
  const rows = await tx
    .selectFrom('indicator')
    .select(columns)
    .select([
      sql<ObservationRow[]>`coalesce((
        select json_agg(json_build_array(o.municipality, o.year, o.value, o.missing, o.source_id, o.retrieved_on, o.note)
                        order by o.year, o.municipality)
        from observation o
        where o.network_id = indicator.network_id and o.indicator_id = indicator.id), '[]')`.as(
        'observations',
      ),
      sql<SourceRow[]>`coalesce((
        select json_agg(to_jsonb(s) - 'network_id' order by s.id) from source s
        where s.network_id = indicator.network_id and s.id in (
          select o.source_id from observation o
          where o.network_id = indicator.network_id and o.indicator_id = indicator.id)), '[]')`.as('sources'),
    ])
    .where(neededFor(wanted))
    .orderBy(sql`headline nulls last`)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ observations, sources, ...indicator }) => [
      indicator.id,
      {
        indicator,
        observations: observations.map(asObservation),
        sources: sources.map(asSource),
      } satisfies IndicatorSeries,
    ]),
  )
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

function asObservation(row: ObservationRow): Observation {
  const [municipality, year, value, missing, source, retrievedOn, note] = row
  const origin = { municipality, year, source, retrievedOn, note }
  if (value !== null) return { ...origin, value, missing: null }
  // The table refuses a row that has neither a value nor a reason.
  if (missing === null)
    throw new Error(`An observation of ${municipality} ${year} has neither value nor reason`)
  return { ...origin, value: null, missing }
}

function asSource({ licence_url, retrieved_on, ...source }: SourceRow): Source {
  return { ...source, licenceUrl: licence_url, retrievedOn: retrieved_on }
}

/** An indicator as one chooses among them. */
export interface Choice {
  readonly id: string
  readonly name: Indicator['name']
  readonly headline: number | null
  readonly standIn: string | null
  readonly unit: Indicator['unit']
  readonly regionRule: Indicator['regionRule']
  readonly hasValues: boolean
  readonly retiredAt: Date | null
}

/** Every indicator of the network, without its values. */
export async function choicesOf(tx: Tx): Promise<readonly Choice[]> {
  return tx
    .selectFrom('indicator')
    .select(['id', 'name', 'headline', 'standIn', 'unit', 'regionRule', 'retiredAt'])
    .select(
      sql<boolean>`exists (select from observation o where o.network_id = indicator.network_id
        and o.indicator_id = indicator.id and o.value is not null)`.as('hasValues'),
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

/** Adds an indicator that has no values yet. */
export async function addIndicator(
  tx: Tx,
  networkId: string,
  id: string,
  draft: IndicatorDraft,
): Promise<void> {
  await tx
    .insertInto('indicator')
    .values({ networkId, id, ...rowOf(draft) })
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
