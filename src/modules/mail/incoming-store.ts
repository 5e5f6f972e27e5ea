import { createHash, randomUUID } from 'node:crypto'
import { enqueue } from '#modules/jobs'
import type { Database, Tx } from '#platform/database/connection.ts'

/** Keeps a mail byte by byte before anybody looks at it, and asks for that to be done. Kept once, however often it comes. */
export async function keepIncoming(
  tx: Tx,
  mail: {
    readonly networkId: string
    readonly way: 'imap' | 'webhook'
    readonly messageId: string
    readonly raw: Uint8Array
  },
  now: Date,
): Promise<void> {
  // The program may hand mail in but not read it, so the row cannot be asked for its id after it was written.
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mailIncoming')
    .values({
      networkId: mail.networkId,
      id,
      way: mail.way,
      messageId: mail.messageId,
      sha256: createHash('sha256').update(mail.raw).digest('hex'),
      raw: Buffer.from(mail.raw),
      cameAt: now,
    })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) await enqueue(tx, 'mail.sort-incoming', { message: id })
}

export interface KeptMail {
  readonly networkId: string
  readonly id: string
  readonly messageId: string
  readonly sha256: string
  readonly raw: Buffer
  readonly cameAt: Date
  readonly state: 'waiting' | 'placed' | 'bounce' | 'automatic' | 'unplaced'
}

/** A mail that was kept; the worker's database only. */
export async function keptMail(queueDb: Database, id: string): Promise<KeptMail | undefined> {
  return queueDb
    .selectFrom('mailIncoming')
    .select(['networkId', 'id', 'messageId', 'sha256', 'raw', 'cameAt', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** How many mails have come from an address since a moment; the worker's database only. */
export async function comeFrom(
  queueDb: Database,
  networkId: string,
  from: string,
  since: Date,
): Promise<number> {
  const { count } = await queueDb
    .selectFrom('mailIncoming')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('networkId', '=', networkId)
    .where('fromAddress', '=', from)
    .where('cameAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Whether somebody was told of late, of a mail that came from that address, that what it answers in is over. */
export async function wasTurnedAway(
  queueDb: Database,
  networkId: string,
  from: string,
  since: Date,
): Promise<boolean> {
  const row = await queueDb
    .selectFrom('mailIncoming')
    .select('id')
    .where('networkId', '=', networkId)
    .where('fromAddress', '=', from)
    .where('cameAt', '>', since)
    .where('reason', 'in', ['no-matter', 'matter-over'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes what a mail was, and what is read of it by whoever has to place it by hand. */
export async function settleIncoming(
  queueDb: Database,
  { networkId, id }: Pick<KeptMail, 'networkId' | 'id'>,
  outcome: {
    readonly state: Exclude<KeptMail['state'], 'waiting'>
    readonly reason: string | null
    readonly from: string
    readonly subject: string
    readonly text: string
    readonly matter: string | null
  },
  now: Date,
): Promise<void> {
  const { state, reason, from, subject, text, matter } = outcome
  await queueDb
    .updateTable('mailIncoming')
    .set({ state, reason, fromAddress: from, subject, text, matterId: matter, settledAt: now })
    .where('networkId', '=', networkId)
    .where('id', '=', id)
    .execute()
}

/** A mail that has no place, as the coordinator reads it. */
export interface UnplacedMail {
  readonly id: string
  readonly cameAt: Date
  readonly reason: string | null
  readonly fromAddress: string
  readonly subject: string
  readonly text: string
  readonly handledAt: Date | null
}

/** The mails that have no place, those first that nobody has seen to. */
export async function unplacedMails(tx: Tx, limit: number): Promise<readonly UnplacedMail[]> {
  return tx
    .selectFrom('mailIncoming')
    .select(['id', 'cameAt', 'reason', 'fromAddress', 'subject', 'text', 'handledAt'])
    .where('state', '=', 'unplaced')
    .orderBy('handledAt', (order) => order.desc().nullsFirst())
    .orderBy('cameAt', 'desc')
    .limit(limit)
    .execute()
}

/** Notes that somebody has seen to a mail without a place; false when somebody has already. */
export async function handleUnplaced(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailIncoming')
    .set({ handledAt: at, handledBy: by })
    .where('id', '=', id)
    .where('handledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
