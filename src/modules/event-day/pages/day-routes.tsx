import { Hono } from 'hono'
import { actorWith, inTransaction, type Actor, type Visit, type VisitEnv } from '#modules/accounts'
import { participantsOf, eventWith } from '#modules/roundtable'
import { tellParticipants } from '#modules/seat-plan'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isSignature, signatureOf } from '#platform/signature.ts'
import { idIn } from '#platform/http/ids.ts'
import { isId } from '#platform/values/ids.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { callRound } from '../actions/call-round.ts'
import { CallForm } from '../core/call-form.ts'
import { movesFrom } from '../core/moves.ts'
import { keepsDoor, leadsDay, seesDay } from '../core/policy.ts'
import { toldVersion } from '../plan-store.ts'
import { dayStandingOf, eventDayOf } from '../reads.ts'
import { ChangesPage } from './changes-page.tsx'
import { DayPage } from './day-page.tsx'
import { seatLetters } from './letters.ts'
import { ScreenPage } from './screen-page.tsx'
import { textsIn } from './texts.ts'
import { dayHref, type Asking, type DaySetting } from './words.ts'

/** The day's own page with the clock of the rounds, the room's screen, and the slips of those who moved. */
export function dayRoutes(setting: DaySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('eventDay'), async (c) =>
    dayPage(c, setting, { typed: {}, errors: {} }, 200),
  )

  routes.on('POST', bothAddresses('eventDay'), async (c) => {
    const visit = c.get('visit')
    const event = idIn(c, 'event')
    if (event === null) return c.notFound()
    const form = await readForm(c.req, CallForm)
    const page = dayHref('eventDay', { id: event }, visit.locale)
    const { typed } = form
    if (typed['do'] === 'tell') return tell(c, setting, { event, version: Number(typed['version']) || 0 })
    if (!leadsDay(visit.actor)) return visit.refuse()
    if (!form.ok) return dayPage(c, setting, form, 422)
    const outcome = await callRound(visit, event, form.data)
    if (outcome.ok) return c.redirect(`${page}?${savedMark}`, 303)
    if (outcome.refusal === 'not-allowed') return visit.refuse()
    if (outcome.refusal === 'event-unknown') return c.notFound()
    const field = ['time-to-come', 'before-the-last'].includes(outcome.refusal) ? 'time' : 'round'
    return dayPage(c, setting, { typed, errors: { [field]: outcome.refusal } }, 422)
  })

  return routes.route('/', shownRoutes(setting))
}

/** What is only looked at: the screen, and the slips. */
function shownRoutes(setting: DaySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('dayScreen'), async (c) => {
    const visit = c.get('visit')
    const event = idIn(c, 'event')
    if (event === null) return c.notFound()
    const actor = visit.actor ?? (await whoseScreen(c, setting, event))
    if (!seesDay(actor)) return visit.refuse()
    const day = await inTransaction({ ...visit, actor }, async (tx) => eventDayOf(tx, event))
    if (!day) return c.notFound()
    const { locale, now } = visit
    return visit.page(
      { title: `${textsIn(locale).screen.title}: ${day.event.title}`, noindex: true, refresh: 20 },
      <ScreenPage day={day} now={now} locale={locale} />,
    )
  })

  routes.on('GET', bothAddresses('dayChanges'), async (c) => {
    const visit = c.get('visit')
    const event = idIn(c, 'event')
    const version = Number(c.req.param('version'))
    if (!seesDay(visit.actor)) return visit.refuse()
    if (event === null || !Number.isInteger(version) || version < 1 || version > 1_000_000)
      return c.notFound()
    const shown = await inTransaction(visit, async (tx) => {
      const [plan, before] = await toldVersion(tx, event, version)
      const known = await eventWith(tx, event)
      if (!known || plan?.version !== version) return null
      const moves = before ? movesFrom(0, before.rounds, plan.rounds) : []
      return { event: known, plan, moves, participants: await participantsOf(tx, event) }
    })
    if (!shown) return c.notFound()
    const letters = c.req.query('letters')
    return visit.page(
      { title: textsIn(visit.locale).changes.title, noindex: true },
      <ChangesPage
        {...shown}
        letters={letters === undefined ? null : Number(letters) || 0}
        now={visit.now}
        locale={visit.locale}
      />,
    )
  })

  return routes
}

async function tell(
  c: Asking,
  setting: DaySetting,
  told: { readonly event: string; readonly version: number },
): Promise<Response> {
  const visit = c.get('visit')
  const outcome = await tellParticipants(visit, told, seatLetters(setting))
  const page = dayHref('eventDay', { id: told.event }, visit.locale)
  if (outcome.ok) return c.redirect(`${page}?letters=${outcome.value}`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  if (outcome.refusal === 'event-unknown') return c.notFound()
  return dayPage(c, setting, { typed: {}, errors: { round: `plan-${outcome.refusal}` } }, 422)
}

async function dayPage(
  c: Asking,
  { secret, origin }: DaySetting,
  filled: { readonly typed: Typed; readonly errors: FieldErrors },
  status: 200 | 422,
): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale, now } = visit
  if (!actor || !seesDay(actor)) return visit.refuse()
  const event = idIn(c, 'event')
  const day = event === null ? null : await inTransaction(visit, async (tx) => dayStandingOf(tx, event))
  if (!day) return c.notFound()
  const { day: texts } = textsIn(locale)
  const letters = c.req.query('letters')
  const isSaved = c.req.query(savedMark) !== undefined
  const leads = leadsDay(actor)
  const code = signatureOf(secret, nameOfScreen(visit, day.event.id, actor.personId))
  const screen = new URLSearchParams({ person: actor.personId, code })
  return visit.page(
    { title: `${texts.title}: ${day.event.title}`, noindex: true },
    <DayPage
      day={day}
      leads={leads}
      keepsDoor={keepsDoor(actor)}
      screenAddress={leads ? `${origin}${dayHref('dayScreen', day.event, locale)}?${screen}` : null}
      {...filled}
      said={letters === undefined ? (isSaved ? texts.saved : null) : texts.toldNow(Number(letters) || 0)}
      now={now}
      locale={locale}
    />,
    status,
  )
}

function nameOfScreen({ networkId }: Pick<Visit, 'networkId'>, event: string, person: string): string {
  return `screen of ${event} ${networkId} ${person}`
}

/** For whom the room's computer shows the screen; null when the address is nobody's, or of somebody who leads the day no more. */
async function whoseScreen(c: Asking, { secret }: DaySetting, event: string): Promise<Actor | null> {
  const visit = c.get('visit')
  const { person = '', code = '' } = c.req.query()
  if (!isId(person) || !isSignature(secret, nameOfScreen(visit, event, person), code)) return null
  const asked = { personId: person, name: '', grants: [] }
  const actor = await inTransaction({ ...visit, actor: asked }, async (tx) => actorWith(tx, person))
  return leadsDay(actor) ? actor : null
}
