import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Pattern } from './core/pattern.ts'

export interface PatternPlace {
  readonly networkId: string
  readonly pattern: string
}

/** Who does something, and when. */
export interface Doing {
  readonly by: string
  readonly at: Date
}

/** The patterns that whoever asks may read: those to decide on first, then the latest. */
export async function patternsOf(tx: Tx): Promise<readonly Pattern[]> {
  return patternRows(tx)
    .where('pattern.state', '<>', 'faded')
    .orderBy(sql`pattern.state <> 'proposed'`)
    .orderBy(sql`coalesce(pattern.decided_at, pattern.proposed_at)`, 'desc')
    .orderBy('pattern.id')
    .limit(200)
    .execute()
}

export async function patternWith(tx: Tx, id: string): Promise<Pattern | undefined> {
  return patternRows(tx).where('pattern.id', '=', id).executeTakeFirst()
}

/** The same, while nobody else decides on it until the transaction is over. */
export async function heldPattern(tx: Tx, id: string): Promise<Pattern | undefined> {
  await tx.selectFrom('pattern').select('id').where('id', '=', id).forUpdate().execute()
  return patternWith(tx, id)
}

function patternRows(tx: Tx) {
  return tx
    .selectFrom('pattern')
    .innerJoin('patternWord', (join) =>
      join
        .onRef('patternWord.networkId', '=', 'pattern.networkId')
        .onRef('patternWord.patternId', '=', 'pattern.id'),
    )
    .innerJoin('topic', (join) =>
      join.onRef('topic.networkId', '=', 'pattern.networkId').onRef('topic.id', '=', 'pattern.topicId'),
    )
    .select([
      'pattern.id',
      'topic.name as topicName',
      'pattern.state',
      'pattern.isExample',
      'pattern.proposedAt',
      'pattern.decidedAt',
      'pattern.returnedAt',
      'patternWord.terms',
      'patternWord.title',
      'patternWord.obstacle',
      'patternWord.because',
      'patternWord.asked',
      'patternWord.cameOf',
      'patternWord.version',
    ])
}

/** How many known companies stand behind a pattern. */
export async function companiesBehind(tx: Tx, pattern: string): Promise<number> {
  const { rows } = await sql<{
    companies: number
  }>`select pattern_companies(${pattern}) as companies`.execute(tx)
  return rows[0]?.companies ?? 0
}

export async function decide(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  state: 'confirmed' | 'dismissed',
  { by, at }: Doing,
): Promise<void> {
  await tx
    .updateTable('pattern')
    .set({ state, decidedAt: at, decidedBy: by })
    .where('networkId', '=', networkId)
    .where('id', '=', pattern)
    .execute()
}

/** Keeps what somebody has written; also of what stands in a table of its own, so that whoever wrote at the same time is told. */
export async function rewrite(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  words: Partial<Pick<Pattern, 'title' | 'obstacle' | 'because' | 'asked' | 'cameOf'>> = {},
): Promise<void> {
  await tx
    .updateTable('patternWord')
    .set((eb) => ({ ...words, version: eb('version', '+', 1) }))
    .where('networkId', '=', networkId)
    .where('patternId', '=', pattern)
    .execute()
}

/** Whether a text names who has sent one of the pattern's matters. */
export async function namesSender(tx: Tx, pattern: string, text: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`select names_sender(${pattern}, ${text}) as named`.execute(
    tx,
  )
  return rows[0]?.named ?? false
}

/** What companies have written in the pattern's matters, as far as whoever asks reads it. */
export async function writtenIn(tx: Tx, pattern: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('patternMatter')
    .innerJoin('matterEntry', (join) =>
      join
        .onRef('matterEntry.networkId', '=', 'patternMatter.networkId')
        .onRef('matterEntry.matterId', '=', 'patternMatter.matterId'),
    )
    .select('matterEntry.text')
    .where('patternMatter.patternId', '=', pattern)
    .where('matterEntry.side', '=', 'company')
    .execute()
  return rows.map(({ text }) => text)
}

export interface Voice {
  readonly id: number
  readonly text: string
}

/** What is said of it, without names; nothing where fewer than three companies stand behind it. */
export async function voicesOf(tx: Tx, pattern: string): Promise<readonly Voice[]> {
  return tx
    .selectFrom('patternVoice')
    .select(['id', 'text'])
    .where('patternId', '=', pattern)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
}

export async function addVoice(
  tx: Tx,
  { networkId, pattern: patternId }: PatternPlace,
  text: string,
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('patternVoice')
    .values({ networkId, patternId, text, writtenAt: at, writtenBy: by })
    .execute()
}

export async function removeVoice(
  tx: Tx,
  { networkId, pattern }: PatternPlace,
  id: number,
  removedAt: Date,
): Promise<void> {
  await tx
    .updateTable('patternVoice')
    .set({ removedAt })
    .where('networkId', '=', networkId)
    .where('patternId', '=', pattern)
    .where('id', '=', id)
    .execute()
}
