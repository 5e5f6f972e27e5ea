import type { Context as Request, MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import {
  actorWith,
  mayCarrySession,
  personToSignIn,
  type Actor,
  type ArrivalEnv,
  type SignIn,
} from '#modules/accounts'
import { networkForHost, type Network } from '#modules/region'
import type { Clock } from '#platform/clock.ts'
import { problem } from '#platform/http/open-api.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Assets } from '#ui/assets.ts'
import { renderPage, type PageHead } from '#ui/page.tsx'
import { AsOfNotice, dayAsked, type AskedDay } from './as-of.tsx'
import { RefusalPage } from './error-pages.tsx'
import { questionsIn } from './questions.ts'
import { shellFor } from './shell.ts'
import { textsIn } from './texts.ts'

export interface VisitSetting {
  readonly db: Database
  readonly cache: PageCache
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
      // A page that is nobody else's may carry along whatever it was asked with, such as the founding code.
      search: head.noindex && !head.sameForAll ? url.search : questionsIn(url),
      assets,
      hasLocalMailbox,
    })
    const asked = dayOfVisit(c, setting.clock())
    const whole =
      asked.kind === 'none' ? (
        content
      ) : (
        <>
          <div class="above-page wide">
            <AsOfNotice asked={asked} url={url} locale={locale} />
          </div>
          {content}
        </>
      )
    const keeping = actor || status !== 200 ? 'private, no-store' : keepingOf(head)
    return c.html(renderPage(shell, withLinks(head, setting.origin, url, shell), whole), status, {
      'Cache-Control': keeping,
    })
  }
}

/** Who may keep a visitor's page: everybody on the way, the program and the reader, or nobody. */
function keepingOf({ noindex, sameForAll }: PageHead): string {
  if (!noindex) return 'public, no-cache'
  return sameForAll ? 'private, no-cache' : 'private, no-store'
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
export function visits(setting: VisitSetting): MiddlewareHandler<ArrivalEnv> {
  return async (c, next) => {
    const locale = localeOf(c.req.path)
    const network = await networkOf(setting, c)
    const actor = network ? await actorOf(setting, c, network) : null
    const page = pageIn(setting, c, network, actor)
    const now = setting.clock()
    const asked = dayOfVisit(c, now)
    c.set('visit', {
      db: setting.db,
      networkId: network?.id ?? '',
      network,
      actor,
      locale,
      now,
      ...(asked.kind === 'day' ? { asOf: asked.at } : {}),
      page,
      refuse: () => refusal(c, locale, actor, page),
    })
    await next()
    if (asked.kind === 'wrong' && c.res.ok && !isPage(c.res)) {
      c.res = c.req.path.startsWith('/api/')
        ? problem(c, 400, textsIn('en').asOf.wrongFile(asked.typed))
        : c.text(textsIn(locale).asOf.wrongFile(asked.typed), 400)
      c.res.headers.delete('Content-Disposition')
    }
  }
}

/** A page says itself that the day it was asked for is none; a file cannot, and would be believed to be of that day. */
function isPage(answer: Response): boolean {
  return answer.headers.get('Content-Type')?.startsWith('text/html') ?? false
}

/** Whoever is signed in may have changed the network a moment ago; for a visitor it is looked up once until it changes. */
async function networkOf({ db, cache }: VisitSetting, c: Request): Promise<Network | null> {
  const host = hostOf(c.req.raw)
  const look = async () => networkForHost(db, host)
  return mayCarrySession(c.req.header('cookie')) ? look() : cache.ground(`network ${host}`, look)
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

/** What is changed is what holds now, whatever day the page before spoke of. */
function dayOfVisit(c: Request, now: Date): AskedDay {
  return isReading(c) ? dayAsked(new URL(c.req.url), now) : { kind: 'none' }
}

function isReading(c: Request): boolean {
  return ['GET', 'HEAD'].includes(c.req.method)
}

function refusal(c: Request, locale: Locale, actor: Actor | null, page: ReturnType<typeof pageIn>): Response {
  if (!actor && isReading(c)) {
    return c.redirect(
      `${addressOf('signIn', locale)}?next=${encodeURIComponent(c.req.path + new URL(c.req.url).search)}`,
      303,
    )
  }
  // Who was signed out while writing is told so, and how to send what was written after all.
  const what = actor ? 'notAllowed' : 'signedOut'
  return page(
    { title: textsIn(locale)[what].title, noindex: true },
    <RefusalPage locale={locale} what={what} />,
    403,
  )
}
