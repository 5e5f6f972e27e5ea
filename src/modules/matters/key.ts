import { signatureOf } from '#platform/signature.ts'

export { digestOf } from '#platform/signature.ts'

/** Which matter of which network. */
export interface MatterPlace {
  readonly networkId: string
  readonly matter: string
}

/** The part of a matter's private address that opens it: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, matter }: MatterPlace): string {
  return signatureOf(secret, `matter ${networkId} ${matter}`)
}
