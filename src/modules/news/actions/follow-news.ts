import { holds, inTransaction, Role, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { beginReading, endReading } from '../store.ts'

/** Begins the letters of news to the person who asks, in that language. Everybody who works in the network may have them. */
export async function followNews(context: Context, locale: Locale): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, networkId, now } = context
  if (!actor || !Role.options.some((role) => holds(actor, role))) return refuse('not-allowed')
  await inTransaction(context, async (tx) =>
    beginReading(tx, { networkId, personId: actor.personId }, locale, now),
  )
  return done(null)
}

/** Ends the letters to a person: the one who is signed in, or the one whose own code came with a letter. */
export async function leaveNews(context: Context): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, now } = context
  if (!actor) return refuse('not-allowed')
  await inTransaction(context, async (tx) => endReading(tx, actor.personId, now))
  return done(null)
}
