import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { TableChoices } from './file/table-choices.ts'
import type { TableInput } from './file/grid.ts'

/** A table that somebody has sent and not yet stored or thrown away. */
export interface UploadedTable {
  readonly id: string
  readonly indicator: string
  readonly name: string
  readonly input: TableInput
  readonly choices: TableChoices
}

/** Keeps what was sent, as it came. */
export async function addTable(
  tx: Tx,
  networkId: string,
  table: {
    readonly indicator: string
    readonly name: string
    readonly input: TableInput
    readonly by: string
    readonly at: Date
  },
): Promise<string> {
  const { input } = table
  const { id } = await tx
    .insertInto('uploadedTable')
    .values({
      networkId,
      indicatorId: table.indicator,
      kind: input.kind,
      name: table.name,
      bytes: input.kind === 'file' ? Buffer.from(input.bytes) : Buffer.from(input.text, 'utf8'),
      byPerson: table.by,
      at: table.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A table that waits, held until the transaction ends; undefined where it is settled or somebody else's. */
export async function tableToSettle(tx: Tx, id: string): Promise<UploadedTable | undefined> {
  const row = await tx
    .selectFrom('uploadedTable')
    .select(['id', 'indicatorId', 'kind', 'name', 'bytes', 'choices'])
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const input: TableInput =
    row.kind === 'file'
      ? { kind: 'file', bytes: row.bytes }
      : { kind: 'paste', text: row.bytes.toString('utf8') }
  const { id: own, indicatorId, name } = row
  return { id: own, indicator: indicatorId, name, input, choices: TableChoices.parse(row.choices) }
}

/** Keeps what a person has said of a table. */
export async function setChoices(tx: Tx, id: string, choices: TableChoices): Promise<void> {
  await tx
    .updateTable('uploadedTable')
    .set({ choices: JSON.stringify(choices) })
    .where('id', '=', id)
    .execute()
}

/** Ends the waiting of a table: stored by a run, or thrown away. What was sent is not kept longer than it is needed. */
export async function settleTable(tx: Tx, id: string, at: Date, runId: string | null): Promise<void> {
  await tx
    .updateTable('uploadedTable')
    .set({ settledAt: at, runId, bytes: Buffer.alloc(0) })
    .where('id', '=', id)
    .execute()
}

/** A table that waits, as it is listed. */
export interface WaitingTable {
  readonly id: string
  readonly indicator: string
  /** The file's name; empty for what was pasted. */
  readonly name: string
  readonly at: Date
}

/** One's own tables that are neither stored nor thrown away, the newest first. */
export async function waitingTables(tx: Tx): Promise<readonly WaitingTable[]> {
  return tx
    .selectFrom('uploadedTable')
    .select(['id', 'indicatorId as indicator', 'name', 'at'])
    .where('settledAt', 'is', null)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
}

/** Removes the network's tables that were sent before a moment and are neither stored nor thrown away. */
export async function forgetTables(tx: Tx, sentBefore: Date): Promise<void> {
  await sql`select forget_tables(${sentBefore})`.execute(tx)
}
