import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Adoption, AdoptionFacts, AdoptionFile, AdoptionPlace, FileKind } from './core/adoption.ts'

/** What was written until the moment that the transaction speaks of, else until now. */
export function asKnown(column: string) {
  return sql<boolean>`${sql.ref(column)} <= as_of()`
}

function revisions(tx: Tx) {
  return tx
    .selectFrom('adoptionRevision as said')
    .innerJoin('adoption', (join) =>
      join
        .onRef('adoption.networkId', '=', 'said.networkId')
        .onRef('adoption.municipality', '=', 'said.municipality')
        .onRef('adoption.version', '=', 'said.version'),
    )
    .leftJoin('adoptionFile as file', (join) =>
      join.onRef('file.networkId', '=', 'said.networkId').onRef('file.id', '=', 'said.fileId'),
    )
    .leftJoin('person as writer', 'writer.id', 'said.writtenBy')
    .select(['said.municipality', 'said.version', 'said.revision', 'said.name', 'said.kind'])
    .select(['said.decidedOn', 'said.decidedBy', 'said.paragraph', 'said.caseNumber', 'said.period'])
    .select(['said.aim', 'said.followUp', 'said.sources', 'said.note', 'said.link', 'said.writtenAt'])
    .select(['adoption.isExample', 'said.fileId', 'file.name as fileName', 'file.kind as fileKind'])
    .select(['writer.name as writtenBy', sql<number | null>`octet_length(file.bytes)`.as('fileSize')])
    .where(asKnown('said.written_at'))
}

type RevisionRow = Awaited<ReturnType<ReturnType<typeof revisions>['execute']>>[number]

function adoptionOf(row: RevisionRow): Adoption {
  const { fileId, fileName, fileKind, fileSize, writtenBy: _writtenBy, ...facts } = row
  const file =
    fileId !== null && fileName !== null && fileKind !== null
      ? { id: fileId, name: fileName, kind: fileKind, size: fileSize ?? 0 }
      : null
  return { ...facts, file }
}

/** Every version of every municipality's programme, or of one's, as its latest revision tells it; the first first. */
export async function adoptionsOf(tx: Tx, municipality?: string): Promise<readonly Adoption[]> {
  const latest = revisions(tx)
    .distinctOn(['said.municipality', 'said.version'])
    .orderBy('said.municipality')
    .orderBy('said.version')
    .orderBy('said.revision', 'desc')
  const rows = await (
    municipality === undefined ? latest : latest.where('said.municipality', '=', municipality)
  ).execute()
  return rows.map(adoptionOf)
}

/** A version as one of its revisions told it. */
export interface Revision {
  readonly adoption: Adoption
  /** Null for a visitor, and for what came with the network. */
  readonly writtenBy: string | null
}

/** All that was ever written of a version, the latest first. */
export async function revisionsOf(tx: Tx, place: AdoptionPlace): Promise<readonly Revision[]> {
  const rows = await revisions(tx)
    .where('said.municipality', '=', place.municipality)
    .where('said.version', '=', place.version)
    .orderBy('said.revision', 'desc')
    .execute()
  return rows.map((row) => ({ adoption: adoptionOf(row), writtenBy: row.writtenBy }))
}

/** A document's bytes, if it belongs to something that municipality has adopted. */
export async function fileOf(
  tx: Tx,
  { municipality, id }: { readonly municipality: string; readonly id: string },
): Promise<{ readonly name: string; readonly kind: FileKind; readonly bytes: Buffer } | undefined> {
  return tx
    .selectFrom('adoptionFile')
    .select(['name', 'kind', 'bytes'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Lets one thing at a time be written of a municipality's programme, until the transaction ends. */
export async function holdAdoptions(tx: Tx, networkId: string, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${networkId} ${municipality}`}, 4))`.execute(tx)
}

/** In whose name and when something is written; nobody's for what comes with a network. */
export interface Writing {
  readonly networkId: string
  readonly by: string | null
  readonly at: Date
}

export async function addAdoption(
  tx: Tx,
  { networkId, by, at }: Writing,
  place: AdoptionPlace,
  isExample = false,
): Promise<void> {
  await tx
    .insertInto('adoption')
    .values({ networkId, ...place, isExample, enteredAt: at, enteredBy: by })
    .execute()
}

/** A document that was sent. */
export interface SentFile {
  readonly name: string
  readonly kind: FileKind
  readonly bytes: Uint8Array
}

/** Keeps a document; answers its id. */
export async function addFile(
  tx: Tx,
  { networkId, by, at }: Writing,
  municipality: string,
  { name, kind, bytes }: SentFile,
): Promise<string> {
  const { id } = await tx
    .insertInto('adoptionFile')
    .values({ networkId, municipality, name, kind, bytes: Buffer.from(bytes), addedAt: at, addedBy: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function addRevision(
  tx: Tx,
  { networkId, by, at }: Writing,
  { municipality, version, revision }: AdoptionPlace & { readonly revision: number },
  { facts, fileId }: { readonly facts: AdoptionFacts; readonly fileId: AdoptionFile['id'] | null },
): Promise<void> {
  const { aim, followUp, note, sources, ...plain } = facts
  await tx
    .insertInto('adoptionRevision')
    .values({
      networkId,
      municipality,
      version,
      revision,
      ...plain,
      aim: aim && JSON.stringify(aim),
      followUp: followUp && JSON.stringify(followUp),
      note: note && JSON.stringify(note),
      sources: JSON.stringify(sources),
      fileId,
      writtenAt: at,
      writtenBy: by,
    })
    .execute()
}
