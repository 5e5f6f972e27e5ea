import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { voiceOf } from '../core/speaking.ts'
import * as store from '../thread-store.ts'

export type JoinRefusal =
  | 'not-allowed'
  | 'matter-unknown'
  | 'other-unknown'
  | 'same-matter'
  | 'other-speaker'
  | 'other-joined'
  | 'others-joined'
  | 'other-closed'

/**
 * Has a matter answered together with another one: what is said in that one is said in both, to each company in its own
 * thread. Both must be spoken in by the same town hall.
 */
export async function joinMatter(
  context: Context,
  id: string,
  other: { readonly year: number; readonly number: number },
): Promise<Outcome<null, JoinRefusal>> {
  const { actor } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const matter = await store.heldMatter(tx, id)
    if (!matter) return refuse('matter-unknown')
    const voice = voiceOf(actor, matter)
    if (!voice) return refuse('not-allowed')
    const whole = await store.matterWith(tx, other)
    if (!whole) return refuse('other-unknown')
    if (whole.id === id) return refuse('same-matter')
    if (voiceOf(actor, whole)?.municipality !== voice.municipality) return refuse('other-speaker')
    if (whole.joinedTo !== null) return refuse('other-joined')
    if (whole.state === 'closed') return refuse('other-closed')
    if ((await store.joinedTo(tx, id)).length > 0) return refuse('others-joined')
    await join(tx, context, id, whole.id)
    return done(null)
  })
}

/** Has a matter answered by itself again. What was said in both stays said in both. */
export async function unjoinMatter(
  context: Context,
  id: string,
): Promise<Outcome<null, 'not-allowed' | 'matter-unknown'>> {
  const { actor } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const matter = await store.heldMatter(tx, id)
    if (!matter) return refuse('matter-unknown')
    if (!voiceOf(actor, matter)) return refuse('not-allowed')
    await join(tx, context, id, null)
    return done(null)
  })
}

async function join(
  tx: Tx,
  { networkId, actor, now }: Context,
  id: string,
  whole: string | null,
): Promise<void> {
  await store.moveMatter(tx, { networkId, matter: id }, { joinedTo: whole })
  await audit.record(tx, {
    networkId,
    by: actor?.personId ?? null,
    at: now,
    did: whole === null ? 'matters.unjoined' : 'matters.joined',
    on: { kind: 'matter', id },
    after: { joinedTo: whole },
  })
}
