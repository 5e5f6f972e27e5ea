import type { Tx } from '#platform/database/connection.ts'
import type { Theme } from './core/pattern.ts'
import type { Doing, PatternPlace } from './store.ts'

export async function raise(
  tx: Tx,
  { networkId, pattern: patternId }: PatternPlace,
  to: { readonly kind: 'note' | 'intervention'; readonly interventionId: string },
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('patternRaised')
    .values({ networkId, patternId, ...to, raisedAt: at, raisedBy: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function raisedOf(tx: Tx, pattern: string) {
  return tx
    .selectFrom('patternRaised')
    .leftJoin('intervention', (join) =>
      join
        .onRef('intervention.networkId', '=', 'patternRaised.networkId')
        .onRef('intervention.id', '=', 'patternRaised.interventionId'),
    )
    .select(['kind', 'interventionId', 'intervention.name as intervention', 'raisedAt'])
    .where('patternId', '=', pattern)
    .orderBy('raisedAt')
    .execute()
}

/** The patterns that were raised to an intervention, as far as whoever asks reads them. */
export async function raisedTo(tx: Tx, intervention: string) {
  return tx
    .selectFrom('patternRaised')
    .innerJoin('patternWord', (join) =>
      join
        .onRef('patternWord.networkId', '=', 'patternRaised.networkId')
        .onRef('patternWord.patternId', '=', 'patternRaised.patternId'),
    )
    .select(['patternRaised.patternId as id', 'title', 'obstacle'])
    .where('interventionId', '=', intervention)
    .orderBy('raisedAt')
    .execute()
}

export async function addTheme(
  tx: Tx,
  { networkId, pattern: patternId }: PatternPlace,
  theme: { readonly title: string; readonly question: string },
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('theme')
    .values({ networkId, patternId, ...theme, madeAt: at, madeBy: by })
    .execute()
}

/** What round tables may talk about, the newest first; of one pattern, or of all. */
export async function themesOf(tx: Tx, pattern?: string): Promise<readonly Theme[]> {
  const query = tx
    .selectFrom('theme')
    .select(['id', 'title', 'question', 'patternId'])
    .orderBy('madeAt', 'desc')
  return (pattern === undefined ? query : query.where('patternId', '=', pattern)).execute()
}
