import { setTimeout as pause } from 'node:timers/promises'
import { seatInThread, type Answer, type Problem, type Rounds } from '#modules/seating'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { asSeatRounds } from '../core/rounds.ts'
import type { SeatRun } from '../core/run.ts'
import type { PlanMade } from '../core/version.ts'
import { endRun, noteRun, runWith } from '../run-store.ts'
import { lockEvent, problemOf, savePlan, versionWith } from '../store.ts'

export interface Filling {
  readonly db: Database
  readonly clock: Clock
  /** That the program goes down: the best so far is saved. */
  readonly signal: AbortSignal
}

/** Which run, and in whose name. */
export interface OfRun {
  readonly networkId: string
  readonly person: string
  readonly event: string
  readonly run: string
}

/** How often the best so far is told, and asked whether to stop. */
const beat = 250

/**
 * Seats an event in a thread and saves the best as a version. What is found is told on the way. A run that was begun and not ended
 * was broken off by a restart: then what it had found is saved.
 */
export async function fillSeats(filling: Filling, of: OfRun): Promise<void> {
  const begun = await here(filling, of, (tx) => begin(tx, filling, of))
  if (begun === null) return
  try {
    await fill(filling, of, begun)
  } catch (error) {
    await here(filling, of, (tx) => endRun(tx, of.run, { endedAt: filling.clock(), endedAs: 'broken-off' }))
    throw error
  }
}

interface Begun {
  readonly run: SeatRun
  readonly problem: Problem
  readonly pins: NonNullable<PlanMade['pins']>
}

async function begin(tx: Tx, { clock }: Filling, of: OfRun): Promise<Begun | null> {
  const run = await runWith(tx, of.event, of.run)
  if (!run || run.endedAt !== null) return null
  if (run.begunAt !== null || run.stopAskedAt !== null) {
    await end(tx, of, {
      run,
      rounds: run.best,
      made: { by: 'run', seed: run.seed },
      at: clock(),
      isBroken: true,
    })
    return null
  }
  await noteRun(tx, of.run, { begunAt: clock(), aliveAt: clock() })
  const before = run.basedOn === 0 ? undefined : await versionWith(tx, of.event, run.basedOn)
  return { run, problem: await problemOf(tx, of.event), pins: before?.made.pins ?? [] }
}

async function fill(filling: Filling, of: OfRun, { run, problem, pins }: Begun): Promise<void> {
  const { clock, signal } = filling
  let best: Rounds | undefined
  let found = 0
  let told = 0
  let answer: Answer | undefined
  const thread = seatInThread(problem, {
    seed: run.seed,
    milliseconds: run.milliseconds,
    pinned: known(pins, problem),
    onBetter: (better) => {
      best = better
      found += 1
    },
  })
  const ended = thread.answer.then((value) => (answer = value))
  signal.addEventListener('abort', thread.stop)
  if (signal.aborted) thread.stop()
  while (answer === undefined) {
    await Promise.race([ended, pause(beat)])
    const isNew = found > told && best !== undefined
    told = found
    const isWanted = await here(filling, of, async (tx) => {
      const news = isNew && best !== undefined ? { best: asSeatRounds(problem, best), found } : {}
      const isUnderWay = await noteRun(tx, of.run, { aliveAt: clock(), ...news })
      const now = await runWith(tx, of.event, of.run)
      return isUnderWay && now?.stopAskedAt === null
    })
    if (!isWanted) thread.stop()
  }
  signal.removeEventListener('abort', thread.stop)
  const outcome: Answer = answer
  await here(filling, of, async (tx) => {
    if (!outcome.ok)
      return endRun(tx, of.run, { endedAt: clock(), endedAs: 'refused', faults: outcome.refusal })
    const { rounds, made } = outcome.value
    return end(tx, of, {
      run,
      rounds: asSeatRounds(problem, rounds),
      made: { by: 'engine', ...made },
      at: clock(),
      isBroken: signal.aborted,
    })
  })
}

/** Pins of those who come to tables that there are. */
function known(pins: Begun['pins'], { people, tables, rounds }: Problem): Begun['pins'] {
  const isComing = new Set(people.map(({ id }) => id))
  const isThere = new Set(tables.map(({ id }) => id))
  return pins.filter((pin) => isComing.has(pin.person) && isThere.has(pin.table) && pin.round < rounds)
}

interface Ending {
  readonly run: SeatRun
  readonly rounds: SeatRun['best']
  readonly made: PlanMade
  readonly at: Date
  readonly isBroken: boolean
}

/** Saves what was found as the next version of the one it began from, if nobody has saved since. */
async function end(tx: Tx, of: OfRun, { run, rounds, made, at, isBroken }: Ending): Promise<void> {
  const { networkId, event, person } = of
  await lockEvent(tx, event)
  if (rounds === null) return endRun(tx, of.run, { endedAt: at, endedAs: 'broken-off' })
  const saved = await savePlan(tx, { networkId, event, basedOn: run.basedOn, rounds, made, at, by: person })
  return endRun(tx, of.run, {
    endedAt: at,
    best: rounds,
    ...(saved.ok
      ? { endedAs: isBroken ? 'broken-off' : 'saved', version: saved.value }
      : { endedAs: 'overtaken' }),
  })
}

/** In the name of whoever asked: what they may not, the engine may not. */
async function here<Result>(
  { db }: Filling,
  { networkId, person }: OfRun,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inScope(db, { networkId, personId: person }, work)
}
