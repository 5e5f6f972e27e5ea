import { inTransaction, type Context } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import type { Outcome } from '#platform/outcome.ts'

class Refused extends Error {}

/** One transaction in which what is refused half way leaves nothing behind, a company that was met among it. */
export async function allOrNothing<Answer extends Outcome<unknown, unknown>>(
  context: Context,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  let outcome: Answer | undefined
  try {
    await inTransaction(context, async (tx) => {
      outcome = await work(tx)
      if (!outcome.ok) throw new Refused()
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  if (!outcome) throw new Error('nothing was answered')
  return outcome
}
