import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { choicesOf } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import * as statistics from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale, type Bilingual } from '#platform/values/locale.ts'
import { maySettle } from '../core/entry-policy.ts'
import { ownSeriesOf } from '../core/own-series.ts'
import { emptyReport } from '../core/run.ts'
import { entryToSettle, settleEntry, type Entry } from '../entry-store.ts'
import * as store from '../store.ts'

export type ConfirmFigureRefusal = 'not-allowed' | 'entry-unknown' | 'own-entry' | 'not-by-hand'

/** Where a figure entered by hand comes from, as its readers are told. */
export type EntrySource = (entry: Entry, municipality: string) => statistics.Source

/** A colleague confirms a figure that somebody else has entered; from then on it is one. */
export async function confirmFigure(
  context: Context,
  id: string,
  sourceOf: EntrySource,
): Promise<Outcome<string, ConfirmFigureRefusal>> {
  const { actor, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const entry = await entryToSettle(tx, id)
    if (!entry) return refuse('entry-unknown')
    if (entry.enteredBy === actor.personId) return refuse('own-entry')
    if (!maySettle(actor, entry)) return refuse('not-allowed')
    const chosen = (await choicesOf(tx)).find((one) => one.id === entry.indicator)
    const key = chosen && ownSeriesOf(chosen)
    if (!chosen || !key) return refuse('not-by-hand')

    const municipalities = await municipalitiesOf(tx)
    const name = municipalities.find(({ code }) => code === entry.municipality)?.name ?? ''
    await recordIn(
      tx,
      { ...context, actor },
      { entry, key, title: chosen.name, source: sourceOf(entry, name) },
    )
    await settleEntry(tx, id, { by: actor.personId, at: now, verdict: 'confirmed', reason: null })
    return done(entry.indicator)
  })
}

async function recordIn(
  tx: Tx,
  { actor, networkId, now }: Context & { readonly actor: Actor },
  told: { entry: Entry; key: string; title: Bilingual; source: statistics.Source },
): Promise<void> {
  const { entry, key, source } = told
  const series = await statistics.beginSeries(tx, networkId, { key, title: null })
  await statistics.addSource(tx, networkId, source)
  const brought = await statistics.record(
    tx,
    networkId,
    {
      knownAt: now,
      way: 'hand',
      sourceId: source.id,
      retrievedOn: dayOf(entry.enteredAt),
      byPerson: entry.enteredBy,
      confirmedBy: actor.personId,
    },
    [{ series: series.id, figures: [entry.figure] }],
  )
  const { year, value, missing } = entry.figure
  const report = {
    ...emptyReport(key, inLocale(told.title, 'sv')),
    added: brought.added,
    changed: brought.changed,
    same: brought.same,
    years: [year, year] as [number, number],
  }
  await store.addDoneRun(tx, networkId, { way: 'hand', askedBy: actor.personId, askedAt: now, report })
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'imports.figure-confirmed',
    on: { kind: 'indicator', id: entry.indicator },
    after: { municipality: entry.municipality, year, value, missing },
  })
}
