import { inTransaction, type Visit } from '#modules/accounts'
import { codesOf, eventWith, roundsOf, type Event, type Round, type SeatRounds } from '#modules/roundtable'
import { municipalitiesOf } from '#modules/region'
import { checked, explain, type Bound, type Explanation, type Problem } from '#modules/seating'
import { problemFrom, type SeatingFacts } from '../core/problem.ts'
import { asRounds, asSeatRounds } from '../core/rounds.ts'
import type { SeatRun } from '../core/run.ts'
import type { PlanVersion } from '../core/version.ts'
import { knownBound } from '../known-bounds.ts'
import { lastRun } from '../run-store.ts'
import { factsOf, latestVersion, versionWith } from '../store.ts'
import { calledFor, type Called } from './people.ts'

/** All that the board shows. */
export interface Board {
  readonly event: Event
  readonly rounds: readonly Round[]
  readonly facts: SeatingFacts
  readonly problem: Problem
  readonly called: Called
  /** The short code of each participant, by their ids. */
  readonly codes: ReadonlyMap<string, string>
  readonly latest: PlanVersion | undefined
  /** The version before, to tell what has changed. */
  readonly before: PlanVersion | undefined
  /** Where everybody sits: as the latest version has it, or the best so far of a run that is under way. */
  readonly seats: SeatRounds
  readonly run: SeatRun | undefined
  readonly explanation: Explanation
  readonly explainedBefore: Explanation | undefined
  /** Undefined where there is no seating at all. */
  readonly bound: Bound | undefined
  readonly checked: ReturnType<typeof checked>
}

/** Reads an event with its seats; undefined for one that there is not. */
export async function readBoard(
  visit: Visit,
  id: string,
  shows: 'best so far' | 'saved' = 'best so far',
): Promise<Board | undefined> {
  const read = await inTransaction(visit, async (tx) => {
    const event = await eventWith(tx, id)
    if (!event) return undefined
    const latest = await latestVersion(tx, id)
    return {
      event,
      latest,
      before: latest === undefined ? undefined : await versionWith(tx, id, latest.version - 1),
      rounds: await roundsOf(tx, id),
      facts: await factsOf(tx, id),
      codes: await codesOf(tx, id),
      run: await lastRun(tx, id),
      municipalities: await municipalitiesOf(tx),
    }
  })
  if (read === undefined) return undefined
  const { municipalities, ...rest } = read
  const { facts, run, latest, before } = rest
  const problem = problemFrom(facts)
  const wrong = checked(problem)
  const best = run?.endedAt === null && shows === 'best so far' ? run.best : null
  const shown = best ?? latest?.rounds ?? []
  return {
    ...rest,
    problem,
    checked: wrong,
    called: calledFor(facts, municipalities, visit.locale),
    seats: asSeatRounds(problem, asRounds(problem, shown)),
    explanation: explained(problem, shown),
    explainedBefore: before === undefined ? undefined : explained(problem, before.rounds),
    bound: wrong.faults.length > 0 ? undefined : knownBound(problem),
  }
}

/** The version that undoing leads to: where one was restored, the one before that. */
export function versionToUndoTo({ version, made }: PlanVersion): number | undefined {
  const of = made.by === 'restored' ? made.version : version
  return of > 1 ? of - 1 : undefined
}

/** What a seating achieves. Whoever moves people by hand may leave tables uneven: only that they hold everybody is asked. */
export function explained(problem: Problem, seats: SeatRounds): Explanation {
  return explain({ ...problem, even: false }, asRounds(problem, seats))
}
