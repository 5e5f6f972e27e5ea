import type { Tx } from '#platform/database/connection.ts'

/** What happened, in words the log can be filtered by: `programme.cell-said`, `accounts.role-given`. */
export interface Event {
  readonly networkId: string
  /** The person who did it; null when the program did. */
  readonly by: string | null
  readonly at: Date
  readonly did: string
  readonly on: { readonly kind: string; readonly id: string }
  /** The state before; left out for what did not exist. */
  readonly before?: unknown
  readonly after?: unknown
}

/** One thing that was done, as it is read back. */
export interface AuditEntry {
  readonly id: number
  readonly at: Date
  /** The name of the person; null when the program did it or the reader may not know. */
  readonly by: string | null
  readonly did: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
}

/** Writes one entry, in the transaction of the change itself: both happen or neither. */
export async function record(tx: Tx, event: Event): Promise<void> {
  await tx
    .insertInto('auditEntry')
    .values({
      networkId: event.networkId,
      at: event.at,
      byPerson: event.by,
      did: event.did,
      subjectKind: event.on.kind,
      subjectId: event.on.id,
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
    })
    .execute()
}

function entries(tx: Tx) {
  return tx
    .selectFrom('auditEntry')
    .leftJoin('person', 'person.id', 'auditEntry.byPerson')
    .select([
      'auditEntry.id',
      'auditEntry.at',
      'person.name as by',
      'auditEntry.did',
      'auditEntry.subjectKind',
      'auditEntry.subjectId',
      'auditEntry.before',
      'auditEntry.after',
    ])
    .orderBy('auditEntry.id', 'desc')
}

/** What has been done to one thing, newest first, as far as the reader may see. */
export async function historyOf(
  tx: Tx,
  kind: string,
  id: string,
  limit = 50,
): Promise<readonly AuditEntry[]> {
  return entries(tx).where('subjectKind', '=', kind).where('subjectId', '=', id).limit(limit).execute()
}

/** The newest entries that the reader may see; `before` is the id that the page of entries starts below. */
export async function latestEntries(
  tx: Tx,
  page: { limit: number; before?: number },
): Promise<readonly AuditEntry[]> {
  const query = entries(tx).limit(page.limit)
  return (page.before === undefined ? query : query.where('auditEntry.id', '<', page.before)).execute()
}
