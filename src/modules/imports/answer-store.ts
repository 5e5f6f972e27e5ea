import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Progress } from './core/run.ts'
import type { RawAnswer } from './core/source-reader.ts'

/** Keeps an answer, with where to go on after it; answers whether the run has been asked to stop. */
export async function keepAnswer(
  tx: Tx,
  networkId: string,
  runId: string,
  { raw, cursor, progress, at }: { raw: RawAnswer; cursor: unknown; progress: Progress; at: Date },
): Promise<boolean> {
  await sql`
    insert into raw_answer (network_id, run_id, number, address, question, body, came_at)
    select ${networkId}::uuid, ${runId}::uuid, 1 + coalesce(max(number), 0), ${raw.address}, ${raw.question},
      ${gzipSync(raw.body)}::bytea, ${at}
    from raw_answer where run_id = ${runId}`.execute(tx)
  const row = await tx
    .updateTable('importRun')
    .set({ cursor: JSON.stringify(cursor), progress: JSON.stringify(progress) })
    .where('id', '=', runId)
    .returning('stopAt')
    .executeTakeFirst()
  return row?.stopAt !== null
}

/** An answer as it is listed. */
export interface KeptAnswer {
  readonly number: number
  readonly address: string
  readonly cameAt: Date
}

/** The answers that a run kept, without their bodies. */
export async function answersOf(tx: Tx, runId: string): Promise<readonly KeptAnswer[]> {
  return tx
    .selectFrom('rawAnswer')
    .select(['number', 'address', 'cameAt'])
    .where('runId', '=', runId)
    .orderBy('number')
    .execute()
}

/** The answers that a run kept, word by word. */
export async function rawAnswersOf(tx: Tx, runId: string): Promise<readonly RawAnswer[]> {
  const rows = await tx
    .selectFrom('rawAnswer')
    .select(['address', 'question', 'body'])
    .where('runId', '=', runId)
    .orderBy('number')
    .execute()
  return rows.map(({ body, ...rest }) => ({ ...rest, body: gunzipSync(body).toString('utf8') }))
}

/** One answer, word by word. */
export async function rawAnswer(tx: Tx, runId: string, number: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom('rawAnswer')
    .select('body')
    .where('runId', '=', runId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && gunzipSync(row.body).toString('utf8')
}
