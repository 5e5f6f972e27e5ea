import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Criterion, Event, EventLink, EventTable, ProgrammeItem, Question, Round } from './core/event.ts'
import type { Participant } from './core/participant.ts'
import type { SeatPlan } from './core/seat-plan.ts'

/** Every event that whoever asks may know of, the latest day first. */
export async function eventsOf(tx: Tx): Promise<readonly Event[]> {
  return eventRows(tx).orderBy('onDay', 'desc').orderBy('opensAt', 'desc').limit(200).execute()
}

/** An event, if whoever asks for it may know of it. */
export async function eventWith(tx: Tx, id: string): Promise<Event | undefined> {
  return eventRows(tx).where('id', '=', id).executeTakeFirst()
}

function eventRows(tx: Tx) {
  return tx
    .selectFrom('event')
    .select([
      'id',
      'title',
      'theme',
      'welcome',
      'place',
      'onDay',
      sql<string>`to_char(opens_at, 'HH24:MI')`.as('opensAt'),
      sql<string>`to_char(ends_at, 'HH24:MI')`.as('endsAt'),
      'seats',
      'answerBy',
      'publishedAt',
      'cancelledAt',
      'cancelledBecause',
      'heldAt',
      'needsDays',
      'sequence',
      'isExample',
    ])
}

/** What happens when, beside the rounds, in order. */
export async function itemsOf(tx: Tx, event: string): Promise<readonly ProgrammeItem[]> {
  return tx
    .selectFrom('eventItem')
    .select(['id', sql<string>`to_char(at, 'HH24:MI')`.as('at'), 'text'])
    .where('eventId', '=', event)
    .orderBy('at')
    .execute()
}

/** What the event serves. */
export async function linksOf(tx: Tx, event: string): Promise<readonly EventLink[]> {
  return tx
    .selectFrom('eventLink')
    .select(['kind', 'ref'])
    .where('eventId', '=', event)
    .orderBy('kind')
    .orderBy('ref')
    .execute()
}

/** The event's rounds in order. */
export async function roundsOf(tx: Tx, event: string): Promise<readonly Round[]> {
  return tx
    .selectFrom('eventRound')
    .select(['number', sql<string>`to_char(starts_at, 'HH24:MI')`.as('startsAt'), 'minutes'])
    .where('eventId', '=', event)
    .orderBy('number')
    .execute()
}

/** The event's tables in order. */
export async function tablesOf(tx: Tx, event: string): Promise<readonly EventTable[]> {
  return tx
    .selectFrom('eventTable')
    .select(['id', 'min', 'max', 'hostId', 'isReachable', 'closed'])
    .where('eventId', '=', event)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** What is asked at the tables, in order. */
export async function questionsOf(tx: Tx, event: string): Promise<readonly Question[]> {
  return tx
    .selectFrom('eventQuestion')
    .select(['id', 'tableId', 'round', 'text'])
    .where('eventId', '=', event)
    .orderBy('position')
    .execute()
}

/** By what people are invited, in order. */
export async function criteriaOf(tx: Tx, event: string): Promise<readonly Criterion[]> {
  return tx
    .selectFrom('eventCriterion')
    .select(['id', 'text', 'kind', 'seats'])
    .where('eventId', '=', event)
    .orderBy('position')
    .execute()
}

/** Everybody on the event's list that whoever asks may know of, by organisation and name. */
export async function participantsOf(tx: Tx, event: string): Promise<readonly Participant[]> {
  return participantRows(tx)
    .where('eventId', '=', event)
    .orderBy('organisation')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Somebody on an event's list, if whoever asks may know of them. */
export async function participantWith(tx: Tx, event: string, id: string): Promise<Participant | undefined> {
  return participantRows(tx).where('eventId', '=', event).where('id', '=', id).executeTakeFirst()
}

function participantRows(tx: Tx) {
  return tx
    .selectFrom('participant')
    .select([
      'id',
      'kind',
      'criterionId',
      'name',
      'title',
      'organisation',
      'companyId',
      'municipality',
      'branch',
      'size',
      'personId',
      'state',
      'insteadOf',
      'fromRound',
      'untilRound',
      'offeredUntil',
      'openedAt',
      'answeredAt',
    ])
}

/** Whom the key of this transaction belongs to, and to which event; nobody without a key that opens one. */
export async function participantHere(
  tx: Tx,
): Promise<{ readonly event: string; readonly participant: Participant } | undefined> {
  const row = await participantRows(tx)
    .select('eventId')
    .where('id', '=', sql<string>`key_participant()`)
    .executeTakeFirst()
  if (!row) return undefined
  const { eventId, ...participant } = row
  return { event: eventId, participant }
}

/** The latest version of who sits where that whoever asks may read. */
export async function seatPlanOf(tx: Tx, event: string): Promise<SeatPlan | undefined> {
  return tx
    .selectFrom('seatPlan')
    .select(['version', 'rounds', 'savedAt', 'toldAt'])
    .$narrowType<Pick<SeatPlan, 'rounds'>>()
    .where('eventId', '=', event)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}
