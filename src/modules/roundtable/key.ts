import { createHash } from 'node:crypto'
import type { Context } from '#modules/accounts'
import { signatureOf } from '#platform/signature.ts'

/** The part of a participant's private address that opens it: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, participant }: ParticipantPlace): string {
  return signatureOf(secret, `participant ${networkId} ${participant}`)
}

/** Which participant of which network. */
export interface ParticipantPlace {
  readonly networkId: string
  readonly participant: string
}

/** What the database knows a key by, in hexadecimal: a transaction's `key`. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Whoever comes with a key is a participant, also when somebody with a role tries it. */
export function asKeyHolder<Known extends Context>(context: Known, key: string): Known {
  return { ...context, actor: null, key: digestOf(key) }
}
