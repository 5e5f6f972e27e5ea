import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { NameFor } from './core/matter.ts'
import type { MatterPlace } from './key.ts'

/** What a company reads of its own matter. The transaction speaks with the key, and row-level security shows that one. */
export interface OwnMatter {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly subject: string
  readonly topicId: string
  readonly locale: 'sv' | 'en'
  readonly state: 'open' | 'waiting' | 'closed'
  readonly triage: string | null
  readonly receivedAt: Date
  readonly firstWordBy: string
  readonly firstWordAt: Date | null
  readonly planBy: string
  readonly plannedAt: Date | null
  readonly outcome: 'solved' | 'partly' | 'explained' | 'not-possible' | 'withdrawn' | null
  readonly verdict: 'solved' | 'partly' | 'not' | null
  readonly joinedTo: string | null
  readonly closedAt: Date | null
}

export async function keyMatter(tx: Tx): Promise<OwnMatter | undefined> {
  return matterRows(tx).executeTakeFirst()
}

/** The same, and nothing else is decided of it before the transaction ends. */
export async function lockedKeyMatter(tx: Tx): Promise<OwnMatter | undefined> {
  return matterRows(tx).forUpdate('matter').executeTakeFirst()
}

function matterRows(tx: Tx) {
  return tx
    .selectFrom('matter')
    .innerJoin('matterText', 'matterText.matterId', 'matter.id')
    .where('matter.id', '=', sql<string>`key_matter()`)
    .select([
      'matter.id',
      'year',
      'number',
      'subject',
      'topicId',
      'locale',
      'state',
      'triage',
      'receivedAt',
      'firstWordBy',
      'firstWordAt',
      'planBy',
      'plannedAt',
      'outcome',
      'verdict',
      'joinedTo',
      'closedAt',
    ])
}

export interface OwnEntry {
  readonly id: number
  readonly side: 'company' | 'town-hall'
  readonly kind: 'message' | 'plan' | 'outcome' | 'verdict' | 'reopened' | 'withdrawn'
  readonly municipality: string | null
  readonly personId: string | null
  readonly text: string
  readonly sentAt: Date
}

/** All that was said and sent, the oldest first. */
export async function sentEntriesOf(tx: Tx, matter: string): Promise<readonly OwnEntry[]> {
  const rows = await tx
    .selectFrom('matterEntry')
    .select(['id', 'side', 'kind', 'municipality', 'personId', 'text', 'sentAt'])
    .where('matterId', '=', matter)
    .where('state', '=', 'sent')
    .orderBy('sentAt')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ sentAt, ...entry }) => (sentAt ? [{ ...entry, sentAt }] : []))
}

/** The municipality that leads, with the name of the desk and who has it. */
export interface Leading {
  readonly municipality: string
  readonly desk: string | null
  readonly ownerId: string | null
}

export async function leadOf(tx: Tx, matter: string): Promise<Leading | undefined> {
  return tx
    .selectFrom('matterPart')
    .leftJoin('desk', (join) =>
      join
        .onRef('desk.municipality', '=', 'matterPart.municipality')
        .onRef('desk.id', '=', 'matterPart.deskId')
        .onRef('desk.networkId', '=', 'matterPart.networkId'),
    )
    .select(['matterPart.municipality', 'desk.name as desk', 'matterPart.ownerId'])
    .where('matterId', '=', matter)
    .where('role', '=', 'lead')
    .where('leftAt', 'is', null)
    .executeTakeFirst()
}

/** The names of those whom the company deals with, by their ids. */
export async function peopleInKeyMatter(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select person_id, name from people_in_key_matter()`.execute(tx)
  return new Map(rows.map(({ personId, name }) => [personId, name]))
}

export interface Look {
  readonly id: number
  readonly personId: string
  readonly municipality: string | null
  readonly did: 'read' | 'file' | 'shared' | 'passed-on' | 'exported'
  readonly at: Date
}

/** Who has looked and who was let in, the newest first. */
export async function accessOf(tx: Tx, matter: string): Promise<readonly Look[]> {
  return tx
    .selectFrom('matterAccess')
    .select(['id', 'personId', 'municipality', 'did', 'at'])
    .where('matterId', '=', matter)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

export interface OwnContact {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly nameFor: NameFor
}

export async function contactOf(tx: Tx, matter: string): Promise<OwnContact | undefined> {
  return tx
    .selectFrom('matterSender')
    .select(['contactName as name', 'email', 'phone', 'nameFor'])
    .where('matterId', '=', matter)
    .executeTakeFirst()
}

export async function changeContact(tx: Tx, matter: string, contact: OwnContact): Promise<void> {
  const { name: contactName, ...others } = contact
  await tx
    .updateTable('matterSender')
    .set({ contactName, ...others })
    .where('matterId', '=', matter)
    .execute()
}

export async function setVerdict(
  tx: Tx,
  { matter }: MatterPlace,
  verdict: NonNullable<OwnMatter['verdict']>,
  verdictAt: Date,
): Promise<void> {
  await tx.updateTable('matter').set({ verdict, verdictAt }).where('id', '=', matter).execute()
}

/** The matter is answered anew, and the promise of a first word and a plan holds again. */
export async function reopenMatter(
  tx: Tx,
  { matter }: MatterPlace,
  promised: { readonly firstWordBy: string; readonly planBy: string },
): Promise<void> {
  await tx
    .updateTable('matter')
    .set({
      state: 'open',
      closedAt: null,
      outcome: null,
      verdict: null,
      verdictAt: null,
      firstWordAt: null,
      plannedAt: null,
      ...promised,
    })
    .set((eb) => ({ reopened: eb('reopened', '+', 1) }))
    .where('id', '=', matter)
    .execute()
}

export async function withdrawMatter(tx: Tx, { matter }: MatterPlace, closedAt: Date): Promise<void> {
  await tx
    .updateTable('matter')
    .set({ state: 'closed', outcome: 'withdrawn', waitingSince: null, closedAt })
    .where('id', '=', matter)
    .execute()
}
