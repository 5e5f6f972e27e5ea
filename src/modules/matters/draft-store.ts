import type { Database, Tx } from '#platform/database/connection.ts'
import type { Written } from './draft/steps.ts'
import type { SentFile } from './file-store.ts'
import { digestOf, keyOf, type MatterPlace } from './key.ts'

/** A matter that is not sent yet. */
export interface Draft {
  /** The id of the matter that it becomes. */
  readonly id: string
  readonly written: Written
  readonly changedAt: Date
}

/** A file of a draft, without its bytes. */
export interface DraftFile {
  readonly id: string
  readonly name: string
  readonly size: number
}

/** Begins a draft; the transaction must speak with its key. */
export async function addDraft(
  tx: Tx,
  { networkId, matter: id }: MatterPlace,
  { written, at, secret }: { readonly written: Written; readonly at: Date; readonly secret: string },
): Promise<void> {
  const digest = Buffer.from(digestOf(keyOf(secret, { networkId, matter: id })), 'hex')
  await tx
    .insertInto('matterDraft')
    .values({ networkId, id, digest, written: JSON.stringify(written), begunAt: at, changedAt: at })
    .execute()
}

/** The draft that the transaction's key opens. */
export async function keyDraft(tx: Tx): Promise<Draft | undefined> {
  return draftRows(tx).executeTakeFirst()
}

/** The same, and nobody else writes or sends it before the transaction ends. */
export async function lockedKeyDraft(tx: Tx): Promise<Draft | undefined> {
  return draftRows(tx).forUpdate().executeTakeFirst()
}

// Row-level security shows one at most.
function draftRows(tx: Tx) {
  return tx.selectFrom('matterDraft').select(['id', 'written', 'changedAt']).limit(1)
}

export async function writeDraft(tx: Tx, id: string, written: Written, at: Date): Promise<void> {
  await tx
    .updateTable('matterDraft')
    .set({ written: JSON.stringify(written), changedAt: at })
    .where('id', '=', id)
    .execute()
}

/** What is sent is no draft any more; its files go with it. */
export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('matterDraft').where('id', '=', id).execute()
}

export async function draftFilesOf(tx: Tx, draft: string): Promise<readonly DraftFile[]> {
  return tx
    .selectFrom('matterDraftFile')
    .select(['id', 'name'])
    .select((eb) => eb.fn<number>('length', ['bytes']).as('size'))
    .where('draftId', '=', draft)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export async function addDraftFiles(
  tx: Tx,
  { networkId, matter: draftId }: MatterPlace,
  files: readonly SentFile[],
  at: Date,
): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto('matterDraftFile')
    .values(files.map((file) => ({ networkId, draftId, ...file, addedAt: at })))
    .execute()
}

export async function removeDraftFiles(tx: Tx, draft: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('matterDraftFile').where('draftId', '=', draft).where('id', 'in', ids).execute()
}

/** Forgets the drafts that nobody has written in since then. The worker's database only. */
export async function forgetDraftsBefore(queueDb: Database, since: Date): Promise<void> {
  await queueDb.deleteFrom('matterDraft').where('changedAt', '<', since).execute()
}
