import type { Tx } from '#platform/database/connection.ts'
import type { RoutingRule } from './core/rule.ts'

/** The rules of a municipality as they were saved at one time. */
export interface RuleVersion {
  readonly version: number
  readonly rules: readonly RoutingRule[]
  readonly why: string
  readonly savedAt: Date
  /** The name of who saved them; null where the reader may not know or nobody did. */
  readonly savedBy: string | null
}

/** All versions of a municipality's rules, the newest first. */
export async function ruleVersionsOf(tx: Tx, municipality: string): Promise<readonly RuleVersion[]> {
  return tx
    .selectFrom('routingTable')
    .leftJoin('person', 'person.id', 'routingTable.savedBy')
    .select(['version', 'rules', 'why', 'savedAt', 'person.name as savedBy'])
    .where('municipality', '=', municipality)
    .orderBy('version', 'desc')
    .execute()
}

interface Saving {
  readonly municipality: string
  readonly version: number
  readonly rules: readonly RoutingRule[]
  readonly why: string
  readonly at: Date
  readonly by: string
}

/** Saves a version; answers false when somebody else has just saved that one. */
export async function addRuleVersion(
  tx: Tx,
  networkId: string,
  { rules, at: savedAt, by: savedBy, ...saving }: Saving,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('routingTable')
    .values({ networkId, ...saving, rules: JSON.stringify(rules), savedAt, savedBy })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
