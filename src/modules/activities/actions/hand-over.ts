import {
  colleaguesIn,
  departuresOf,
  holds,
  inTransaction,
  type Actor,
  type Context,
  type Departure,
} from '#modules/accounts'
import * as audit from '#modules/audit'
import { cellGrid, handOverCell } from '#modules/programme'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { isRefusedByDatabase } from '#platform/database/refusals.ts'
import { wordOf } from '../core/activity.ts'
import {
  heldBy,
  passingsIn,
  responsibleAfter,
  responsibleFor,
  type Held,
  type Passing,
  type Responsible,
} from '../core/hand-over.ts'
import { maySayActivity, maySeeHandOver } from '../core/policy.ts'
import { addHandover } from '../handover-store.ts'
import { activitiesIn, activityWith } from '../store.ts'
import { passOnWord } from '../word-store.ts'

export type HandOverRefusal = 'not-allowed' | 'changed-meanwhile' | { readonly errors: Words }

/** By the name of a field. */
type Words = Readonly<Record<string, string>>
type Doing = Context & { readonly actor: Actor }

/**
 * Passes on all that was a person's, as one form says: by themselves while they are an officer, by the coordinator once
 * they have left. All of it or nothing. Answers how many things were passed on.
 */
export async function handOver(
  context: Context,
  person: string,
  typed: Words,
): Promise<Outcome<number, HandOverRefusal>> {
  const { actor } = context
  if (!actor || !maySeeHandOver(actor, person)) return refuse('not-allowed')
  const doing = { ...context, actor }

  return undoneIfOvertaken(context, async (tx) => {
    const { held } = await handedOverBy(tx, actor, person)
    const here = new Map<string, ReadonlySet<string>>()
    for (const code of new Set(held.map(({ municipality }) => municipality.code))) {
      const colleagues = await colleaguesIn(tx, code)
      here.set(code, new Set(colleagues.map(({ id }) => id).filter((id) => id !== person)))
    }
    const { passings, errors } = passingsIn(held, typed, (code) => here.get(code) ?? new Set())
    if (Object.keys(errors).length > 0) return refuse({ errors })
    if (passings.length === 0) return refuse('changed-meanwhile')
    for (const passing of passings) await passOn(tx, doing, person, passing)
    return done(passings.length)
  })
}

/** What of a person's somebody may pass on, and what they may only see. */
export async function handedOverBy(
  tx: Tx,
  actor: Actor,
  person: string,
): Promise<{ readonly held: readonly Held[]; readonly onlySeen: readonly Held[] }> {
  const all = heldBy(person, await cellGrid(tx), await activitiesIn(tx))
  const departures = await departuresOf(tx)
  const mayPass = ({ municipality: { code } }: Held) =>
    maySayActivity(actor, code) || (holds(actor, 'coordinator') && hasLeft(departures, person, code))
  return { held: all.filter(mayPass), onlySeen: all.filter((one) => !mayPass(one)) }
}

function hasLeft(departures: readonly Departure[], person: string, code: string): boolean {
  return departures.some(({ personId, municipality }) => personId === person && municipality === code)
}

class Overtaken extends Error {}

/** All or nothing: where somebody else spoke of one of the things at the same moment, none is passed on. */
async function undoneIfOvertaken(
  context: Context,
  work: (tx: Tx) => Promise<Outcome<number, HandOverRefusal>>,
): Promise<Outcome<number, HandOverRefusal>> {
  try {
    return await inTransaction(context, work)
  } catch (error) {
    // Whoever was to take it has left in the same instant: the database, which reads last, hands nothing to them.
    if (error instanceof Overtaken || isRefusedByDatabase(error, 'not-permitted'))
      return refuse('changed-meanwhile')
    throw error
  }
}

async function passOn(tx: Tx, doing: Doing, person: string, passing: Passing): Promise<void> {
  const { held, to, reason } = passing
  const { networkId, actor, now } = doing
  const change = { from: responsibleFor(held), to: responsibleAfter(passing) }
  if (held.kind === 'cell') {
    const address = { municipality: held.municipality.code, intervention: held.thing }
    const passed = await handOverCell(tx, doing, address, change)
    if (!passed.ok) throw new Overtaken(passed.refusal)
  } else await passOnActivity(tx, doing, held.thing, change)
  await addHandover(tx, networkId, {
    kind: held.kind,
    thing: held.thing,
    municipality: held.municipality.code,
    part: held.part,
    from: person,
    to,
    reason,
    at: now,
    by: actor.personId,
  })
}

async function passOnActivity(
  tx: Tx,
  { networkId, actor, now }: Doing,
  id: string,
  { from, to }: { readonly from: Responsible; readonly to: Responsible },
): Promise<void> {
  const activity = await activityWith(tx, id)
  if (!activity) throw new Overtaken('activity-unknown')
  const before = wordOf(activity)
  // Somebody may have said another since what is theirs was gathered.
  if (before.owner !== from.owner || before.deputy !== from.deputy) throw new Overtaken('changed-meanwhile')
  const passing = { ...to, by: actor.personId, at: now }
  if (!(await passOnWord(tx, { networkId, id }, activity.version, passing)))
    throw new Overtaken('changed-meanwhile')
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'activities.activity-handed-over',
    on: { kind: 'activity', id },
    before,
    after: { ...before, ...to },
  })
}
