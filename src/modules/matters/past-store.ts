import { sql } from 'kysely'
import type { PastMatter } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import { matterNumber } from './core/matter.ts'

interface PastRow extends Omit<PastMatter['facts'], 'topic'> {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly subject: string
  readonly topicId: string
}

/** The matters in which a municipality has or had a part, for its officers, the newest first. */
export async function pastMattersOf(tx: Tx, municipality: string): Promise<readonly PastMatter[]> {
  const { rows } = await sql<PastRow>`select * from past_matters(${municipality})`.execute(tx)
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
