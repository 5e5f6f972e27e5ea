import { Hono, type Context as Request } from 'hono'
import { readForm } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { requestSignInLink } from '../actions/request-sign-in-link.ts'
import type { VisitEnv } from '../context.ts'
import { SignInRequest, UsedLink } from '../core/forms.ts'
import type { SignIn } from '../sign-in.ts'
import { LinkFailedPage, LinkSentPage, SignInPage, UseLinkPage } from './sign-in-pages.tsx'
import { textsIn } from './texts.ts'

export interface SignInSetting {
  readonly signIn: SignIn
  readonly secret: string
  /** Mails are read on a local page instead of being sent. */
  readonly hasLocalMailbox: boolean
  /** The visitor's address, for counting tries; never stored as it is. */
  readonly ipOf: (request: Request) => string
}

/** Asking for a link, using it, and signing out. */
export function signInRoutes(setting: SignInSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', requestRoutes(setting)).route('/', sessionRoutes(setting))
}

function requestRoutes(setting: SignInSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('signIn'), (c) => {
    const { locale, page } = c.get('visit')
    const next = localPath(c.req.query('next'), locale)
    return page(
      { title: textsIn(locale).signIn.title, noindex: true },
      <SignInPage locale={locale} next={next} />,
    )
  })

  routes.on('POST', bothAddresses('signIn'), async (c) => {
    const visit = c.get('visit')
    const { locale, page } = visit
    const texts = textsIn(locale)
    const form = await readForm(c.req, SignInRequest)
    const next = localPath(form.typed['next'], locale)
    const again = (errors: Record<string, string>, status: 422 | 429) =>
      page(
        { title: texts.signIn.title, noindex: true },
        <SignInPage locale={locale} typed={form.typed} errors={errors} next={next} />,
        status,
      )
    if (!form.ok) return again(form.errors, 422)
    const visitor = { ip: setting.ipOf(c), locale, secret: setting.secret, next }
    const asked = await requestSignInLink(visit, form.data, visitor)
    if (!asked.ok) return again({ email: asked.refusal }, 429)
    return page(
      { title: texts.signIn.sentTitle, noindex: true },
      <LinkSentPage locale={locale} hasLocalMailbox={setting.hasLocalMailbox} />,
    )
  })

  return routes
}

function sessionRoutes({ signIn }: SignInSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('signInLink'), (c) => {
    const { locale, page } = c.get('visit')
    const token = c.req.query('token') ?? ''
    const next = localPath(c.req.query('next'), locale)
    return page(
      { title: textsIn(locale).link.title, noindex: true },
      <UseLinkPage locale={locale} token={token} next={next} />,
    )
  })

  routes.on('POST', bothAddresses('signInLink'), async (c) => {
    const { locale, page } = c.get('visit')
    const { token = '', next } = (await readForm(c.req, UsedLink)).typed
    const cookies = await signIn.redeem(token, c.req.raw.headers)
    if (!cookies) {
      return page(
        { title: textsIn(locale).link.failedTitle, noindex: true },
        <LinkFailedPage locale={locale} />,
        422,
      )
    }
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(localPath(next, locale), 303)
  })

  routes.on('POST', bothAddresses('signOut'), async (c) => {
    const { locale } = c.get('visit')
    for (const cookie of await signIn.end(c.req.raw.headers)) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(addressOf('overview', locale), 303)
  })

  return routes
}

// Only a path of our own: an address that leads elsewhere would let a forged link end on a stranger's page.
function localPath(wanted: string | undefined, locale: Locale): string {
  return wanted && /^\/(?![/\\])[\w\-./?=&%]*$/.test(wanted) ? wanted : addressOf('work', locale)
}
