import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import {
  actorWith,
  plantPeople,
  type Actor,
  type Context,
  type Visit,
  type VisitEnv,
} from '#modules/accounts'
import { plantIndicators } from '#modules/indicators'
import { networkForHost, plantNetwork, type Network } from '#modules/region'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import { addTestActor } from '../../../tests/people.ts'
import type { Cell } from './core/cell.ts'
import type { GridEntry } from './core/cell-grid.ts'
import { programmeApi } from './pages/api.ts'
import { programmeRoutes } from './pages/routes.tsx'
import type { StatusWord } from './core/framework.ts'
import { standings, type Standing } from './core/status.ts'
import { plantProgramme } from './seed.ts'

const folder = new URL('../../../data/gothenburg-region/', import.meta.url)
const readText = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const readJson = (file: string): unknown => JSON.parse(readText(file))

export const now = new Date('2026-11-24T09:00:00Z')

export type Who = 'visitor' | 'partner' | 'officer' | 'colleague' | 'neighbour' | 'leader' | 'coordinator'

/** Everybody who is not an officer of Ale. */
export const notOfAle = ['visitor', 'partner', 'neighbour', 'leader', 'coordinator'] as const
/** Everybody who is not the coordinator. */
export const notCoordinating = ['visitor', 'partner', 'officer', 'neighbour', 'leader'] as const

export interface Planted {
  readonly network: Network
  readonly actors: Readonly<Record<Who, Actor | null>>
  readonly context: (who: Who) => Context
  /** The module's pages and interface as somebody meets them; a page is its title and its content. */
  readonly visitedBy: (who: Who) => Hono<VisitEnv>
  /** A transaction in somebody's name, as the program would open it. */
  readonly as: <Result>(who: Who, work: (tx: Tx) => Promise<Result>) => Promise<Result>
}

/** The first network with everything it ships with. Officer, colleague and leader are Ale's, the neighbour is Lerum's. */
export async function plantRegion(database: TestDatabase): Promise<Planted> {
  const { db, ownerDb } = database
  const { networkId, people } = await ownerDb.transaction().execute(plantAll)
  const network = await networkForHost(db, 'localhost')
  if (!network) throw new Error('The network was not planted')
  const actor = async (key: string) =>
    inScope(db, { networkId, personId: people.get(key) ?? null }, async (tx) =>
      actorWith(tx, people.get(key) ?? ''),
    )
  const actors = {
    visitor: null,
    partner: await addTestActor(database, networkId, 'partner'),
    officer: await actor('officer-ale'),
    colleague: await actor('deputy-officer-ale'),
    neighbour: await actor('officer-lerum'),
    leader: await actor('leader-ale'),
    coordinator: await actor('coordinator'),
  }
  const context = (who: Who): Context => ({ db, networkId, actor: actors[who], now })
  return {
    network,
    actors,
    context,
    visitedBy: (who) => visited(context(who), network),
    as: async (who, work) => inScope(db, { networkId, personId: actors[who]?.personId ?? null }, work),
  }
}

async function plantAll(tx: Tx) {
  const networkId = await plantNetwork(tx, {
    network: readJson('network.json'),
    topology: readJson('municipalities.topo.json'),
  })
  const people = await plantPeople(tx, networkId, readJson('example-people.json'), now)
  await plantIndicators(
    tx,
    networkId,
    {
      indicators: readJson('indicators.json'),
      sources: readJson('sources.json'),
      observations: readText('observations.csv'),
    },
    now,
  )
  const files = {
    programme: readJson('programme.json'),
    cells: readJson('example-cells.json'),
  }
  await plantProgramme(tx, networkId, files, now, people)
  return { networkId, people }
}

/** The module's pages and interface in a network, as whoever the context says meets them. */
export function visited(context: Context, network: Network): Hono<VisitEnv> {
  const app = new Hono<VisitEnv>()
  app.use(async (c, next) => {
    const visit: Visit = {
      ...context,
      network,
      locale: c.req.path.startsWith('/en') ? 'en' : 'sv',
      page: (head, content, status = 200) =>
        c.html<string>(renderToString(h(Fragment, null, h('title', null, head.title), content)), status),
      refuse: () => c.text('refused', 403),
    }
    c.set('visit', visit)
    await next()
  })
  return app
    .route(
      '/',
      programmeRoutes({
        elsewhere: [],
        decided: async () => h('p', null, 'Vad var och en har beslutat'),
        afterwards: () => null,
        besideCell: async () => null,
        besideIntervention: [],
      }),
    )
    .route('/', programmeApi())
}

/** Everything that could have been left behind: the cells, the framework and the audit log, as the owner sees them. */
export async function everything(ownerDb: Database) {
  const [words, goals, areas, interventions, statuses, programmes, entries] = await Promise.all([
    ownerDb
      .selectFrom('word')
      .selectAll()
      .orderBy('municipality')
      .orderBy('interventionId')
      .orderBy('version')
      .execute(),
    ownerDb.selectFrom('goal').selectAll().orderBy('id').execute(),
    ownerDb.selectFrom('area').selectAll().orderBy('id').execute(),
    ownerDb.selectFrom('intervention').selectAll().orderBy('id').execute(),
    ownerDb.selectFrom('status').selectAll().orderBy('id').execute(),
    ownerDb.selectFrom('programme').selectAll().execute(),
    ownerDb.selectFrom('auditEntry').selectAll().orderBy('id').execute(),
  ])
  return { words, goals, areas, interventions, statuses, programmes, entries }
}

/** A cell that is on plan, said yesterday, owned and without a milestone, but for what is said of it. */
export function aCell(said: Partial<Cell> = {}): Cell {
  return {
    status: 'on-plan',
    text: 'Arbetet pågår.',
    owner: { id: 'anna', name: 'Anna' },
    deputy: null,
    milestone: null,
    isExample: false,
    version: 1,
    saidAt: new Date('2026-11-23T09:00:00Z'),
    saidBy: { id: 'anna', name: 'Anna' },
    handedOver: null,
    ...said,
  }
}

/** Every standing in use, called as is said, and otherwise by its key. */
export function aVocabulary(labels: Partial<Record<Standing, string>> = {}): readonly StatusWord[] {
  return standings.map((id, at) => ({
    id,
    position: at + 1,
    name: { sv: labels[id] ?? id, en: '' },
    text: { sv: `Vad ${id} betyder`, en: '' },
    retiredAt: null,
  }))
}

/** Where Ale meets the intervention of that number. */
export function anEntry(number: number, cell: Cell | null, municipality = 'ale'): GridEntry {
  return {
    intervention: {
      id: `insats-${number}`,
      number,
      name: { sv: `Insats ${number}`, en: '' },
      isRetired: false,
    },
    municipality: { code: municipality, slug: municipality, name: municipality },
    cell,
  }
}
