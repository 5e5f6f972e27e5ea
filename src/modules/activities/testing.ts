import type { Actor, Context } from '#modules/accounts'
import { inScope, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf, type TestNetwork } from '../../../tests/people.ts'
import { ActivityForm } from './core/activity-form.ts'

export type Who =
  | 'visitor'
  | 'partner'
  | 'officer'
  | 'colleague'
  | 'neighbour'
  | 'third'
  | 'leader'
  | 'coordinator'

/** Everybody who is not an officer of Ale. */
export const notOfAle = ['visitor', 'partner', 'neighbour', 'leader', 'coordinator'] as const

export interface Planted {
  readonly network: TestNetwork
  readonly actors: Readonly<Record<Who, Actor | null>>
  readonly idOf: (who: Who) => string
  readonly context: (who: Who) => Context
  /** A transaction in somebody's name, as the program would open it. */
  readonly as: <Result>(who: Who, work: (tx: Tx) => Promise<Result>) => Promise<Result>
}

/**
 * Ale, Lerum and Göteborg with two interventions, one of them retired, and a word of Ale's. Officer, colleague and leader
 * are Ale's, the neighbour is Lerum's, the third is Göteborg's.
 */
export async function plantNetwork(database: TestDatabase): Promise<Planted> {
  const { db, ownerDb } = database
  const network = await addTestNetwork(database)
  const networkId = network.id
  await ownerDb
    .insertInto('municipality')
    .values({ networkId, code: '1480', slug: 'goteborg', name: 'Göteborg', county: null, boundary: null })
    .execute()
  const text = JSON.stringify({ sv: 'Insatsen', en: 'The intervention' })
  const shared = { networkId, position: 1, retiredAt: null, name: text }
  await ownerDb
    .insertInto('goal')
    .values({ ...shared, id: 'mal', text })
    .execute()
  await ownerDb
    .insertInto('area')
    .values({ ...shared, id: 'omrade', goalId: 'mal', strategy: text })
    .execute()
  for (const [at, id] of ['oppen', 'avslutad'].entries()) {
    const retiredAt = id === 'avslutad' ? new Date('2026-01-01T00:00:00Z') : null
    await ownerDb
      .insertInto('intervention')
      .values({ networkId, id, number: at + 1, areaId: 'omrade', name: text, text, retiredAt })
      .execute()
  }
  const actor = async (role: Actor['grants'][number]['role'], code: string | null = null) =>
    addTestActor(database, networkId, role, code)
  const actors = {
    visitor: null,
    partner: await actor('partner'),
    officer: await actor('officer', '1440'),
    colleague: await actor('officer', '1440'),
    neighbour: await actor('officer', '1441'),
    third: await actor('officer', '1480'),
    leader: await actor('leader', '1440'),
    coordinator: await actor('coordinator'),
  }
  return {
    network,
    actors,
    idOf: (who) => actors[who]?.personId ?? '',
    context: (who) => contextOf(db, networkId, actors[who]),
    as: async (who, work) => inScope(db, { networkId, personId: actors[who]?.personId ?? null }, work),
  }
}

/** What a browser sends of an activity that is planned, but for what is said of it. */
export function typed(said: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    intervention: 'oppen',
    title: 'Frukostmöten',
    aim: 'Fler företag träffas.',
    text: 'Börja klockan åtta.',
    body: 'Näringslivsenheten',
    status: 'planned',
    reason: '',
    owner: '',
    deputy: '',
    startsOn: '2026-10-01',
    endsOn: '2027-06-01',
    budget: '',
    paidBy: '',
    note: '',
    'milestone-1': 'Första mötet',
    'milestoneOn-1': '2026-12-01',
    version: '0',
    ...said,
  }
}

/** The same as an action is told it. */
export function form(said: Readonly<Record<string, string>> = {}): ActivityForm {
  return ActivityForm.parse(typed(said))
}

/** Everything that could have been left behind, as the owner sees it. */
export async function everything({ ownerDb }: TestDatabase) {
  const [activities, words, inside, notes, reached, evidence, handovers, cells, entries, letters] =
    await Promise.all([
      ownerDb.selectFrom('activity').selectAll().orderBy('id').execute(),
      ownerDb.selectFrom('activityWord').selectAll().orderBy('activityId').orderBy('version').execute(),
      ownerDb.selectFrom('activityInside').selectAll().orderBy('activityId').orderBy('version').execute(),
      ownerDb.selectFrom('activityNote').selectAll().orderBy('activityId').orderBy('version').execute(),
      ownerDb.selectFrom('milestoneReached').selectAll().orderBy('activityId').orderBy('version').execute(),
      ownerDb.selectFrom('evidence').selectAll().orderBy('id').execute(),
      ownerDb.selectFrom('handover').selectAll().orderBy('id').execute(),
      ownerDb.selectFrom('word').selectAll().orderBy('municipality').orderBy('version').execute(),
      ownerDb.selectFrom('auditEntry').selectAll().orderBy('id').execute(),
      ownerDb.selectFrom('mailMessage').selectAll().orderBy('createdAt').execute(),
    ])
  return { activities, words, inside, notes, reached, evidence, handovers, cells, entries, letters }
}
