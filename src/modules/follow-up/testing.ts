import type { Actor } from '#modules/accounts'
import { networkForHost, type Network } from '#modules/region'
import type { CellForm } from '#modules/programme'
import type { TestDatabase } from '../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf, type TestNetwork } from '../../../tests/people.ts'
import { asked } from '../../../tests/visits.ts'
import { followUpRoutes } from './pages/routes.tsx'

export const origin = 'https://samsyn.example.org'

/** Officer, colleague and leader are Ale's; the neighbour is Lerum's officer. */
export const people = [
  'visitor',
  'partner',
  'officer',
  'colleague',
  'neighbour',
  'leader',
  'coordinator',
] as const
export type Who = (typeof people)[number]

export interface Planted {
  readonly network: TestNetwork
  readonly actors: Readonly<Record<Who, Actor | null>>
  /** What an action is told when that person does it, at that moment. */
  readonly context: (who: Who, now: Date) => ReturnType<typeof contextOf> & { readonly network: Network }
  /** The module's pages as somebody meets them. */
  readonly asked: (who: Who, path: string, init?: RequestInit) => ReturnType<typeof asked>
}

const routes = followUpRoutes({ origin, asReports: () => null })

const text = (sv: string) => JSON.stringify({ sv, en: '' })

/** A network of Ale and Lerum with two interventions, `a` and `b`, of which nothing has been said. */
export async function plantRound(database: TestDatabase): Promise<Planted> {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const { db, ownerDb } = database
  await ownerDb
    .insertInto('programme')
    .values({
      networkId,
      name: text('Programmet'),
      vision: text('Syn'),
      isProposal: false,
      proposalNote: text(''),
    })
    .execute()
  const part = { networkId, position: 1, retiredAt: null }
  await ownerDb
    .insertInto('goal')
    .values({ ...part, id: 'g', name: text('Mål'), text: text('') })
    .execute()
  await ownerDb
    .insertInto('area')
    .values({ ...part, id: 'o', goalId: 'g', name: text('Område'), strategy: text('') })
    .execute()
  await ownerDb
    .insertInto('intervention')
    .values(
      ['a', 'b'].map((id, at) => ({
        networkId,
        id,
        number: at + 1,
        areaId: 'o',
        name: text(`Insats ${id.toUpperCase()}`),
        text: text(''),
        retiredAt: null,
      })),
    )
    .execute()
  const actors = {
    visitor: null,
    partner: await addTestActor(database, networkId, 'partner'),
    officer: await addTestActor(database, networkId, 'officer', '1440'),
    colleague: await addTestActor(database, networkId, 'officer', '1440'),
    neighbour: await addTestActor(database, networkId, 'officer', '1441'),
    leader: await addTestActor(database, networkId, 'leader', '1440'),
    coordinator: await addTestActor(database, networkId, 'coordinator'),
  }
  const found = await networkForHost(db, `prov-${networkId.slice(0, 8)}.example.org`)
  if (!found) throw new Error('The network was not planted')
  return {
    network,
    actors,
    context: (who, now) => ({ ...contextOf(db, networkId, actors[who]), now, network: found }),
    asked: async (who, path, init) => asked({ database, network }, actors[who], routes, path, init),
  }
}

/** A word that is on plan, but for what is said of it. */
export function aWord(said: Partial<CellForm> = {}): CellForm {
  return {
    status: 'on-plan',
    text: 'Det går framåt.',
    owner: null,
    deputy: null,
    milestone: null,
    milestoneOn: null,
    version: 0,
    ...said,
  }
}

/** Everything that could have been left behind, as the owner sees it. */
export async function everything({ ownerDb }: TestDatabase, networkId: string) {
  const all = [
    'word',
    'auditEntry',
    'followUpRound',
    'followUpDraft',
    'followUpAnswer',
    'followUpVerdict',
    'followUpReport',
    'mailMessage',
  ] as const
  const found: Record<string, number> = {}
  for (const table of all) {
    const { count } = await ownerDb
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('networkId', '=', networkId)
      .executeTakeFirstOrThrow()
    found[table] = count
  }
  return found
}
