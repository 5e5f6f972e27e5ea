import { sql } from 'kysely'
import { municipalitiesOf, type Municipality } from '#modules/region'
import type { NamedPerson } from '#modules/programme'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import type { Activity, ActivityInside } from './core/activity.ts'

/** Which activities: all, those of a municipality (that leads or joins), of an intervention, or one. */
export interface ActivityPart {
  readonly id?: string
  /** The municipality's code. */
  readonly municipality?: string
  readonly intervention?: string
}

/** The activities as the reader may see them, those of one intervention together, by title. */
export async function activitiesIn(tx: Tx, part: ActivityPart = {}): Promise<readonly Activity[]> {
  let query = activityRows(tx)
  if (part.id !== undefined) query = query.where('activity.id', '=', part.id)
  if (part.intervention !== undefined) query = query.where('said.interventionId', '=', part.intervention)
  const { municipality } = part
  if (municipality !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('activity.municipality', '=', municipality),
        sql<boolean>`${municipality} = any (${sql.ref('said.joined')})`,
      ]),
    )
  const rows = await query.execute()
  if (rows.length === 0) return []
  const [reached, municipalities] = [await reachedIn(tx, part.id), await municipalitiesOf(tx)]
  return rows
    .map((row) => activityOf(row, reached, municipalities))
    .toSorted(
      (a, b) =>
        a.intervention.number - b.intervention.number ||
        bySwedishName(a.title, b.title) ||
        bySwedishName(a.id, b.id),
    )
}

/** One activity; undefined when there is none of that name. */
export async function activityWith(tx: Tx, id: string): Promise<Activity | undefined> {
  return (await activitiesIn(tx, { id }))[0]
}

function activityRows(tx: Tx) {
  return tx
    .selectFrom('activity')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('activityWord')
          .selectAll('activityWord')
          .whereRef('activityWord.networkId', '=', 'activity.networkId')
          .whereRef('activityWord.activityId', '=', 'activity.id')
          .where(sql<boolean>`coalesce(handed_over_at, said_at) <= as_of()`)
          .orderBy('activityWord.version', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .innerJoin('municipality', (join) =>
      join
        .onRef('municipality.networkId', '=', 'activity.networkId')
        .onRef('municipality.code', '=', 'activity.municipality'),
    )
    .innerJoin('interventionThen as intervention', (join) =>
      join
        .onRef('intervention.networkId', '=', 'activity.networkId')
        .onRef('intervention.id', '=', 'said.interventionId'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('activityInside')
          .selectAll('activityInside')
          .whereRef('activityInside.networkId', '=', 'activity.networkId')
          .whereRef('activityInside.activityId', '=', 'activity.id')
          .whereRef('activityInside.version', '<=', 'said.version')
          .orderBy('activityInside.version', 'desc')
          .limit(1)
          .as('inside'),
      (join) => join.onTrue(),
    )
    .leftJoin('person as owner', 'owner.id', 'inside.ownerId')
    .leftJoin('person as deputy', 'deputy.id', 'inside.deputyId')
    .leftJoin('person as speaker', 'speaker.id', 'said.saidBy')
    .select(['activity.id', 'activity.takenFrom', 'activity.addedAt'])
    .select(['municipality.code', 'municipality.slug', 'municipality.name'])
    .select(['intervention.id as interventionId', 'intervention.number', 'intervention.retiredAt'])
    .select('intervention.name as interventionName')
    .select(['said.title', 'said.aim', 'said.body', 'said.joined', 'said.startsOn', 'said.endsOn'])
    .select([
      'said.milestones',
      'said.status',
      'said.isExample',
      'said.version',
      'said.saidAt',
      'said.saidBy',
    ])
    .select('speaker.name as speakerName')
    .select(['inside.text', 'inside.reason', 'inside.budget', 'inside.paidBy'])
    .select(['inside.ownerId', 'owner.name as ownerName', 'inside.deputyId', 'deputy.name as deputyName'])
}

type ActivityRow = Awaited<ReturnType<ReturnType<typeof activityRows>['execute']>>[number]
type Reached = ReadonlyMap<string, IsoDay | null>

function activityOf(row: ActivityRow, reached: Reached, municipalities: readonly Municipality[]): Activity {
  const { id, title, aim, body, startsOn, endsOn, status } = row
  const { takenFrom, addedAt, isExample, version, saidAt } = row
  return {
    id,
    title,
    aim,
    body,
    startsOn,
    endsOn,
    status,
    takenFrom,
    addedAt,
    isExample,
    version,
    saidAt,
    municipality: { code: row.code, slug: row.slug, name: row.name },
    joined: municipalities.filter(({ code }) => row.joined.includes(code)),
    intervention: {
      id: row.interventionId,
      number: row.number,
      name: row.interventionName,
      isRetired: row.retiredAt !== null,
    },
    milestones: row.milestones.map((milestone) => ({
      ...milestone,
      reachedOn: reached.get(reachedKey(id, milestone.number)) ?? null,
    })),
    saidBy: personOf(row.saidBy, row.speakerName),
    inside: insideOf(row),
  }
}

function insideOf(row: ActivityRow): ActivityInside | null {
  if (row.text === null) return null
  return {
    text: row.text,
    reason: row.reason,
    budget: row.budget,
    paidBy: row.paidBy,
    owner: personOf(row.ownerId, row.ownerName),
    deputy: personOf(row.deputyId, row.deputyName),
  }
}

/** A person as the reader may know them. */
export function personOf(id: string | null, name: string | null): NamedPerson | null {
  return id === null ? null : { id, name }
}

const reachedKey = (activity: string, milestone: number) => `${activity} ${milestone}`

async function reachedIn(tx: Tx, activity: string | undefined): Promise<Reached> {
  let query = tx
    .selectFrom('milestoneReached')
    .distinctOn(['activityId', 'milestone'])
    .select(['activityId', 'milestone', 'reachedOn'])
    .where(sql<boolean>`said_at <= as_of()`)
    .orderBy('activityId')
    .orderBy('milestone')
    .orderBy('version', 'desc')
  if (activity !== undefined) query = query.where('activityId', '=', activity)
  const rows = await query.execute()
  return new Map(rows.map((row) => [reachedKey(row.activityId, row.milestone), row.reachedOn]))
}

/** What those who do it have noted for each other, where the reader is one of them; null when nothing is. */
export async function noteOf(tx: Tx, activity: string): Promise<string | null> {
  const row = await tx
    .selectFrom('activityNote')
    .select('text')
    .where('activityId', '=', activity)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.text || null
}

/** The highest number that a milestone of the activity has ever had: none is used twice. */
export async function lastMilestoneNumber(tx: Tx, activity: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max((milestone ->> 'number')::int) as last
    from activity_word, jsonb_array_elements(milestones) as milestone
    where network_id = current_network() and activity_id = ${activity}`.execute(tx)
  return rows[0]?.last ?? 0
}
