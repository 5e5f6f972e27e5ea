import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Doing, PatternPlace } from './store.ts'

/** How many companies are to be told what came of a pattern. */
export async function mattersToTell(tx: Tx, pattern: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select matters_to_tell(${pattern}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Notes that what came of it is written, once. */
export async function noteReturned(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  { by, at }: Doing,
): Promise<void> {
  await tx
    .updateTable('pattern')
    .set({ returnedAt: at, returnedBy: by })
    .where('networkId', '=', networkId)
    .where('id', '=', pattern)
    .where('returnedAt', 'is', null)
    .execute()
}

export async function noteDue(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  matters: readonly string[],
  dueAt: Date,
): Promise<void> {
  await tx
    .updateTable('patternMatter')
    .set({ dueAt })
    .where('networkId', '=', networkId)
    .where('patternId', '=', pattern)
    .where('matterId', 'in', matters)
    .execute()
}

/** What the company behind the transaction's key is to be told of a pattern; nothing once it has been. */
export async function answerDue(
  tx: Tx,
  pattern: string,
): Promise<{ readonly title: string; readonly cameOf: string; readonly locale: Locale } | undefined> {
  const { rows } = await sql<{ title: string; cameOf: string; locale: Locale }>`
    select * from pattern_answer_due(${pattern})`.execute(tx)
  return rows[0]
}

/** Says it in that company's matter, for the network; false where that is done already. */
export async function giveAnswer(tx: Tx, pattern: string, said: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ isSaid: boolean }>`
    select give_pattern_answer(${pattern}, ${said}, ${at}) as is_said`.execute(tx)
  return rows[0]?.isSaid ?? false
}
