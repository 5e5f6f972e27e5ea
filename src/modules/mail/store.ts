import { sql } from 'kysely'
import { enqueue } from '#modules/jobs'
import type { Database, Tx } from '#platform/database/connection.ts'

/** A mail to one person, in plain text. */
export interface Letter {
  readonly networkId: string
  readonly to: string
  readonly subject: string
  readonly body: string
  /** A sign-in link and its like: the body is emptied once the mail has left. */
  readonly holdsSecret: boolean
}

export interface LedgerRow {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly holdsSecret: boolean
  readonly state: 'queued' | 'sent' | 'shown' | 'failed'
  readonly createdAt: Date
}

/** Puts a mail in the ledger and asks for its delivery, in the transaction that causes it. */
export async function send(tx: Tx, letter: Letter, now: Date): Promise<void> {
  // The program may write mail but not read it, so the row cannot be asked for its id after it was written.
  const { rows } = await sql<{ id: string }>`select gen_random_uuid() as id`.execute(tx)
  const id = rows[0]?.id ?? ''
  await tx
    .insertInto('mailMessage')
    .values({
      networkId: letter.networkId,
      id,
      recipient: letter.to,
      subject: letter.subject,
      body: letter.body,
      holdsSecret: letter.holdsSecret,
      state: 'queued',
      createdAt: now,
    })
    .execute()
  await enqueue(tx, 'mail.deliver-message', { message: id })
}

/** One row of the ledger; the worker's database only. */
export async function messageWith(queueDb: Database, id: string): Promise<LedgerRow | undefined> {
  return queueDb
    .selectFrom('mailMessage')
    .select(['id', 'recipient', 'subject', 'body', 'holdsSecret', 'state', 'createdAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The newest mails, for the page that shows them where no mail server is configured. */
export async function newestMessages(queueDb: Database, limit: number): Promise<readonly LedgerRow[]> {
  return queueDb
    .selectFrom('mailMessage')
    .select(['id', 'recipient', 'subject', 'body', 'holdsSecret', 'state', 'createdAt'])
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute()
}

/** Notes what became of a mail. A secret does not outlive its sending. */
export async function settle(
  queueDb: Database,
  message: LedgerRow,
  outcome: { state: 'sent' | 'shown' | 'failed'; reason?: string },
  now: Date,
): Promise<void> {
  await queueDb
    .updateTable('mailMessage')
    .set({
      state: outcome.state,
      reason: outcome.reason ?? null,
      settledAt: now,
      ...(outcome.state === 'sent' && message.holdsSecret ? { body: '' } : {}),
    })
    .where('id', '=', message.id)
    .execute()
}
