import type { DeskFacts } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Part, PartRole, Placement, Triage } from './core/part.ts'
import type { MatterPlace } from './key.ts'

/** A matter by what decides where it belongs. */
export interface PlacedMatter {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly topic: string
  readonly places: readonly string[]
  readonly placeKind: 'places' | 'region' | 'unsure'
  readonly senderKind: 'company' | 'not-started' | 'nameless'
  readonly answers: Readonly<Record<string, string>>
  readonly size: DeskFacts['size']
  readonly branch: string | null
  readonly entrance: string | null
  readonly locale: Locale
  readonly receivedAt: Date
  readonly state: 'open' | 'waiting' | 'closed'
  readonly triage: Triage | null
  readonly firstWordBy: IsoDay
  readonly firstWordAt: Date | null
  readonly isExample: boolean
  readonly subject: string
  readonly locality: string
  /** The paragraph by which it may be secret, if somebody has marked it. */
  readonly secrecy: string | null
}

function placedMatters(tx: Tx) {
  return tx
    .selectFrom('matter')
    .innerJoin('matterText', (join) =>
      join
        .onRef('matterText.networkId', '=', 'matter.networkId')
        .onRef('matterText.matterId', '=', 'matter.id'),
    )
    .select([
      'matter.id',
      'year',
      'number',
      'topicId as topic',
      'places',
      'placeKind',
      'senderKind',
      'answers',
      'size',
      'branch',
      'entrance',
      'locale',
      'receivedAt',
      'state',
      'triage',
      'firstWordBy',
      'firstWordAt',
      'isExample',
      'subject',
      'locality',
      'secrecy',
    ])
}

/** A matter that the reader may read, by its number; whoever asks to change it holds it until the transaction ends. */
export async function placedMatter(
  tx: Tx,
  { year, number }: { readonly year: number; readonly number: number },
  hold?: 'hold',
): Promise<PlacedMatter | undefined> {
  const query = placedMatters(tx).where('year', '=', year).where('number', '=', number)
  return (hold ? query.forUpdate('matter') : query).executeTakeFirst()
}

/** What waits for a person to say where it belongs, the oldest first. */
export async function mattersInTriage(tx: Tx): Promise<readonly PlacedMatter[]> {
  return placedMatters(tx)
    .where('triage', 'is not', null)
    .where('state', '<>', 'closed')
    .orderBy('receivedAt')
    .execute()
}

/** The parts of matters, in the order in which they came. */
export async function partsOf(
  tx: Tx,
  matters: readonly string[],
): Promise<ReadonlyMap<string, readonly Part[]>> {
  if (matters.length === 0) return new Map()
  const rows = await tx
    .selectFrom('matterPart')
    .select([
      'matterId',
      'municipality',
      'role',
      'stance',
      'deskId as desk',
      'ownerId as owner',
      'because',
      'addedAt',
      'addedBy',
      'leftAt',
      'leftBecause',
    ])
    .where('matterId', 'in', [...matters])
    .orderBy('addedAt')
    .orderBy('municipality')
    .execute()
  return Map.groupBy(rows, ({ matterId }) => matterId)
}

interface Added extends Placement {
  readonly reason: string
  readonly at: Date
  readonly by: string
}

/** A municipality is let in by somebody's hand. */
export async function addPart(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { municipality, role, desk: deskId, owner: ownerId, reason, at, by }: Added,
): Promise<void> {
  await tx
    .insertInto('matterPart')
    .values({
      networkId,
      matterId,
      municipality,
      role,
      deskId,
      ownerId,
      because: JSON.stringify({ by: 'person', reason }),
      addedAt: at,
      addedBy: by,
    })
    .execute()
}

export interface PartChange {
  readonly role?: PartRole
  readonly stance?: Part['stance']
  readonly deskId?: string | null
  readonly ownerId?: string | null
  readonly leftAt?: Date | null
  readonly leftBecause?: string | null
}

export async function changePart(
  tx: Tx,
  { networkId, matter }: MatterPlace,
  municipality: string,
  change: PartChange,
): Promise<void> {
  await tx
    .updateTable('matterPart')
    .set(change)
    .where('networkId', '=', networkId)
    .where('matterId', '=', matter)
    .where('municipality', '=', municipality)
    .execute()
}

export async function setTriage(
  tx: Tx,
  { networkId, matter }: MatterPlace,
  triage: Triage | null,
): Promise<void> {
  await tx
    .updateTable('matter')
    .set({ triage })
    .where('networkId', '=', networkId)
    .where('id', '=', matter)
    .execute()
}

/** What somebody has said of where a matter belongs. */
export interface Move {
  readonly did: 'takes' | 'noted' | 'desk' | 'passed-on' | 'shared' | 'lead' | 'role' | 'left'
  /** For which municipality; null is the coordinator. */
  readonly municipality: string | null
  /** Whose part it is about; null is the coordinator. */
  readonly concerns: string | null
  readonly role: PartRole | null
  readonly desk: string | null
  readonly reason: string
}

/** A move as it is read back. */
export interface MadeMove extends Move {
  readonly id: number
  readonly at: Date
  /** The id of who made it. */
  readonly by: string
}

export async function addMove(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { desk: deskId, ...move }: Move & { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .insertInto('matterMove')
    .values({ networkId, matterId, deskId, ...move })
    .execute()
}

/** How a matter has moved, the newest first. */
export async function movesOf(tx: Tx, matter: string): Promise<readonly MadeMove[]> {
  return tx
    .selectFrom('matterMove')
    .select(['id', 'did', 'municipality', 'concerns', 'role', 'deskId as desk', 'reason', 'at', 'by'])
    .where('matterId', '=', matter)
    .orderBy('id', 'desc')
    .execute()
}

/** Notes for the company who let whom in. */
export async function noteAccess(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  access: {
    readonly did: 'shared' | 'passed-on'
    readonly municipality: string | null
    readonly letIn: string | null
    readonly personId: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('matterAccess')
    .values({ networkId, matterId, ...access })
    .execute()
}

/** Where the sender reads mail; null where none was given or the reader may not know. */
export async function senderAddress(tx: Tx, matter: string): Promise<string | null> {
  const sender = await tx
    .selectFrom('matterSender')
    .select('email')
    .where('matterId', '=', matter)
    .executeTakeFirst()
  return sender?.email || null
}

/** A line in the thread that tells how it goes on; it is no first word and no answer. */
export async function addTownHallMessage(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  message: {
    readonly municipality: string | null
    readonly personId: string
    readonly text: string
    readonly at: Date
  },
): Promise<void> {
  const { at, ...said } = message
  await tx
    .insertInto('matterEntry')
    .values({
      networkId,
      matterId,
      side: 'town-hall',
      kind: 'message',
      ...said,
      way: 'page',
      state: 'sent',
      writtenAt: at,
      finishedAt: at,
      sentAt: at,
    })
    .execute()
}
