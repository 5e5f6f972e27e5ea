import { createHash } from 'node:crypto'
import { signatureOf } from '#platform/signature.ts'

/** What a private address opens: a company's statement, its place in a pool, or a provider's invitation. */
export interface KeyPlace {
  readonly networkId: string
  readonly kind: 'need' | 'pool-place' | 'pool-offer'
  readonly id: string
}

/** The part of a private address that opens it: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, kind, id }: KeyPlace): string {
  return signatureOf(secret, `${kind} ${networkId} ${id}`)
}

/** What the database knows a key by, in hexadecimal: a transaction's `key`. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
