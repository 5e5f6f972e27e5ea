import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { KeptBecause } from '#platform/values/records.ts'
import type { MatterPlace } from './key.ts'

/** That a company has asked to have its details erased, and has no answer yet. */
export interface OpenErasure {
  readonly id: string
  readonly matter: string
  readonly year: number
  readonly number: number
  readonly locale: 'sv' | 'en'
  readonly askedAt: Date
  /** The last day for an answer. */
  readonly dueOn: string
  /** Why the law keeps the details now; null where they may be erased. */
  readonly kept: KeptBecause | null
}

/** Notes what a company asks; false when it has asked already and waits. */
export async function askForErasure(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { askedAt, dueOn }: Pick<OpenErasure, 'askedAt' | 'dueOn'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('erasureRequest')
    .values({ networkId, matterId, askedAt, dueOn })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What is asked and not answered, as far as whoever reads works on it; what is due first comes first. */
export async function openErasures(tx: Tx, now: Date): Promise<readonly OpenErasure[]> {
  return tx
    .selectFrom('erasureRequest as request')
    .innerJoin('matter', 'matter.id', 'request.matterId')
    .select([
      'request.id',
      'request.matterId as matter',
      'year',
      'number',
      'locale',
      'askedAt',
      'request.dueOn',
    ])
    .select(sql<KeptBecause | null>`sender_kept(request.matter_id, ${now})`.as('kept'))
    .where('answeredAt', 'is', null)
    .orderBy('request.dueOn')
    .orderBy('request.id')
    .execute()
}

/** What came of the latest asking about a matter. */
export async function erasureOf(
  tx: Tx,
  matter: string,
): Promise<{ readonly dueOn: string; readonly outcome: 'erased' | 'kept' | null } | undefined> {
  return tx
    .selectFrom('erasureRequest')
    .select(['dueOn', 'outcome'])
    .where('matterId', '=', matter)
    .orderBy('askedAt', 'desc')
    .executeTakeFirst()
}

export async function answerErasure(
  tx: Tx,
  id: string,
  {
    kept,
    by: answeredBy,
    at: answeredAt,
  }: { readonly kept: string | null; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('erasureRequest')
    .set({ answeredAt, answeredBy, outcome: kept === null ? 'erased' : 'kept', because: kept })
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .execute()
}
