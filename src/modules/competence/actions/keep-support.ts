import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { freeSlug } from '#platform/values/slug.ts'
import { isOfGiver, mayKeep } from '../core/policy.ts'
import { changedParts } from '../finder/change.ts'
import {
  addCheck,
  addDraft,
  addSupport,
  draftOf,
  giverOf,
  historyOf,
  settleDraft,
  supportIds,
  type Version,
} from '../store.ts'

export type KeepRefusal =
  | 'not-allowed'
  | 'support-unknown'
  | 'nothing-new'
  | 'draft-there'
  | 'draft-gone'
  | 'own-draft'

/** The last parts of addresses that stand beside the supports. */
const reserved = new Set(
  'hitta find inbaddad embedded mejla mail fraga ask bevaka follow bevakning following redigera edit nytt new'.split(
    ' ',
  ),
)

/** Enters a support that nobody has yet, as a draft; answers its word. */
export async function enterSupport(
  context: Context,
  giver: string,
  { content, note }: Pick<Version, 'content' | 'note'>,
): Promise<Outcome<string, KeepRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayKeep(actor, giver)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const id = freeSlug(content.name.sv, new Set(await supportIds(tx)), 'stod', reserved)
    await addSupport(tx, { networkId, id, giver }, now)
    await addDraft(tx, { networkId, supportId: id, content, note }, { by: actor.personId, at: now })
    await log(tx, { ...context, actor }, 'competence.drafted', id, { name: content.name.sv })
    return done(id)
  })
}

/** Writes a draft of what a support is to say; somebody else confirms it. */
export async function draftSupport(
  context: Context,
  id: string,
  { content, note }: Pick<Version, 'content' | 'note'>,
): Promise<Outcome<null, KeepRefusal>> {
  return keeping(context, id, async (tx, known) => {
    const [holding] = await historyOf(tx, id)
    const changed = holding ? changedParts(holding.content, content) : []
    if (holding && changed.length === 0) return refuse('nothing-new')
    const draft = { networkId: known.networkId, supportId: id, content, note }
    if (!(await addDraft(tx, draft, { by: known.actor.personId, at: known.now })))
      return refuse('draft-there')
    await log(tx, known, 'competence.drafted', id, { name: content.name.sv })
    return done(null)
  })
}

/** Lets a draft hold: whoever wrote it may not. */
export async function confirmDraft(
  context: Context,
  id: string,
  version: string,
): Promise<Outcome<null, KeepRefusal>> {
  return keeping(context, id, async (tx, known) => {
    const draft = await draftOf(tx, id)
    // What was read must be what holds: a draft that was changed meanwhile is another one.
    if (draft?.id !== version) return refuse('draft-gone')
    if (draft.writtenBy === known.actor.personId) return refuse('own-draft')
    if (!(await settleDraft(tx, draft.id, { confirmedAt: known.now, confirmedBy: known.actor.personId })))
      return refuse('draft-gone')
    await log(tx, known, 'competence.confirmed', id, { name: draft.content.name.sv })
    return done(null)
  })
}

/** Does away with a draft. */
export async function dropDraft(context: Context, id: string): Promise<Outcome<null, KeepRefusal>> {
  return keeping(context, id, async (tx, known) => {
    const draft = await draftOf(tx, id)
    if (!draft || !(await settleDraft(tx, draft.id, { droppedAt: known.now }))) return refuse('draft-gone')
    await log(tx, known, 'competence.dropped', id, { name: draft.content.name.sv })
    return done(null)
  })
}

/** Makes a draft of what a support said before; like every draft it is confirmed by somebody else. */
export async function revertSupport(
  context: Context,
  id: string,
  version: string,
  note: string,
): Promise<Outcome<null, KeepRefusal>> {
  const { actor } = context
  if (!actor) return refuse('not-allowed')
  const history = await inTransaction(context, async (tx) => historyOf(tx, id))
  const old = history.find((one) => one.id === version)
  return old ? draftSupport(context, id, { content: old.content, note }) : refuse('support-unknown')
}

/** Notes that somebody has looked a support up today and found it right. */
export async function checkSupport(context: Context, id: string): Promise<Outcome<null, KeepRefusal>> {
  return keeping(context, id, async (tx, { networkId, now, actor, ...known }, giver) => {
    await addCheck(tx, {
      networkId,
      supportId: id,
      onDay: dayOf(now),
      byPerson: actor.personId,
      byGiver: isOfGiver(actor, giver),
    })
    await log(tx, { ...known, networkId, now, actor }, 'competence.checked', id, {})
    return done(null)
  })
}

type Keeper = Context & { readonly actor: Actor }

async function keeping(
  context: Context,
  id: string,
  work: (tx: Tx, known: Keeper, giver: string) => Promise<Outcome<null, KeepRefusal>>,
): Promise<Outcome<null, KeepRefusal>> {
  const { actor } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const giver = await giverOf(tx, id)
    if (giver === undefined) return refuse('support-unknown')
    if (!mayKeep(actor, giver)) return refuse('not-allowed')
    return work(tx, { ...context, actor }, giver)
  })
}

async function log(
  tx: Tx,
  { networkId, actor, now }: Keeper,
  did: string,
  id: string,
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  await audit.record(tx, { networkId, by: actor.personId, at: now, did, on: { kind: 'support', id }, after })
}
