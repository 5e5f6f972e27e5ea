import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'

/** A partner, and the organisation whose supports they keep right. */
export interface Keeper {
  readonly networkId: string
  readonly personId: string
  readonly organisation: string
}

/** Every partner of an organisation; the worker's database only. */
export async function keepersOf(queueDb: Database): Promise<readonly Keeper[]> {
  return queueDb
    .selectFrom('roleGrant')
    .select(['networkId', 'personId', 'organisation'])
    .where('revokedAt', 'is', null)
    .where('organisation', 'is not', null)
    .$narrowType<{ organisation: string }>()
    .orderBy('networkId')
    .orderBy('personId')
    .execute()
}

/** The supports that nobody has been reminded of since then, by their words; a colleague's letter of this very round is none. */
export async function notRemindedSince(tx: Tx, since: Date, now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('support')
    .select('id')
    .where((eb) =>
      eb.or([eb('remindedAt', 'is', null), eb('remindedAt', '<', since), eb('remindedAt', '=', now)]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function noteReminded(tx: Tx, supports: readonly string[], at: Date): Promise<void> {
  await tx.updateTable('support').set({ remindedAt: at }).where('id', 'in', supports).execute()
}

/** Where each support says what it says, as it holds now; the worker's database only. */
export async function sourcesToAsk(
  queueDb: Database,
): Promise<readonly { readonly networkId: string; readonly supportId: string; readonly source: string }[]> {
  const { rows } = await sql<{ networkId: string; supportId: string; source: string }>`
    select distinct on (network_id, support_id) network_id, support_id, content ->> 'source' as source
    from support_version where confirmed_at is not null
    order by network_id, support_id, number desc`.execute(queueDb)
  return rows
}

export async function noteReached(
  queueDb: Database,
  link: { readonly networkId: string; readonly supportId: string; readonly isReached: boolean },
  at: Date,
): Promise<void> {
  await queueDb
    .insertInto('supportLink')
    .values({ ...link, askedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'supportId']).doUpdateSet({ isReached: link.isReached, askedAt: at }),
    )
    .execute()
}
