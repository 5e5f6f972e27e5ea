import { Hono, type Context as Request } from 'hono'
import type { z } from 'zod'
import { holds, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { allTopicsOf } from '#modules/routing'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { assign, type AssignRefusal } from '../../actions/assign.ts'
import { chooseDesk } from '../../actions/choose-desk.ts'
import type { MovingRefusal } from '../../actions/moving.ts'
import { passOn } from '../../actions/pass-on.ts'
import { share } from '../../actions/share.ts'
import { takeStance } from '../../actions/take-stance.ts'
import type { Telling } from '../../actions/tell-company.ts'
import { AssignForm, ChooseDeskForm, PassOnForm, ShareForm, StanceForm } from '../../core/part-forms.ts'
import { mayAssign, speaksFor } from '../../core/part-policy.ts'
import { standingOf, waitingFor, type Standing } from '../../part-reads.ts'
import { AssignPage, seenIn, typedAssignment } from './assign-page.tsx'
import type { PlaceFormProps } from './form-parts.tsx'
import { sayTaken } from './letters.ts'
import { ChooseDeskPage, PassOnPage, SharePage } from './move-pages.tsx'
import { textsIn } from './texts.ts'
import { TriagePage } from './triage-page.tsx'
import { matterHref, matterNamed } from './words.ts'

/** Where matters belong: what waits for somebody to say it, and the forms in which it is said. */
export function triageRoutes({
  secret,
  origin,
}: {
  readonly secret: string
  readonly origin: string
}): Hono<VisitEnv> {
  const telling: Telling = { secret, say: sayTaken(origin) }
  return new Hono<VisitEnv>()
    .route('/', listRoutes())
    .route('/', assignRoutes(telling))
    .route('/', moveRoutes(telling))
}

function listRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('triage'), async (c) => {
    const visit = c.get('visit')
    const { actor, now, locale } = visit
    if (!holds(actor, 'coordinator') && !holds(actor, 'officer')) return visit.refuse()
    const found = await inTransaction(visit, async (tx) => ({
      waiting: await waitingFor(tx, actor),
      municipalities: await municipalitiesOf(tx),
      topics: await allTopicsOf(tx),
    }))
    return visit.page(
      { title: textsIn(locale).triage.title, noindex: true },
      <TriagePage {...found} {...{ actor, now, locale }} />,
    )
  })

  return routes
}

function assignRoutes(telling: Telling): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('assignMatter'), async (c) => {
    const visit = c.get('visit')
    const standing = await standingAt(visit, c)
    if (!standing) return visit.actor ? c.notFound() : visit.refuse()
    if (!mayAssign(visit.actor, standing.matter)) return visit.refuse()
    return assignPage(visit, standing, { typed: typedAssignment(standing) }, 200)
  })

  routes.on('POST', bothAddresses('assignMatter'), async (c) => {
    const visit = c.get('visit')
    const standing = await standingAt(visit, c)
    if (!standing) return visit.actor ? c.notFound() : visit.refuse()
    if (!mayAssign(visit.actor, standing.matter)) return visit.refuse()
    const form = await readForm(c.req, AssignForm)
    if (!form.ok) return assignPage(visit, standing, form, 422)
    const assigned = await assign(visit, standing.matter, form.data, telling)
    if (assigned.ok) return c.redirect(`${matterHref(standing.matter, visit.locale)}#delar`, 303)
    return notAssigned(c, standing, form.typed, assigned.refusal)
  })

  return routes
}

/** Each refusal stands at the field that is to be mended; what was chosen stands there still. */
async function notAssigned(
  c: Request<VisitEnv, string>,
  standing: Standing,
  typed: Typed,
  refusal: AssignRefusal,
): Promise<Response> {
  const visit = c.get('visit')
  if (typeof refusal === 'object') {
    const errors = { [`desk-${refusal.closedDesk}`]: 'desk-closed' }
    return assignPage(visit, standing, { typed, errors }, 422)
  }
  switch (refusal) {
    case 'not-allowed':
      return visit.refuse()
    case 'matter-unknown':
      return c.notFound()
    case 'matter-closed':
    case 'lead-missing':
      return assignPage(visit, standing, { typed, errors: { lead: refusal } }, 422)
    case 'changed-meanwhile': {
      const now = await standingAt(visit, c)
      if (!now) return c.notFound()
      return assignPage(visit, now, { typed: { ...typed, seen: seenIn(now) }, isConflict: true }, 409)
    }
  }
}

function moveRoutes(telling: Telling): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  for (const page of ['passOnMatter', 'shareMatter', 'chooseDesk'] as const)
    routes.on('GET', bothAddresses(page), async (c) => {
      const found = await speakerAt(c)
      if (found instanceof Response) return found
      const municipality = c.req.query('municipality')
      return formPage(
        c.get('visit'),
        page,
        found,
        { typed: municipality === undefined ? {} : { municipality } },
        200,
      )
    })

  routes.on('POST', bothAddresses('passOnMatter'), async (c) =>
    sent(c, 'passOnMatter', PassOnForm, 'to', (visit, { matter }, form) =>
      passOn(visit, matter, form, telling),
    ),
  )
  routes.on('POST', bothAddresses('shareMatter'), async (c) =>
    sent(c, 'shareMatter', ShareForm, 'to', (visit, { matter }, form) => share(visit, matter, form)),
  )
  routes.on('POST', bothAddresses('chooseDesk'), async (c) =>
    sent(c, 'chooseDesk', ChooseDeskForm, 'desk', (visit, { matter }, form) =>
      chooseDesk(visit, matter, form),
    ),
  )
  // Who cannot just take note, because they lead, is shown the form by which a matter is passed on.
  routes.on('POST', bothAddresses('takeStance'), async (c) =>
    sent(c, 'passOnMatter', StanceForm, 'to', (visit, { matter }, form) => takeStance(visit, matter, form)),
  )

  return routes
}

type MovePage = 'passOnMatter' | 'shareMatter' | 'chooseDesk'

interface Speaker {
  readonly standing: Standing
  readonly own: readonly string[]
}

async function standingAt(visit: Visit, c: Request<VisitEnv, string>): Promise<Standing | null> {
  const name = matterNamed(c.req.param('matter'))
  return name && inTransaction(visit, (tx) => standingOf(tx, name))
}

/** The matter that an address names, and for whom the reader speaks in it; or the answer to who may not. */
async function speakerAt(c: Request<VisitEnv, string>): Promise<Speaker | Response> {
  const visit = c.get('visit')
  const standing = await standingAt(visit, c)
  if (!standing) return visit.actor ? c.notFound() : visit.refuse()
  const own = speaksFor(visit.actor, standing.parts)
  return own.length === 0 ? visit.refuse() : { standing, own }
}

/** Reads a form about a matter's place, does what it says, and leads back to the matter; a refusal stands at `field`. */
async function sent<Data, Refusal extends string>(
  c: Request<VisitEnv, string>,
  page: MovePage,
  schema: z.ZodType<Data>,
  field: string,
  act: (visit: Visit, standing: Standing, form: Data) => Promise<Outcome<null, Refusal | MovingRefusal>>,
): Promise<Response> {
  const visit = c.get('visit')
  const found = await speakerAt(c)
  if (found instanceof Response) return found
  const form = await readForm(c.req, schema)
  if (!form.ok) return formPage(visit, page, found, form, 422)
  const acted = await act(visit, found.standing, form.data)
  if (acted.ok) return c.redirect(`${matterHref(found.standing.matter, visit.locale)}#delar`, 303)
  if (acted.refusal === 'not-allowed') return visit.refuse()
  if (acted.refusal === 'matter-unknown') return c.notFound()
  return formPage(visit, page, found, { typed: form.typed, errors: { [field]: acted.refusal } }, 422)
}

interface Shown {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly isConflict?: boolean
}

const pages = {
  passOnMatter: PassOnPage,
  shareMatter: SharePage,
} as const
const titles = { passOnMatter: 'passOn', shareMatter: 'share', chooseDesk: 'desk' } as const

function formPage(
  visit: Visit,
  page: MovePage,
  { standing, own }: Speaker,
  { typed, errors = {} }: Shown,
  status: 200 | 422,
): Response {
  const { locale } = visit
  const props: PlaceFormProps = { standing, own, typed, errors, locale }
  const title = textsIn(locale)[titles[page]].title
  const asked = own.find((code) => code === typed['municipality']) ?? own[0] ?? ''
  const View = page === 'chooseDesk' ? null : pages[page]
  return visit.page(
    { title, noindex: true },
    View ? <View {...props} /> : <ChooseDeskPage {...props} municipality={asked} />,
    status,
  )
}

function assignPage(
  visit: Visit,
  standing: Standing,
  { typed, errors = {}, isConflict = false }: Shown,
  status: 200 | 409 | 422,
): Response {
  const { locale } = visit
  return visit.page(
    { title: textsIn(locale).assign.title, noindex: true },
    <AssignPage {...{ standing, typed, errors, isConflict, locale }} own={[]} />,
    status,
  )
}
