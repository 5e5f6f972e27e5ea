import * as mail from '#modules/mail'
import type { Tx } from '#platform/database/connection.ts'
import type { Event } from '../core/event.ts'
import type { Occasion, Participant, ParticipantContact } from '../core/participant.ts'
import { keyOf } from '../key.ts'
import { noteLetter } from '../participant-store.ts'

/** What a letter to somebody who is invited tells. */
export interface LetterFacts {
  readonly occasion: Occasion
  readonly event: Event
  readonly name: string
  readonly locale: 'sv' | 'en'
  /** By which criterion they are invited; empty for none. */
  readonly criterion: string
  /** What opens their own page. */
  readonly key: string
  /** In whose place they come. */
  readonly insteadOf?: string | undefined
  /** Until when a seat is kept for them. */
  readonly until?: Date | undefined
}

export interface Written {
  readonly subject: string
  readonly body: string
}

/** How letters are written and sealed: their words are the pages', their keys the installation's. */
export interface Desk {
  readonly secret: string
  readonly write: (facts: LetterFacts) => Written
}

interface Addressed extends Omit<LetterFacts, 'key' | 'name' | 'locale'> {
  readonly participant: Pick<Participant, 'id' | 'name'>
  readonly contact: ParticipantContact
}

/** Writes to somebody and notes it, in the transaction that causes it; false where there is no address, or it was done before. */
export async function sendLetter(
  tx: Tx,
  { secret, write }: Desk,
  { participant, contact, ...facts }: Addressed,
  { networkId, at, by }: { readonly networkId: string; readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  const { id, name } = participant
  if (contact.email === '') return false
  if (!(await noteLetter(tx, { networkId, participant: id }, { occasion: facts.occasion, at, by })))
    return false
  const key = keyOf(secret, { networkId, participant: id })
  const letter = write({ ...facts, name, locale: contact.locale, key })
  await mail.send(tx, { networkId, to: contact.email, ...letter, holdsSecret: true }, at)
  return true
}
