import type { Context } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { whyUnfit, type InterventionUnfit } from '../core/fitting.ts'
import type { InterventionForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework, type SeenPart } from './change-framework.ts'

/** The coordinator rewords an intervention, or changes its number, area or indicators. Its address stays. */
export async function editIntervention(
  context: Context,
  { id, version }: SeenPart,
  form: InterventionForm,
): Promise<Outcome<null, 'not-allowed' | 'part-unknown' | 'changed-meanwhile' | InterventionUnfit>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const known = framework.interventions.find((one) => one.id === id)
    if (!known) return refuse('part-unknown')
    if (known.version !== version) return refuse('changed-meanwhile')
    const indicators = new Set((await choicesOf(tx)).map((choice) => choice.id))
    const unfit = whyUnfit(form, known, framework, indicators)
    if (unfit) return refuse(unfit)
    await store.putIntervention(tx, { networkId, id, at: now }, form)
    const { name, text, number, area } = known
    const before = { name, text, number, area, indicators: known.indicators }
    await record('programme.intervention-edited', { kind: 'intervention', id }, { before, after: form })
    return done(null)
  })
}
