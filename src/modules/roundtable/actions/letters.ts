import * as mail from '#modules/mail'
import type { Tx } from '#platform/database/connection.ts'
import type { Event } from '../core/event.ts'
import type { Occasion, Participant, ParticipantContact } from '../core/participant.ts'
import { keyOf } from '../key.ts'
import { noteLetter } from '../participant-store.ts'

/** What of a participant's letters is written here; the seats, and what came of it, are written by those who know. */
type InvitationOccasion = Exclude<Occasion, 'seats' | 'summary' | `return-${string}` | 'commitment'>

/** What a letter to somebody who is invited tells. */
export interface LetterFacts {
  readonly occasion: InvitationOccasion
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
  /** When and where they thought it was, and what they have answered, where that has changed. */
  readonly moved?: { readonly from: Event; readonly state: Participant['state'] } | undefined
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

/** To whom a letter goes, and what for. */
export interface Addressee {
  readonly participant: string
  readonly email: string
  readonly occasion: Occasion
}

/** Who writes, for which network and when; null when the program does. */
export interface Sender {
  readonly networkId: string
  readonly at: Date
  readonly by: string | null
}

/**
 * Sends a letter to a participant and notes it with them, in the transaction that causes it; false where there is no address, or
 * they were told of the same before.
 */
export async function writeTo(
  tx: Tx,
  { participant, email, occasion }: Addressee,
  letter: Written,
  { networkId, at, by }: Sender,
): Promise<boolean> {
  if (email === '') return false
  if (!(await noteLetter(tx, { networkId, participant }, { occasion, at, by }))) return false
  await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true }, at)
  return true
}

/** Writes one of the letters about an invitation. */
export async function sendLetter(
  tx: Tx,
  { secret, write }: Desk,
  { participant, contact, ...facts }: Addressed,
  sender: Sender,
): Promise<boolean> {
  const { id, name } = participant
  const key = keyOf(secret, { networkId: sender.networkId, participant: id })
  const letter = write({ ...facts, name, locale: contact.locale, key })
  return writeTo(tx, { participant: id, email: contact.email, occasion: facts.occasion }, letter, sender)
}
