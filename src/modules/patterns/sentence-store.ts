import type { Tx } from '#platform/database/connection.ts'
import type { PatternPlace } from './store.ts'

/** Publishes the one sentence of a pattern that everybody may read. */
export async function publishSentence(
  tx: Tx,
  { networkId, pattern: patternId }: PatternPlace,
  text: string,
  publishedAt: Date,
): Promise<void> {
  const said = { text, publishedAt, withdrawnAt: null }
  await tx
    .insertInto('patternSentence')
    .values({ networkId, patternId, ...said })
    .onConflict((conflict) => conflict.columns(['networkId', 'patternId']).doUpdateSet(said))
    .execute()
}

export async function takeBackSentence(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  withdrawnAt: Date,
): Promise<void> {
  await tx
    .updateTable('patternSentence')
    .set({ withdrawnAt })
    .where('networkId', '=', networkId)
    .where('patternId', '=', pattern)
    .execute()
}

/** The sentences that everybody may read, the newest first; of one pattern, or of all. */
export async function sentencesOf(
  tx: Tx,
  pattern?: string,
): Promise<readonly { readonly patternId: string; readonly text: string; readonly publishedAt: Date }[]> {
  const query = tx
    .selectFrom('patternSentence')
    .select(['patternId', 'text', 'publishedAt'])
    .where('withdrawnAt', 'is', null)
    .orderBy('publishedAt', 'desc')
  return (pattern === undefined ? query : query.where('patternId', '=', pattern)).execute()
}
