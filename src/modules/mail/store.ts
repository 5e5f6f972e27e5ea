import { sql } from 'kysely'
import { enqueue } from '#modules/jobs'
import type { Database, Tx } from '#platform/database/connection.ts'
import { sealed } from './seal.ts'

/** A mail to one person, in plain text. */
export interface Letter {
  readonly networkId: string
  readonly to: string
  readonly subject: string
  readonly body: string
  /** A sign-in link and its like: the body is emptied once the mail has left. */
  readonly holdsSecret: boolean
  /** The matter that it is about, by its id: what is answered to the mail is said there. */
  readonly matter?: string | undefined
  /** The officer to whom it goes, who alone answers it; left out when it goes to the company. */
  readonly reader?: string | undefined
}

export interface LedgerRow {
  readonly networkId: string
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly holdsSecret: boolean
  readonly state: 'queued' | 'sent' | 'shown' | 'failed'
  readonly createdAt: Date
  readonly tries: number
  readonly matterId: string | null
  readonly readerId: string | null
  /** What it said, for the installation alone to read, after it has left. */
  readonly sealed: Buffer | null
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
      matterId: letter.matter ?? null,
      readerId: letter.reader ?? null,
      state: 'queued',
      createdAt: now,
    })
    .execute()
  await enqueue(tx, 'mail.deliver-message', { message: id })
}

/** One row of the ledger; the worker's database only. */
export async function messageWith(queueDb: Database, id: string): Promise<LedgerRow | undefined> {
  return ledgerRows(queueDb).where('id', '=', id).executeTakeFirst()
}

/** The newest mails, for the page that shows them where no mail server is configured. */
export async function newestMessages(queueDb: Database, limit: number): Promise<readonly LedgerRow[]> {
  return ledgerRows(queueDb).orderBy('createdAt', 'desc').limit(limit).execute()
}

function ledgerRows(queueDb: Database) {
  return queueDb
    .selectFrom('mailMessage')
    .select(['networkId', 'id', 'recipient', 'subject', 'body', 'holdsSecret', 'state', 'createdAt'])
    .select(['tries', 'matterId', 'readerId', 'sealed'])
}

/**
 * Notes what became of a mail. A secret does not outlive its sending; a letter about a matter may come back unread, and
 * is kept sealed with the installation's secret until it is too late for that.
 */
export async function settle(
  queueDb: Database,
  message: Pick<LedgerRow, 'id' | 'body' | 'holdsSecret' | 'matterId'>,
  outcome: { state: 'sent' | 'shown' | 'failed'; reason?: string },
  { now, secret }: { readonly now: Date; readonly secret: string },
): Promise<void> {
  const empties = outcome.state === 'sent' && message.holdsSecret && message.body !== ''
  await queueDb
    .updateTable('mailMessage')
    .set({
      state: outcome.state,
      reason: outcome.reason ?? null,
      settledAt: now,
      ...(empties ? afterSending(message, secret) : {}),
    })
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', message.id)
    .execute()
}

function afterSending({ body, matterId }: Pick<LedgerRow, 'body' | 'matterId'>, secret: string) {
  return matterId === null ? { body: '', isEmptied: true } : { body: '', sealed: sealed(secret, body) }
}

/** Notes that a mail which had left has come back; false when it is none that had. */
export async function noteReturn(queueDb: Database, id: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await queueDb
    .updateTable('mailMessage')
    .set({ state: 'failed', reason, settledAt: now })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Forgets what letters said that left before a moment, and will not come back any more. */
export async function forgetSealed(queueDb: Database, before: Date): Promise<void> {
  await queueDb
    .updateTable('mailMessage')
    .set({ sealed: null, isEmptied: true })
    .where('sealed', 'is not', null)
    .where('createdAt', '<', before)
    .execute()
}

/** The network that answers belong to which name no letter of ours: nearly always there is one; else the oldest. */
export async function firstNetwork(queueDb: Database): Promise<string | undefined> {
  const row = await queueDb
    .selectFrom('network')
    .select('id')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
