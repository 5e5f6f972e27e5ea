import { createHash } from 'node:crypto'
import { signatureOf } from '#platform/signature.ts'

/** The part of a letter's address that lets a company answer: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, recipient }: RecipientPlace): string {
  return signatureOf(secret, `ask ${networkId} ${recipient}`)
}

/** Which company that was asked, in which network. */
export interface RecipientPlace {
  readonly networkId: string
  readonly recipient: string
}

/** What the database knows a key by, in hexadecimal: a transaction's `key`. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
