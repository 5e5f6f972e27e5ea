import type { Status } from '#modules/programme'
import { addDays, daysBetween, type IsoDay } from '#platform/values/dates.ts'
import { isUnderWay, type Milestone } from './activity.ts'

/** As long as between two yearly reports and the meeting where somebody should have asked. */
export const quietMonths = 9
const quietDays = quietMonths * 30
/** A new owner has a quarter to say something. */
const daysToSpeak = 90
/** So long a contradiction is told to the municipality alone. */
const daysAmongOwn = 14

/** What a municipality says of an intervention, and since when it has said so. */
export interface Claim {
  readonly municipality: string
  readonly intervention: string
  readonly status: Status
  readonly statusSince: IsoDay
  readonly owner: string | null
  readonly ownerSince: IsoDay
}

/** What can be seen of an activity. */
export interface Trace {
  readonly id: string
  /** The one that leads it, and answers for it. */
  readonly municipality: string
  /** All that do it: what happens in it has happened for each of them. */
  readonly doers: readonly string[]
  readonly intervention: string
  readonly status: Status
  readonly statusSince: IsoDay
  readonly endsOn: IsoDay | null
  readonly milestones: readonly Milestone[]
  readonly owner: string | null
  readonly ownerSince: IsoDay
  readonly lastHappened: IsoDay
}

/** What is known of the people. */
export interface Standing {
  /** Since when somebody holds no role in a municipality any more; null while they hold one. */
  readonly leftOn: (person: string, municipality: string) => IsoDay | null
  readonly hasSpoken: (person: string) => boolean
}

export type Contradiction =
  | { readonly kind: 'quiet'; readonly since: IsoDay; readonly lastHappened: IsoDay | null }
  | { readonly kind: 'done-untraced'; readonly since: IsoDay }
  | { readonly kind: 'planned-yet-done'; readonly since: IsoDay }
  | { readonly kind: 'owner-left'; readonly since: IsoDay }
  | { readonly kind: 'owner-silent'; readonly since: IsoDay }
  | { readonly kind: 'past-end'; readonly since: IsoDay; readonly endsOn: IsoDay }
  | {
      readonly kind: 'milestone-passed'
      readonly since: IsoDay
      readonly milestone: string
      readonly on: IsoDay
    }

/** What does not fit together in one cell, or in one activity of it. */
export interface Found {
  readonly municipality: string
  readonly intervention: string
  /** Null when it is about the cell itself. */
  readonly activity: string | null
  readonly contradiction: Contradiction
}

/** Every contradiction there is today, the oldest first. What a cell says is never mended from its activities. */
export function contradictionsIn(
  claims: readonly Claim[],
  traces: readonly Trace[],
  standing: Standing,
  today: IsoDay,
): readonly Found[] {
  const inCells = claims.flatMap((claim) =>
    inCell(claim, tracesOf(claim, traces), standing, today).map((contradiction) => ({
      municipality: claim.municipality,
      intervention: claim.intervention,
      activity: null,
      contradiction,
    })),
  )
  const inActivities = traces.flatMap((trace) =>
    inActivity(trace, standing, today).map((contradiction) => ({
      municipality: trace.municipality,
      intervention: trace.intervention,
      activity: trace.id,
      contradiction,
    })),
  )
  return [...inCells, ...inActivities].toSorted((a, b) =>
    a.contradiction.since.localeCompare(b.contradiction.since),
  )
}

/** When anything last happened in a cell; null when nothing ever was seen to. */
export function lastHappenedIn(
  cell: Pick<Claim, 'municipality' | 'intervention'>,
  traces: readonly Trace[],
): IsoDay | null {
  return latest(tracesOf(cell, traces).map(({ lastHappened }) => lastHappened))
}

/** Whether it has been there long enough for others than the municipality's own to be told. */
export function isForOthers({ contradiction }: Found, today: IsoDay): boolean {
  return daysBetween(contradiction.since, today) >= daysAmongOwn
}

function tracesOf(
  { municipality, intervention }: Pick<Claim, 'municipality' | 'intervention'>,
  traces: readonly Trace[],
): readonly Trace[] {
  return traces.filter((trace) => trace.intervention === intervention && trace.doers.includes(municipality))
}

function inCell(
  claim: Claim,
  traces: readonly Trace[],
  standing: Standing,
  today: IsoDay,
): readonly Contradiction[] {
  return [
    ...claimedWithoutTrace(claim, traces, today),
    ...plannedYetDone(claim, traces),
    ...ofOwner(claim, standing, today),
  ]
}

function claimedWithoutTrace(
  { status, statusSince, municipality, intervention }: Claim,
  traces: readonly Trace[],
  today: IsoDay,
): readonly Contradiction[] {
  const lastHappened = lastHappenedIn({ municipality, intervention }, traces)
  if (status === 'done') {
    const isTraced = lastHappened !== null && lastHappened >= addDays(statusSince, -quietDays)
    return isTraced ? [] : [{ kind: 'done-untraced', since: statusSince }]
  }
  if (status !== 'on-plan') return []
  // Saying it again does not make it happen: what counts is since when it has been claimed.
  const since = addDays(latest([statusSince, lastHappened]) ?? statusSince, quietDays)
  return since <= today ? [{ kind: 'quiet', since, lastHappened }] : []
}

function plannedYetDone({ status, statusSince }: Claim, traces: readonly Trace[]): readonly Contradiction[] {
  const done = traces.filter((trace) => trace.status === 'done').map((trace) => trace.statusSince)
  const first = done.toSorted()[0]
  if (status !== 'planned' || first === undefined) return []
  return [{ kind: 'planned-yet-done', since: first > statusSince ? first : statusSince }]
}

function ofOwner(
  { owner, ownerSince, status, municipality }: Claim | Trace,
  standing: Standing,
  today: IsoDay,
): readonly Contradiction[] {
  if (owner === null || !isUnderWay(status)) return []
  const leftOn = standing.leftOn(owner, municipality)
  if (leftOn !== null) return [{ kind: 'owner-left', since: leftOn }]
  const since = addDays(ownerSince, daysToSpeak)
  return since <= today && !standing.hasSpoken(owner) ? [{ kind: 'owner-silent', since }] : []
}

function inActivity(trace: Trace, standing: Standing, today: IsoDay): readonly Contradiction[] {
  if (!isUnderWay(trace.status)) return []
  const { endsOn } = trace
  const passed = trace.milestones.flatMap(({ text, on, reachedOn }): Contradiction[] =>
    on !== null && on < today && reachedOn === null
      ? [{ kind: 'milestone-passed', since: addDays(on, 1), milestone: text, on }]
      : [],
  )
  return [
    ...(endsOn !== null && endsOn < today
      ? [{ kind: 'past-end' as const, since: addDays(endsOn, 1), endsOn }]
      : []),
    ...passed,
    ...ofOwner(trace, standing, today),
  ]
}

function latest(days: readonly (IsoDay | null)[]): IsoDay | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
