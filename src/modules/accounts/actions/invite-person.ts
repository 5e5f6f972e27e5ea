import * as audit from '#modules/audit'
import * as jobs from '#modules/jobs'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { inTransaction, type Context } from '../context.ts'
import type { Invitation } from '../core/forms.ts'
import { mayManagePeople } from '../core/policy.ts'
import * as store from '../store.ts'

export type InviteRefusal = 'not-allowed' | 'municipality-unknown' | 'role-held-already'

/** The coordinator invites a person: they get a role, and a mail that says how to sign in. */
export async function invitePerson(
  context: Context,
  invitation: Invitation,
  locale: Locale,
): Promise<Outcome<string, InviteRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayManagePeople(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    if (invitation.municipality && !municipalities.some(({ code }) => code === invitation.municipality)) {
      return refuse('municipality-unknown')
    }
    const { id: personId, isNew } = await store.personFor(tx, {
      name: invitation.name,
      email: invitation.email,
    })
    const { role, municipality } = invitation
    const organisation =
      invitation.organisation && (await store.organisationNamed(tx, networkId, invitation.organisation))
    const given = await store.addGrant(tx, {
      networkId,
      personId,
      role,
      municipality,
      organisation,
      at: now,
      by: actor.personId,
    })
    if (!given) return refuse('role-held-already')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'accounts.person-invited',
      on: { kind: 'person', id: personId },
      // Somebody known already keeps the name they have.
      after: {
        ...(isNew ? { name: invitation.name } : {}),
        role,
        municipality,
        ...(organisation ? { organisation } : {}),
      },
    })
    await jobs.enqueue(tx, 'accounts.send-invitation', { networkId, email: invitation.email, locale })
    return done(personId)
  })
}
