import { receiveMatter, type NewMatter, type Receipt } from '#modules/matters'
import { inScope, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import { addTestNetwork, addTestPeople, contextOf, testNow, type TestRole } from '../../../tests/people.ts'
import { asked } from '../../../tests/visits.ts'
import { patternRoutes } from './pages/routes.tsx'

export const secret = 'a secret that only tests use, long enough'

const named = (sv: string) => JSON.stringify({ sv, en: `${sv} (en)` })

export type Who = TestRole | 'visitor'
export type Planted = Awaited<ReturnType<typeof plantPatternNetwork>>

/** A network of Ale, Lerum and Göteborg, each with a desk, and the topics `el` and `annat`. */
export async function plantPatternNetwork(database: TestDatabase) {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const { db, ownerDb } = database
  const actors = await addTestPeople(database, networkId)
  await ownerDb
    .insertInto('municipality')
    .values({ networkId, code: '1480', slug: 'goteborg', name: 'Göteborg', county: null, boundary: null })
    .execute()
  await ownerDb
    .insertInto('topic')
    .values(
      ['el', 'annat'].map((id, index) => ({
        networkId,
        id,
        position: index + 1,
        name: named(id),
        hint: named(''),
        questions: '[]',
        retiredAt: null,
      })),
    )
    .execute()
  await ownerDb
    .insertInto('desk')
    .values(
      ['1440', '1441', '1480'].map((municipality) => ({
        networkId,
        municipality,
        id: 'service',
        name: 'Näringslivsservice',
        ownerId: null,
        deputyId: null,
        closedAt: null,
      })),
    )
    .execute()
  const context = (who: Who) => contextOf(db, networkId, actors.get(who) ?? null)
  return {
    network,
    context,
    as: async <Result>(who: Who, work: (tx: Tx) => Promise<Result>) =>
      inScope(db, { networkId, personId: actors.get(who)?.personId ?? null }, work),
    asked: async (who: Who, path: string, init?: RequestInit) =>
      asked({ database, network }, actors.get(who) ?? null, patternRoutes(), path, init),
    send: async (who: Who, said: SentMatter): Promise<Receipt> => {
      const received = await receiveMatter({ ...context(who), now: testNow }, matterOf(said), { secret })
      if (!received.ok) throw new Error(received.refusal)
      return received.value
    },
  }
}

interface SentMatter {
  readonly place: string
  readonly subject: string
  readonly text: string
  readonly company?: string
  readonly email?: string
  readonly topic?: string
  /** Through that municipality's own door. */
  readonly door?: string
}

function matterOf({ place, subject, text, company, email, topic, door }: SentMatter): NewMatter {
  return {
    topic: topic ?? 'el',
    subject,
    text,
    placeKind: 'places',
    places: [place],
    locality: '',
    answers: {},
    sender: {
      kind: 'company',
      company: {
        name: company ?? `Företaget i ${place} (exempel)`,
        // Known again by its name in these tests: the number is made of it.
        number: { digits: numberOf(company ?? place), isSoleTrader: false },
        municipality: place,
        size: '10-49',
        branch: 'C',
      },
      contact: { name: 'Ägare (exempel)', email: email ?? `${place}@example.org`, phone: '' },
      nameFor: 'answerer',
    },
    way: 'page',
    entrance: door ?? null,
    locale: 'sv',
  }
}

function numberOf(name: string): string {
  const sum = [...name].reduce((all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) % 10_000_000, 7)
  return `556${String(sum).padStart(7, '0')}`
}

/** The same obstacle in three municipalities. */
export const waiting: readonly SentMatter[] = [
  {
    place: '1440',
    subject: 'Ingen effekt i elnätet till laddning',
    text: 'Vi får ingen effekt till laddning av lastbilar. Nätbolaget säger att det är kö i flera år.',
  },
  {
    place: '1441',
    subject: 'Kö till mer effekt i elnätet',
    text: 'Ugnen behöver mer effekt men nätbolaget svarar att elnätet är fullt och kön lång.',
  },
  {
    place: '1480',
    subject: 'Elnätet räcker inte till maskinerna',
    text: 'Nätbolaget kan inte ge oss effekt till nya maskiner. Kön till elnätet är fyra år.',
  },
]
