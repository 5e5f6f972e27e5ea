import { createHash } from 'node:crypto'
import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { overviewIndicators, valueText, type HeadlineReading } from '#modules/indicators'
import { cellGrid, frameworkOf } from '#modules/programme'
import { municipalitiesOf, type Network } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { frozenReport } from '../core/freezing.ts'
import { mayRunRounds } from '../core/policy.ts'
import { reportText, type FrozenReport } from '../core/report.ts'
import * as store from '../store.ts'
import { holdOpenRound } from './hold-open-round.ts'

export type FreezeRefusal = 'not-allowed' | 'round-unknown' | 'round-frozen'

/** The coordinator closes a round: what stands then is frozen, whoever has answered and whoever has not. */
export async function freezeRound(
  context: Context & { readonly network: Network },
  id: string,
): Promise<Outcome<null, FreezeRefusal>> {
  const { actor, networkId, now, network } = context
  if (!actor || !mayRunRounds(actor)) return refuse('not-allowed')
  const place = { networkId, round: id }
  const doing = { by: actor.personId, at: now }

  return inTransaction(context, async (tx) => {
    const round = await holdOpenRound(tx, place)
    if (!round.ok) return round
    const municipalities = await municipalitiesOf(tx)
    const report = frozenReport({
      network: network.name,
      round: round.value,
      frozenAt: now,
      framework: await frameworkOf(tx),
      grid: await cellGrid(tx),
      answers: await store.answersOf(tx, id),
      indicators: (await overviewIndicators(tx, municipalities)).headline.map(frozenIndicator),
    })
    const bytes = new TextEncoder().encode(reportText(report))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await store.addReport(tx, place, { bytes, sha256 }, doing)
    await audit.record(tx, {
      networkId,
      ...doing,
      did: 'follow-up.round-frozen',
      on: { kind: 'follow-up-round', id },
      after: { sha256 },
    })
    return done(null)
  })
}

function frozenIndicator({ shown, reading, sources }: HeadlineReading): FrozenReport['indicators'][number] {
  return {
    id: shown.id,
    name: shown.name,
    unit: shown.unit,
    sources: sources.map(({ publisher, title }) => `${publisher}: ${title}`),
    region:
      reading.kind === 'value'
        ? {
            year: reading.year,
            value: reading.value,
            inWords: {
              sv: valueText(reading.value, shown, 'sv'),
              en: valueText(reading.value, shown, 'en'),
            },
          }
        : null,
  }
}
