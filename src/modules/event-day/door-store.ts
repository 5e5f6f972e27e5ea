import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { DayPlace } from './attendance-store.ts'
import type { NewAtDoor } from './core/door-form.ts'

/** Who comes to the door without being on the list; the id is made beforehand, so that a form sent twice adds one. */
export interface AtDoor extends NewAtDoor {
  readonly id: string
  readonly insteadOf: string | null
  readonly municipality: string | null
}

/** Adds somebody who has come, with how they are reached and the digest of their key. */
export async function addAtDoor(
  tx: Tx,
  { networkId, event }: DayPlace,
  one: AtDoor,
  digest: string,
  said: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, kind, name, organisation, municipality, insteadOf, email } = one
  await tx
    .insertInto('participant')
    .values({
      networkId,
      eventId: event,
      id,
      kind,
      criterionId: null,
      name,
      organisation,
      companyId: null,
      municipality,
      branch: null,
      size: null,
      personId: null,
      state: 'yes',
      insteadOf,
      fromRound: null,
      untilRound: null,
      openedAt: null,
      answeredAt: said.at,
      addedAt: said.at,
      addedBy: said.by,
    })
    .execute()
  await tx.insertInto('participantContact').values({ networkId, participantId: id, email }).execute()
  await tx
    .insertInto('participantKey')
    .values({ networkId, digest: Buffer.from(digest, 'hex'), participantId: id, madeAt: said.at })
    .execute()
}

/** Lets in somebody who was listed and had not said yes. */
export async function letIn(tx: Tx, participant: string, at: Date): Promise<void> {
  await sql`select let_in(${participant}, ${at})`.execute(tx)
}
