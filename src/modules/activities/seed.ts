import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { statuses } from './core/activity.ts'

const days = z.number().int()

/** The shape of `example-activities.json`: made-up activities, their days counted from the day of planting. */
const ActivitiesFile = z.array(
  z.object({
    id: z.string(),
    municipality: z.string(),
    joined: z.array(z.string()),
    intervention: z.string(),
    title: z.string(),
    aim: z.string(),
    text: z.string(),
    body: z.string().nullable(),
    owner: z.string(),
    deputy: z.string().nullable(),
    startsInDays: days,
    endsInDays: days,
    budget: z.number().int().nullable(),
    paidBy: z.string().nullable(),
    status: z.enum(statuses),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    milestones: z.array(
      z.object({ text: z.string(), daysFromNow: days.nullable(), reachedDaysAgo: days.nullable() }),
    ),
    evidence: z.array(z.object({ title: z.string(), address: z.string() })),
    /** The id of an activity that stands earlier in the file. */
    takenFrom: z.string().nullable(),
    addedDaysAgo: days,
    saidDaysAgo: days,
  }),
)
type Example = z.infer<typeof ActivitiesFile>[number]

const dayLength = 86_400_000

/** Writes the example activities, as the database's owner. */
export async function plantActivities(
  tx: Tx,
  networkId: string,
  file: unknown,
  now: Date,
  peopleIds: ReadonlyMap<string, string>,
): Promise<void> {
  const planter = {
    networkId,
    now,
    idOf: (key: string | null) => (key === null ? null : known(peopleIds, key)),
  }
  for (const example of ActivitiesFile.parse(file)) await plantOne(tx, planter, example)
}

function known(peopleIds: ReadonlyMap<string, string>, key: string): string {
  const id = peopleIds.get(key)
  if (id === undefined)
    throw new Error(`The example activities name ${key}, who is not among the example people`)
  return id
}

interface Planter {
  readonly networkId: string
  readonly now: Date
  readonly idOf: (key: string | null) => string | null
}

async function plantOne(tx: Tx, planter: Planter, example: Example): Promise<void> {
  const { networkId, now, idOf } = planter
  const inDays = (count: number) => addDays(dayOf(now), count)
  const { id, municipality, takenFrom, intervention, joined, title, aim, body, status } = example
  const place = { networkId, activityId: id }
  await tx
    .insertInto('activity')
    .values({ networkId, id, municipality, takenFrom, addedAt: daysBefore(now, example.addedDaysAgo) })
    .execute()
  await tx
    .insertInto('activityWord')
    .values({
      ...place,
      version: 1,
      title,
      aim,
      body,
      joined,
      status,
      interventionId: intervention,
      startsOn: inDays(example.startsInDays),
      endsOn: inDays(example.endsInDays),
      milestones: JSON.stringify(
        example.milestones.map(({ text, daysFromNow }, at) => ({
          number: at + 1,
          text,
          on: daysFromNow === null ? null : inDays(daysFromNow),
        })),
      ),
      isExample: true,
      saidAt: daysBefore(now, example.saidDaysAgo),
      saidBy: idOf(example.owner),
    })
    .execute()
  const { text, reason, budget, paidBy, note } = example
  const people = { ownerId: idOf(example.owner), deputyId: idOf(example.deputy) }
  await tx
    .insertInto('activityInside')
    .values({ ...place, version: 1, text, reason, budget, paidBy, ...people })
    .execute()
  if (note !== null)
    await tx
      .insertInto('activityNote')
      .values({ ...place, version: 1, text: note })
      .execute()
  await plantWhatHappened(tx, planter, example)
}

async function plantWhatHappened(tx: Tx, { networkId, now, idOf }: Planter, example: Example): Promise<void> {
  const place = { networkId, activityId: example.id }
  const by = idOf(example.owner)
  for (const [at, { reachedDaysAgo }] of example.milestones.entries()) {
    if (reachedDaysAgo === null) continue
    const saidAt = daysBefore(now, reachedDaysAgo)
    await tx
      .insertInto('milestoneReached')
      .values({ ...place, milestone: at + 1, version: 1, reachedOn: dayOf(saidAt), saidAt, saidBy: by })
      .execute()
  }
  for (const evidence of example.evidence) {
    const addedAt = daysBefore(now, example.saidDaysAgo)
    await tx
      .insertInto('evidence')
      .values({ ...place, ...evidence, addedAt, addedBy: by })
      .execute()
  }
}

function daysBefore(now: Date, count: number): Date {
  return new Date(now.getTime() - count * dayLength)
}
