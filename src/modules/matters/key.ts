import { createHmac } from 'node:crypto'

export { digestOf } from '#platform/signature.ts'

/** Which matter of which network. */
export interface MatterPlace {
  readonly networkId: string
  readonly matter: string
}

/** The part of a matter's private address that opens it: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, matter }: MatterPlace): string {
  return createHmac('sha256', secret).update(`matter ${networkId} ${matter}`).digest('base64url')
}
