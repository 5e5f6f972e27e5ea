import { sql } from 'kysely'
import {
  participantsOf,
  questionsOf,
  roundsOf,
  tablesOf,
  type Participant,
  type SeatRounds,
} from '#modules/roundtable'
import type { Pair, Problem } from '#modules/seating'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { problemFrom, type SeatingFacts } from './core/problem.ts'
import { keptPins } from './core/rounds.ts'
import type { PlanMade, PlanVersion } from './core/version.ts'
import { rulesOf } from './rule-store.ts'

/** An event as the engine is asked: who has said yes, the tables they can reach, the rules, and who has met before. */
export async function problemOf(tx: Tx, event: string): Promise<Problem> {
  return problemFrom(await factsOf(tx, event))
}

/** Everything that who sits where depends on. */
export async function factsOf(tx: Tx, event: string): Promise<SeatingFacts> {
  const participants = await participantsOf(tx, event)
  const tables = await tablesOf(tx, event)
  const coming = participants.filter(({ state }) => state === 'yes')
  return {
    participants,
    tables,
    rounds: (await roundsOf(tx, event)).length,
    questions: await questionsOf(tx, event),
    rules: await rulesOf(tx, event, { coming, tables }),
    wheelchairs: await wheelchairsAt(tx, event),
    sameAs: await enteredTwice(tx, event, coming),
    met: await metBefore(tx, event, coming),
  }
}

async function wheelchairsAt(tx: Tx, event: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('participantNeed')
    .innerJoin('participant', 'participant.id', 'participantNeed.participantId')
    .select('participant.id')
    .where('participant.eventId', '=', event)
    .where('wheelchair', '=', true)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Those of one account, or of one name and one address, are one person: by the first of them. */
async function enteredTwice(
  tx: Tx,
  event: string,
  coming: readonly Participant[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('participantContact')
    .innerJoin('participant', 'participant.id', 'participantContact.participantId')
    .select(['participant.id', 'email'])
    .where('participant.eventId', '=', event)
    .where('email', '<>', '')
    .execute()
  const emails = new Map(rows.map(({ id, email }) => [id, email.toLowerCase()]))
  const first = new Map<string, string>()
  const same = new Map<string, string>()
  for (const { id, name, personId } of coming) {
    const email = emails.get(id)
    const marks = [
      ...(personId === null ? [] : [personId]),
      ...(email === undefined ? [] : [`${name.toLowerCase()} ${email}`]),
    ]
    const known = marks.map((mark) => first.get(mark)).find((one) => one !== undefined)
    if (known !== undefined) same.set(id, known)
    for (const mark of marks) first.set(mark, known ?? id)
  }
  return same
}

/** Events further back are forgotten. */
const remembered = 10

/** Who sat with whom at earlier events, known again by their account or by name and organisation. */
async function metBefore(
  tx: Tx,
  event: string,
  coming: readonly Participant[],
): Promise<SeatingFacts['met']> {
  const plans = await tx
    .selectFrom('event')
    .innerJoin('seatPlan', (join) =>
      join
        .onRef('seatPlan.networkId', '=', 'event.networkId')
        .onRef('seatPlan.eventId', '=', 'event.id')
        .on('seatPlan.version', '=', (eb) =>
          eb
            .selectFrom('seatPlan as latest')
            .select(({ fn }) => fn.max('latest.version').as('version'))
            .whereRef('latest.eventId', '=', 'event.id'),
        ),
    )
    .select(['event.id', 'seatPlan.rounds'])
    .$narrowType<{ rounds: SeatRounds }>()
    .where('event.heldAt', 'is not', null)
    .where('event.cancelledAt', 'is', null)
    .where('onDay', '<', (eb) =>
      eb.selectFrom('event as this').select('this.onDay').where('this.id', '=', event),
    )
    .orderBy('onDay', 'desc')
    .limit(remembered)
    .execute()
  if (plans.length === 0) return []
  const idOf = new Map(coming.map((one) => [againOf(one), one.id]))
  const times = new Map<string, { readonly people: Pair; readonly times: number }>()
  for (const { id, rounds } of plans) {
    const then = await participantsOf(tx, id)
    const now = new Map(then.map((one) => [one.id, idOf.get(againOf(one))]))
    for (const [pair, people] of pairsIn(rounds, now))
      times.set(pair, { people, times: (times.get(pair)?.times ?? 0) + 1 })
  }
  return [...times.values()]
}

function againOf({ personId, name, organisation }: Participant): string {
  return personId ?? `${name.toLowerCase()} ${organisation.toLowerCase()}`
}

/** Every two who sat together at least once, by what they are called now. */
function pairsIn(
  rounds: SeatRounds,
  now: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const tables of rounds)
    for (const seated of Object.values(tables)) {
      const here = seated.flatMap((id) => now.get(id) ?? []).toSorted()
      for (const [at, one] of here.entries())
        for (const other of here.slice(at + 1)) pairs.set(`${one} ${other}`, [one, other])
    }
  return pairs
}

/** The latest versions of who sits where, the newest first. */
export async function versionsOf(tx: Tx, event: string, limit = 50): Promise<readonly PlanVersion[]> {
  return versionRows(tx, event).orderBy('version', 'desc').limit(limit).execute()
}

/** One version of who sits where. */
export async function versionWith(tx: Tx, event: string, version: number): Promise<PlanVersion | undefined> {
  return versionRows(tx, event).where('version', '=', version).executeTakeFirst()
}

/** The version that holds. */
export async function latestVersion(tx: Tx, event: string): Promise<PlanVersion | undefined> {
  return versionRows(tx, event).orderBy('version', 'desc').limit(1).executeTakeFirst()
}

function versionRows(tx: Tx, event: string) {
  return tx
    .selectFrom('seatPlan')
    .leftJoin('person', 'person.id', 'seatPlan.savedBy')
    .select(['version', 'rounds', 'made', 'savedAt', 'person.name as savedBy', 'toldAt'])
    .$narrowType<Pick<PlanVersion, 'rounds' | 'made'>>()
    .where('eventId', '=', event)
}

/** A seating to be kept as the event's next version. */
export interface NewPlan {
  readonly networkId: string
  readonly event: string
  /** The version it was made from; 0 when there was none. */
  readonly basedOn: number
  readonly rounds: SeatRounds
  /** How it came about. Pins that are not named are those of the version before, as far as the seating keeps them. */
  readonly made: PlanMade
  readonly at: Date
  /** The person who saves it. */
  readonly by: string
}

/** Keeps a seating as the next version, which is answered; refused when somebody has saved another since `basedOn`. */
export async function savePlan(tx: Tx, plan: NewPlan): Promise<Outcome<number, 'overtaken'>> {
  const { networkId, event, basedOn, rounds, made, at, by } = plan
  const before = basedOn === 0 ? undefined : await versionWith(tx, event, basedOn)
  if (basedOn !== 0 && before === undefined) return refuse('overtaken')
  const pins = keptPins(made.pins ?? before?.made.pins ?? [], rounds)
  // Whoever saves at the same time waits here for the other, and then finds the number taken.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('seatPlan')
    .values({
      networkId,
      eventId: event,
      version: basedOn + 1,
      rounds: JSON.stringify(rounds),
      made: JSON.stringify({ ...made, pins }),
      savedAt: at,
      savedBy: by,
      toldAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? done(basedOn + 1) : refuse('overtaken')
}

/** Lets the participants read this version; answers whether it was untold. */
export async function tellPlan(tx: Tx, event: string, version: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('seatPlan')
    .set({ toldAt: at })
    .where('eventId', '=', event)
    .where('version', '=', version)
    .where('toldAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Makes whoever else changes the event's rules wait for the end of this transaction. */
export async function lockEvent(tx: Tx, event: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`seats of ${event}`}, 0))`.execute(tx)
}
