import { departuresOf } from '#modules/accounts'
import { cellGrid, cellsSince, cellSpeakers, type CellGrid } from '#modules/programme'
import type { Tx } from '#platform/database/connection.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { doersOf, type Activity } from './core/activity.ts'
import { contradictionsIn, type Claim, type Found, type Trace } from './core/contradictions.ts'
import { activitiesIn, type ActivityPart } from './store.ts'
import { activitiesSince, activitySpeakers } from './trace-store.ts'

/** What can be seen of activities by anybody, for when anything last happened. */
export async function tracesIn(
  tx: Tx,
  part: ActivityPart = {},
): Promise<{ readonly activities: readonly Activity[]; readonly traces: readonly Trace[] }> {
  const activities = await activitiesIn(tx, part)
  const since = new Map((await activitiesSince(tx)).map((one) => [one.id, one]))
  const traces = activities.map((activity): Trace => {
    const { status, owner, lastHappened } = since.get(activity.id) ?? {}
    const added = dayOf(activity.addedAt)
    return {
      id: activity.id,
      status: activity.status,
      endsOn: activity.endsOn,
      municipality: activity.municipality.code,
      doers: doersOf(activity),
      intervention: activity.intervention.id,
      milestones: activity.milestones,
      statusSince: status ? dayOf(status) : added,
      owner: activity.inside?.owner?.id ?? null,
      ownerSince: owner ? dayOf(owner) : added,
      lastHappened: lastHappened ? dayOf(lastHappened) : added,
    }
  })
  return { activities, traces }
}

/** What is claimed beside what has happened, in the whole network. */
export interface Picture {
  readonly grid: CellGrid
  readonly activities: readonly Activity[]
  readonly found: readonly Found[]
}

/** Everything that is claimed and all that is seen, for members: visitors know no owners. */
export async function pictureOf(tx: Tx, today: IsoDay): Promise<Picture> {
  const grid = await cellGrid(tx)
  const { activities, traces } = await tracesIn(tx)
  const left = new Map(
    (await departuresOf(tx)).map(({ personId, municipality, at }) => [
      `${personId} ${municipality}`,
      dayOf(at),
    ]),
  )
  const speakers = new Set([...(await cellSpeakers(tx)), ...(await activitySpeakers(tx))])
  const standing = {
    leftOn: (person: string, municipality: string) => left.get(`${person} ${municipality}`) ?? null,
    hasSpoken: (person: string) => speakers.has(person),
  }
  return { grid, activities, found: contradictionsIn(await claimsIn(tx, grid), traces, standing, today) }
}

async function claimsIn(tx: Tx, grid: CellGrid): Promise<readonly Claim[]> {
  const since = new Map((await cellsSince(tx)).map((one) => [`${one.municipality}/${one.intervention}`, one]))
  return grid.entries.flatMap(({ cell, municipality, intervention }) => {
    const known = since.get(`${municipality.code}/${intervention.id}`)
    if (!cell || !known) return []
    return [
      {
        municipality: municipality.code,
        intervention: intervention.id,
        status: cell.status,
        statusSince: dayOf(known.status),
        owner: cell.owner?.id ?? null,
        ownerSince: dayOf(known.owner),
      },
    ]
  })
}
