import { signatureOf } from '#platform/signature.ts'

export { digestOf } from '#platform/signature.ts'

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
