import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { choicesOf, connectSeries, type Choice } from '#modules/indicators'
import * as statistics from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { inLocale } from '#platform/values/locale.ts'
import { ownSeriesFor } from '../core/own-series.ts'
import { mayImport } from '../core/policy.ts'
import { broughtBy } from '../core/brought.ts'
import type { TableChoices, TableSource } from '../file/table-choices.ts'
import type { ReadTable } from '../file/read-table.ts'
import * as store from '../store.ts'
import { setChoices, settleTable, tableToSettle, type UploadedTable } from '../upload-store.ts'

export type SettleTableRefusal = 'not-allowed' | 'table-unknown' | 'has-problems' | 'from-source'

/** Keeps what the coordinator says of a table that they have sent. */
export async function chooseInTable(
  context: Context,
  id: string,
  choices: TableChoices,
): Promise<Outcome<null, SettleTableRefusal>> {
  if (!mayImport(context.actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    if (!(await tableToSettle(tx, id))) return refuse('table-unknown')
    await setChoices(tx, id, choices)
    return done(null)
  })
}

/** The coordinator throws a table away. */
export async function discardTable(context: Context, id: string): Promise<Outcome<null, SettleTableRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const table = await tableToSettle(tx, id)
    if (!table) return refuse('table-unknown')
    await settleTable(tx, id, now, null)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'imports.table-discarded',
      on: { kind: 'indicator', id: table.indicator },
      before: { file: table.name },
    })
    return done(null)
  })
}

/** How a table is read: with what is known of the network and of the indicator. */
export type TableReader = (tx: Tx, table: UploadedTable, indicator: Choice) => Promise<ReadTable>

/**
 * The coordinator stores the figures of a table, all of them or none; an indicator that has no series yet gets one of its
 * own. Answers the run that tells what they brought.
 */
export async function storeTable(
  context: Context,
  id: string,
  from: { readonly source: TableSource; readonly vintage: string },
  readTable: TableReader,
): Promise<Outcome<string, SettleTableRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    // Of two tables that are stored at once, the later one is compared with what the earlier one brought.
    await statistics.holdFigures(tx, networkId)
    const table = await tableToSettle(tx, id)
    const indicator = table && (await choicesOf(tx)).find((one) => one.id === table.indicator)
    if (!table || !indicator) return refuse('table-unknown')
    const key = ownSeriesFor(indicator)
    if (key === null) return refuse('from-source')
    const read = await readTable(tx, table, indicator)
    if (!read.ok) return refuse('has-problems')
    if (indicator.series.length === 0) {
      const begun = await connectSeries(tx, context, indicator.id, key)
      // Somebody has connected it to a source meanwhile.
      if (!begun.ok) return refuse('from-source')
    }
    const figures = read.figures.map(({ figure }) => figure)
    const run = await recordIn(tx, { ...context, actor }, { table, indicator, key, figures, from })
    await settleTable(tx, id, now, run)
    return done(run)
  })
}

interface Stored {
  readonly table: UploadedTable
  readonly indicator: Choice
  readonly key: string
  readonly figures: readonly statistics.Figure[]
  readonly from: { readonly source: TableSource; readonly vintage: string }
}

async function recordIn(
  tx: Tx,
  { actor, networkId, now }: Context & { readonly actor: Actor },
  { table, indicator, key, figures, from }: Stored,
): Promise<string> {
  const series = await statistics.beginSeries(tx, networkId, { key, title: null })
  const { source, vintage } = from
  const sourceId = `file-${table.id}`
  const about = { ...source, id: sourceId, licenceUrl: null, vintage, note: { sv: '', en: '' } }
  await statistics.addSource(tx, networkId, about)
  const moves = await statistics.compareWith(tx, series.id, figures)
  await statistics.record(
    tx,
    networkId,
    {
      knownAt: now,
      way: 'file',
      sourceId,
      retrievedOn: source.retrievedOn,
      byPerson: actor.personId,
      confirmedBy: null,
    },
    [{ series: series.id, figures }],
  )
  const report = broughtBy(key, inLocale(indicator.name, 'sv'), figures, moves)
  const run = await store.addDoneRun(tx, networkId, {
    way: 'file',
    askedBy: actor.personId,
    askedAt: now,
    report,
  })
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'imports.table-stored',
    on: { kind: 'indicator', id: indicator.id },
    after: { file: table.name, added: report.added, changed: report.changed, same: report.same },
  })
  return run
}
