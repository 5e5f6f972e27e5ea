import { ownAddress } from '#modules/accounts'
import * as mail from '#modules/mail'
import { digestOf, keyOf, writeTo, type Written } from '#modules/roundtable'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import * as store from '../commitment-store.ts'
import type { Commitment } from '../core/commitment.ts'
import { dueLetters, type Rung } from '../core/ladder.ts'
import { contactHere } from '../note-store.ts'

export interface ChaseParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly secret: string
  readonly write: (rung: Rung, commitment: Commitment, reader: { key: string; locale: Locale }) => Written
}

/** Sends what is due of the ladder to both sides of every commitment, or of one: each letter once. */
export async function chase(parts: ChaseParts, one?: store.CommitmentPlace): Promise<void> {
  const { db, queueDb, clock, secret, write } = parts
  const now = clock()
  for (const chased of await store.chasedCommitments(queueDb, one)) {
    const { networkId, id } = chased
    for (const letter of dueLetters(chased, dayOf(now))) {
      const key = keyOf(secret, { networkId, participant: letter.to })
      await inScope(db, { networkId, personId: null, key: digestOf(key) }, async (tx) => {
        const commitment = await store.commitmentWith(tx, id)
        const contact = await contactHere(tx)
        if (!commitment || !contact || contact.email === '') return
        if (!(await store.noteLetter(tx, { networkId, id }, { ...letter, byDay: chased.byDay }, now))) return
        const written = write(letter.rung, commitment, { key, locale: contact.locale })
        const to = { participant: letter.to, email: contact.email, occasion: 'commitment' } as const
        await writeTo(tx, to, written, { networkId, at: now, by: null })
      })
    }
  }
}

export interface OfficersTold extends store.CommitmentPlace {
  readonly municipality: string
  readonly rung: 'enter' | 'follow'
}

/** Tells the officers of a municipality that a commitment of theirs waits for them: once for each of its days. */
export async function tellOfficers(
  {
    db,
    queueDb,
    clock,
    write,
  }: Pick<ChaseParts, 'db' | 'queueDb' | 'clock'> & {
    readonly write: (rung: OfficersTold['rung'], commitment: Commitment) => Written
  },
  { networkId, id, municipality, rung }: OfficersTold,
): Promise<void> {
  const now = clock()
  for (const personId of await store.officersIn(queueDb, networkId, municipality))
    await inScope(db, { networkId, personId }, async (tx) => {
      const commitment = await store.commitmentWith(tx, id)
      const to = await ownAddress(tx)
      if (!commitment || to === null) return
      const byDay = rung === 'enter' ? commitment.byDay : dayOf(now)
      if (!(await store.noteLetter(tx, { networkId, id }, { to: personId, rung, byDay }, now))) return
      await mail.send(tx, { networkId, to, ...write(rung, commitment), holdsSecret: false }, now)
    })
}
