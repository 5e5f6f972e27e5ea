import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { fileKinds, kindOfFile, type FileKind, type FileProblem } from '#platform/files/file-kind.ts'
import { fileNameOf } from '#platform/files/file-name.ts'
import { withoutMarks } from '#platform/files/without-marks.ts'
import type { MatterPlace } from './key.ts'

/** A file as it is stored: looked at, named, its bytes known by their digest. */
export interface SentFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly sha256: string
}

/** How far a file's content has been looked through; `none` where that is not set up. */
export type Scan = 'waiting' | 'clean' | 'infected' | 'none'

/** A file of a matter, without its bytes. */
export interface MatterFile {
  readonly id: string
  readonly entryId: number
  readonly name: string
  readonly size: number
  readonly scan: Scan
}

/** Why a file is not taken. */
export type SentFileProblem = FileProblem | 'file-too-large'

const largestFile = 10 * 1024 * 1024

/** Looks at a file by its content, whatever it is called, and takes a picture without where it was taken and by whom. `unnamed` is what one without a name is called. */
export function lookAt(
  name: string,
  bytes: Uint8Array,
  unnamed: string,
): SentFile | { readonly problem: SentFileProblem } {
  if (bytes.length > largestFile) return { problem: 'file-too-large' }
  const kind = kindOfFile(bytes)
  if (!kind.ok) return { problem: kind.refusal }
  const bare = withoutMarks(kind.value, bytes)
  return bare ? sentFile(fileNameOf(name, kind.value, unnamed), kind.value, bare) : { problem: 'file-broken' }
}

export function sentFile(name: string, kind: FileKind, bytes: Uint8Array): SentFile {
  return {
    name,
    mediaType: fileKinds[kind],
    bytes: Buffer.from(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

interface Adding {
  readonly entry: number
  readonly scan: 'waiting' | 'none'
  readonly at: Date
}

/** Files that are sent along with an entry; their ids. */
export async function addFiles(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  files: readonly SentFile[],
  { entry: entryId, scan, at: addedAt }: Adding,
): Promise<readonly string[]> {
  if (files.length === 0) return []
  const rows = await tx
    .insertInto('matterFile')
    .values(files.map((file) => ({ networkId, matterId, entryId, ...file, scan, addedAt })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The files of a draft become those of the first entry, without passing through the program; their ids. */
export async function takeDraftFiles(
  tx: Tx,
  { matter }: MatterPlace,
  { entry, scan, at }: Adding,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into matter_file (network_id, id, matter_id, entry_id, name, media_type, bytes, sha256, scan, added_at)
    select network_id, id, draft_id, ${entry}, name, media_type, bytes, sha256, ${scan}, ${at}
    from matter_draft_file where draft_id = ${matter}
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The files of a matter, as far as whoever asks reads it. */
export async function filesOf(tx: Tx, matter: string): Promise<readonly MatterFile[]> {
  return tx
    .selectFrom('matterFile')
    .select(['id', 'entryId', 'name', 'scan'])
    .select((eb) => eb.fn<number>('length', ['bytes']).as('size'))
    .where('matterId', '=', matter)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** A file with its bytes; undefined while it is held back, and for ever if it was found to be harmful. */
export async function fileToHandOut(
  tx: Tx,
  matter: string,
  id: string,
): Promise<Pick<SentFile, 'name' | 'mediaType' | 'bytes'> | undefined> {
  return tx
    .selectFrom('matterFile')
    .select(['name', 'mediaType', 'bytes'])
    .where('matterId', '=', matter)
    .where('id', '=', id)
    .where('scan', 'in', ['clean', 'none'])
    .executeTakeFirst()
}

/** The bytes of a file that waits to be looked through. */
export async function bytesToScan(tx: Tx, id: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('matterFile')
    .select('bytes')
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .executeTakeFirst()
  return row?.bytes
}

/** What came of looking through it; the bytes of a harmful one are not kept. */
export async function settleScan(tx: Tx, id: string, result: 'clean' | 'infected'): Promise<void> {
  await sql`select settle_scan(${id}, ${result})`.execute(tx)
}
