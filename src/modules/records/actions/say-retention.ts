import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { RetentionForm } from '../core/forms.ts'
import { saysRetention } from '../core/policy.ts'
import type { KindId } from '../kinds.ts'
import { addRetention, retentionsOf } from '../store.ts'

/** The coordinator writes down how long an authority keeps a kind, and by which decision. What was said before is kept. */
export async function sayRetention(
  context: Context,
  { kind, municipality }: { readonly kind: KindId; readonly municipality: string | null },
  form: RetentionForm,
): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, networkId, now } = context
  if (!actor || !saysRetention(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const before = (await retentionsOf(tx, municipality, now)).get(kind)
    const by = actor.personId
    await addRetention(tx, networkId, { kind, municipality, ...form }, { by, at: now })
    await audit.record(tx, {
      networkId,
      by,
      at: now,
      did: 'records.retention-said',
      on: { kind: 'records', id: kind },
      before: before && { months: before.months, decision: before.decision, decidedOn: before.decidedOn },
      after: { municipality, ...form },
    })
    return done(null)
  })
}
