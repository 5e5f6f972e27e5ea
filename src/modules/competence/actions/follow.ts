import { randomUUID } from 'node:crypto'
import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import * as mail from '#modules/mail'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { digestOf } from '#platform/signature.ts'
import type { Follower } from '../follower-store.ts'
import { addFollower, eraseFollower, followerHere, noteFollower } from '../follower-store.ts'
import { keyOf } from '../key.ts'
import { isTooMuchMail, type Visitor } from './tries.ts'

/** Keeps an address and answers, and asks the address whether it wants to be told; until it says so nothing is sent. */
export async function beginFollowing(
  context: Context,
  follower: Pick<Follower, 'email' | 'locale' | 'answers' | 'told'>,
  visitor: Visitor,
  write: (key: string) => { readonly subject: string; readonly body: string },
): Promise<Outcome<null, 'too-many-tries'>> {
  const { networkId, now } = context
  if (await isTooMuchMail(context, follower.email, visitor)) return refuse('too-many-tries')
  const place = { networkId, follower: randomUUID() }
  const key = keyOf(visitor.secret, place)
  await inTransaction(asKeyHolder(context, key), async (tx) => {
    await addFollower(tx, place, digestOf(key), follower, now)
    await mail.send(tx, { networkId, to: follower.email, ...write(key), holdsSecret: true }, now)
  })
  return done(null)
}

/** The address says that it wants to be told; saying so twice is saying so once. */
export async function confirmFollowing(context: Context, key: string): Promise<Outcome<null, 'key-unknown'>> {
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const follower = await followerHere(tx)
    if (!follower) return refuse('key-unknown')
    if (follower.confirmedAt === null) await noteFollower(tx, follower.id, { confirmedAt: context.now })
    return done(null)
  })
}

/** Ends the letters and erases the address and the answers. */
export async function endFollowing(context: Context, key: string): Promise<Outcome<null, 'key-unknown'>> {
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const follower = await followerHere(tx)
    if (!follower) return refuse('key-unknown')
    await eraseFollower(tx, follower.id)
    return done(null)
  })
}
