import { signatureOf } from '#platform/signature.ts'

export { digestOf } from '#platform/signature.ts'

/** The part of a letter's address that lets a company answer: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, recipient }: RecipientPlace): string {
  return signatureOf(secret, `ask ${networkId} ${recipient}`)
}

/** Which company that was asked, in which network. */
export interface RecipientPlace {
  readonly networkId: string
  readonly recipient: string
}
