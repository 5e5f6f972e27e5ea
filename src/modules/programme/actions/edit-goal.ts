import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { GoalForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework, type SeenPart } from './change-framework.ts'

/** The coordinator rewords or moves a goal. Its address stays. */
export async function editGoal(
  context: Context,
  { id, version }: SeenPart,
  form: GoalForm,
): Promise<Outcome<null, 'not-allowed' | 'part-unknown' | 'changed-meanwhile'>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const goal = framework.goals.find((one) => one.id === id)
    if (!goal) return refuse('part-unknown')
    if (goal.version !== version) return refuse('changed-meanwhile')
    await store.putGoal(tx, { networkId, id, at: now }, form)
    const { name, text, position } = goal
    await record(
      'programme.goal-edited',
      { kind: 'goal', id },
      { before: { name, text, position }, after: form },
    )
    return done(null)
  })
}
