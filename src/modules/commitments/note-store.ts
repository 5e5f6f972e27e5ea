import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Note, NoteText } from './core/note.ts'
import type { SentOf } from './core/sent-forms.ts'

/** Whose table the key of this transaction is; undefined for who is host of none. */
export async function tableHere(
  tx: Tx,
): Promise<{ readonly event: string; readonly table: string } | undefined> {
  const { rows } = await sql<{ event: string | null; table: string | null }>`
    select key_event() as event, key_table() as table`.execute(tx)
  const [row] = rows
  return row?.event && row.table ? { event: row.event, table: row.table } : undefined
}

/** Where something is noted, and when it reached us. */
export interface NotePlace {
  readonly networkId: string
  readonly event: string
  readonly table: string
  readonly at: Date
}

/** Keeps a text of a note, and the note if it is new; what is there already stays. False for a note of another table. */
export async function keepText(
  tx: Tx,
  { networkId, event: eventId, table: tableId, at }: NotePlace,
  { note: noteId, id, turn, voice, text, writtenAt, round, question }: SentOf<'note'>,
): Promise<boolean> {
  await tx
    .insertInto('tableNote')
    .values({
      networkId,
      eventId,
      id: noteId,
      tableId,
      round,
      questionId: question,
      begunAt: writtenAt ?? at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (!(await noteIsAt(tx, noteId, { event: eventId, table: tableId }))) return false
  await tx
    .insertInto('noteText')
    .values({ networkId, noteId, id, turn, voice, text, writtenAt: writtenAt ?? at, receivedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** Whether a note is one of a table's. */
export async function noteIsAt(
  tx: Tx,
  note: string,
  { event, table }: Pick<NotePlace, 'event' | 'table'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('tableNote')
    .select('id')
    .where('id', '=', note)
    .where('eventId', '=', event)
    .where('tableId', '=', table)
    .executeTakeFirst()
  return row !== undefined
}

/** The notes of an event that whoever asks may read, those of one table if it is named, as they were begun. */
export async function notesOf(tx: Tx, event: string, table?: string): Promise<readonly Note[]> {
  let query = tx
    .selectFrom('tableNote')
    .leftJoin('noteMatter', (join) =>
      join
        .onRef('noteMatter.networkId', '=', 'tableNote.networkId')
        .onRef('noteMatter.noteId', '=', 'tableNote.id'),
    )
    .select([
      'tableNote.id',
      'tableId as table',
      'round',
      'questionId as question',
      'begunAt',
      'matterId as matter',
    ])
    .where('eventId', '=', event)
  if (table !== undefined) query = query.where('tableId', '=', table)
  const notes = await query.orderBy('round').orderBy('begunAt').orderBy('tableNote.id').execute()
  const texts = await textsOf(tx, event)
  return notes.map((note) => ({ ...note, texts: texts.get(note.id) ?? [] }))
}

async function textsOf(tx: Tx, event: string): Promise<ReadonlyMap<string, readonly NoteText[]>> {
  const rows = await tx
    .selectFrom('noteText')
    .innerJoin('tableNote', (join) =>
      join
        .onRef('tableNote.networkId', '=', 'noteText.networkId')
        .onRef('tableNote.id', '=', 'noteText.noteId'),
    )
    .select(['noteText.noteId', 'noteText.id', 'turn', 'voice', 'text', 'writtenAt'])
    .where('tableNote.eventId', '=', event)
    .execute()
  return Map.groupBy(rows, ({ noteId }) => noteId)
}

/** Ties the matter that was just taken in to the note it came from. False when the note has become one already. */
export async function tieMatter(
  tx: Tx,
  { networkId, note: noteId, matter: matterId }: { networkId: string; note: string; matter: string },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('noteMatter')
    .values({ networkId, noteId, matterId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps a theme for the next time, once. */
export async function keepTheme(
  tx: Tx,
  { networkId, event: eventId, table: tableId, at }: NotePlace,
  { id, note: noteId, theme: text }: SentOf<'theme'>,
): Promise<void> {
  await tx
    .insertInto('nextTheme')
    .values({ networkId, id, eventId, tableId, noteId, text, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Something to talk about the next time, and where it came from. */
export interface NextTheme {
  readonly id: string
  readonly text: string
  readonly event: { readonly id: string; readonly title: string; readonly onDay: string }
  readonly table: string | null
  readonly isExample: boolean
}

/** What was put off until the next time at the round tables so far, the latest first. */
export async function nextThemes(tx: Tx, event?: string): Promise<readonly NextTheme[]> {
  let query = tx
    .selectFrom('nextTheme')
    .innerJoin('event', (join) =>
      join.onRef('event.networkId', '=', 'nextTheme.networkId').onRef('event.id', '=', 'nextTheme.eventId'),
    )
    .select(['nextTheme.id', 'nextTheme.text', 'tableId as table', 'nextTheme.isExample'])
    .select(['event.id as eventId', 'event.title', 'event.onDay'])
  if (event !== undefined) query = query.where('eventId', '=', event)
  const rows = await query.orderBy('nextTheme.at', 'desc').limit(200).execute()
  return rows.map(({ eventId, title, onDay, ...theme }) => ({
    ...theme,
    event: { id: eventId, title, onDay },
  }))
}

/** How a participant whose key the transaction has is written to, and in which language. */
export async function contactHere(tx: Tx) {
  return tx
    .selectFrom('participantContact')
    .select(['email', 'phone', 'locale'])
    .where('participantId', '=', sql<string>`key_participant()`)
    .executeTakeFirst()
}
