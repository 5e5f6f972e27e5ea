import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayEditIndicators } from '../core/policy.ts'
import * as store from '../store.ts'

export type ConnectSeriesRefusal = 'not-allowed' | 'indicator-unknown' | 'has-series'

/** The coordinator lets the values of an indicator that has no series be read from one, in the transaction of what is to come of it. */
export async function connectSeries(
  tx: Tx,
  { actor, networkId, now }: Context,
  id: string,
  key: string,
): Promise<Outcome<string, ConnectSeriesRefusal>> {
  if (!actor || !mayEditIndicators(actor)) return refuse('not-allowed')
  const before = await store.indicatorToChange(tx, id)
  if (!before) return refuse('indicator-unknown')
  if (before.series.length > 0) return refuse('has-series')
  const series = [key]
  await store.setSeries(tx, id, { series, breaks: before.breaks })
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'indicators.series-connected',
    on: { kind: 'indicator', id },
    before: { series: before.series },
    after: { series },
  })
  return done(id)
}
