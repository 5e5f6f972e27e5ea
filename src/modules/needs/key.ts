import { isSignature, signatureOf } from '#platform/signature.ts'

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

type Letter = Pick<KeyPlace, 'networkId' | 'id'>
const letterOf = ({ networkId, id }: Letter) => `need-letter ${networkId} ${id}`

/** What only the letter of a need says: whoever has it reads the company's mail. The private address alone is shown to anybody who says a need. */
export function letterCode(secret: string, need: Letter): string {
  return signatureOf(secret, letterOf(need))
}

export function isLetterCode(secret: string, need: Letter, given: string): boolean {
  return isSignature(secret, letterOf(need), given)
}
