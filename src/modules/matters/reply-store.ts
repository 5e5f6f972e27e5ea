import type { Tx } from '#platform/database/connection.ts'
import type { MatterPlace } from './key.ts'

/** Notes that a mail stands in a matter; false when it does already. */
export async function noteReply(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  message: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('matterReply')
    .values({ networkId, matterId, message, at })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
