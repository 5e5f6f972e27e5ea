import type { Database, Tx } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Known } from '#modules/rules'
import type { FollowerPlace } from './key.ts'

/** Somebody who wants to be told when something new fits: an address and answers. */
export interface Follower {
  readonly id: string
  readonly email: string
  readonly locale: Locale
  readonly answers: Readonly<Record<string, Known>>
  readonly told: readonly string[]
  readonly confirmedAt: Date | null
  readonly askedAt: Date | null
  readonly answeredAt: Date | null
}

/** Begins to follow; the transaction must speak with the follower's key. */
export async function addFollower(
  tx: Tx,
  { networkId, follower: id }: FollowerPlace,
  digest: string,
  { email, locale, answers, told }: Pick<Follower, 'email' | 'locale' | 'answers' | 'told'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('supportFollower')
    .values({
      networkId,
      id,
      email,
      locale,
      answers: JSON.stringify(answers),
      told: [...told],
      digest: Buffer.from(digest, 'hex'),
      begunAt: at,
      confirmedAt: null,
      askedAt: null,
      answeredAt: null,
    })
    .execute()
}

/** The follower whom the transaction's key opens; row-level security shows one at most. */
export async function followerHere(tx: Tx): Promise<Follower | undefined> {
  return tx
    .selectFrom('supportFollower')
    .select(['id', 'email', 'locale', 'answers', 'told', 'confirmedAt', 'askedAt', 'answeredAt'])
    .forUpdate()
    .limit(1)
    .executeTakeFirst()
}

export async function noteFollower(
  tx: Tx,
  id: string,
  change: Partial<{ told: string[]; confirmedAt: Date; askedAt: Date; answeredAt: Date }>,
): Promise<void> {
  await tx.updateTable('supportFollower').set(change).where('id', '=', id).execute()
}

/** Erases a follower: nothing of them stays. */
export async function eraseFollower(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('supportFollower').where('id', '=', id).execute()
}

/** Notes what came of a support, without whose it is; the transaction must speak with a follower's key. */
export async function addOutcome(
  tx: Tx,
  outcome: {
    readonly networkId: string
    readonly supportId: string
    readonly cameOf: 'applied' | 'granted' | 'gave-up' | 'not-tried'
    readonly stuck: string | null
    /** The first day of the month. */
    readonly saidOn: string
  },
): Promise<void> {
  await tx.insertInto('supportOutcome').values(outcome).execute()
}

/** Everybody who has said that they want to be told; the worker's database only. */
export async function followersToTell(queueDb: Database): Promise<readonly FollowerPlace[]> {
  return queueDb
    .selectFrom('supportFollower')
    .select(['networkId', 'id as follower'])
    .where('confirmedAt', 'is not', null)
    .orderBy('networkId')
    .orderBy('id')
    .execute()
}

/** Forgets those who have not answered the letter since then; the worker's database only. */
export async function forgetUnconfirmed(queueDb: Database, since: Date): Promise<void> {
  await queueDb
    .deleteFrom('supportFollower')
    .where('confirmedAt', 'is', null)
    .where('begunAt', '<', since)
    .execute()
}
