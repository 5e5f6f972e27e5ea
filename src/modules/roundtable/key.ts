import { signatureOf } from '#platform/signature.ts'

export { digestOf } from '#platform/signature.ts'

/** The part of a participant's private address that opens it: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, participant }: ParticipantPlace): string {
  return signatureOf(secret, `participant ${networkId} ${participant}`)
}

/** Which participant of which network. */
export interface ParticipantPlace {
  readonly networkId: string
  readonly participant: string
}
