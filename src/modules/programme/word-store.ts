import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Word } from './core/cell.ts'

/** Where a cell stands in its network. */
export interface CellPlace {
  readonly networkId: string
  readonly municipality: string
  readonly intervention: string
}

/** Lets one speak for a municipality at a time, until the transaction ends. */
export async function holdWords(tx: Tx, networkId: string, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${networkId} ${municipality}`}, 4))`.execute(tx)
}

/** What a cell says now and in which version; undefined where nobody has spoken. */
export async function latestWord(
  tx: Tx,
  place: CellPlace,
): Promise<{ word: Word; version: number } | undefined> {
  const row = await tx
    .selectFrom('word')
    .select(['status', 'text', 'ownerId', 'deputyId', 'milestone', 'milestoneOn', 'version'])
    .where('networkId', '=', place.networkId)
    .where('municipality', '=', place.municipality)
    .where('interventionId', '=', place.intervention)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { version, ownerId: owner, deputyId: deputy, ...rest } = row
  return { version, word: { ...rest, owner, deputy } }
}

interface Saying {
  readonly word: Word
  readonly by: string
  readonly at: Date
}

/** Says a word after the one of that version, or the first. Whoever says it holds the municipality's words. */
export async function addWord(
  tx: Tx,
  place: CellPlace,
  after: number,
  { word, by, at }: Saying,
): Promise<void> {
  const { owner, deputy, ...said } = word
  await tx
    .insertInto('word')
    .values({
      networkId: place.networkId,
      municipality: place.municipality,
      interventionId: place.intervention,
      version: after + 1,
      ...said,
      ownerId: owner,
      deputyId: deputy,
      // Whatever stood here to show how it works, it is now an officer's own word.
      isExample: false,
      saidAt: at,
      saidBy: by,
    })
    .execute()
}

/** Who a cell is passed on to. */
export interface Responsible {
  readonly owner: string | null
  readonly deputy: string | null
}

/** Repeats the word of that version with somebody else responsible; false when it is not the latest any more. */
export async function passOnWord(
  tx: Tx,
  place: CellPlace,
  version: number,
  passing: { readonly to: Responsible; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { to, by, at } = passing
  const { rows } = await sql`
    insert into word (network_id, municipality, intervention_id, version, status, text, owner_id, deputy_id,
                      milestone, milestone_on, is_example, said_at, said_by, handed_over_at, handed_over_by)
    select network_id, municipality, intervention_id, version + 1, status, text, ${to.owner}::uuid, ${to.deputy}::uuid,
           milestone, milestone_on, is_example, said_at, said_by, ${at}, ${by}::uuid
    from word
    where network_id = ${place.networkId} and municipality = ${place.municipality}
      and intervention_id = ${place.intervention} and version = ${version}
    on conflict do nothing returning version`.execute(tx)
  return rows.length === 1
}

/** Since when a cell stands as it does, without a break. */
export interface CellSince {
  readonly municipality: string
  readonly intervention: string
  readonly status: Date
  readonly owner: Date
}

/** Since when each cell has had its status and its owner, whatever else was said of it meanwhile. */
export async function cellsSince(tx: Tx): Promise<readonly CellSince[]> {
  const { rows } = await sql<CellSince>`
    select latest.municipality, latest.intervention_id as intervention,
           min(word.said_at) filter (where word.version > latest.other_status) as status,
           min(coalesce(word.handed_over_at, word.said_at)) filter (where word.version > latest.other_owner) as owner
    from (
      select municipality, intervention_id,
             coalesce(max(version) filter (where status <> last_status), 0) as other_status,
             coalesce(max(version) filter (where owner_id is distinct from last_owner), 0) as other_owner
      from (
        select word.*, first_value(status) over cell as last_status, first_value(owner_id) over cell as last_owner
        from word where network_id = current_network()
        window cell as (partition by municipality, intervention_id order by version desc)
      ) as said
      group by municipality, intervention_id
    ) as latest
    join word on word.network_id = current_network()
      and word.municipality = latest.municipality and word.intervention_id = latest.intervention_id
    group by latest.municipality, latest.intervention_id, latest.other_status, latest.other_owner`.execute(tx)
  return rows
}

/** Everybody who has ever spoken for a cell. */
export async function cellSpeakers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('word')
    .select('saidBy')
    .distinct()
    .where('saidBy', 'is not', null)
    .execute()
  return rows.flatMap(({ saidBy }) => saidBy ?? [])
}
