import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What only this installation can have said: a code for an address that opens something without signing in. `what` names
 * all that it is for, so that no code opens anything else.
 */
export function signatureOf(secret: string, what: string): string {
  return createHmac('sha256', secret).update(what).digest('base64url')
}

/** Whether a code that somebody came with is the one. */
export function isSignature(secret: string, what: string, given: string): boolean {
  const [right, said] = [signatureOf(secret, what), given].map((text) => Buffer.from(text))
  return right !== undefined && said?.length === right.length && timingSafeEqual(right, said)
}

/** What the database knows a key by, in hexadecimal: a transaction's `key`. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
