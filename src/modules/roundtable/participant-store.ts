import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Criterion, Event } from './core/event.ts'
import type { Need, Occasion, Participant, ParticipantContact } from './core/participant.ts'
import type { Budget, Taken } from './core/seats.ts'
import type { EventPlace } from './plan-store.ts'

/** What is written of somebody, when they are listed and later. */
type Written = Pick<
  Participant,
  | 'kind'
  | 'criterionId'
  | 'name'
  | 'title'
  | 'organisation'
  | 'companyId'
  | 'municipality'
  | 'branch'
  | 'size'
  | 'state'
  | 'answeredAt'
>

/** Somebody who is put on the list; the id is made beforehand, for the key in their letter comes from it. */
export interface NewParticipant
  extends Written, Pick<Participant, 'id' | 'personId' | 'insteadOf'>, ParticipantContact {
  /** The digest of their key. */
  readonly digest: string
}

export async function addParticipant(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  { digest, email, phone, locale, ...participant }: NewParticipant,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  const { id: participantId } = participant
  await tx
    .insertInto('participant')
    .values({
      ...participant,
      networkId,
      eventId,
      fromRound: null,
      untilRound: null,
      openedAt: null,
      addedAt: at,
      addedBy: by,
    })
    .execute()
  await tx
    .insertInto('participantContact')
    .values({ networkId, participantId, email, phone, locale })
    .execute()
  await tx
    .insertInto('participantKey')
    .values({ networkId, participantId, digest: Buffer.from(digest, 'hex'), madeAt: at })
    .execute()
}

export async function editParticipant(
  tx: Tx,
  id: string,
  change: Partial<Written & Pick<Participant, 'fromRound' | 'untilRound' | 'offeredUntil' | 'openedAt'>>,
): Promise<void> {
  await tx.updateTable('participant').set(change).where('id', '=', id).execute()
}

export async function editContact(tx: Tx, participant: string, contact: ParticipantContact): Promise<void> {
  await tx
    .updateTable('participantContact')
    .set({ ...contact })
    .where('participantId', '=', participant)
    .execute()
}

/** How somebody is reached, if whoever asks may know it. */
export async function contactOf(tx: Tx, participant: string): Promise<ParticipantContact | undefined> {
  return tx
    .selectFrom('participantContact')
    .select(['email', 'phone', 'locale'])
    .where('participantId', '=', participant)
    .executeTakeFirst()
}

/** How everybody on the list is reached, by their ids; nobody for whom it is not to know. */
export async function contactsOf(tx: Tx, event: string): Promise<ReadonlyMap<string, ParticipantContact>> {
  const rows = await tx
    .selectFrom('participantContact')
    .innerJoin('participant', 'participant.id', 'participantContact.participantId')
    .select(['participantId', 'email', 'phone', 'locale'])
    .where('eventId', '=', event)
    .execute()
  return new Map(rows.map(({ participantId, ...contact }) => [participantId, contact]))
}

/** What somebody needs, if whoever asks may know it. */
export async function needOf(tx: Tx, participant: string): Promise<Need | undefined> {
  return tx
    .selectFrom('participantNeed')
    .select(['wheelchair', 'hearing', 'seeing', 'food', 'other'])
    .where('participantId', '=', participant)
    .executeTakeFirst()
}

/** What those who come to an event need, by their ids; nothing for whom it is not to know. */
export async function needsOf(tx: Tx, event: string): Promise<ReadonlyMap<string, Need>> {
  const rows = await tx
    .selectFrom('participantNeed')
    .innerJoin('participant', 'participant.id', 'participantNeed.participantId')
    .select(['participantId', 'wheelchair', 'hearing', 'seeing', 'food', 'other'])
    .where('eventId', '=', event)
    .where('state', '=', 'yes')
    .execute()
  return new Map(rows.map(({ participantId, ...need }) => [participantId, need]))
}

export async function putNeed(
  tx: Tx,
  { networkId, participant: participantId }: { readonly networkId: string; readonly participant: string },
  need: Need,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('participantNeed')
    .values({ networkId, participantId, ...need, saidAt: at })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'participantId']).doUpdateSet({ ...need, saidAt: at }),
    )
    .execute()
}

export async function dropNeed(tx: Tx, participant: string): Promise<void> {
  await tx.deleteFrom('participantNeed').where('participantId', '=', participant).execute()
}

/** Waits for whoever gives or takes a seat of the event at the same time, until the transaction ends. */
export async function lockEvent(tx: Tx, event: string): Promise<void> {
  await sql`select lock_event(${event}::uuid)`.execute(tx)
}

/** What seats there are, and what of them is taken at that moment. */
export async function budgetOf(
  tx: Tx,
  event: Pick<Event, 'id' | 'seats'>,
  criteria: readonly Criterion[],
  at: Date,
): Promise<Budget> {
  const { rows } = await sql<Taken>`
    select criterion_id as "criterionId", taken, waiting from seats_taken(${event.id}::uuid, ${at})`.execute(
    tx,
  )
  return { seats: event.seats, criteria, taken: rows }
}

/** Whether nobody of the same criterion has waited longer for a seat. */
export async function isFirstWaiting(tx: Tx, participant: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ isFirst: boolean }>`
    select is_first_waiting(${participant}::uuid, ${at}) as "isFirst"`.execute(tx)
  return rows[0]?.isFirst ?? false
}

/** Notes that somebody was written to; false when they were already, of what one is told once. */
export async function noteLetter(
  tx: Tx,
  { networkId, participant: participantId }: { readonly networkId: string; readonly participant: string },
  { occasion, at, by }: { readonly occasion: Occasion; readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  // Whoever writes to somebody else may not read the note back.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('participantLetter')
    .values({ networkId, participantId, occasion, sentAt: at, sentBy: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export interface ParticipantLetter {
  readonly participantId: string
  readonly occasion: Occasion
  readonly sentAt: Date
  /** Null when the program wrote. */
  readonly sentBy: string | null
}

/** The letters to those on the list, the latest first. */
export async function lettersOf(tx: Tx, event: string): Promise<readonly ParticipantLetter[]> {
  return tx
    .selectFrom('participantLetter')
    .innerJoin('participant', 'participant.id', 'participantLetter.participantId')
    .select(['participantId', 'occasion', 'sentAt', 'sentBy'])
    .where('eventId', '=', event)
    .orderBy('sentAt', 'desc')
    .execute()
}
