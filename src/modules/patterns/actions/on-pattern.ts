import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import type { Pattern } from '../core/pattern.ts'
import { tellsWhere } from '../core/own-words.ts'
import { mayDecide } from '../core/policy.ts'
import { heldPattern, namesSender, type Doing, type PatternPlace } from '../store.ts'

export type PatternRefusal =
  | 'not-allowed'
  | 'pattern-unknown'
  | 'decided'
  | 'not-confirmed'
  | 'changed-meanwhile'

/** A pattern, as whoever writes of it saw it. */
export interface SeenPattern {
  readonly id: string
  readonly version: number
}

/** A pattern that the coordinator does something with, held until the transaction is over. */
export interface Deciding extends Doing {
  readonly tx: Tx
  readonly place: PatternPlace
  readonly pattern: Pattern
  readonly actor: Actor
}

/** One transaction of the coordinator on a pattern that is in that state. */
export async function onPattern<Value, Refusal>(
  context: Context,
  {
    id,
    state,
    version,
  }: { readonly id: string; readonly state: 'proposed' | 'confirmed'; readonly version?: number },
  work: (deciding: Deciding) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | PatternRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayDecide(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const pattern = await heldPattern(tx, id)
    if (!pattern) return refuse('pattern-unknown')
    if (pattern.state !== state) return refuse(state === 'proposed' ? 'decided' : 'not-confirmed')
    if (version !== undefined && version !== pattern.version) return refuse('changed-meanwhile')
    const place = { networkId, pattern: id }
    return work({ tx, place, pattern, actor, by: actor.personId, at: now })
  })
}

/** Whether words that others will read name a company, or whom one meets there. */
export async function namesSomebody(
  tx: Tx,
  { pattern }: PatternPlace,
  words: readonly string[],
): Promise<boolean> {
  const text = words.join('\n')
  return tellsWhere(text) || (await namesSender(tx, pattern, text))
}

/** Notes what was done; no word of a pattern stands in the log. */
export async function log(
  tx: Tx,
  { networkId, pattern: id }: PatternPlace,
  did: string,
  { by, at }: Doing,
  after: Record<string, unknown> = {},
): Promise<void> {
  await audit.record(tx, { networkId, by, at, did, on: { kind: 'pattern', id }, after })
}
