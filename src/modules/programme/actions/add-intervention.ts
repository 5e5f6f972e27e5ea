import type { Context } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import { whyUnfit, type InterventionUnfit } from '../core/fitting.ts'
import type { InterventionForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework } from './change-framework.ts'

/** The coordinator adds an intervention to an area. Answers its id. */
export async function addIntervention(
  context: Context,
  form: InterventionForm,
): Promise<Outcome<string, 'not-allowed' | InterventionUnfit>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const taken = new Set(framework.interventions.map((one) => one.id))
    const id = freeSlug(form.name.sv, taken, 'del', addingWords)
    const indicators = new Set((await choicesOf(tx)).map((choice) => choice.id))
    const unfit = whyUnfit(form, { id, retiredAt: null }, framework, indicators)
    if (unfit) return refuse(unfit)
    await store.putIntervention(tx, { networkId, id, at: now }, form)
    await record('programme.intervention-added', { kind: 'intervention', id }, { after: form })
    return done(id)
  })
}
