import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Candidate, Proposal } from './core/proposals.ts'
import { addMatter } from './carry-store.ts'
import type { PatternPlace } from './store.ts'

interface CandidateRow {
  readonly id: string
  readonly topicId: string
  readonly receivedAt: Date
  readonly isExample: boolean
  readonly municipalities: readonly string[]
  readonly terms: readonly string[]
  readonly weights: readonly number[]
}

/** The matters that may make a pattern, for the coordinator. */
export async function candidatesSince(tx: Tx, since: Date): Promise<readonly Candidate[]> {
  const { rows } = await sql<CandidateRow>`select * from pattern_candidates(${since})`.execute(tx)
  return rows.map(({ id, topicId, receivedAt, isExample, municipalities, terms, weights }) => ({
    id,
    topic: topicId,
    receivedOn: dayOf(receivedAt),
    isExample,
    municipalities,
    terms: new Map(terms.map((term, index) => [term, weights[index] ?? 0])),
  }))
}

/** The proposals that nobody has decided on, with their matters; held, so that nobody decides on them meanwhile. */
export async function openProposals(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly matters: readonly string[] }[]> {
  await tx.selectFrom('pattern').select('id').where('state', '=', 'proposed').forUpdate().execute()
  const rows = await tx
    .selectFrom('pattern')
    .innerJoin('patternMatter', 'patternMatter.patternId', 'pattern.id')
    .select(['pattern.id', 'matterId'])
    .where('state', '=', 'proposed')
    .where('leftAt', 'is', null)
    .orderBy('pattern.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    matters: own.map(({ matterId }) => matterId),
  }))
}

/** Puts a proposal in place of one that it goes on with, or as a new one. */
export async function putProposal(
  tx: Tx,
  { networkId, pattern }: Pick<PatternPlace, 'networkId'> & { readonly pattern: string | null },
  proposal: Proposal,
  at: Date,
): Promise<string> {
  const id = pattern ?? (await addPattern(tx, networkId, proposal, at))
  const terms = [...proposal.words]
  if (pattern === null)
    await tx.insertInto('patternWord').values({ networkId, patternId: id, terms }).execute()
  else {
    await tx.updateTable('patternWord').set({ terms }).where('patternId', '=', id).execute()
    await tx.updateTable('patternMatter').set({ leftAt: at }).where('patternId', '=', id).execute()
  }
  for (const matter of proposal.matters)
    await addMatter(tx, { networkId, pattern: id }, matter, { by: null, at })
  return id
}

async function addPattern(
  tx: Tx,
  networkId: string,
  { topic: topicId, isExample }: Proposal,
  proposedAt: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('pattern')
    .values({ networkId, topicId, state: 'proposed', isExample, proposedAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Proposals that are not found any more. */
export async function fadeProposals(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('pattern')
    .set({ state: 'faded' })
    .where('id', 'in', ids)
    .where('state', '=', 'proposed')
    .execute()
}

/** Somebody in each network who coordinates it; the worker's database only. */
export async function coordinators(
  queueDb: Database,
): Promise<readonly { readonly networkId: string; readonly personId: string }[]> {
  return queueDb
    .selectFrom('roleGrant')
    .select(['networkId', 'personId'])
    .distinctOn('networkId')
    .where('role', '=', 'coordinator')
    .where('revokedAt', 'is', null)
    .orderBy('networkId')
    .orderBy('personId')
    .execute()
}
