import type { Context } from '#modules/accounts'
import { inScope, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import {
  addTestNetwork,
  addTestPeople,
  contextOf,
  type TestNetwork,
  type TestRole,
} from '../../../tests/people.ts'
import { asked } from '../../../tests/visits.ts'
import { VisitForm } from './core/visit-form.ts'
import { companyRoutes } from './pages/routes.tsx'
import { meetCompany } from './store.ts'

export const secret = 'a secret that only tests use, long enough'
export const origin = 'http://samsyn.example.org'

export type Who = TestRole | 'visitor'

export interface Planted {
  readonly network: TestNetwork
  /** A company in Ale that the network has met. */
  readonly company: string
  readonly idOf: (who: Who) => string
  readonly context: (who: Who, now?: Date) => Context
  /** A transaction in somebody's name, as the program would open it. */
  readonly as: <Result>(who: Who, work: (tx: Tx) => Promise<Result>) => Promise<Result>
  readonly asked: (who: Who, path: string, init?: RequestInit) => ReturnType<typeof asked>
}

/** A network of Ale and Lerum that has met one company. */
export async function plantCompany(database: TestDatabase): Promise<Planted> {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const actors = await addTestPeople(database, networkId)
  const idOf = (who: Who) => actors.get(who)?.personId ?? ''
  const as: Planted['as'] = async (who, work) =>
    inScope(database.db, { networkId, personId: idOf(who) || null }, work)
  const routes = companyRoutes({ secret, origin })
  return {
    network,
    idOf,
    as,
    company: await as('officer', async (tx) => met(tx, 'Plåt och Svets (exempel)', '5567037485')),
    context: (who, now) => ({
      ...contextOf(database.db, networkId, actors.get(who) ?? null),
      ...(now === undefined ? {} : { now }),
    }),
    asked: async (who, path, init) =>
      asked({ database, network }, actors.get(who) ?? null, routes, path, init),
  }
}

/** Has the network meet a company in Ale. */
async function met(tx: Tx, name: string, digits: string): Promise<string> {
  const number = { digits, isSoleTrader: false }
  const facts = { name, number, municipality: '1440', size: '10-49', branch: 'C' } as const
  return meetCompany(tx, facts, { at: new Date('2026-11-01T08:00:00Z'), isExample: false, secret })
}

/** A visit by Ale as a form says it, with a promise. */
export const typedVisit = {
  municipality: '1440',
  on: '2026-11-23',
  said: 'De vill bygga ut.',
  inside: 'Ring byggenheten.',
  'promise-1': 'Höra av oss om bygglovet',
  'promiseOn-1': '2026-12-04',
}

export function aVisit(typed: Readonly<Record<string, string>> = {}): VisitForm {
  return VisitForm.parse({ ...typedVisit, ...typed })
}
