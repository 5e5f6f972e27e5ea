import * as mail from '#modules/mail'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import { contactOf, lockedKeyMatter } from '../company-store.ts'
import { matterNumber } from '../core/matter.ts'
import { digestOf, keyOf, type MatterPlace } from '../key.ts'
import type { Written } from './behind-key.ts'

interface ReachParts {
  readonly db: Database
  /** The installation's, from which the private address is derived. */
  readonly secret: string
  readonly now: Date
}

/** A company as it is reached: in which language, by which number, and what opens its matter. */
export interface ReachedCompany {
  readonly locale: Locale
  readonly number: string
  readonly key: string
}

/**
 * Reaches the company of a matter at its private address, for the worker: what is said there, and the letter about it if
 * the company has an address, are one transaction. The letter stands in the ledger; null writes none.
 */
export async function reachCompany(
  { db, secret, now }: ReachParts,
  place: MatterPlace,
  say: (tx: Tx, company: ReachedCompany) => Promise<Written | null>,
): Promise<void> {
  const { networkId, matter: id } = place
  const key = keyOf(secret, place)
  await inScope(db, { networkId, personId: null, key: digestOf(key) }, async (tx) => {
    const matter = await lockedKeyMatter(tx)
    if (!matter) return
    const letter = await say(tx, { locale: matter.locale, number: matterNumber(matter), key })
    const to = (await contactOf(tx, id))?.email ?? ''
    if (letter === null || to === '') return
    await mail.send(tx, { networkId, to, ...letter, holdsSecret: true, matter: id }, now)
  })
}
