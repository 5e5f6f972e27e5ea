import type { VNode } from 'preact'
import type { Network } from '#modules/region'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { digestOf } from '#platform/signature.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { PageHead } from '#ui/page.tsx'
import type { Actor } from './core/actor.ts'

/** What every action is told: where, who, when. */
export interface Context {
  readonly db: Database
  readonly networkId: string
  readonly actor: Actor | null
  readonly now: Date
  /** The moment whose knowledge of the figures is asked for; left out for what is known now. */
  readonly asOf?: Date | undefined
  /** The digest of the private address by which somebody comes who has no account; left out for everybody else. */
  readonly key?: string | undefined
}

/** One request: who comes to which network, in which language, and how to answer with a page. */
export interface Visit extends Context {
  readonly network: Network
  readonly locale: Locale
  /** The whole page in the network's frame, as a response. */
  readonly page: (head: PageHead, content: VNode, status?: 200 | 403 | 404 | 409 | 422 | 429) => Response
  /** The answer to somebody who may not: sign in first, or a page that says so to who is signed in. */
  readonly refuse: () => Response
}

/** A request before it is known whether a network stands behind the address. */
export interface Arrival extends Omit<Visit, 'network'> {
  readonly network: Network | null
}

export interface ArrivalEnv {
  Variables: { visit: Arrival }
}

/** What routes find on their request. */
export interface VisitEnv {
  Variables: { visit: Visit }
}

/** A context of somebody who comes with a key: whom it was given to, also when somebody with a role tries it. */
export function asKeyHolder<Known extends Context>(context: Known, key: string): Known {
  return { ...context, actor: null, key: digestOf(key) }
}

/** One transaction that speaks for the actor: the database shows and allows only what is theirs. */
export async function inTransaction<Result>(
  context: Pick<Context, 'db' | 'networkId' | 'actor' | 'asOf' | 'key'>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inScope(
    context.db,
    {
      networkId: context.networkId,
      personId: context.actor?.personId ?? null,
      asOf: context.asOf,
      key: context.key,
    },
    work,
  )
}
