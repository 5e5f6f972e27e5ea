import { inTransaction, type Context } from '#modules/accounts'
import { heldInAsks } from '#modules/asking'
import * as audit from '#modules/audit'
import { heldInCommitments } from '#modules/commitments'
import { companyNumbered, heldInVisits, organisationNumberIn } from '#modules/companies'
import { heldInSupports } from '#modules/competence'
import { heldInMail } from '#modules/mail'
import { heldInMatters } from '#modules/matters'
import { heldInNeeds } from '#modules/needs'
import { heldInPatterns } from '#modules/patterns'
import { heldInEvents } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Held } from '#platform/values/records.ts'
import { authoritiesOf } from '../core/policy.ts'
import { heldAccounts } from '../person-store.ts'

interface Seeking {
  /** An address, a name or an organisation number, as it was typed. */
  readonly sought: string
  /** The installation's, which keys what is known of a sole trader's number. */
  readonly secret: string
}

/** All that is held on a person, as far as whoever asks may read it. Written out, it is logged, without who it is about. */
export async function findHeld(
  context: Context,
  seeking: Seeking & { readonly isExtract: boolean },
): Promise<Outcome<readonly Held[], 'not-allowed'>> {
  const { actor, networkId, now: at } = context
  if (!actor || authoritiesOf(actor).length === 0) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const held = await heldOn(tx, seeking, at)
    if (seeking.isExtract)
      await audit.record(tx, {
        networkId,
        by: actor.personId,
        at,
        did: 'records.extract-made',
        on: { kind: 'records', id: 'person' },
        after: { items: held.length },
      })
    return done(held)
  })
}

async function heldOn(tx: Tx, { sought, secret }: Seeking, at: Date): Promise<readonly Held[]> {
  const number = organisationNumberIn(sought)
  const company = number ? ((await companyNumbered(tx, number, secret))?.id ?? null) : null
  const person = { text: sought, company }
  return [
    ...(await heldInMatters(tx, person, at)),
    ...(await heldInVisits(tx, person, at)),
    ...(await heldInAsks(tx, person)),
    ...(await heldInEvents(tx, person, at)),
    ...(await heldInCommitments(tx, person)),
    ...(await heldInNeeds(tx, person, at)),
    ...(await heldInSupports(tx, person)),
    ...(await heldInPatterns(tx, person)),
    ...(await heldInMail(tx, person)),
    ...(await heldAccounts(tx, person)),
  ]
}
