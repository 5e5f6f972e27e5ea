import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { CarriedMatter } from './core/pattern.ts'
import type { PatternPlace } from './store.ts'

/** The matters that carry a pattern, in the order in which they came. */
export async function mattersOfPattern(tx: Tx, pattern: string): Promise<readonly CarriedMatter[]> {
  const { rows } = await sql<CarriedMatter>`select * from matters_of_pattern(${pattern})`.execute(tx)
  return rows
}

/** The id of a matter by its number, if whoever asks reads its words. */
export async function matterNumbered(tx: Tx, year: number, number: number): Promise<string | null> {
  const row = await tx
    .selectFrom('matter')
    .innerJoin('matterText', (join) =>
      join
        .onRef('matterText.networkId', '=', 'matter.networkId')
        .onRef('matterText.matterId', '=', 'matter.id'),
    )
    .select('matter.id')
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Whether a matter is counted in a pattern that nobody has dismissed, or was counted out of this one: that stands until
 * whoever counted it out takes it in again.
 */
export async function isCarried(
  tx: Tx,
  pattern: string,
  matter: string,
  mayTakeBack: boolean,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('patternMatter')
    .innerJoin('pattern', 'pattern.id', 'patternMatter.patternId')
    .select(['patternId', 'leftAt'])
    .where('matterId', '=', matter)
    .where('state', 'in', ['proposed', 'confirmed'])
    .execute()
  return rows.some(({ patternId, leftAt }) => leftAt === null || (patternId === pattern && !mayTakeBack))
}

/** Counts a matter in, also one that was counted out before. */
export async function addMatter(
  tx: Tx,
  { networkId, pattern: patternId }: PatternPlace,
  matterId: string,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  const added = { addedAt: at, addedBy: by, leftAt: null }
  const { numUpdatedRows } = await tx
    .updateTable('patternMatter')
    .set(added)
    .where('patternId', '=', patternId)
    .where('matterId', '=', matterId)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('patternMatter')
    .values({ networkId, patternId, matterId, ...added })
    .execute()
}

/** Counts a matter out, unless its company has been promised the answer. */
export async function removeMatter(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  matter: string,
  leftAt: Date,
): Promise<void> {
  await tx
    .updateTable('patternMatter')
    .set({ leftAt })
    .where('networkId', '=', networkId)
    .where('patternId', '=', pattern)
    .where('matterId', '=', matter)
    .where('dueAt', 'is', null)
    .execute()
}
