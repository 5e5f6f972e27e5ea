import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import { live } from '../core/framework.ts'
import type { AreaForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework } from './change-framework.ts'

/** The coordinator adds an area to a goal. Answers its id. */
export async function addArea(
  context: Context,
  form: AreaForm,
): Promise<Outcome<string, 'not-allowed' | 'goal-unknown'>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    if (!live(framework.goals).some((goal) => goal.id === form.goal)) return refuse('goal-unknown')
    const taken = new Set(framework.areas.map((area) => area.id))
    const id = freeSlug(form.name.sv, taken, 'del', addingWords)
    await store.putArea(tx, { networkId, id, at: now }, form)
    await record('programme.area-added', { kind: 'area', id }, { after: form })
    return done(id)
  })
}
