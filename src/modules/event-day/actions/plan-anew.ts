import { createHash } from 'node:crypto'
import { inTransaction, type Context } from '#modules/accounts'
import {
  eventWith,
  participantsOf,
  tablesOf,
  type Event,
  type EventTable,
  type Participant,
  type SeatRounds,
} from '#modules/roundtable'
import { asRounds, asSeatRounds, latestVersion, problemOf, type PlanVersion } from '#modules/seat-plan'
import { replan, type Fault, type Made, type Pin, type Problem, type Unmet } from '#modules/seating'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { attendancesOf } from '../attendance-store.ts'
import { changeOf } from '../core/change.ts'
import { pinsOfDelegates } from '../core/delegates.ts'
import { movesFrom, type SeatMove } from '../core/moves.ts'
import { leadsDay } from '../core/policy.ts'
import { replanningIn, type Choices, type Replanning } from '../core/replan-form.ts'
import { withRoom } from '../core/room.ts'
import { firstOpenRound, type RoundTime } from '../core/timetable.ts'
import { toldPlanOf } from '../plan-store.ts'
import { timesOf } from '../time-store.ts'

/** Weighed exchanges: about 50 ms for ninety people, with fewer moved than by less. */
const usualSteps = 2_000_000
const seed = 1

/** A plan after what has changed, before it is kept. */
export interface Preview {
  readonly round: number
  readonly rounds: SeatRounds
  readonly moves: readonly SeatMove[]
  /** How many of those who had a seat and still need one go to another. */
  readonly movedPeople: number
  /** Which hard rules stood broken if nobody moved. */
  readonly because: readonly Unmet[]
  /** How often a hard rule is broken, and which. */
  readonly hardBroken: number
  readonly broken: readonly Unmet[]
  /** How many of those who were to come are taken not to. */
  readonly absent: number
  /** What the meetings are worth, beside a plan in which everybody may be moved. */
  readonly quality: number
  /** Whether tables are smaller than they should be, since too few have come. */
  readonly isSmaller: boolean
  readonly made: Made
  readonly pins: readonly Pin[]
  /** What tells this plan from another: whoever keeps it keeps what they saw. */
  readonly mark: string
}

/** All that a new plan is made from. */
export interface Ground {
  readonly event: Event
  readonly participants: readonly Participant[]
  readonly tables: readonly EventTable[]
  readonly times: readonly RoundTime[]
  readonly choices: Choices
  /** What the participants know; before anything was told, the latest. */
  readonly known: Pick<PlanVersion, 'version' | 'rounds'>
  readonly latest: PlanVersion
}

export type GroundRefusal = 'event-unknown' | 'cancelled' | 'no-plan' | 'all-begun'
export type PreviewRefusal =
  | 'not-allowed'
  | GroundRefusal
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly faults: readonly Fault[] }

/** What can be chosen before the seats are planned anew. */
export async function groundOf(tx: Tx, id: string, now: Date): Promise<Outcome<Ground, GroundRefusal>> {
  const event = await eventWith(tx, id)
  if (!event) return refuse('event-unknown')
  if (event.cancelledAt) return refuse('cancelled')
  const latest = await latestVersion(tx, id)
  if (!latest) return refuse('no-plan')
  const times = await timesOf(tx, event)
  const firstOpen = firstOpenRound(times, now)
  if (firstOpen >= times.length) return refuse('all-begun')
  const participants = (await participantsOf(tx, id)).filter(({ state }) => state === 'yes')
  const tables = await tablesOf(tx, id)
  const choices = {
    participants: participants.map(({ id: one }) => one),
    said: await attendancesOf(tx, id),
    tables,
    rounds: times.length,
    firstOpen,
  }
  return done({
    event,
    participants,
    tables,
    times,
    choices,
    known: (await toldPlanOf(tx, id)) ?? latest,
    latest,
  })
}

/** Plans anew by what was typed, and keeps nothing. */
export async function previewReplan(
  context: Context,
  event: string,
  typed: Readonly<Record<string, string>>,
): Promise<Outcome<Preview, PreviewRefusal>> {
  if (!leadsDay(context.actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const ground = await groundOf(tx, event, context.now)
    if (!ground.ok) return ground
    const reading = replanningIn(typed, ground.value.choices)
    if (!reading.ok) return refuse({ errors: reading.errors })
    return planAnew(await problemOf(tx, event), ground.value, reading.data)
  })
}

/** The same for the same ground and the same choice, on every machine. */
export function planAnew(
  asked: Problem,
  { participants, known, latest }: Ground,
  replanning: Replanning,
  steps = usualSteps,
): Outcome<Preview, { readonly faults: readonly Fault[] }> {
  const { round, said, closed } = replanning
  const problem = withRoom(withClosed(asked, replanning), replanning)
  const before = asRounds(problem, known.rounds)
  const pins = [
    ...replanning.pinned,
    ...pinsOfDelegates(participants, { rounds: known.rounds, round, said, closed }),
    ...(latest.made.pins ?? []),
  ].filter((pin, at, all) => isKept(pin, replanning) && all.findIndex(isSameSeat(pin)) === at)
  // The tables are closed in the problem already; who was put somewhere before keeps that seat.
  const change = changeOf({ round, said, closed: [], pinned: pins })
  const options = { seed, budget: { steps } }
  const planned = replan(problem, before, change, options)
  if (!planned.ok) return refuse({ faults: planned.refusal })
  const free = replan(problem, before, change, { ...options, moveCost: 0 })
  const { plan, movedPeople, because } = planned.value
  const worth = plan.explanation.figures.worth
  const freeWorth = free.ok ? Math.max(worth, free.value.plan.explanation.figures.worth) : worth
  // Rounds that were held are kept as they were, with whoever has been taken off the list since.
  const rounds = [...known.rounds.slice(0, round), ...asSeatRounds(problem, plan.rounds).slice(round)]
  return done({
    round,
    rounds,
    moves: movesFrom(round, known.rounds, rounds),
    movedPeople,
    because,
    hardBroken: plan.explanation.figures.hardBroken,
    broken: plan.explanation.unmet.filter(({ weight }) => weight === undefined),
    absent: participants.filter(({ id }) => said.get(id)?.state === 'absent').length,
    quality: freeWorth === 0 ? 1 : worth / freeWorth,
    made: plan.made,
    pins,
    isSmaller: problem.tables.some(
      ({ id, min }) => min < (asked.tables.find((one) => one.id === id)?.min ?? 0),
    ),
    mark: createHash('sha256').update(JSON.stringify(rounds)).digest('hex').slice(0, 16),
  })
}

/** The problem with the tables that are there now. */
function withClosed(problem: Problem, { round, closed }: Replanning): Problem {
  return {
    ...problem,
    tables: problem.tables.map((table) => ({
      ...table,
      closed: [
        ...(table.closed ?? []).filter((at) => at < round),
        ...(closed.find((one) => one.table === table.id)?.rounds ?? []),
      ],
    })),
  }
}

/** A seat that was given by hand holds while there is a table and somebody to sit at it. */
function isKept({ round, table, person }: Pin, { round: first, closed, said }: Replanning): boolean {
  const isClosed = closed.some((one) => one.table === table && one.rounds.includes(round))
  return round >= first && !isClosed && said.get(person)?.state !== 'absent'
}

function isSameSeat({ person, round }: Pin) {
  return (other: Pin) => other.person === person && other.round === round
}
