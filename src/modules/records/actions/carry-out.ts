import * as audit from '#modules/audit'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { dispose } from '../store.ts'

/** Carries a confirmed disposal out in one transaction. Asked for twice it is done once. */
export async function carryOut(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  { networkId, disposal, by }: { readonly networkId: string; readonly disposal: string; readonly by: string },
): Promise<void> {
  await inScope(db, { networkId, personId: by }, async (tx) => {
    const count = await dispose(tx, disposal, clock())
    if (count === null) return
    await audit.record(tx, {
      networkId,
      by,
      at: clock(),
      did: 'records.disposed',
      on: { kind: 'records', id: disposal },
      after: { count },
    })
  })
}
