import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { topicsOf } from '#modules/routing'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { beginDraft } from '../../actions/begin-draft.ts'
import { choicesIn } from '../../actions/write-step.ts'
import { errorsIn, keptOf } from '../../draft/steps.ts'
import { clockFor } from '../../time-store.ts'
import { leadTo } from './draft-routes.tsx'
import { EntrancePage } from './entrance-page.tsx'
import type { CompanySetting } from './setting.ts'
import { StepPage } from './step-page.tsx'
import { textsIn } from './texts.ts'

/** The door, and the first step behind it. */
export function entranceRoutes({ secret, ipOf }: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('entrance'), async (c) => {
    const visit = c.get('visit')
    const known = await inTransaction(visit, async (tx) => ({
      promise: await clockFor(tx, visit.networkId, null),
      isOpen: (await topicsOf(tx)).length > 0,
    }))
    const { title, description } = textsIn(visit.locale).entrance
    return visit.page(
      { title, description },
      <EntrancePage locale={visit.locale} {...known} municipality={doorIn(c)} />,
    )
  })

  routes.on('GET', bothAddresses('newMatter'), async (c) => {
    const municipality = doorIn(c)
    return firstStep(c.get('visit'), municipality === null ? {} : { municipality }, {}, 200)
  })

  routes.on('POST', bothAddresses('newMatter'), async (c) => {
    const visit = c.get('visit')
    const { typed } = await readForm(c.req, z.unknown())
    const choices = await inTransaction(visit, choicesIn)
    const kept = keptOf('topic', typed, {}, choices)
    const errors = errorsIn('topic', { topic: kept }, choices)
    if (errors) return firstStep(visit, typed, errors, 422)
    const begun = await beginDraft(visit, { topic: kept }, { ip: ipOf(c), secret })
    if (!begun.ok) return firstStep(visit, typed, { topic: begun.refusal }, 429)
    return leadTo(c, addressOf('draftWords', visit.locale, { key: begun.value }))
  })

  return routes
}

async function firstStep(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale } = visit
  const known = await inTransaction(visit, async (tx) => ({
    topics: await topicsOf(tx),
    municipalities: await municipalitiesOf(tx),
  }))
  return visit.page(
    { title: textsIn(locale).topic.title, noindex: true },
    <StepPage
      {...known}
      {...{ locale, typed, errors }}
      step="topic"
      refusedFile={null}
      written={{}}
      files={[]}
      draft={null}
    />,
    status,
  )
}

/** The municipality whose own door a visitor came through, by its slug. */
function doorIn(c: Request): string | null {
  return c.req.query('kommun') ?? c.req.query('municipality') ?? null
}
