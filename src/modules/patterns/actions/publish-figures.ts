import { duePeriods, type Period } from '#modules/disclosure'
import { closedDaysOf, ownDaysOf } from '#modules/matters'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { workingDaysBetween, type OwnDays } from '#platform/values/working-days.ts'
import { figuresOf } from '../figures/figures.ts'
import {
  addRelease,
  countsOf,
  daysOf,
  matterQuarters,
  networksToTell,
  toldUntil,
  type Counted,
} from '../figure-store.ts'

interface Parts {
  readonly queueDb: Database
  readonly clock: Clock
}

/** Tells of the quarters that have settled, in every network, each once: as the worker, which alone counts what is not told. */
export async function publishFigures({ queueDb, clock }: Parts): Promise<void> {
  const now = clock()
  for (const networkId of await networksToTell(queueDb)) {
    const closed = await closedDaysOf(queueDb, networkId)
    const counted = { networkId, isExample: false }
    const due = duePeriods(
      await matterQuarters(queueDb, counted),
      await toldUntil(queueDb, networkId),
      dayOf(now),
    )
    for (const period of due)
      await publish(queueDb, counted, { period, now, ownDays: (place) => ownDaysOf(closed, place) })
  }
}

/** Tells of all example matters at once, as if their time were over: nobody stands behind them. */
export async function publishExamples(queueDb: Database, networkId: string, now: Date): Promise<void> {
  const counted = { networkId, isExample: true }
  const [first] = await matterQuarters(queueDb, counted)
  if (!first) return
  const period = { from: first.from, before: addDays(dayOf(now), 1) }
  await publish(queueDb, counted, { period, now, ownDays: (place) => ownDaysOf([], place) })
}

interface Publishing {
  readonly period: Period
  readonly now: Date
  readonly ownDays: (municipality: string | null) => OwnDays
}

async function publish(
  queueDb: Database,
  counted: Counted,
  { period, now, ownDays }: Publishing,
): Promise<void> {
  const days = await daysOf(queueDb, counted, period, (from, to, municipality) =>
    workingDaysBetween(from, to, ownDays(municipality)),
  )
  const figures = figuresOf(await countsOf(queueDb, counted, period), days)
  if (!figures) return
  const { networkId, isExample } = counted
  await addRelease(queueDb, networkId, { ...period, figures, isExample, publishedAt: now })
}
