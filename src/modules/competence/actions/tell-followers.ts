import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { digestOf } from '#platform/signature.ts'
import { dayOf } from '#platform/values/dates.ts'
import { catalogueIn, type NetworkCatalogue } from '../finder/catalogue.ts'
import { fittingIn } from '../finder/find.ts'
import type { Listed } from '../finder/support.ts'
import {
  followerHere,
  followersToTell,
  forgetUnconfirmed,
  noteFollower,
  type Follower,
} from '../follower-store.ts'
import { keyOf, type FollowerPlace } from '../key.ts'

/** What a follower is told: what fits that did not, or the question of what came of it. */
export interface LetterToFollower {
  readonly occasion: 'new' | 'how-it-went'
  readonly supports: readonly Listed[]
  readonly follower: Follower
  readonly key: string
}

interface TellParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly secret: string
  readonly write: (letter: LetterToFollower) => { readonly subject: string; readonly body: string }
}

const dayLength = 86_400_000
/** How long an address has to say that it wants to be told. */
const daysToConfirm = 7
/** When a follower is asked what came of it. */
const daysToAsk = 30

/** Tells each follower what fits that did not, and asks each once, after thirty days, what came of it. */
export async function tellFollowers(parts: TellParts): Promise<void> {
  const { queueDb, clock } = parts
  const now = clock()
  await forgetUnconfirmed(queueDb, new Date(now.getTime() - daysToConfirm * dayLength))
  const ready = new Map<string, NetworkCatalogue>()
  for (const place of await followersToTell(queueDb)) await tellOne(parts, place, now, ready)
}

async function tellOne(
  { db, secret, write }: TellParts,
  place: FollowerPlace,
  now: Date,
  ready: Map<string, NetworkCatalogue>,
): Promise<void> {
  const { networkId } = place
  const key = keyOf(secret, place)
  await inScope(db, { networkId, personId: null, key: digestOf(key) }, async (tx) => {
    const follower = await followerHere(tx)
    if (!follower?.confirmedAt) return
    const catalogue = ready.get(networkId) ?? (await catalogueIn(tx, dayOf(now)))
    ready.set(networkId, catalogue)
    const fitting = fittingIn(catalogue, follower.answers)
    const send = async (occasion: LetterToFollower['occasion'], supports: readonly Listed[]) =>
      mail.send(
        tx,
        { networkId, to: follower.email, ...write({ occasion, supports, follower, key }), holdsSecret: true },
        now,
      )
    const fresh = fitting.filter(({ id }) => !follower.told.includes(id))
    if (fresh.length > 0) {
      await send('new', fresh)
      await noteFollower(tx, follower.id, { told: [...follower.told, ...fresh.map(({ id }) => id)] })
    }
    const isTime = now.getTime() - follower.confirmedAt.getTime() >= daysToAsk * dayLength
    if (!isTime || follower.askedAt !== null || follower.told.length === 0) return
    await send(
      'how-it-went',
      catalogue.all.flatMap(({ support }) => (follower.told.includes(support.id) ? [support] : [])),
    )
    await noteFollower(tx, follower.id, { askedAt: now })
  })
}
