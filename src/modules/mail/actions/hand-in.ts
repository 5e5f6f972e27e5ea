import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { letterAnswered, type Signing } from '../address.ts'
import { keepIncoming } from '../incoming-store.ts'
import { parseMail } from '../parse.ts'
import { firstNetwork, messageWith } from '../store.ts'

/** Takes in a mail that somebody hands to a network: kept as it is, and looked at in its turn. */
export async function handIn(
  db: Database,
  mail: { readonly networkId: string; readonly way: 'imap' | 'webhook'; readonly raw: Uint8Array },
  now: Date,
): Promise<void> {
  const { messageId } = await headOf(mail.raw)
  await inScope(db, { networkId: mail.networkId, personId: null }, (tx) =>
    keepIncoming(tx, { ...mail, messageId }, now),
  )
}

/** Takes in what has come to the installation's mailbox, for the network whose letter it answers. */
export async function takeFromMailbox(
  { db, queueDb, clock, signing }: { db: Database; queueDb: Database; clock: Clock; signing: Signing },
  raw: Uint8Array,
): Promise<void> {
  const letter = letterAnswered(signing, (await headOf(raw)).to)
  const networkId =
    (letter === null ? undefined : (await messageWith(queueDb, letter))?.networkId) ??
    (await firstNetwork(queueDb))
  if (networkId !== undefined) await handIn(db, { networkId, way: 'imap', raw }, clock())
}

/** What cannot be read is kept all the same. */
async function headOf(
  raw: Uint8Array,
): Promise<{ readonly messageId: string; readonly to: readonly string[] }> {
  try {
    return await parseMail(raw)
  } catch {
    return { messageId: '', to: [] }
  }
}
