import type { TestDatabase } from '../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf, type TestNetwork } from '../../../tests/people.ts'
import type { NewMatter } from './core/matter.ts'

export const secret = 'a secret that only tests use, long enough'

/** Officer and leader are Ale's; the neighbour is Lerum's officer. */
export type Who = 'visitor' | 'partner' | 'officer' | 'neighbour' | 'leader' | 'coordinator' | 'operator'

export interface Planted {
  readonly network: TestNetwork
  readonly context: (who: Who, now?: Date) => ReturnType<typeof contextOf>
}

const roles = {
  partner: ['partner', null],
  officer: ['officer', '1440'],
  neighbour: ['officer', '1441'],
  leader: ['leader', '1440'],
  coordinator: ['coordinator', null],
  operator: ['operator', null],
} as const

const text = (sv: string) => JSON.stringify({ sv, en: `${sv} (en)` })
const choice = (id: string) => ({ id, text: { sv: id, en: id } })

/** A network of Ale and Lerum with one desk each and the topics `bygga`, which asks how far one has come, and `annat`. */
export async function plantVoice(database: TestDatabase): Promise<Planted> {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const actors = new Map<Who, Awaited<ReturnType<typeof addTestActor>>>()
  for (const who of Object.keys(roles) as (keyof typeof roles)[]) {
    const [role, municipality] = roles[who]
    actors.set(who, await addTestActor(database, networkId, role, municipality))
  }

  const stage = {
    id: 'skede',
    text: { sv: 'Skede', en: 'Stage' },
    choices: [choice('ide'), choice('ansokt')],
  }
  const { db, ownerDb } = database
  await ownerDb
    .insertInto('topic')
    .values(
      ['bygga', 'annat'].map((id, index) => ({
        networkId,
        id,
        position: index + 1,
        name: text(id),
        hint: text(''),
        questions: JSON.stringify(id === 'bygga' ? [stage] : []),
        retiredAt: null,
      })),
    )
    .execute()
  await ownerDb
    .insertInto('desk')
    .values(
      (['officer', 'neighbour'] as const).map((who) => ({
        networkId,
        municipality: roles[who][1],
        id: 'service',
        name: 'Näringslivsservice',
        ownerId: actors.get(who)?.personId ?? null,
        deputyId: null,
        closedAt: null,
      })),
    )
    .execute()
  return {
    network,
    context: (who, now) => ({
      ...contextOf(db, networkId, actors.get(who) ?? null),
      ...(now === undefined ? {} : { now }),
    }),
  }
}

/** A company in Ale that waits for a building permit there. */
export const aMatter: NewMatter = {
  topic: 'bygga',
  subject: 'Bygglov för lagerhall',
  text: 'Vi har väntat i tolv veckor på besked.',
  placeKind: 'places',
  places: ['1440'],
  locality: 'Nödinge',
  answers: { skede: 'ansokt' },
  sender: {
    kind: 'company',
    company: {
      name: 'Plåt och Svets (exempel)',
      number: { digits: '5567037485', isSoleTrader: false },
      municipality: '1440',
      size: '10-49',
      branch: 'C',
    },
    contact: { name: 'Ägare (exempel)', email: 'agare@example.org', phone: '' },
    nameFor: 'all',
  },
  way: 'page',
  entrance: null,
  locale: 'sv',
}
