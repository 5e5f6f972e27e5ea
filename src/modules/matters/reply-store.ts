import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { MatterPlace } from './key.ts'

/** A matter that is answered by mail. */
export interface Answered {
  readonly state: 'open' | 'waiting' | 'closed'
  readonly locale: 'sv' | 'en'
}

/** The matter, held until the transaction ends; none where the one that the transaction speaks for may not read it. */
export async function holdMatter(tx: Tx, { networkId, matter }: MatterPlace): Promise<Answered | undefined> {
  return tx
    .selectFrom('matter')
    .select(['state', 'locale'])
    .where('networkId', '=', networkId)
    .where('id', '=', matter)
    .where(sql<boolean>`reads_matter(id)`)
    .forUpdate()
    .executeTakeFirst()
}

/** Notes that a mail stands in a matter; false when it does already. */
export async function noteReply(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  message: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('matterReply')
    .values({ networkId, matterId, message, at })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** For which of an officer's municipalities they speak in a matter: the one that leads it, else the first that has a part. */
export async function speaksFor(
  tx: Tx,
  { networkId, matter }: MatterPlace,
  municipalities: readonly string[],
): Promise<string | undefined> {
  if (municipalities.length === 0) return undefined
  const row = await tx
    .selectFrom('matterPart')
    .select('municipality')
    .where('networkId', '=', networkId)
    .where('matterId', '=', matter)
    .where('municipality', 'in', [...municipalities])
    .where('leftAt', 'is', null)
    .orderBy(sql`role <> 'lead'`)
    .orderBy('municipality')
    .limit(1)
    .executeTakeFirst()
  return row?.municipality
}

/** Keeps what an officer has written as the draft of their town hall; below what is begun there already. */
export async function keepDraft(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  text: string,
  { by, municipality, at }: { readonly by: string; readonly municipality: string | null; readonly at: Date },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('matterEntry')
    .set((eb) => ({ text: sql<string>`${eb.ref('text')} || ${`\n\n${text}`}` }))
    .where('networkId', '=', networkId)
    .where('matterId', '=', matterId)
    .where('municipality', 'is not distinct from', municipality)
    .where('kind', '=', 'message')
    .where('side', '=', 'town-hall')
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('matterEntry')
    .values({
      networkId,
      matterId,
      side: 'town-hall',
      kind: 'message',
      municipality,
      personId: by,
      text,
      way: 'mail',
      state: 'draft',
      writtenAt: at,
      finishedAt: null,
      sentAt: null,
    })
    .execute()
}
