import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { whyNotBack } from '../core/fitting.ts'
import { partOf, type PartKind } from '../core/framework.ts'
import * as store from '../framework-store.ts'
import { changeFramework } from './change-framework.ts'

export type BringBackRefusal =
  | 'not-allowed'
  | 'part-unknown'
  | 'not-retired'
  | 'parent-retired'
  | 'number-taken'

/** The coordinator takes a retired part into the framework again, with its cells and history. */
export async function bringBackPart(
  context: Context,
  kind: PartKind,
  id: string,
): Promise<Outcome<null, BringBackRefusal>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    const part = partOf(framework, kind, id)
    if (!part) return refuse('part-unknown')
    if (part.retiredAt === null) return refuse('not-retired')
    const why = whyNotBack(kind, id, framework)
    if (why) return refuse(why)
    await store.setRetired(tx, kind, { networkId, id, at: now }, false)
    await record(
      `programme.${kind}-brought-back`,
      { kind, id },
      { before: { retired: true }, after: { retired: false } },
    )
    return done(null)
  })
}
