import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ConfirmForm } from '../core/forms.ts'
import { keepsRecords } from '../core/policy.ts'
import type { KindId } from '../kinds.ts'
import { addDisposal, disposalList, retentionsOf } from '../store.ts'

/** A person confirms what they have seen listed; the disposal's id. What has changed since is shown to them again. */
export async function confirmDisposal(
  context: Context,
  { kind, municipality }: { readonly kind: KindId; readonly municipality: string | null },
  { rule: seenRule, until, count }: ConfirmForm,
): Promise<Outcome<string, 'not-allowed' | 'changed-meanwhile' | 'nothing-to-dispose'>> {
  const { actor, networkId, now } = context
  if (!actor || !keepsRecords(actor, municipality)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const rule = (await retentionsOf(tx, municipality, now)).get(kind)
    if (!rule?.until || rule.id !== seenRule || until > rule.until) return refuse('changed-meanwhile')
    const items = (await disposalList(tx, kind, municipality, until)).flatMap(({ item, kept }) =>
      kept === null ? [item] : [],
    )
    if (items.length === 0) return refuse('nothing-to-dispose')
    if (items.length !== count) return refuse('changed-meanwhile')
    const by = actor.personId
    const disposal = await addDisposal(
      tx,
      networkId,
      { kind, municipality, ruleId: rule.id, until, items },
      { by, at: now },
    )
    await audit.record(tx, {
      networkId,
      by,
      at: now,
      did: 'records.disposal-confirmed',
      on: { kind: 'records', id: disposal },
      after: { kind, municipality, count, decision: rule.decision },
    })
    await enqueue(tx, 'records.dispose', { networkId, disposal, by })
    return done(disposal)
  })
}
