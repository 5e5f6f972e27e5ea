import { sql } from 'kysely'
import type { Actor } from '#modules/accounts'
import { inScope, type Database } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf, testNow, type TestNetwork } from '../../../tests/people.ts'
import { enterAdoption } from './actions/enter-adoption.ts'
import type { AdoptionFacts } from './core/adoption.ts'
import { readOutline } from './core/outline.ts'
import type { TreeForm } from './core/tree-form.ts'

export const roles = ['visitor', 'partner', 'officer', 'neighbour', 'leader', 'coordinator'] as const
export type Who = (typeof roles)[number]

/** Everybody who may not write of Ale. */
export const notWriting = ['visitor', 'partner', 'neighbour', 'leader'] as const

export interface Stage {
  readonly network: TestNetwork
  readonly actors: Readonly<Record<Who, Actor | null>>
}

/** A network with Ale and Lerum, three shared interventions of which one is retired, and everybody's roles. */
export async function setStage(database: TestDatabase): Promise<Stage> {
  const network = await addTestNetwork(database)
  await plantInterventions(database.ownerDb, network.id)
  const add = async (
    ...role: Parameters<typeof addTestActor> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) => addTestActor(database, network.id, ...role)
  return {
    network,
    actors: {
      visitor: null,
      partner: await add('partner'),
      officer: await add('officer', '1440'),
      neighbour: await add('officer', '1441'),
      leader: await add('leader', '1440'),
      coordinator: await add('coordinator'),
    },
  }
}

const text = (sv: string) => JSON.stringify({ sv, en: '' })

async function plantInterventions(ownerDb: Database, networkId: string): Promise<void> {
  const words = { networkId, position: 1, name: text('Mål'), retiredAt: null }
  await ownerDb
    .insertInto('goal')
    .values({ ...words, id: 'mal', text: text('x') })
    .execute()
  await ownerDb
    .insertInto('area')
    .values({ ...words, id: 'omrade', goalId: 'mal', strategy: text('x') })
    .execute()
  const interventions = [
    ['oppna-en-vag-in', 'Öppna en väg in för företag', null],
    ['ha-mark-redo', 'Ha mark redo för företag', null],
    ['visa-upp-regionen', 'Visa upp hela regionen', testNow],
  ] as const
  await ownerDb
    .insertInto('intervention')
    .values(
      interventions.map(([id, name, retiredAt], at) => ({
        networkId,
        id,
        number: at + 1,
        areaId: 'omrade',
        name: text(name),
        text: text('x'),
        retiredAt,
      })),
    )
    .execute()
}

/** What is known of a programme, but for what is said of it. */
export function factsOf(said: Partial<AdoptionFacts> = {}): AdoptionFacts {
  return {
    name: 'Näringslivsprogram',
    kind: 'programme',
    decidedOn: '2020-05-04',
    decidedBy: 'kommunfullmäktige',
    paragraph: '§ 12',
    caseNumber: 'KS 2020/17',
    period: '2020–2030',
    aim: null,
    followUp: null,
    sources: [],
    note: null,
    link: null,
    ...said,
  }
}

/** A tree as its form gives it. */
export function treeOf(outline: string, levels: readonly string[] = []): TreeForm {
  const read = readOutline(outline)
  if (!read.ok) throw new Error(read.problem.problem)
  return { levels: [...levels], outline: [...read.nodes] }
}

/** Has the officer of Ale enter a version; answers where it stands. */
export async function entered(
  { db }: TestDatabase,
  { network, actors }: Stage,
  said: Partial<AdoptionFacts> = {},
  seen = 0,
): Promise<{ readonly municipality: string; readonly version: number }> {
  const context = contextOf(db, network.id, actors.officer)
  const done = await enterAdoption(
    context,
    { municipality: '1440', seen },
    { facts: factsOf(said), file: null },
  )
  if (!done.ok) throw new Error(done.refusal)
  return { municipality: '1440', version: done.value }
}

/** How many rows there are of everything that could have been left behind. */
export async function counts({ ownerDb }: TestDatabase): Promise<string> {
  const tables = ['adoption', 'adoption_file', 'adoption_revision', 'adopted_tree', 'adopted_node']
  const of = async (table: string) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(ownerDb)
  const all = await Promise.all([...tables, 'node_mapping', 'audit_entry'].map(of))
  return all.map(({ rows }) => rows[0]?.n).join(' ')
}

/** Reads as somebody. */
export async function as<Result>(
  { db }: TestDatabase,
  { network, actors }: Stage,
  who: Who,
  read: Parameters<typeof inScope<Result>>[2],
): Promise<Result> {
  return inScope(db, { networkId: network.id, personId: actors[who]?.personId ?? null }, read)
}
