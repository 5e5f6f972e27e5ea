import type { Context as Request } from 'hono'
import type { Visit, VisitEnv } from '#modules/accounts'
import type { KeyHolder } from '../../actions/behind-key.ts'
import { digestOf } from '../../key.ts'

/** What the company's pages are told of the installation. */
export interface CompanySetting {
  readonly secret: string
  readonly origin: string
  /** The visitor's address, for counting tries; never stored as it is. */
  readonly ipOf: (request: Request) => string
  /** Whether files are looked through before anybody is given them. */
  readonly isScanned: boolean
}

/** Somebody who comes by a private address, and what they may be told. */
export interface Holder {
  readonly visit: Visit
  readonly key: string
  readonly context: KeyHolder
}

/** Null where the address cannot be anybody's. */
export function holderOf(c: Request<VisitEnv, string>): Holder | null {
  const key = c.req.param('key') ?? ''
  if (!/^[\w-]{43}$/.test(key)) return null
  const visit = c.get('visit')
  return { visit, key, context: { ...visit, key: digestOf(key) } }
}
