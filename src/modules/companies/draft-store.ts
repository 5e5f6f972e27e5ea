import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'

/** Whose draft, of a visit to which company; null is a company that the network has not met. */
export interface DraftPlace {
  readonly networkId: string
  readonly person: string
  readonly company: string | null
}

interface VisitDraft {
  /** Null when the visit is finished. */
  readonly typed: Readonly<Record<string, string>> | null
  readonly version: number
}

/** A draft, held until the transaction ends. */
export async function draftOf(tx: Tx, place: DraftPlace): Promise<VisitDraft | undefined> {
  return tx
    .selectFrom('visitDraft')
    .select(['typed', 'version'])
    .where('personId', '=', place.person)
    .where(sql<boolean>`company_id is not distinct from ${place.company}::uuid`)
    .forUpdate()
    .executeTakeFirst()
}

/** Keeps what was typed, or empties the draft when it is finished. Answers its version. */
export async function putDraft(
  tx: Tx,
  place: DraftPlace,
  typed: VisitDraft['typed'],
  at: Date,
): Promise<number> {
  const stored = typed === null ? null : JSON.stringify(typed)
  const { version } = await tx
    .insertInto('visitDraft')
    .values({
      networkId: place.networkId,
      personId: place.person,
      companyId: place.company,
      typed: stored,
      version: 1,
      savedAt: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'personId', 'companyId']).doUpdateSet((eb) => ({
        typed: stored,
        version: eb('visitDraft.version', '+', 1),
        savedAt: at,
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The visits that somebody has begun to write of. */
export async function draftsOf(
  tx: Tx,
  person: string,
): Promise<
  readonly {
    readonly company: { readonly id: string; readonly name: string } | null
    readonly savedAt: Date
  }[]
> {
  const rows = await tx
    .selectFrom('visitDraft')
    .leftJoin('company', 'company.id', 'visitDraft.companyId')
    .select(['company.id', 'company.name', 'savedAt'])
    .where('personId', '=', person)
    .where('typed', 'is not', null)
    .orderBy('savedAt', 'desc')
    .execute()
  return rows.map(({ id, name, savedAt }) => ({
    company: id === null || name === null ? null : { id, name },
    savedAt,
  }))
}
