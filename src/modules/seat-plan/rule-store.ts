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
    .map(({ endedAt: _, demand, ...row }) => ({ ...row, demand: Demand.parse(demand) }))
}
