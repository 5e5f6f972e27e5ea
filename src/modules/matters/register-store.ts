import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import {
  anywhere,
  mostHeld,
  type Held,
  type Party,
  type PersonSought,
  type RecordKind,
  type RegisterLine,
  type RegisterPeriod,
} from '#platform/values/records.ts'

/** The kinds of records that matters hold. */
export const matterRecordKinds = [
  { id: 'matter-answered', of: 'either' },
  { id: 'matter-planned', of: 'either' },
  { id: 'sender-details', of: 'either' },
  { id: 'matter-files', of: 'either' },
  { id: 'matter-notes', of: 'either' },
  { id: 'matter-drafts', of: 'either' },
  { id: 'matter-access', of: 'either' },
] as const satisfies readonly RecordKind[]

interface EntryRow {
  readonly matter: string
  readonly number: string
  readonly at: Date
  readonly isCompanys: boolean
  readonly isOwn: boolean
  readonly isSent: boolean
  readonly municipality: string | null
  readonly subject: string
  readonly secrecy: string | null
  readonly sender: Party
  readonly files: number
}

/**
 * What has come and gone in matters, a line each, with the matter that it stands in. A draft is no record, nor is a note
 * while the matter goes on; what was finished and not sent is one when the matter is closed.
 */
export async function matterRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<EntryRow>`
    select * from matter_register(${municipality}, ${from}, ${until}) order by at, number`.execute(tx)
  return rows.map((row) => lineOf(row, municipality))
}

function lineOf(row: EntryRow, municipality: string | null): RegisterLine {
  const { matter, number, at, subject, secrecy, files, sender } = row
  const own = partyOf(municipality)
  const shared = { matter, number, at, subject, secrecy, files, what: 'matter' } as const
  if (row.isCompanys) return { ...shared, direction: 'in', rule: 'received', from: sender, to: own }
  if (!row.isOwn)
    return { ...shared, direction: 'in', rule: 'made-available', from: partyOf(row.municipality), to: own }
  return row.isSent
    ? { ...shared, direction: 'out', rule: 'sent', from: own, to: sender }
    : { ...shared, direction: 'drawn-up', rule: 'closed', from: own, to: { kind: 'nobody' } }
}

function partyOf(municipality: string | null): Party {
  return municipality === null ? { kind: 'network' } : { kind: 'municipality', code: municipality }
}

/** Notes for the companies that what they sent was written out to a register. */
export async function noteExported(
  tx: Tx,
  networkId: string,
  matters: readonly string[],
  {
    personId,
    municipality,
    at,
  }: { readonly personId: string; readonly municipality: string | null; readonly at: Date },
): Promise<void> {
  if (matters.length === 0) return
  await tx
    .insertInto('matterAccess')
    .values(
      matters.map((matterId) => ({
        networkId,
        matterId,
        personId,
        municipality,
        did: 'exported' as const,
        at,
      })),
    )
    .execute()
}

/** What matters hold on a person, as far as whoever asks may know it: who sent them, and where they are spoken of. */
export async function heldInMatters(
  tx: Tx,
  { text, company }: PersonSought,
  at: Date,
): Promise<readonly Held[]> {
  const like = anywhere(text)
  const { rows } = await sql<Held>`
    select * from matters_naming(${text}, ${like}, ${company}, ${at}) order by kind desc, number, id limit ${mostHeld}`.execute(
    tx,
  )
  return rows
}

/** Erases who sent a matter; false where the law keeps it, or whoever asks has no right to. */
export async function eraseSender(tx: Tx, matter: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_sender(${matter}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}

/** The address of a matter's sender, to answer what they have asked; empty where there is none. */
export async function senderAddress(tx: Tx, matter: string): Promise<string> {
  const row = await tx
    .selectFrom('matterSender')
    .select('email')
    .where('matterId', '=', matter)
    .executeTakeFirst()
  return row?.email ?? ''
}
