import type { Context } from '#modules/accounts'
import { inScope, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import {
  addTestNetwork,
  addTestPeople,
  contextOf,
  testNow,
  type TestNetwork,
  type TestRole,
} from '../../../tests/people.ts'
import { asked } from '../../../tests/visits.ts'
import { sendAsk } from './actions/send-ask.ts'
import { AskForm } from './core/ask-form.ts'
import { keyOf } from './key.ts'
import { askRoutes } from './pages/routes.tsx'
import { limitOf } from './store.ts'

export const secret = 'a secret that only tests use, long enough'
export const origin = 'http://samsyn.example.org'

export type Who = TestRole | 'visitor'

export interface Planted {
  readonly network: TestNetwork
  readonly context: (who: Who, now?: Date) => Context
  readonly as: <Result>(who: Who, work: (tx: Tx) => Promise<Result>) => Promise<Result>
  readonly asked: (who: Who, path: string, init?: RequestInit) => ReturnType<typeof asked>
  /** Adds a company in Ale; with a contact of that municipality who has agreed to be asked, if an address is given. */
  readonly addCompany: (email?: string, municipality?: string) => Promise<string>
}

/** A network of Ale and Lerum. */
export async function plantAsking(database: TestDatabase): Promise<Planted> {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const { db, ownerDb } = database
  const actors = await addTestPeople(database, networkId)
  const routes = askRoutes({ secret, origin })
  let count = 0
  return {
    network,
    context: (who, now) => ({
      ...contextOf(db, networkId, actors.get(who) ?? null),
      ...(now === undefined ? {} : { now }),
    }),
    as: async (who, work) => inScope(db, { networkId, personId: actors.get(who)?.personId ?? null }, work),
    asked: async (who, path, init) =>
      asked({ database, network }, actors.get(who) ?? null, routes, path, init),
    addCompany: async (email, municipality = '1440') => {
      count += 1
      const { id: companyId } = await ownerDb
        .insertInto('company')
        .values({
          networkId,
          name: `Företag ${count} (exempel)`,
          organisationNumber: null,
          soleTraderDigest: null,
          municipality: '1440',
          size: '10-49',
          branch: 'C',
          addedAt: testNow,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (email !== undefined)
        await ownerDb
          .insertInto('companyContact')
          .values({
            networkId,
            companyId,
            municipality,
            name: 'Ägare (exempel)',
            email,
            agreedAt: testNow,
            addedAt: testNow,
            addedBy: null,
            endedAt: null,
          })
          .execute()
      return companyId
    },
  }
}

/** An ask of Ale as a form says it: a scale, a choice and own words. */
export const typedAsk = {
  by: '1440',
  title: 'Hur går det?',
  why: 'Vi vill svara fortare.',
  closesOn: '2026-12-08',
  'question-1': 'Hur lätt är det att få svar?',
  'kind-1': 'scale',
  'question-2': 'Hur vill ni få svar?',
  'kind-2': 'choice',
  'choices-2': 'Telefon\nMejl',
  'question-3': 'Vad vore bäst?',
  'kind-3': 'text',
}

export function anAsk(typed: Readonly<Record<string, string>> = {}): AskForm {
  return AskForm.parse({ ...typedAsk, ...typed })
}

const write = () => ({ subject: 'x', body: 'x' })

/** Sends an ask; answers the keys of its letters, by company. */
export async function sentAsk(
  { context, network, as }: Planted,
  form: AskForm = anAsk(),
  { who = 'officer', now }: { readonly who?: Who; readonly now?: Date } = {},
): Promise<{ readonly id: string; readonly keys: ReadonlyMap<string, string> }> {
  const sent = await sendAsk(context(who, now), form, { secret, write })
  if (!sent.ok) throw new Error(sent.refusal)
  const rows = await as(who, (tx) =>
    tx.selectFrom('askRecipient').select(['id', 'companyId']).where('askId', '=', sent.value).execute(),
  )
  const keyFor = (recipient: string) => keyOf(secret, { networkId: network.id, recipient })
  return { id: sent.value, keys: new Map(rows.map(({ id, companyId }) => [companyId, keyFor(id)])) }
}

/** How often a company may be asked. */
export async function limitHere({ as, network }: Planted): Promise<number> {
  return as('visitor', (tx) => limitOf(tx, network.id))
}
