import { Hono } from 'hono'
import { inTransaction, namesOf, type VisitEnv } from '#modules/accounts'
import { calendarText, calendarType } from '#platform/http/calendar.ts'
import { readForm } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import { idIn } from '#platform/http/ids.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { cancelVisit, planVisit } from '../actions/plan-visit.ts'
import { correctVisit } from '../actions/correct-visit.ts'
import { shareVisit } from '../actions/share-visit.ts'
import { mayMeetCompanies } from '../core/policy.ts'
import { CorrectionForm, PlanForm } from '../core/visit-form.ts'
import type { CompanyVisit } from '../core/visit.ts'
import { promisesIn } from '../promise-store.ts'
import { correctionsOf, visitWith, wordsOf } from '../visit-store.ts'
import { foundIn, type Asking, type Found } from './asking.ts'
import type { CompanySetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { visitCalendar } from './visit-calendar.ts'
import { VisitPage, type VisitPageProps } from './visit-page.tsx'
import { visitHref } from './words.ts'

/** A visit's own page, and what is done with it afterwards: moved, cancelled, shared, taken into a calendar. */
export function visitRoutes(setting: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('companyVisit'), async (c) => {
    const visit = c.get('visit')
    if (!mayMeetCompanies(visit.actor)) return visit.refuse()
    const found = await visitOf(c)
    return found ? visitPage(c, found, null) : c.notFound()
  })

  routes.on('GET', bothAddresses('companyVisitCalendar'), async (c) => {
    const visit = c.get('visit')
    if (!mayMeetCompanies(visit.actor)) return visit.refuse()
    const found = await visitOf(c)
    if (!found) return c.notFound()
    const calendar = visitCalendar([found.met], found.reader, { ...visit, origin: setting.origin })
    return c.body(calendarText(calendar, visit.now), 200, {
      'Content-Type': calendarType,
      'Content-Disposition': 'attachment; filename="visit.ics"',
    })
  })

  routes.on('POST', bothAddresses('companyVisit'), async (c) => {
    const visit = c.get('visit')
    const found = await visitOf(c)
    if (!found) return c.notFound()
    const { met, company } = found
    const form = await readForm(c.req, PlanForm)
    const deed = form.typed['do']
    if (deed === 'move') {
      const error = (name: string) => ({ field: 'on' as const, typed: form.typed['on'] ?? '', name })
      if (!form.ok) return visitPage(c, found, error(form.errors['on'] ?? 'day-invalid'), 422)
      const plan = { ...form.data, municipality: met.municipality, planned: met.id }
      const moved = await planVisit(visit, { kind: 'known', id: company.id }, plan, setting)
      if (moved.ok) return saved(c, met)
      return moved.refusal === 'not-allowed' ? visit.refuse() : visitPage(c, found, error(moved.refusal), 422)
    }
    if (deed === 'correct') return corrected(c, found)
    const outcome =
      deed === 'cancel'
        ? await cancelVisit(visit, company.id, met.id)
        : await shareVisit(visit, company.id, met.id)
    if (!outcome.ok && outcome.refusal === 'not-allowed') return visit.refuse()
    // What was done already, in another window, is as it should be.
    return deed === 'cancel' ? c.redirect(visitHref(met, visit.locale), 303) : saved(c, met)
  })

  return routes
}

async function corrected(c: Asking, found: FoundVisit): Promise<Response> {
  const visit = c.get('visit')
  const { met, company } = found
  const form = await readForm(c.req, CorrectionForm)
  if (!form.ok) {
    const name = form.errors['correction'] ?? 'correction-missing'
    return visitPage(c, found, { field: 'correction', typed: form.typed['correction'] ?? '', name }, 422)
  }
  const outcome = await correctVisit(visit, { company: company.id, visit: met.id }, form.data.correction)
  if (outcome.ok) return c.redirect(`${visitHref(met, visit.locale)}#ord`, 303)
  return outcome.refusal === 'not-allowed' ? visit.refuse() : c.notFound()
}

type FoundVisit = Found & { readonly met: CompanyVisit }

async function visitOf(c: Asking): Promise<FoundVisit | null> {
  const id = idIn(c, 'visit')
  const found = await foundIn(c)
  if (!found || id === null) return null
  const met = await inTransaction(c.get('visit'), (tx) => visitWith(tx, found.company.id, id))
  return met ? { ...found, met } : null
}

function saved(c: Asking, met: CompanyVisit): Response {
  return c.redirect(`${visitHref(met, c.get('visit').locale)}?${savedMark}`, 303)
}

async function visitPage(
  c: Asking,
  { met, own, reader }: FoundVisit,
  error: VisitPageProps['error'],
  status: 200 | 422 = 200,
): Promise<Response> {
  const visit = c.get('visit')
  const known = await inTransaction(visit, async (tx) => {
    const promises = await promisesIn(tx, { visit: met.id })
    return {
      promises,
      word: (await wordsOf(tx, [met.id])).get(met.id),
      corrections: await correctionsOf(tx, met.id),
      names: await namesOf(
        tx,
        promises.flatMap(({ owner }) => owner ?? []),
      ),
    }
  })
  return visit.page(
    {
      title: textsIn(visit.locale).visit.title(met.company.name, formatDay(met.on, visit.locale)),
      noindex: true,
    },
    <VisitPage
      {...known}
      visit={met}
      isOwn={own.some(({ code }) => code === met.municipality)}
      isSaved={c.req.query(savedMark) !== undefined}
      error={error}
      reader={reader}
    />,
    status,
  )
}
