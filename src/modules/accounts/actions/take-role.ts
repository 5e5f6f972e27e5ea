import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { inTransaction, type Context } from '../context.ts'
import { mayManagePeople } from '../core/policy.ts'
import * as store from '../store.ts'

export type TakeRoleRefusal = 'not-allowed' | 'not-held' | 'last-coordinator'

/** The coordinator takes a role back. A network is never left without a coordinator. */
export async function takeRole(
  context: Context,
  personId: string,
  grantId: string,
): Promise<Outcome<string, TakeRoleRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayManagePeople(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const coordinators = await store.countCoordinators(tx, networkId)
    const grant = await store.activeGrant(tx, grantId)
    if (grant?.personId !== personId) return refuse('not-held')
    if (grant.role === 'coordinator' && coordinators === 1) return refuse('last-coordinator')
    await store.revokeGrant(tx, grant.id, now, actor.personId)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'accounts.role-taken',
      on: { kind: 'person', id: grant.personId },
      before: { role: grant.role, municipality: grant.municipality },
    })
    return done(grant.personId)
  })
}
