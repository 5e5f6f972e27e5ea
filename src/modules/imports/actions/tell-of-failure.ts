import * as mail from '#modules/mail'
import type { Tx } from '#platform/database/connection.ts'
import type { Report } from '../core/run.ts'
import * as store from '../store.ts'

/** The letter that says that an import failed: what and where to read on. */
export type FailureLetter = (
  run: string,
  report: Report,
) => { readonly subject: string; readonly body: string }

/** Writes to each of the network's coordinators that an import failed and left the figures as they were. */
export async function tellOfFailure(
  tx: Tx,
  told: {
    readonly networkId: string
    readonly run: string
    readonly report: Report
    readonly now: Date
    readonly letter: FailureLetter
  },
): Promise<void> {
  const { networkId, run, report, now, letter } = told
  for (const to of await store.coordinatorAddresses(tx)) {
    await mail.send(tx, { networkId, to, ...letter(run, report), holdsSecret: false }, now)
  }
}
