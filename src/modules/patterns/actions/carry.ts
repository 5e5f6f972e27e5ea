import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayDecide, mayRead } from '../core/policy.ts'
import { addMatter, matterNumbered, isCarried, removeMatter } from '../carry-store.ts'
import { heldPattern } from '../store.ts'
import { log, onPattern, type PatternRefusal } from './on-pattern.ts'

export type CarryRefusal = PatternRefusal | 'matter-unknown' | 'carried'

/**
 * Counts a matter in. Whoever reads the matter does so: the coordinator what came through the common door, an officer
 * what their municipality has a part in, also through its own door.
 */
export async function carryMatter(
  context: Context,
  id: string,
  number: string,
): Promise<Outcome<null, CarryRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayRead(actor)) return refuse('not-allowed')
  const [year, count] = number.split('-').map(Number)
  return inTransaction(context, async (tx) => {
    const pattern = await heldPattern(tx, id)
    if (!pattern) return refuse('pattern-unknown')
    if (pattern.state !== 'confirmed') return refuse('not-confirmed')
    const matter = await matterNumbered(tx, year ?? 0, count ?? 0)
    if (matter === null) return refuse('matter-unknown')
    if (await isCarried(tx, id, matter, mayDecide(actor))) return refuse('carried')
    const place = { networkId, pattern: id }
    const doing = { by: actor.personId, at: now }
    await addMatter(tx, place, matter, doing)
    await log(tx, place, 'patterns.matter-added', doing)
    return done(null)
  })
}

/** Counts a matter out again; one whose company was told stays. */
export async function leaveMatter(
  context: Context,
  id: string,
  matter: string,
): Promise<Outcome<null, CarryRefusal>> {
  return onPattern(context, { id, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    await removeMatter(tx, place, matter, doing.at)
    await log(tx, place, 'patterns.matter-removed', doing)
    return done(null)
  })
}
