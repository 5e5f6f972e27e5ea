import type { Context } from '#modules/accounts'
import { done, type Outcome } from '#platform/outcome.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import type { GoalForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework } from './change-framework.ts'

/** The coordinator adds a goal. Answers its id. */
export async function addGoal(context: Context, form: GoalForm): Promise<Outcome<string, 'not-allowed'>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const taken = new Set(framework.goals.map((goal) => goal.id))
    const id = freeSlug(form.name.sv, taken, 'del', addingWords)
    await store.putGoal(tx, { networkId, id, at: now }, form)
    await record('programme.goal-added', { kind: 'goal', id }, { after: form })
    return done(id)
  })
}
