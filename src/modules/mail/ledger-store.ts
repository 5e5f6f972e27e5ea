import { enqueue } from '#modules/jobs'
import type { Tx } from '#platform/database/connection.ts'

/** What those who may see to the mail know of a letter: never what stands in it. */
export interface LedgerLine {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly state: 'queued' | 'sent' | 'shown' | 'failed'
  readonly reason: string | null
  readonly tries: number
  readonly createdAt: Date
  readonly settledAt: Date | null
  /** What it said is gone: it was a secret, and cannot be sent again. */
  readonly isEmptied: boolean
}

/** The newest letters of the network, or of one matter, as far as the reader may know of them. */
export async function ledgerOf(
  tx: Tx,
  asked: {
    readonly matter?: string
    readonly state?: LedgerLine['state'] | undefined
    readonly limit: number
  },
): Promise<readonly LedgerLine[]> {
  let rows = lines(tx).orderBy('createdAt', 'desc').orderBy('id').limit(asked.limit)
  if (asked.matter !== undefined) rows = rows.where('matterId', '=', asked.matter)
  if (asked.state !== undefined) rows = rows.where('state', '=', asked.state)
  return rows.execute()
}

/** How many letters there are in each state. */
export async function ledgerCounts(tx: Tx): Promise<ReadonlyMap<LedgerLine['state'], number>> {
  const rows = await tx
    .selectFrom('mailMessage')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

export async function letterWith(tx: Tx, id: string): Promise<LedgerLine | undefined> {
  return lines(tx).where('id', '=', id).executeTakeFirst()
}

/** Asks for another try; false when it was asked for already, or there is nothing left to send. */
export async function tryAgain(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailMessage')
    .set({ state: 'queued', reason: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where('isEmptied', '=', false)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await enqueue(tx, 'mail.deliver-message', { message: id })
  return true
}

function lines(tx: Tx) {
  return tx
    .selectFrom('mailMessage')
    .select(['id', 'recipient', 'subject', 'state', 'reason', 'tries', 'createdAt', 'settledAt', 'isEmptied'])
}
