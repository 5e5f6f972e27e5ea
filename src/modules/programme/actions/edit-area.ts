import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { live } from '../core/framework.ts'
import type { AreaForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework, type SeenPart } from './change-framework.ts'

/** The coordinator rewords an area or moves it to another goal. Its address stays. */
export async function editArea(
  context: Context,
  { id, version }: SeenPart,
  form: AreaForm,
): Promise<Outcome<null, 'not-allowed' | 'part-unknown' | 'changed-meanwhile' | 'goal-unknown'>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const area = framework.areas.find((one) => one.id === id)
    if (!area) return refuse('part-unknown')
    if (area.version !== version) return refuse('changed-meanwhile')
    if (!live(framework.goals).some((goal) => goal.id === form.goal)) return refuse('goal-unknown')
    await store.putArea(tx, { networkId, id, at: now }, form)
    const { name, strategy, position, goal } = area
    const before = { name, strategy, position, goal }
    await record('programme.area-edited', { kind: 'area', id }, { before, after: form })
    return done(null)
  })
}
