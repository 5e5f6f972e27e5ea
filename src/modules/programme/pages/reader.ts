import type { Visit } from '#modules/accounts'
import { dayOf } from '#platform/values/dates.ts'
import { mayReadHistory } from '../core/policy.ts'
import type { Reader } from './words.ts'

/** What a view may know of who reads it. */
export function readerOf(visit: Pick<Visit, 'locale' | 'now' | 'actor'>): Reader {
  return { locale: visit.locale, today: dayOf(visit.now), isMember: mayReadHistory(visit.actor).may }
}
