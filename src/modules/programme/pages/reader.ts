import { inTransaction, type Visit } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { mayReadHistory } from '../core/policy.ts'
import { standingWords } from '../core/vocabulary.ts'
import { vocabularyOf } from '../framework-store.ts'
import type { Reader } from './words.ts'

/** What a view may know of who reads it, with the network's words for how something stands on the day that is asked for. */
export async function readerOf(visit: Visit): Promise<Reader> {
  return inTransaction(visit, async (tx) => readerIn(tx, visit))
}

/** The same, within a transaction of the visit. */
export async function readerIn(
  tx: Tx,
  { locale, now, actor }: Pick<Visit, 'locale' | 'now' | 'actor'>,
): Promise<Reader> {
  return {
    locale,
    today: dayOf(now),
    isMember: mayReadHistory(actor).may,
    words: standingWords(await vocabularyOf(tx), locale),
  }
}
