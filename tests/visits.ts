import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import type { Actor, Visit, VisitEnv } from '../src/modules/accounts/index.ts'
import { networkForHost } from '../src/modules/region/index.ts'
import type { TestDatabase } from './database.ts'
import { contextOf, type TestNetwork } from './people.ts'

/** What came of asking for a page. */
interface Answered {
  readonly status: number
  readonly text: string
  readonly bytes: Uint8Array
  /** Where it leads on to. */
  readonly to: string
  readonly headers: Headers
}

/** Where pages are asked for, and as of which moment if not now. */
interface Place {
  readonly database: TestDatabase
  readonly network: TestNetwork
  readonly asOf?: Date
  /** When it is; left out for the moment that tests agree on. */
  readonly now?: Date
}

/** Routes as the program mounts them, met by somebody; a page is its title and its content. */
export async function asked(
  { database: { db }, network, asOf, now }: Place,
  who: Actor | null,
  routes: Hono<VisitEnv>,
  path: string,
  init?: RequestInit,
): Promise<Answered> {
  const found = await networkForHost(db, `prov-${network.id.slice(0, 8)}.example.org`)
  if (!found) throw new Error('no network')
  const app = new Hono<VisitEnv>()
  app.use(async (c, next) => {
    const visit: Visit = {
      ...contextOf(db, network.id, who),
      ...(now && { now }),
      asOf,
      network: found,
      locale: c.req.path.startsWith('/en') ? 'en' : 'sv',
      page: (head, content, status = 200) =>
        c.html<string>(`<title>${head.title}</title>${renderToString(content)}`, status),
      refuse: () => c.text('refused', 403),
    }
    c.set('visit', visit)
    await next()
  })
  const answer = await app.route('/', routes).request(path, init)
  const { status, headers } = answer
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  return { status, text, bytes, to: headers.get('location') ?? '', headers }
}

/** A form as a browser sends it. */
export function form(fields: Readonly<Record<string, string>>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) }
}
