import { sql, type Updateable } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Tables } from '../../../db/tables.ts'
import type { MatterPlace } from './key.ts'

/** A matter as those who work on it read it. */
export type Matter = NonNullable<Awaited<ReturnType<typeof matterRow>>> & {
  readonly parts: readonly MatterPart[]
  readonly sender: MatterSender | null
}

export type MatterPart = Awaited<ReturnType<typeof partsOf>>[number]
/** Null where whoever reads may not know. */
export type MatterSender = NonNullable<Awaited<ReturnType<typeof senderOf>>>

/** By its number, or by its id. */
type Wanted = { readonly year: number; readonly number: number } | { readonly id: string }

/** A matter with its parts and, as far as the reader may know, its sender; nothing for whoever does not read its words. */
export async function matterWith(tx: Tx, wanted: Wanted): Promise<Matter | undefined> {
  const row = await matterRow(tx, wanted)
  if (!row) return undefined
  return { ...row, parts: await partsOf(tx, row.id), sender: (await senderOf(tx, row.id)) ?? null }
}

/** The same, while nobody else moves it until the transaction is over. */
export async function heldMatter(tx: Tx, id: string): Promise<Matter | undefined> {
  await tx.selectFrom('matter').select('id').where('id', '=', id).forUpdate().execute()
  return matterWith(tx, { id })
}

async function matterRow(tx: Tx, wanted: Wanted) {
  const query = tx
    .selectFrom('matter')
    .innerJoin('matterText', (join) =>
      join
        .onRef('matterText.networkId', '=', 'matter.networkId')
        .onRef('matterText.matterId', '=', 'matter.id'),
    )
    .innerJoin('topic', (join) =>
      join.onRef('topic.networkId', '=', 'matter.networkId').onRef('topic.id', '=', 'matter.topicId'),
    )
    .leftJoin('matter as whole', (join) =>
      join.onRef('whole.networkId', '=', 'matter.networkId').onRef('whole.id', '=', 'matter.joinedTo'),
    )
    .select([
      'matter.id',
      'matter.year',
      'matter.number',
      'matter.topicId',
      'topic.name as topicName',
      'topic.questions as topicQuestions',
      'matter.placeKind',
      'matter.places',
      'matter.answers',
      'matter.senderKind',
      'matter.size',
      'matter.way',
      'matter.entrance',
      'matter.locale',
      'matter.isExample',
      'matter.receivedAt',
      'matter.state',
      'matter.triage',
      'matter.firstWordBy',
      'matter.firstWordAt',
      'matter.planBy',
      'matter.plannedAt',
      'matter.stepBy',
      'matter.waitingSince',
      'matter.closedAt',
      'matter.outcome',
      'matter.verdict',
      'matter.reopened',
      'matter.joinedTo',
      'whole.year as joinedYear',
      'whole.number as joinedNumber',
      'matterText.subject',
      'matterText.locality',
      'matterText.secrecy',
      'matterText.outcomeLaw',
    ])
  return 'id' in wanted
    ? query.where('matter.id', '=', wanted.id).executeTakeFirst()
    : query
        .where('matter.year', '=', wanted.year)
        .where('matter.number', '=', wanted.number)
        .executeTakeFirst()
}

async function partsOf(tx: Tx, matter: string) {
  return tx
    .selectFrom('matterPart')
    .leftJoin('desk', (join) =>
      join
        .onRef('desk.networkId', '=', 'matterPart.networkId')
        .onRef('desk.municipality', '=', 'matterPart.municipality')
        .onRef('desk.id', '=', 'matterPart.deskId'),
    )
    .leftJoin('person as owner', 'owner.id', 'matterPart.ownerId')
    .select([
      'matterPart.municipality',
      'matterPart.role',
      'desk.name as desk',
      'owner.name as owner',
      sql<boolean>`matter_part.left_at is not null`.as('hasLeft'),
    ])
    .where('matterPart.matterId', '=', matter)
    .orderBy('matterPart.municipality')
    .execute()
}

async function senderOf(tx: Tx, matter: string) {
  return tx
    .selectFrom('matterSender')
    .leftJoin('company', (join) =>
      join
        .onRef('company.networkId', '=', 'matterSender.networkId')
        .onRef('company.id', '=', 'matterSender.companyId'),
    )
    .select([
      'matterSender.companyId as company',
      'company.name as companyName',
      'company.organisationNumber',
      'matterSender.contactName as name',
      'matterSender.email',
      'matterSender.phone',
      'matterSender.nameFor',
    ])
    .where('matterSender.matterId', '=', matter)
    .executeTakeFirst()
}

/** Moves what is known of a matter. */
export async function moveMatter(
  tx: Tx,
  { networkId, matter }: MatterPlace,
  changes: Updateable<Tables['matter']>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx
    .updateTable('matter')
    .set(changes)
    .where('networkId', '=', networkId)
    .where('id', '=', matter)
    .execute()
}

/** Marks the words: the paragraph that may make them secret, the law that stood in the way. */
export async function markText(
  tx: Tx,
  { networkId, matter }: MatterPlace,
  changes: Pick<Updateable<Tables['matterText']>, 'secrecy' | 'secrecyAt' | 'secrecyBy' | 'outcomeLaw'>,
): Promise<void> {
  await tx
    .updateTable('matterText')
    .set(changes)
    .where('networkId', '=', networkId)
    .where('matterId', '=', matter)
    .execute()
}

/** The matters that are answered together with that one. */
export async function joinedTo(tx: Tx, matter: string): Promise<readonly Matter[]> {
  const rows = await tx
    .selectFrom('matter')
    .select('id')
    .where('joinedTo', '=', matter)
    .orderBy('year')
    .orderBy('number')
    .execute()
  const found: Matter[] = []
  for (const { id } of rows) {
    const one = await matterWith(tx, { id })
    if (one) found.push(one)
  }
  return found
}

/** Notes that somebody has read the matter, once a day. */
export async function noteReading(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { personId, municipality, at }: { personId: string; municipality: string | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('matterAccess')
    .values({ networkId, matterId, personId, municipality, did: 'read', at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
