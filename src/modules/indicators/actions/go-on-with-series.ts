import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { SeriesBreak } from '../core/indicator.ts'
import { mayEditIndicators } from '../core/policy.ts'
import * as store from '../store.ts'

export type GoOnWithSeriesRefusal = 'not-allowed' | 'indicator-unknown'

/**
 * The coordinator lets every indicator that is read from a series go on with another where that one has ended, in the
 * transaction of the plan for the new one. What has been read stays; the values break where the new series begins, and
 * the break says why. Answers which indicators they were.
 */
export async function goOnWithSeries(
  tx: Tx,
  { actor, networkId, now }: Context,
  succession: { readonly from: string; readonly to: string; readonly break: SeriesBreak },
): Promise<Outcome<readonly string[], GoOnWithSeriesRefusal>> {
  if (!actor || !mayEditIndicators(actor)) return refuse('not-allowed')
  await store.holdIndicators(tx, networkId)
  const read = (await store.choicesOf(tx)).filter(({ series }) => series.at(-1) === succession.from)
  if (read.length === 0) return refuse('indicator-unknown')

  for (const { id } of read) {
    const before = await store.indicatorToChange(tx, id)
    if (!before) continue
    const others = before.breaks.filter(({ from }) => from !== succession.break.from)
    const after = {
      series: [...before.series, succession.to],
      breaks: [...others, succession.break].toSorted((one, other) => one.from - other.from),
    }
    await store.setSeries(tx, id, after)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.series-succeeded',
      on: { kind: 'indicator', id },
      before: { series: before.series, breaks: before.breaks },
      after,
    })
  }
  return done(read.map(({ id }) => id))
}
