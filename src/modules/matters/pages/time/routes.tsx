import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { holds, inTransaction, municipalitiesAs, namesOf, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { absencesFrom, peopleBeside, staffOf } from '../../absence-store.ts'
import { endAbsence, sayAbsence } from '../../actions/say-absence.ts'
import { sayClosedDay } from '../../actions/say-closed-day.ts'
import { setPromise } from '../../actions/set-promise.ts'
import { byPressure, loadIn, nextWorkingDays } from '../../core/load.ts'
import { AbsenceForm, ClosedDayForm, PromiseForm } from '../../core/time-forms.ts'
import { clockFor, closedDaysOf, openDues, ownDaysOf } from '../../time-store.ts'
import { letterRoutes } from './letter-routes.tsx'
import { LoadPage } from './load-page.tsx'
import { textsIn } from './texts.ts'
import { timeDeeds, TimesPage, type TimeDeed } from './times-page.tsx'

type Asking = Request<VisitEnv, string>

/** When the town halls answer, who is away, how much there is to answer; and what became of the letters. */
export function timeRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('matterTimes'), async (c) => {
    const visit = c.get('visit')
    if (!visit.actor) return visit.refuse()
    return timesPage(visit, { deed: null, typed: {}, errors: {} }, c.req.query(savedMark) !== undefined)
  })
  routes.on('POST', bothAddresses('matterTimes'), async (c) => changed(c))
  routes.on('GET', bothAddresses('matterLoad'), async (c) => loadPage(c.get('visit')))
  routes.route('/', letterRoutes())
  return routes
}

interface Filled {
  readonly deed: TimeDeed | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

async function timesPage(visit: Visit, filled: Filled, isSaved = false): Promise<Response> {
  const { actor, locale, networkId, now } = visit
  if (!actor) return visit.refuse()
  const today = dayOf(now)
  const shown = await inTransaction(visit, async (tx) => {
    const absences = await absencesFrom(tx, today)
    const people = absences.flatMap(({ personId, deputyId }) =>
      deputyId === null ? [personId] : [personId, deputyId],
    )
    return {
      promise: await clockFor(tx, networkId, null),
      days: (await closedDaysOf(tx, networkId)).filter(({ day }) => day >= today),
      absences,
      names: await namesOf(tx, people),
      municipalities: await municipalitiesOf(tx),
      beside: await peopleBeside(tx, actor),
    }
  })
  return visit.page(
    { title: textsIn(locale).times.title, noindex: true },
    <TimesPage
      {...shown}
      saysFor={{ network: holds(actor, 'coordinator'), municipalities: municipalitiesAs(actor, 'officer') }}
      self={actor.personId}
      filled={filled}
      isSaved={isSaved}
      today={today}
      locale={locale}
    />,
    filled.deed === null ? 200 : 422,
  )
}

const Deed = z.object({ do: z.enum(timeDeeds).catch('promise') })
const Back = z.object({ absence: z.uuid().catch('') })

/** Each form of the page says what it does. */
async function changed(c: Asking): Promise<Response> {
  const read = await readForm(c.req, Deed)
  const deed = read.ok ? read.data.do : 'promise'
  const visit = c.get('visit')
  switch (deed) {
    case 'promise':
      return saved(
        c,
        deed,
        await readForm(c.req, PromiseForm),
        async (form) => setPromise(visit, form),
        'planDays',
      )
    case 'day':
    case 'open-day':
      return saved(
        c,
        deed,
        await readForm(c.req, ClosedDayForm),
        async (form) => sayClosedDay(visit, form),
        'day',
      )
    case 'absence':
      return saved(
        c,
        deed,
        await readForm(c.req, AbsenceForm),
        async (form) => sayAbsence(visit, form),
        fieldOfAbsence,
      )
    case 'back':
      return saved(
        c,
        deed,
        await readForm(c.req, Back),
        async ({ absence }) => endAbsence(visit, absence),
        'absence',
      )
  }
}

function fieldOfAbsence(refusal: string): string {
  return refusal === 'deputy-unknown' ? 'deputy' : 'untilDay'
}

/** Does what a form asks, or shows it again with what is wrong at the field that the refusal belongs to. */
async function saved<Form>(
  c: Asking,
  deed: TimeDeed,
  form: Awaited<ReturnType<typeof readForm<z.ZodType<Form>>>>,
  act: (form: Form) => Promise<Outcome<null, string>>,
  field: string | ((refusal: string) => string),
): Promise<Response> {
  const visit = c.get('visit')
  if (!visit.actor) return visit.refuse()
  if (!form.ok) return timesPage(visit, { deed, ...form })
  const outcome = await act(form.data)
  if (outcome.ok) return c.redirect(`${addressOf('matterTimes', visit.locale)}?${savedMark}`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  const at = typeof field === 'string' ? field : field(outcome.refusal)
  return timesPage(visit, { deed, typed: form.typed, errors: { [at]: outcome.refusal } })
}

async function loadPage(visit: Visit): Promise<Response> {
  const { actor, locale, networkId, now } = visit
  const isOfAll = holds(actor, 'coordinator')
  const own = [...municipalitiesAs(actor, 'officer'), ...municipalitiesAs(actor, 'leader')]
  if (!actor || (!isOfAll && own.length === 0)) return visit.refuse()
  const today = dayOf(now)
  const shown = await inTransaction(visit, async (tx) => {
    const dues = await openDues(tx)
    const staff = await staffOf(tx, networkId, today)
    const closed = await closedDaysOf(tx, networkId)
    const days = nextWorkingDays(today, ownDaysOf(closed, null))
    const municipalities = (await municipalitiesOf(tx)).filter(({ code }) => isOfAll || own.includes(code))
    const loads = municipalities.flatMap(({ code }) =>
      loadIn(code, dues, staff, { days, own: ownDaysOf(closed, code) }),
    )
    const ids = loads.flatMap(({ personId, advice }) => [personId, advice?.to ?? null])
    const people = ids.filter((id) => id !== null)
    return { loads: loads.toSorted(byPressure), municipalities, names: await namesOf(tx, people) }
  })
  return visit.page(
    { title: textsIn(locale).load.title, noindex: true },
    <LoadPage {...shown} isOfAll={isOfAll} locale={locale} />,
  )
}
