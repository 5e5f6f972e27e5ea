import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { choicesOf } from '#modules/indicators'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { ownSeriesFor } from '../core/own-series.ts'
import { mayImport } from '../core/policy.ts'
import type { TableInput } from '../file/grid.ts'
import { addTable } from '../upload-store.ts'

export type UploadTableRefusal = 'not-allowed' | 'indicator-unknown' | 'from-source'

/** The coordinator sends a table of one indicator's figures. It is looked at before anything of it is stored as figures. */
export async function uploadTable(
  context: Context,
  sent: { readonly indicator: string; readonly name: string; readonly input: TableInput },
): Promise<Outcome<string, UploadTableRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const chosen = (await choicesOf(tx)).find(({ id }) => id === sent.indicator)
    if (!chosen || chosen.retiredAt) return refuse('indicator-unknown')
    if (ownSeriesFor(chosen) === null) return refuse('from-source')
    const id = await addTable(tx, networkId, { ...sent, by: actor.personId, at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'imports.table-sent',
      on: { kind: 'indicator', id: chosen.id },
      after: { file: sent.name },
    })
    return done(id)
  })
}
