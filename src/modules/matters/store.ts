import { sql } from 'kysely'
import type { RoutedPart, TriageReason } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { NameFor, NewMatter, Way } from './core/matter.ts'
import type { MatterPlace } from './key.ts'

/** The next number of that year; given back if the transaction is undone. */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_matter_number(${year}) as number`.execute(tx)
  const next = rows[0]
  if (!next) throw new Error('no number was given')
  return next.number
}

interface Received {
  readonly matter: NewMatter
  readonly year: number
  readonly number: number
  readonly triage: TriageReason | null
  readonly firstWordBy: IsoDay
  readonly planBy: IsoDay
  readonly at: Date
}

/** The matter itself, without a word of it, and the digest of the key that opens it. */
export async function addMatter(
  tx: Tx,
  { networkId, matter: id }: MatterPlace,
  { matter, year, number, triage, firstWordBy, planBy, at }: Received,
  digest: string,
): Promise<void> {
  const company = matter.sender.kind === 'company' ? matter.sender.company : null
  await tx
    .insertInto('matter')
    .values({
      networkId,
      id,
      year,
      number,
      topicId: matter.topic,
      placeKind: matter.placeKind,
      places: [...matter.places],
      answers: JSON.stringify(matter.answers),
      senderKind: matter.sender.kind,
      size: company?.size ?? null,
      branch: company?.branch ?? null,
      way: matter.way,
      entrance: matter.entrance,
      locale: matter.locale,
      receivedAt: at,
      triage,
      firstWordBy,
      planBy,
    })
    .execute()
  await tx
    .insertInto('matterKey')
    .values({ networkId, digest: Buffer.from(digest, 'hex'), matterId: id, madeAt: at })
    .execute()
}

/** What it is about, in the sender's own words. */
export async function addText(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { subject, locality }: Pick<NewMatter, 'subject' | 'locality'>,
): Promise<void> {
  await tx.insertInto('matterText').values({ networkId, matterId, subject, locality }).execute()
}

/** Who sent it, as it is stored: by the company's id. */
export interface SenderRow {
  readonly company: string | null
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly nameFor: NameFor
}

export async function addSender(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { company: companyId, name: contactName, email, phone, nameFor }: SenderRow,
): Promise<void> {
  await tx
    .insertInto('matterSender')
    .values({ networkId, matterId, companyId, contactName, email, phone, nameFor })
    .execute()
}

/** The parts that a matter has from the beginning. `by` is the officer who wrote it down; null when it was sent. */
export async function addParts(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  parts: readonly RoutedPart[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  if (parts.length === 0) return
  await tx
    .insertInto('matterPart')
    .values(
      parts.map(({ municipality, role, desk, owner, because }) => ({
        networkId,
        matterId,
        municipality,
        role,
        deskId: desk,
        ownerId: owner,
        because: JSON.stringify(because),
        addedAt: at,
        addedBy: by,
      })),
    )
    .execute()
}

/** What the company says, in the thread; the entry's id. */
export async function addCompanyEntry(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  entry: {
    readonly kind: 'message' | 'verdict' | 'reopened' | 'withdrawn'
    readonly text: string
    readonly way: Way
    readonly at: Date
  },
): Promise<number> {
  const { kind, text, way, at } = entry
  const { id } = await tx
    .insertInto('matterEntry')
    .values({
      networkId,
      matterId,
      side: 'company',
      kind,
      text,
      way,
      state: 'sent',
      writtenAt: at,
      finishedAt: at,
      sentAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
