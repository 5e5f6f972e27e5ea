import { createHash, createHmac } from 'node:crypto'

/** Which matter of which network. */
export interface MatterPlace {
  readonly networkId: string
  readonly matter: string
}

/** The part of a matter's private address that opens it: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, matter }: MatterPlace): string {
  return createHmac('sha256', secret).update(`matter ${networkId} ${matter}`).digest('base64url')
}

/** What the database knows a key by, in hexadecimal: a transaction's `key`. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
