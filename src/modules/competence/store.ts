import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Listed, Support } from './finder/support.ts'

/** A version of a support, with who wrote and who confirmed it as far as the reader may know. */
export interface Version {
  readonly id: string
  readonly supportId: string
  readonly content: Support
  readonly note: string
  readonly writtenAt: Date
  readonly writtenBy: string | null
  readonly confirmedAt: Date | null
  readonly confirmedBy: string | null
}

/** What a support's followers have said; the database leaves out every number below five. */
export interface OutcomeCount {
  readonly supportId: string
  readonly cameOf: 'applied' | 'granted' | 'gave-up' | 'not-tried'
  readonly stuck: string | null
  readonly count: number | null
}

/** Every support with what holds of it. One that nobody has confirmed yet is not among them. */
export async function supportsOf(tx: Tx): Promise<readonly Listed[]> {
  const { rows } = await sql<{
    id: string
    giver: string
    name: string
    content: Support
    since: Date | null
    checkedOn: IsoDay | null
    isCheckedByGiver: boolean | null
    isReached: boolean | null
  }>`
    select support.id, support.giver, organisation.name, held.content,
           case when held.confirmed_by is not null then held.confirmed_at end as since,
           checked.on_day as checked_on, checked.by_giver as is_checked_by_giver, support_link.is_reached
    from support
    join organisation on organisation.network_id = support.network_id and organisation.id = support.giver
    join lateral (
      select content, confirmed_at, confirmed_by from support_version
      where support_version.network_id = support.network_id and support_id = support.id and confirmed_at is not null
      order by number desc limit 1) as held on true
    left join lateral (
      select on_day, by_giver from support_check
      where support_check.network_id = support.network_id and support_id = support.id
      order by on_day desc, id desc limit 1) as checked on true
    left join support_link on support_link.network_id = support.network_id and support_link.support_id = support.id
    order by support.id`.execute(tx)
  return rows.map(({ giver, name, isCheckedByGiver, ...rest }) => ({
    ...rest,
    giver: { id: giver, name },
    isCheckedByGiver: isCheckedByGiver ?? false,
  }))
}

/** Who gives a support; nothing where there is none. */
export async function giverOf(tx: Tx, support: string): Promise<string | undefined> {
  const row = await tx.selectFrom('support').select('giver').where('id', '=', support).executeTakeFirst()
  return row?.giver
}

/** The words of all supports, confirmed or not. */
export async function supportIds(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('support').select('id').execute()
  return rows.map(({ id }) => id)
}

export async function addSupport(
  tx: Tx,
  support: { readonly networkId: string; readonly id: string; readonly giver: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('support')
    .values({ ...support, addedAt: at, remindedAt: null })
    .execute()
}

/** The versions of a support that have held, the newest first. */
export async function historyOf(tx: Tx, support: string): Promise<readonly Version[]> {
  return versions(tx)
    .where('supportId', '=', support)
    .where('confirmedAt', 'is not', null)
    .orderBy('number', 'desc')
    .execute()
}

/** What waits to be confirmed, of those supports that the reader keeps. */
export async function draftsOf(tx: Tx): Promise<readonly Version[]> {
  return versions(tx)
    .where('confirmedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .orderBy('writtenAt')
    .execute()
}

/** The draft of a support, if there is one and the reader keeps it. */
export async function draftOf(tx: Tx, support: string): Promise<Version | undefined> {
  return versions(tx)
    .where('supportId', '=', support)
    .where('confirmedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirst()
}

function versions(tx: Tx) {
  return tx
    .selectFrom('supportVersion')
    .select(['id', 'supportId', 'content', 'note', 'writtenAt', 'writtenBy', 'confirmedAt', 'confirmedBy'])
    .$narrowType<Pick<Version, 'content'>>()
}

/** Writes a draft; false when another is there already. */
export async function addDraft(
  tx: Tx,
  draft: Pick<Version, 'supportId' | 'content' | 'note'> & { readonly networkId: string },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('supportVersion')
    .values({
      networkId: draft.networkId,
      supportId: draft.supportId,
      content: JSON.stringify(draft.content),
      note: draft.note,
      writtenAt: at,
      writtenBy: by,
      confirmedAt: null,
      confirmedBy: null,
      droppedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Confirms or drops a draft; false when somebody was there before. */
export async function settleDraft(
  tx: Tx,
  id: string,
  how: { readonly confirmedAt: Date; readonly confirmedBy: string } | { readonly droppedAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supportVersion')
    .set(how)
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Notes that somebody has found a support right at its source. */
export async function addCheck(
  tx: Tx,
  check: {
    readonly networkId: string
    readonly supportId: string
    readonly onDay: IsoDay
    readonly byPerson: string
    readonly byGiver: boolean
  },
): Promise<void> {
  await tx.insertInto('supportCheck').values(check).execute()
}

/** What came of supports, for all that enough have spoken of. */
export async function outcomesOf(tx: Tx): Promise<readonly OutcomeCount[]> {
  const { rows } = await sql<OutcomeCount>`select * from support_outcomes()`.execute(tx)
  return rows
}
