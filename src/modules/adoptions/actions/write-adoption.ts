import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import type { Adoption, AdoptionPlace } from '../core/adoption.ts'
import { mayWriteAdoption } from '../core/policy.ts'
import * as store from '../store.ts'

/** What everything that is written of a municipality's programme stands on. */
export interface AdoptionWriting {
  readonly tx: Tx
  readonly writing: store.Writing
  /** The municipality's versions while it is written: nothing else gets in between. */
  readonly adoptions: readonly Adoption[]
  /** Tells the audit log, in the same transaction. */
  readonly record: (
    did: string,
    on: AdoptionPlace,
    states: { readonly before?: unknown; readonly after?: unknown },
  ) => Promise<void>
}

/** Opens a transaction for an officer or the coordinator to write of one municipality's programme, one at a time. */
export async function writeAdoption<Value, Refusal>(
  context: Context,
  municipality: string,
  write: (on: AdoptionWriting) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | 'not-allowed' | 'municipality-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor || !mayWriteAdoption(actor, municipality)) return refuse('not-allowed')

  // Whatever day the page was read as of, it is written to what stands now.
  return inTransaction({ ...context, asOf: undefined }, async (tx) => {
    await store.holdAdoptions(tx, networkId, municipality)
    const known = await municipalitiesOf(tx)
    if (!known.some(({ code }) => code === municipality)) return refuse('municipality-unknown')
    return write({
      tx,
      writing: { networkId, by: actor.personId, at: now },
      adoptions: await store.adoptionsOf(tx, municipality),
      record: (did, { version }, states) =>
        audit.record(tx, {
          networkId,
          by: actor.personId,
          at: now,
          did,
          on: { kind: 'adoption', id: `${municipality}/${version}` },
          ...states,
        }),
    })
  })
}
