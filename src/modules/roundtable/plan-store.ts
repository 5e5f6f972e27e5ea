import type { Tx } from '#platform/database/connection.ts'
import type { BasicsForm } from './core/basics-form.ts'
import type { CriteriaForm } from './core/criteria-form.ts'
import type { EventLink, EventTable, ProgrammeItem, Question, Round } from './core/event.ts'

/** An event of a network: where its parts are written. */
export interface EventPlace {
  readonly networkId: string
  readonly event: string
}

export async function addEvent(
  tx: Tx,
  networkId: string,
  form: BasicsForm,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('event')
    .values({
      ...form,
      networkId,
      publishedAt: null,
      cancelledAt: null,
      cancelledBecause: null,
      heldAt: null,
      addedAt: at,
      addedBy: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function editEvent(
  tx: Tx,
  id: string,
  form: Partial<BasicsForm> & {
    publishedAt?: Date
    cancelledAt?: Date
    cancelledBecause?: string
    sequence?: number
  },
): Promise<void> {
  await tx.updateTable('event').set(form).where('id', '=', id).execute()
}

/** Writes the programme's items in the place of those before. */
export async function putItems(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  items: readonly ProgrammeItem[],
): Promise<void> {
  await tx.deleteFrom('eventItem').where('eventId', '=', eventId).execute()
  for (const { at, text } of items)
    await tx.insertInto('eventItem').values({ networkId, eventId, at, text }).execute()
}

/** Writes the rounds: those that are there are changed, those that are no more are taken away. */
export async function putRounds(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  rounds: readonly Round[],
): Promise<void> {
  await tx
    .deleteFrom('eventRound')
    .where('eventId', '=', eventId)
    .where('number', '>=', rounds.length)
    .execute()
  for (const round of rounds)
    await tx
      .insertInto('eventRound')
      .values({ networkId, eventId, ...round })
      .onConflict((conflict) =>
        conflict
          .columns(['networkId', 'eventId', 'number'])
          .doUpdateSet({ startsAt: round.startsAt, minutes: round.minutes }),
      )
      .execute()
}

/** Writes the tables: those that are there are changed, those that are no more are taken away. */
export async function putTables(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  tables: readonly EventTable[],
): Promise<void> {
  const ids = tables.map(({ id }) => id)
  await tx
    .deleteFrom('eventTable')
    .where('eventId', '=', eventId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute()
  for (const [position, { id, closed, ...table }] of tables.entries()) {
    const written = { ...table, position, closed: [...closed] }
    await tx
      .insertInto('eventTable')
      .values({ networkId, eventId, id, ...written })
      .onConflict((conflict) => conflict.columns(['networkId', 'eventId', 'id']).doUpdateSet(written))
      .execute()
  }
}

/** Leaves the tables of somebody who does not come without a host. */
export async function freeHost(tx: Tx, participant: string): Promise<void> {
  await tx.updateTable('eventTable').set({ hostId: null }).where('hostId', '=', participant).execute()
}

/** Takes away the questions that are no more, and all others from their tables, which may go too. */
export async function dropQuestions(tx: Tx, event: string, kept: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('eventQuestion')
    .where('eventId', '=', event)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
  await tx.updateTable('eventQuestion').set({ tableId: null }).where('eventId', '=', event).execute()
}

/** Writes the questions in their order; after the tables. */
export async function putQuestions(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  questions: readonly Question[],
): Promise<void> {
  for (const [position, { id, ...question }] of questions.entries())
    if (id === '')
      await tx
        .insertInto('eventQuestion')
        .values({ networkId, eventId, position, ...question })
        .execute()
    else
      await tx
        .updateTable('eventQuestion')
        .set({ position, ...question })
        .where('eventId', '=', eventId)
        .where('id', '=', id)
        .execute()
}

/** Writes the criteria: those that are there are changed, those that are no more are taken away. */
export async function putCriteria(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  criteria: CriteriaForm,
): Promise<void> {
  const ids = criteria.map(({ id }) => id)
  await tx
    .deleteFrom('eventCriterion')
    .where('eventId', '=', eventId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute()
  for (const [position, { id, ...criterion }] of criteria.entries())
    await tx
      .insertInto('eventCriterion')
      .values({ networkId, eventId, id, position, ...criterion })
      .onConflict((conflict) =>
        conflict.columns(['networkId', 'eventId', 'id']).doUpdateSet({ position, ...criterion }),
      )
      .execute()
}

/** Writes what the event serves, in the place of what was there of these kinds. */
export async function putLinks(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  kinds: readonly EventLink['kind'][],
  links: readonly EventLink[],
): Promise<void> {
  await tx.deleteFrom('eventLink').where('eventId', '=', eventId).where('kind', 'in', kinds).execute()
  for (const link of links)
    await tx
      .insertInto('eventLink')
      .values({ networkId, eventId, ...link })
      .execute()
}
