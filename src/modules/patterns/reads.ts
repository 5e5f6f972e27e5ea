import { inTransaction, type Context } from '#modules/accounts'
import type { Theme } from './core/pattern.ts'
import { themesOf } from './raise-store.ts'

/** What round tables may talk about, the newest first, for whoever works in the network. */
export async function themes(context: Context): Promise<readonly Theme[]> {
  return inTransaction(context, (tx) => themesOf(tx))
}
