import * as audit from '#modules/audit'
import { expectPublication } from '#modules/indicators'
import * as statistics from '#modules/statistics'
import type { Figure } from '#modules/statistics'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { done } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { nextDue } from '../core/due.ts'
import { broughtBy } from '../core/brought.ts'
import { emptyReport, isUnderWay, type Report } from '../core/run.ts'
import { SourceFailure } from '../core/source-failure.ts'
import type { Asked, RawAnswer, ReadSeries, SourceReader, SourceReaders } from '../core/source-reader.ts'
import * as answers from '../answer-store.ts'
import * as plans from '../plan-store.ts'
import * as store from '../store.ts'
import { tellOfFailure, type FailureLetter } from './tell-of-failure.ts'

/** What the worker has to carry out runs with. */
export interface RunParts {
  readonly db: Database
  readonly clock: Clock
  readonly readers: SourceReaders
  /** Aborted when the program is on its way down: the run is taken up again where it was. */
  readonly signal: AbortSignal
  readonly letter: FailureLetter
}

/** A run that is being carried out: by whom, for which plan, in which transactions. */
interface Work {
  readonly parts: RunParts
  readonly networkId: string
  readonly run: store.Run
  readonly plan: plans.Plan
  readonly by: string
  readonly asked: Asked
  readonly inTransaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
}

/**
 * Carries out a run: asks the source and keeps every answer as it came, then reads the answers and records what is new,
 * all of it or nothing. A run that was broken off goes on after the last answer that was kept; one that has ended stays
 * as it is.
 */
export async function carryOutRun(
  parts: RunParts,
  { networkId, runId }: { readonly networkId: string; readonly runId: string },
): Promise<void> {
  const work = await begun(parts, networkId, runId)
  if (!work) return
  try {
    const came = await answersTo(work)
    if (came === 'stopped') await end(work, 'stopped', reportOf(work))
    else await take(work, came)
  } catch (error) {
    if (parts.signal.aborted) throw error
    await fail(work, reportOf(work, { failure: failureIn(error) }))
    // What nobody foresaw is told in the log as well.
    if (!(error instanceof SourceFailure)) throw error
  }
}

/** Null where there is nothing to do, or nobody who answers for it. */
async function begun(parts: RunParts, networkId: string, runId: string): Promise<Work | null> {
  const { db, clock } = parts
  const by = await speaker(db, networkId, runId)
  if (by === null) return null
  const inTransaction: Work['inTransaction'] = async (work) => inScope(db, { networkId, personId: by }, work)
  return inTransaction(async (tx) => {
    const run = await store.runWith(tx, runId)
    const plan = run?.planId ? await plans.planWith(tx, run.planId) : undefined
    if (!run || !plan || !isUnderWay(run.state)) return null
    await store.startRun(tx, runId, clock())
    return { parts, networkId, run, plan, by, asked: askedBy(run, plan, clock()), inTransaction }
  })
}

/** In whose name a run is carried out: whoever asked for it while they may, else somebody who answers for the figures. */
async function speaker(db: Database, networkId: string, runId: string): Promise<string | null> {
  const anybody = await inScope(db, { networkId, personId: null }, store.answeringPerson)
  if (anybody === null) return null
  const run = await inScope(db, { networkId, personId: anybody }, async (tx) => store.runWith(tx, runId))
  const personId = run?.askedBy ?? anybody
  return inScope(db, { networkId, personId }, store.answeringPerson)
}

function askedBy(run: store.Run, { question }: plans.Plan, now: Date): Asked {
  return { question, since: run.since, today: dayOf(run.startedAt ?? now) }
}

/** The answers to one question. */
interface Came {
  readonly asked: Asked
  readonly answers: readonly RawAnswer[]
}

async function answersTo(work: Work): Promise<readonly Came[] | 'stopped'> {
  const { parts, networkId, run, plan, asked, inTransaction } = work
  if (run.stopAt) return 'stopped'
  if (run.replayOf) return inTransaction(async (tx) => cameSince(tx, run.replayOf ?? '', work))
  const kept = await inTransaction(async (tx) => answers.answersOf(tx, run.id))
  // Without a cursor there is either no answer yet, or no more to ask for.
  const isAsked = kept.length > 0 && run.cursor === null
  const coming = isAsked ? [] : parts.readers[plan.way].answers(asked, run.cursor, parts.signal)
  for await (const answered of coming) {
    const isToStop = await inTransaction(async (tx) =>
      answers.keepAnswer(tx, networkId, run.id, { ...answered, at: parts.clock() }),
    )
    if (isToStop) return 'stopped'
  }
  return inTransaction(async (tx) => [{ asked, answers: await answers.rawAnswersOf(tx, run.id) }])
}

/**
 * What a replay reads: the answers of the run that it repeats, and of those that were done after it, each as on its own
 * day. Old answers alone would bring back what their source has revised since.
 */
async function cameSince(tx: Tx, first: string, { plan, parts }: Work): Promise<readonly Came[]> {
  const came: Came[] = []
  for (const run of await store.runsToReplay(tx, first)) {
    const kept = await answers.rawAnswersOf(tx, run.id)
    came.push({ asked: askedBy(run, plan, parts.clock()), answers: kept })
  }
  return came
}

/** Reads the answers and records what they bring. */
async function take(work: Work, came: readonly Came[]): Promise<void> {
  const { plan, inTransaction } = work
  const known = await inTransaction(async (tx) => statistics.seriesWith(tx, [plan.seriesKey]))
  const read = readIn(work, came, known.get(plan.seriesKey)?.title ?? null)
  const retrievedOn = came.at(-1)?.asked.today ?? null
  if (read.ok) await inTransaction(async (tx) => recordIn(tx, work, { ...read.value, retrievedOn }))
  else await fail(work, reportOf(work, { problems: read.refusal.slice(0, mostProblems) }))
}

type Reading = ReturnType<SourceReader['read']>

/** All figures, the later ones last, and what the latest answers say of the series. */
function readIn({ parts, plan }: Work, came: readonly Came[], begunAs: string | null): Reading {
  const figures: Figure[] = []
  let latest: Reading | null = null
  for (const { asked, answers: kept } of came) {
    latest = parts.readers[plan.way].read(asked, kept, begunAs)
    if (!latest.ok) return latest
    for (const figure of latest.value.figures) figures.push(figure)
  }
  if (latest === null) throw new Error('A run has nothing to read.')
  return done({ ...latest.value, figures })
}

const mostProblems = 200

async function recordIn(
  tx: Tx,
  work: Work,
  read: ReadSeries & Pick<statistics.NewRetrieval, 'retrievedOn'>,
): Promise<void> {
  const { parts, networkId, run, plan, by } = work
  await statistics.holdFigures(tx, networkId)
  const now = parts.clock()
  const series = await statistics.beginSeries(tx, networkId, { key: plan.seriesKey, title: read.title })
  await statistics.addSource(tx, networkId, read.source)
  const moves = await statistics.compareWith(tx, series.id, read.figures)
  await statistics.record(
    tx,
    networkId,
    {
      knownAt: now,
      way: plan.way,
      sourceId: read.source.id,
      retrievedOn: read.retrievedOn,
      byPerson: by,
      confirmedBy: null,
    },
    [{ series: series.id, figures: read.figures }],
  )
  const report = { ...broughtBy(plan.seriesKey, read.title, read.figures, moves), ending: read.ending }
  await expectPublication(tx, plan.seriesKey, read.nextPublication)
  await plans.setNextDue(tx, plan.id, nextDue(plan.rhythm, read.nextPublication, dayOf(now)))
  await store.endRun(tx, run.id, { state: 'done', at: now, report })
  await audit.record(tx, {
    networkId,
    by,
    at: now,
    did: 'imports.figures-recorded',
    on: { kind: 'import-run', id: run.id },
    after: { title: read.title, added: report.added, changed: report.changed, same: report.same },
  })
}

function reportOf({ plan }: Work, said: Partial<Report> = {}): Report {
  return { ...emptyReport(plan.seriesKey, plan.title), ...said }
}

function failureIn(error: unknown): NonNullable<Report['failure']> {
  if (error instanceof SourceFailure) {
    const { kind, address, detail } = error
    return { kind, address, detail }
  }
  return { kind: 'broken', address: '', detail: error instanceof Error ? error.name : 'unknown' }
}

/** The figures stay as they were, the report says why, and the coordinators are told. */
async function fail(work: Work, report: Report): Promise<void> {
  await end(work, 'failed', report, async (tx) => {
    const { networkId, parts, run } = work
    await tellOfFailure(tx, { networkId, run: run.id, report, now: parts.clock(), letter: parts.letter })
  })
}

async function end(
  work: Work,
  state: 'failed' | 'stopped',
  report: Report,
  also?: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { parts, networkId, run, plan, by, inTransaction } = work
  await inTransaction(async (tx) => {
    const now = parts.clock()
    await store.endRun(tx, run.id, { state, at: now, report })
    await plans.setNextDue(tx, plan.id, nextDue(plan.rhythm, null, dayOf(now)))
    await audit.record(tx, {
      networkId,
      by,
      at: now,
      did: state === 'failed' ? 'imports.run-failed' : 'imports.run-stopped',
      on: { kind: 'import-run', id: run.id },
      after: { title: plan.title },
    })
    await also?.(tx)
  })
}
