import { Hono, type Context as Request } from 'hono'
import type { VNode } from 'preact'
import type { Database } from '#platform/database/connection.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { dayOf, daysBetween } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import type { FieldError } from '#ui/form.tsx'
import type { PageHead } from '#ui/page.tsx'
import { foundNetwork } from '../actions/found-network.ts'
import { chooseMunicipalities } from '../core/municipalities.ts'
import { networkFormFor } from '../core/network-form.ts'
import { isFoundingCode } from '../founding-code.ts'
import { foundedAt } from '../store.ts'
import { readSweden, type Sweden } from '../sweden.ts'
import { FoundingPage } from './founding-page.tsx'
import { tickedIn } from './municipality-fields.tsx'
import { AlreadyFoundedPage, CodePage, codeParameter, DonePage } from './other-pages.tsx'
import { problemsInWords, writtenField } from './problems.ts'
import { emptyFramework, textsIn } from './texts.ts'

/** A request before there is a network to visit; a visit to a network has all of this too. */
interface FoundingVisit {
  readonly db: Database
  readonly locale: Locale
  readonly now: Date
  readonly page: (head: PageHead, content: VNode, status?: 200 | 403 | 404 | 409 | 422) => Response
}

/** What the routes find on their request. */
export interface FoundingEnv {
  Variables: { visit: FoundingVisit }
}

export interface FoundingSetting {
  /** The installation's secret; the founding code comes from it. */
  readonly secret: string
  /** Mails are read on a local page instead of being sent. */
  readonly hasLocalMailbox: boolean
  /** The folder `data/sweden`. */
  readonly dataFolder: string | URL
}

const doneParameter = 'done'

/** The first-run page. It works until a network exists. */
export function foundingRoutes(setting: FoundingSetting): Hono<FoundingEnv> {
  const sweden = readSweden(setting.dataFolder)
  const routes = new Hono<FoundingEnv>()

  routes.on('GET', bothAddresses('founding'), async (c) => {
    const visit = c.get('visit')
    const founded = await foundedAt(visit.db)
    if (founded && isFresh(founded, visit.now) && c.req.query(doneParameter) !== undefined) {
      return donePage(visit, setting.hasLocalMailbox)
    }
    if (founded) return alreadyFoundedPage(visit, 404)
    if (!holdsCode(c, setting.secret)) return codePage(c)
    return foundingPage(c, sweden, {}, [])
  })

  routes.on('POST', bothAddresses('founding'), async (c) => {
    const visit = c.get('visit')
    if (await foundedAt(visit.db)) return alreadyFoundedPage(visit, 409)
    if (!holdsCode(c, setting.secret)) return codePage(c)
    return found(c, sweden)
  })

  return routes
}

async function found(c: Request<FoundingEnv, string>, sweden: Sweden): Promise<Response> {
  const visit = c.get('visit')
  const { locale } = visit
  const form = await readForm(c.req, networkFormFor(locale))
  const choice = chooseMunicipalities(
    tickedIn(form.typed),
    form.typed[writtenField] ?? '',
    sweden.municipalities,
  )
  if (!form.ok || !choice.ok) {
    const errors = form.ok ? {} : form.errors
    const problems = problemsInWords(locale, textsIn(locale), errors, choice.ok ? [] : choice.problems)
    return foundingPage(c, sweden, form.typed, problems)
  }
  const municipalities = choice.municipalities.map((municipality) => ({
    ...municipality,
    // A code of another country may equal a Swedish one; only what has a county is Sweden's.
    boundary: municipality.county === null ? null : sweden.boundaryOf(municipality.code),
  }))
  const founded = await foundNetwork(visit, form.data, municipalities, emptyFramework)
  if (!founded.ok) return alreadyFoundedPage(visit, 409)
  return c.redirect(`${addressOf('founding', locale)}?${doneParameter}`, 303)
}

function holdsCode(c: Request<FoundingEnv, string>, secret: string): boolean {
  return isFoundingCode(secret, c.req.query(codeParameter) ?? '')
}

// A day and a bit, told by days alone: the page is the same all day. Later nobody waits for the letter any more.
function isFresh(founded: Date, now: Date): boolean {
  return daysBetween(dayOf(founded), dayOf(now)) <= 1
}

function foundingPage(
  c: Request<FoundingEnv, string>,
  sweden: Sweden,
  typed: Typed,
  problems: readonly FieldError[],
): Response {
  const { locale, page } = c.get('visit')
  const query = new URLSearchParams({ [codeParameter]: c.req.query(codeParameter) ?? '' }).toString()
  return unkept(
    page(
      { title: textsIn(locale).form.title, noindex: true },
      <FoundingPage
        locale={locale}
        action={`${addressOf('founding', locale)}?${query}`}
        swedish={sweden.municipalities}
        typed={typed}
        problems={problems}
      />,
      problems.length > 0 ? 422 : 200,
    ),
  )
}

function codePage(c: Request<FoundingEnv, string>): Response {
  const { locale, page } = c.get('visit')
  const given = c.req.query(codeParameter) ?? ''
  return unkept(
    page(
      { title: textsIn(locale).code.title, noindex: true },
      <CodePage locale={locale} given={given} />,
      403,
    ),
  )
}

function donePage({ locale, page }: FoundingVisit, hasLocalMailbox: boolean): Response {
  return unkept(
    page(
      { title: textsIn(locale).done.title, noindex: true },
      <DonePage locale={locale} hasLocalMailbox={hasLocalMailbox} />,
    ),
  )
}

function alreadyFoundedPage({ locale, page }: FoundingVisit, status: 404 | 409): Response {
  const content = <AlreadyFoundedPage locale={locale} justNow={status === 409} />
  return unkept(page({ title: textsIn(locale).already.title, noindex: true }, content, status))
}

/** No cache keeps these pages: they hold the code, and what they say ends with the founding. */
function unkept(response: Response): Response {
  response.headers.set('Cache-Control', 'no-store')
  return response
}
