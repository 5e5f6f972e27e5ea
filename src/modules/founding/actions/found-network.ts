import { addGrant, personFor } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as jobs from '#modules/jobs'
import { inScope, type Database } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { slugOf } from '#platform/values/slug.ts'
import type { NetworkForm } from '../core/network-form.ts'
import * as store from '../store.ts'

export type FoundRefusal = 'already-founded'

interface FoundingContext {
  readonly db: Database
  readonly now: Date
  /** The language that the coordinator's invitation is written in. */
  readonly locale: Locale
}

/**
 * Founds the installation's network, whole or not at all, and gives its id. Whoever asks has shown the founding code.
 * The coordinator's role comes after everything else the founder may add: with it the founding is over.
 */
export async function foundNetwork(
  context: FoundingContext,
  form: NetworkForm,
  municipalities: readonly store.FoundingMunicipality[],
  framework: store.EmptyFramework,
): Promise<Outcome<string, FoundRefusal>> {
  const { db, now, locale } = context
  const networkId = await store.newNetworkId(db)

  return inScope(db, { networkId, personId: null }, async (tx) => {
    if (!(await store.isUnfounded(tx))) return refuse('already-founded')
    const slug = slugOf(form.name.sv) || slugOf(form.name.en) || 'natverk'
    await store.addNetwork(tx, { id: networkId, slug, form, at: now })
    await store.addMunicipalities(tx, networkId, municipalities)
    await store.addEmptyFramework(tx, networkId, framework)
    const { id: personId } = await personFor(tx, { name: form.person, email: form.email })
    await audit.record(tx, {
      networkId,
      by: null,
      at: now,
      did: 'founding.network-founded',
      on: { kind: 'network', id: networkId },
      after: { name: form.name, municipalities: municipalities.length },
    })
    await addGrant(tx, { networkId, personId, role: 'coordinator', municipality: null, at: now, by: null })
    await jobs.enqueue(tx, 'accounts.send-invitation', { networkId, email: form.email, locale })
    return done(networkId)
  })
}
