import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Topic } from './core/topic.ts'
import type { TownHall } from './core/route.ts'

/** The topics that a matter may be about now, in their order. */
export async function topicsOf(tx: Tx): Promise<readonly Topic[]> {
  return tx
    .selectFrom('topic')
    .select(['id', 'name', 'hint', 'questions'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** How each of those municipalities takes matters now. */
export async function townHallsOf(tx: Tx, municipalities: readonly string[]): Promise<readonly TownHall[]> {
  if (municipalities.length === 0) return []
  const desks = await tx
    .selectFrom('desk')
    .select(['municipality', 'id', 'ownerId as owner'])
    .where('municipality', 'in', municipalities)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
  const tables = await tx
    .selectFrom('routingTable')
    .distinctOn('municipality')
    .select(['municipality', 'version', 'rules'])
    .where('municipality', 'in', municipalities)
    .orderBy('municipality')
    .orderBy('version', 'desc')
    .execute()
  return municipalities.map((municipality) => {
    const table = tables.find((one) => one.municipality === municipality)
    return {
      municipality,
      desks: desks.filter((desk) => desk.municipality === municipality),
      version: table?.version ?? null,
      rules: table?.rules ?? [],
    }
  })
}

/** A topic as the coordinator keeps it. */
export interface KeptTopic extends Topic {
  readonly position: number
  readonly retiredAt: Date | null
}

/** All topics in their order, those that are retired too. */
export async function allTopicsOf(tx: Tx): Promise<readonly KeptTopic[]> {
  return tx
    .selectFrom('topic')
    .select(['id', 'position', 'name', 'hint', 'questions', 'retiredAt'])
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Waits for whoever is changing the network's topics just now. */
export async function holdTopics(tx: Tx, networkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`topics ${networkId}`}, 0))`.execute(tx)
}

export async function addTopic(
  tx: Tx,
  networkId: string,
  { id, position, name, hint, questions }: Omit<KeptTopic, 'retiredAt'>,
): Promise<void> {
  await tx
    .insertInto('topic')
    .values({ networkId, id, position, ...wordsOf({ name, hint, questions }), retiredAt: null })
    .execute()
}

export async function changeTopic(
  tx: Tx,
  networkId: string,
  id: string,
  change: Partial<Pick<KeptTopic, 'position' | 'retiredAt'>> | Omit<Topic, 'id'>,
): Promise<void> {
  await tx
    .updateTable('topic')
    .set('name' in change ? wordsOf(change) : change)
    .where('networkId', '=', networkId)
    .where('id', '=', id)
    .execute()
}

function wordsOf({ name, hint, questions }: Omit<Topic, 'id'>) {
  return { name: JSON.stringify(name), hint: JSON.stringify(hint), questions: JSON.stringify(questions) }
}
