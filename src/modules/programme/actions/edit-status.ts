import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { StatusForm } from '../core/framework-forms.ts'
import { isLabelTaken } from '../core/vocabulary.ts'
import * as store from '../framework-store.ts'
import { changeFramework, type SeenPart } from './change-framework.ts'

/** The coordinator rewords a status or moves it in the order. What the programme's rules make of it stays. */
export async function editStatus(
  context: Context,
  { id, version }: SeenPart,
  form: StatusForm,
): Promise<Outcome<null, 'not-allowed' | 'part-unknown' | 'changed-meanwhile' | 'label-taken'>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const status = framework.statuses.find((one) => one.id === id)
    if (!status) return refuse('part-unknown')
    if (status.version !== version) return refuse('changed-meanwhile')
    if (isLabelTaken(form.name, id, framework.statuses)) return refuse('label-taken')
    await store.putStatus(tx, { networkId, id, at: now }, form)
    const { name, text, position } = status
    await record(
      'programme.status-edited',
      { kind: 'status', id },
      { before: { name, text, position }, after: form },
    )
    return done(null)
  })
}
