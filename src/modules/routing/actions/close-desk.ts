import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { maySetDesks } from '../core/policy.ts'
import { changeDesk, desksOf, holdDesks } from '../desk-store.ts'
import type { KeptMatters } from '../kept-matters.ts'
import { ruleVersionsOf } from '../rule-store.ts'

export type CloseDeskRefusal =
  | 'not-allowed'
  | 'desk-unknown'
  | 'rules-name-it'
  | 'matters-stand-there'
  | 'to-unknown'

interface Closing {
  readonly municipality: string
  readonly desk: string
  /** The desk that what stands there is moved to; null when nothing does. */
  readonly to: string | null
}

/** An officer closes a desk that no rule names, and moves what stands there: nothing is left with nobody. */
export async function closeDesk(
  context: Context,
  { municipality, desk: id, to }: Closing,
  { keptMatters, reason }: { readonly keptMatters: KeptMatters; readonly reason: (name: string) => string },
): Promise<Outcome<null, CloseDeskRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySetDesks(actor, municipality)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await holdDesks(tx, networkId, municipality)
    const open = (await desksOf(tx, municipality)).filter(({ closedAt }) => closedAt === null)
    const desk = open.find((one) => one.id === id)
    if (!desk) return refuse('desk-unknown')
    const [holding] = await ruleVersionsOf(tx, municipality)
    if (holding?.rules.some((rule) => rule.desk === id)) return refuse('rules-name-it')
    if (to !== null && (to === id || !open.some((one) => one.id === to))) return refuse('to-unknown')
    const standing = await keptMatters.standingAt(tx, municipality, id)
    if (standing > 0 && to === null) return refuse('matters-stand-there')
    if (to !== null)
      await keptMatters.moveAll(
        tx,
        { networkId, actor, now },
        { municipality, from: id, to, reason: reason(desk.name) },
      )
    await changeDesk(tx, { networkId, municipality }, id, { closedAt: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'routing.desk-closed',
      on: { kind: 'desk', id: `${municipality} ${id}` },
      after: { moved: standing, to },
    })
    return done(null)
  })
}
