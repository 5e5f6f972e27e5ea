import type { PastMatter } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import { matterNumber } from './core/matter.ts'

/** The matters in which a municipality has or had a part, as far as the reader may read them, the newest first. */
export async function pastMattersOf(tx: Tx, municipality: string): Promise<readonly PastMatter[]> {
  const rows = await tx
    .selectFrom('matter')
    .innerJoin('matterText', (join) =>
      join
        .onRef('matterText.networkId', '=', 'matter.networkId')
        .onRef('matterText.matterId', '=', 'matter.id'),
    )
    .select(['matter.id', 'year', 'number', 'subject', 'locality', 'topicId', 'size', 'branch', 'answers'])
    .where('readers', '@>', [municipality])
    .orderBy('receivedAt', 'desc')
    .execute()
  return rows.map(({ id, year, number, subject, topicId, locality, size, branch, answers }) => ({
    id,
    number: matterNumber({ year, number }),
    subject,
    facts: { topic: topicId, locality, size, branch, answers },
  }))
}

/** The matters under way that stand at a desk. */
export async function standingAt(tx: Tx, municipality: string, desk: string) {
  return tx
    .selectFrom('matterPart')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.networkId', '=', 'matterPart.networkId')
        .onRef('matter.id', '=', 'matterPart.matterId'),
    )
    .select(['matter.id', 'year', 'number'])
    .where('municipality', '=', municipality)
    .where('deskId', '=', desk)
    .where('leftAt', 'is', null)
    .where('state', '<>', 'closed')
    .execute()
}
