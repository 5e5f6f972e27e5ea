import { signatureOf } from '#platform/signature.ts'

/** Which follower, in which network. */
export interface FollowerPlace {
  readonly networkId: string
  readonly follower: string
}

/** The part of a letter's address that lets a follower begin, answer and stop: the same each time, and stored nowhere. */
export function keyOf(secret: string, { networkId, follower }: FollowerPlace): string {
  return signatureOf(secret, `follow supports ${networkId} ${follower}`)
}
