import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { whyNotOut } from '../core/fitting.ts'
import { partOf, type PartKind } from '../core/framework.ts'
import * as store from '../framework-store.ts'
import { changeFramework } from './change-framework.ts'

export type RetireRefusal =
  | 'not-allowed'
  | 'part-unknown'
  | 'retired-already'
  | 'still-in-use'
  | 'status-needed'

/**
 * The coordinator takes a goal, an area or an intervention out of the framework, or a status out of use. Nothing is
 * deleted: a retired intervention keeps its address, its cells and their history, and is only out of the matrix; a retired
 * status stays readable where it stands.
 */
export async function retirePart(
  context: Context,
  kind: PartKind,
  id: string,
): Promise<Outcome<null, RetireRefusal>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const part = partOf(framework, kind, id)
    if (!part) return refuse('part-unknown')
    if (part.retiredAt !== null) return refuse('retired-already')
    const why = whyNotOut(kind, id, framework)
    if (why) return refuse(why)
    await store.setRetired(tx, kind, { networkId, id, at: now }, true)
    await record(
      `programme.${kind}-retired`,
      { kind, id },
      { before: { retired: false }, after: { retired: true } },
    )
    return done(null)
  })
}
