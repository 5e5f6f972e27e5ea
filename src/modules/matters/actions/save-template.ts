import { holds, inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { TemplateForm } from '../core/forms.ts'
import * as store from '../template-store.ts'

/** Keeps a text that a municipality often writes, or another wording of one; `null` takes it away. */
export async function saveTemplate(
  context: Context,
  municipality: string,
  id: string | null,
  template: TemplateForm | null,
): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, networkId, now } = context
  if (!actor || !holds(actor, 'officer', municipality)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const saving = { networkId, municipality, by: actor.personId, at: now }
    if (template) await store.putTemplate(tx, saving, { id, ...template })
    else if (id !== null) await store.removeTemplate(tx, saving, id)
    return done(null)
  })
}
