import { colleaguesIn, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import { seenDesk, type DeskForm } from '../core/desk.ts'
import { maySetDesks } from '../core/policy.ts'
import { addDesk, changeDesk, desksOf, holdDesks } from '../desk-store.ts'

export type WriteDeskRefusal =
  | 'not-allowed'
  | 'desk-unknown'
  | 'name-taken'
  | 'owner-not-here'
  | 'deputy-not-here'
  | 'changed-meanwhile'

/** Parts of addresses that stand for something else than a desk. */
const reserved = new Set([...addingWords, 'regler', 'rules'])

/** An officer opens a desk in their town hall, or says anew what one is called and who answers there. */
export async function writeDesk(
  context: Context,
  { municipality, desk: id }: { readonly municipality: string; readonly desk: string | null },
  { seen, ...desk }: DeskForm,
): Promise<Outcome<string, WriteDeskRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySetDesks(actor, municipality)) return refuse('not-allowed')
  const place = { networkId, municipality }

  return inTransaction(context, async (tx) => {
    await holdDesks(tx, networkId, municipality)
    const all = await desksOf(tx, municipality)
    const before = all.find((one) => one.id === id)
    if (id !== null && before?.closedAt !== null) return refuse('desk-unknown')
    if (before && seenDesk(before) !== seen) return refuse('changed-meanwhile')
    const others = all.filter((one) => one.id !== id)
    if (others.some(({ name, closedAt }) => closedAt === null && name === desk.name))
      return refuse('name-taken')
    const stranger = await strangerIn(tx, municipality, desk)
    if (stranger) return refuse(stranger)
    const kept = id ?? freeSlug(desk.name, new Set(all.map((one) => one.id)), 'mottagare', reserved)
    const { name, owner, deputy } = desk
    await (before
      ? changeDesk(tx, place, kept, { name, ownerId: owner, deputyId: deputy })
      : addDesk(tx, place, { id: kept, ...desk }))
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: before ? 'routing.desk-changed' : 'routing.desk-opened',
      on: { kind: 'desk', id: `${municipality} ${kept}` },
      ...(before ? { before: { name: before.name, owner: before.owner, deputy: before.deputy } } : {}),
      after: desk,
    })
    return done(kept)
  })
}

async function strangerIn(
  tx: Tx,
  municipality: string,
  { owner, deputy }: Pick<DeskForm, 'owner' | 'deputy'>,
): Promise<'owner-not-here' | 'deputy-not-here' | null> {
  const here = new Set((await colleaguesIn(tx, municipality)).map(({ id }) => id))
  if (owner !== null && !here.has(owner)) return 'owner-not-here'
  return deputy !== null && !here.has(deputy) ? 'deputy-not-here' : null
}
