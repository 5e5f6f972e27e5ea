import * as audit from '#modules/audit'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { inTransaction, type Context } from '../context.ts'
import type { RoleForm } from '../core/forms.ts'
import { mayManagePeople } from '../core/policy.ts'
import * as store from '../store.ts'

export type GiveRoleRefusal = 'not-allowed' | 'not-a-member' | 'municipality-unknown' | 'role-held-already'

/** The coordinator gives one more role to somebody of the network. */
export async function giveRole(
  context: Context,
  personId: string,
  form: RoleForm,
): Promise<Outcome<null, GiveRoleRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayManagePeople(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const members = await store.membersOf(tx)
    if (!members.some((member) => member.id === personId)) return refuse('not-a-member')
    const municipalities = await municipalitiesOf(tx)
    if (form.municipality && !municipalities.some(({ code }) => code === form.municipality)) {
      return refuse('municipality-unknown')
    }
    const organisation =
      form.organisation && (await store.organisationNamed(tx, networkId, form.organisation))
    const given = await store.addGrant(tx, {
      networkId,
      personId,
      ...form,
      organisation,
      at: now,
      by: actor.personId,
    })
    if (!given) return refuse('role-held-already')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'accounts.role-given',
      on: { kind: 'person', id: personId },
      after: form,
    })
    return done(null)
  })
}
