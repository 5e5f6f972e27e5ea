import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { deskIn, townHallsOf, type FoundDesk } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import { matterNumber } from '../core/matter.ts'
import { activeOf, type Part, type Placement } from '../core/part.ts'
import type { MatterPlace } from '../key.ts'
import * as store from '../part-store.ts'

/** A matter by the number that it is spoken of by. */
export interface MatterName {
  readonly year: number
  readonly number: number
}

/** A matter whose place is being decided: held until the transaction ends. */
export interface Moving {
  readonly tx: Tx
  readonly place: MatterPlace
  readonly actor: Actor
  readonly now: Date
  readonly matter: store.PlacedMatter
  readonly parts: readonly Part[]
}

export type MovingRefusal = 'not-allowed' | 'matter-unknown' | 'matter-closed'

/** One decision about where a matter belongs: by somebody who is signed in, on a matter that is not closed, one at a time. */
export async function moving<Value, Refusal>(
  context: Context,
  name: MatterName,
  decide: (moving: Moving) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | MovingRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const matter = await store.placedMatter(tx, name, 'hold')
    if (!matter) return refuse('matter-unknown')
    if (matter.state === 'closed') return refuse('matter-closed')
    const parts = (await store.partsOf(tx, [matter.id])).get(matter.id) ?? []
    return decide({ tx, place: { networkId, matter: matter.id }, actor, now, matter, parts })
  })
}

/** The active part of a municipality that the actor speaks for; undefined where they do not. */
export function ownPart({ actor, parts }: Moving, municipality: string): Part | undefined {
  const maySpeak = actor.grants.some(
    (grant) => grant.role === 'officer' && grant.municipality === municipality,
  )
  return maySpeak ? activeOf(parts).find((part) => part.municipality === municipality) : undefined
}

/** Notes a move where those who work on the matter read it; the log of everything done has it without its words. */
export async function note({ tx, place, actor, now }: Moving, move: store.Move): Promise<void> {
  await store.addMove(tx, place, { ...move, at: now, by: actor.personId })
  const { reason: _words, ...facts } = move
  await audit.record(tx, {
    networkId: place.networkId,
    by: actor.personId,
    at: now,
    did: `matters.${move.did}`,
    on: { kind: 'matter', id: place.matter },
    after: facts,
  })
}

/** Lets a municipality in, or in again, or makes one that is there what it is to be. */
export async function letIn(moved: Moving, placement: Placement, reason: string): Promise<void> {
  const { tx, place, parts, now: at, actor } = moved
  const { municipality, role, desk: deskId, owner: ownerId } = placement
  if (activeOf(parts).some((part) => part.municipality === municipality && part.role === role)) return
  if (parts.some((part) => part.municipality === municipality))
    await store.changePart(tx, place, municipality, {
      role,
      deskId,
      ownerId,
      stance: null,
      leftAt: null,
      leftBecause: null,
    })
  else await store.addPart(tx, place, { ...placement, reason, at, by: actor.personId })
}

/** The desk at which a municipality's own rules take the matter. */
export async function deskByRules({ tx, matter }: Moving, municipality: string): Promise<FoundDesk | null> {
  const [hall] = await townHallsOf(tx, [municipality])
  return hall ? deskIn(hall, matter) : null
}

/** Asks for the letter to whoever receives the matter at a municipality; null is the coordinator. */
export async function tellReceiver(
  { tx, place, actor, matter }: Moving,
  municipality: string | null,
): Promise<void> {
  await enqueue(tx, 'matters.tell-receiver', {
    ...place,
    municipality,
    number: matterNumber(matter),
    by: actor.personId,
  })
}
