import type { EventTable, Participant } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { defaultRules } from './core/defaults.ts'
import { Demand, type SeatRule } from './core/demand.ts'

interface ForDefaults {
  readonly coming: readonly Participant[]
  readonly tables: readonly EventTable[]
}

/** What is demanded of an event; the ready-made rules as long as nobody has changed anything. */
export async function rulesOf(tx: Tx, event: string, defaults: ForDefaults): Promise<readonly SeatRule[]> {
  const rows = await tx
    .selectFrom('seatRule')
    .select(['key', 'demand', 'weight', 'reason', 'owner', 'endedAt'])
    .where('eventId', '=', event)
    .orderBy('addedAt')
    .orderBy('key')
    .execute()
  if (rows.length === 0) return defaultRules(defaults.coming, defaults.tables)
  return rows
    .filter(({ endedAt }) => endedAt === null)
    .map(({ key, demand, weight, reason, owner }) => ({
      key,
      demand: Demand.parse(demand),
      weight,
      reason,
      owner,
    }))
}

interface Place {
  readonly networkId: string
  readonly event: string
  readonly at: Date
  readonly by: string
}

/** Whether an event has rules of its own, or had. */
export async function hasRules(tx: Tx, event: string): Promise<boolean> {
  const known = await tx
    .selectFrom('seatRule')
    .select('key')
    .where('eventId', '=', event)
    .limit(1)
    .executeTakeFirst()
  return known !== undefined
}

/** Writes the ready-made rules down, if nothing is written yet: from now on they are the event's own. */
export async function writeDefaults(tx: Tx, place: Place, defaults: ForDefaults): Promise<void> {
  if (await hasRules(tx, place.event)) return
  for (const rule of defaultRules(defaults.coming, defaults.tables)) await addRule(tx, place, rule)
}

export async function addRule(
  tx: Tx,
  { networkId, event, at, by }: Place,
  { demand, ...rest }: SeatRule,
): Promise<void> {
  await tx
    .insertInto('seatRule')
    .values({
      networkId,
      eventId: event,
      ...rest,
      demand: JSON.stringify(demand),
      addedAt: at,
      addedBy: by,
      endedAt: null,
      endedBy: null,
    })
    .execute()
}

/** Changes a rule that holds. */
export async function changeRule(tx: Tx, event: string, { key, demand, ...rest }: SeatRule): Promise<void> {
  await tx
    .updateTable('seatRule')
    .set({ ...rest, demand: JSON.stringify(demand) })
    .where('eventId', '=', event)
    .where('key', '=', key)
    .where('endedAt', 'is', null)
    .execute()
}

/** Lets a rule hold no longer. */
export async function endRule(tx: Tx, { event, at, by }: Place, key: string): Promise<void> {
  await tx
    .updateTable('seatRule')
    .set({ endedAt: at, endedBy: by })
    .where('eventId', '=', event)
    .where('key', '=', key)
    .where('endedAt', 'is', null)
    .execute()
}
