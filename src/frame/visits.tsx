import type { Context as Request, MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import {
  actorWith,
  mayCarrySession,
  personToSignIn,
  type Actor,
  type SignIn,
  type Visit,
} from '#modules/accounts'
import { networkForHost, type Network } from '#modules/region'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Assets } from '#ui/assets.ts'
import { renderPage, type PageHead } from '#ui/page.tsx'
import { RefusalPage } from './error-pages.tsx'
import { shellFor } from './shell.ts'
import { textsIn } from './texts.ts'

export interface VisitSetting {
  readonly db: Database
  readonly signIn: SignIn
  readonly clock: Clock
  readonly assets: Assets
  readonly origin: string
  readonly hasLocalMailbox: boolean
}

export type PageStatus = 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500

/** English stands under `/en`; everything else is Swedish. */
export function localeOf(path: string): Locale {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'sv'
}

/** The host name of a request, without its port. */
export function hostOf(request: globalThis.Request): string {
  return new URL(request.url).hostname
}

/** Networks by host, asked for once until something changes. */
export class Networks {
  readonly #db: Database
  #byHost = new Map<string, Network | null>()

  constructor(db: Database) {
    this.#db = db
  }

  drop(): void {
    this.#byHost = new Map()
  }

  async forHost(host: string): Promise<Network | null> {
    const byHost = this.#byHost
    const known = byHost.get(host)
    if (known !== undefined) return known
    const network = await networkForHost(this.#db, host)
    // A missing network is not remembered: the first one may be founded any moment, by any process.
    if (network && byHost.size < 1000) byHost.set(host, network)
    return network
  }
}

/** A page in the frame, as a response. What is the reader's own is never stored on the way. */
export function pageIn(setting: VisitSetting, c: Request, network: Network | null, actor: Actor | null) {
  const url = new URL(c.req.url)
  const locale = localeOf(url.pathname)
  return (head: PageHead, content: VNode, status: PageStatus = 200): Response => {
    const { assets, hasLocalMailbox } = setting
    const shell = shellFor({
      network,
      actor,
      locale,
      path: url.pathname,
      search: url.search,
      assets,
      hasLocalMailbox,
    })
    const isPublic = !actor && !head.noindex && status === 200
    return c.html(renderPage(shell, withLinks(head, setting.origin, url, shell), content), status, {
      'Cache-Control': isPublic ? 'public, no-cache' : 'private, no-store',
    })
  }
}

function withLinks(head: PageHead, origin: string, url: URL, shell: ReturnType<typeof shellFor>): PageHead {
  if (head.noindex || !shell.otherLanguage) return head
  const canonical = `${origin}${url.pathname}`
  return {
    canonical,
    alternates: [
      { locale: shell.locale, href: canonical },
      { locale: shell.otherLanguage.locale, href: `${origin}${shell.otherLanguage.href.split('?')[0]}` },
    ],
    ...head,
  }
}

/** Finds out who comes to which network, in which language, and hands it to the routes. */
export function visits(setting: VisitSetting, networks: Networks): MiddlewareHandler {
  return async (c, next) => {
    const locale = localeOf(c.req.path)
    const network = await networks.forHost(hostOf(c.req.raw))
    const actor = network ? await actorOf(setting, c, network) : null
    const page = pageIn(setting, c, network, actor)
    const visit = {
      db: setting.db,
      networkId: network?.id ?? '',
      network,
      actor,
      locale,
      now: setting.clock(),
      page,
      refuse: () => refusal(c, locale, actor, page),
    }
    c.set('visit', visit as unknown as Visit)
    await next()
  }
}

async function actorOf(setting: VisitSetting, c: Request, network: Network): Promise<Actor | null> {
  if (!mayCarrySession(c.req.header('cookie'))) return null
  const email = await setting.signIn.emailOf(c.req.raw.headers)
  if (!email) return null
  const scope = { networkId: network.id, personId: null }
  const personId = await inScope(setting.db, scope, (tx) => personToSignIn(tx, email))
  if (!personId) return null
  return inScope(setting.db, { networkId: network.id, personId }, (tx) => actorWith(tx, personId))
}

function refusal(c: Request, locale: Locale, actor: Actor | null, page: ReturnType<typeof pageIn>): Response {
  if (!actor && c.req.method === 'GET') {
    return c.redirect(`${addressOf('signIn', locale)}?next=${encodeURIComponent(c.req.path)}`, 303)
  }
  return page(
    { title: textsIn(locale).notAllowed.title, noindex: true },
    <RefusalPage locale={locale} what="notAllowed" />,
    403,
  )
}
