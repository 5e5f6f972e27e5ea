import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { CellForm } from '../core/cell-form.ts'
import { maySayCell } from '../core/policy.ts'
import { sayWords, type CellAddress, type WordRefusal } from './say-words.ts'

export type SayCellRefusal = 'not-allowed' | WordRefusal

/** An officer says how an intervention stands in their municipality, as it holds now. */
export async function sayCell(
  context: Context,
  { municipality, intervention }: CellAddress,
  form: CellForm,
): Promise<Outcome<null, SayCellRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySayCell(actor, municipality).may) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const speaker = { networkId, by: actor.personId, at: now }
    const said = await sayWords(tx, speaker, municipality, new Map([[intervention, form]]))
    return said.ok ? done(null) : refuse(said.refusal.get(intervention) ?? 'cell-unknown')
  })
}
