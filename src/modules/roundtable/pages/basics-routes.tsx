import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import type { Desk } from '../actions/letters.ts'
import { changeEvent, planEvent } from '../actions/plan-event.ts'
import { cancelEvent, copyEvent, publishEvent } from '../actions/publish-event.ts'
import { BasicsForm, CancelForm } from '../core/basics-form.ts'
import type { Event } from '../core/event.ts'
import { isExpecting } from '../core/participant.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { criteriaOf, eventWith, participantsOf } from '../store.ts'
import { BasicsPage, NewEventPage } from './basics-page.tsx'
import { lettersOfEvents } from './letters.ts'
import type { RoundtableSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import type { Asking, Filled } from './words.ts'

/** What was just done, as an address tells it. */
const doneMark = 'done'
const Deeds = z.enum(['published', 'cancelled', 'copied', 'moved'])

const fieldOf = {
  'day-passed': 'onDay',
  'rounds-outside': 'endsAt',
  'seats-taken': 'seats',
  'seats-promised': 'seats',
  'in-use': 'form',
} as const

/** Beginning an event, changing what it is, publishing, cancelling and copying it. */
export function basicsRoutes(setting: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('newEvent'), async (c) =>
    newPage(c, { typed: { needsDays: '14' }, errors: {} }),
  )
  routes.on('POST', bothAddresses('newEvent'), async (c) => {
    const visit = c.get('visit')
    if (!mayPlanEvents(visit.actor)) return visit.refuse()
    const form = await readForm(c.req, BasicsForm)
    if (!form.ok) return newPage(c, form, 422)
    const planned = await planEvent(visit, form.data)
    if (planned.ok) return c.redirect(addressOf('planProgramme', visit.locale, { event: planned.value }), 303)
    if (planned.refusal === 'not-allowed') return visit.refuse()
    return newPage(c, { typed: form.typed, errors: { onDay: planned.refusal } }, 422)
  })

  routes.on('GET', bothAddresses('planEvent'), async (c) => basicsPage(c, null))
  routes.on('POST', bothAddresses('planEvent'), async (c) => {
    const visit = c.get('visit')
    if (!mayPlanEvents(visit.actor)) return visit.refuse()
    const id = idIn(c, 'event')
    if (id === null) return c.notFound()
    const form = await readForm(c.req, BasicsForm)
    if (!form.ok) return basicsPage(c, form, 422)
    const changed = await changeEvent(visit, id, form.data, deskOf(setting))
    if (changed.ok) {
      const { letters, movedBy } = changed.value
      const isMoved = letters > 0 || movedBy !== 0
      const query = isMoved ? `${doneMark}=moved&letters=${letters}&minutes=${movedBy}` : savedMark
      return c.redirect(`${addressOf('planEvent', visit.locale, { event: id })}?${query}`, 303)
    }
    if (changed.refusal === 'not-allowed') return visit.refuse()
    if (changed.refusal === 'event-unknown') return c.notFound()
    return basicsPage(c, { typed: form.typed, errors: { [fieldOf[changed.refusal]]: changed.refusal } }, 422)
  })

  routes.on('POST', bothAddresses('eventState'), async (c) => changeState(c, setting))
  return routes
}

function newPage(c: Asking, filled: Filled, status: 200 | 422 = 200): Response {
  const { actor, locale, page, refuse } = c.get('visit')
  if (!mayPlanEvents(actor)) return refuse()
  const { newTitle } = textsIn(locale).plan
  return page({ title: newTitle, noindex: true }, <NewEventPage {...filled} locale={locale} />, status)
}

async function basicsPage(c: Asking, filled: Filled | null, status: 200 | 422 = 200): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale, now } = visit
  if (!mayPlanEvents(actor)) return visit.refuse()
  const id = idIn(c, 'event')
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => ({
          event: await eventWith(tx, id),
          hasCriteria: (await criteriaOf(tx, id)).length > 0,
          expecting: (await participantsOf(tx, id)).filter(isExpecting).length,
        }))
  if (!found?.event) return c.notFound()
  const { event, hasCriteria, expecting } = found
  return visit.page(
    { title: textsIn(locale).plan.title(event.title), noindex: true },
    <BasicsPage
      {...{ event, hasCriteria, expecting, locale }}
      today={dayOf(now)}
      told={toldIn(c)}
      typed={{ ...typedOf(event), ...filled?.typed }}
      errors={filled?.errors ?? {}}
    />,
    status,
  )
}

function toldIn(c: Asking): string | null {
  const { plan: texts, saved } = textsIn(c.get('visit').locale)
  if (c.req.query(savedMark) !== undefined) return saved
  const { data: deed } = Deeds.safeParse(c.req.query(doneMark))
  if (deed === undefined) return null
  switch (deed) {
    case 'published':
      return texts.published
    case 'cancelled':
      return texts.cancelled(Number(c.req.query('letters')) || 0)
    case 'copied':
      return texts.copied(Number(c.req.query('people')) || 0)
    case 'moved':
      return texts.moved(Number(c.req.query('letters')) || 0, Number(c.req.query('minutes')) || 0)
  }
}

function typedOf(event: Event): Typed {
  const { title, theme, welcome, place, onDay, opensAt, endsAt, answerBy } = event
  return {
    title,
    theme,
    welcome,
    place,
    onDay,
    opensAt,
    endsAt,
    answerBy,
    seats: String(event.seats),
    needsDays: String(event.needsDays),
  }
}

function deskOf({ secret, origin }: RoundtableSetting): Desk {
  return { secret, write: lettersOfEvents(origin) }
}

async function changeState(c: Asking, setting: RoundtableSetting): Promise<Response> {
  const visit = c.get('visit')
  if (!mayPlanEvents(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  if (id === null) return c.notFound()
  const form = await readForm(c.req, CancelForm)
  const to = (event: string, query: string) =>
    c.redirect(`${addressOf('planEvent', visit.locale, { event })}?${query}`, 303)
  const answered = (refusal: string, field: string) => {
    if (refusal === 'not-allowed') return visit.refuse()
    if (refusal === 'event-unknown') return c.notFound()
    return basicsPage(c, { typed: form.typed, errors: { [field]: refusal } }, 422)
  }
  switch (form.typed['do'] ?? '') {
    case 'copy': {
      const withPeople = form.typed['people'] !== undefined
      const copied = await copyEvent(visit, id, { withPeople, secret: setting.secret })
      if (!copied.ok) return answered(copied.refusal, 'form')
      return to(copied.value.event, `${doneMark}=copied&people=${copied.value.people}`)
    }
    case 'publish': {
      const published = await publishEvent(visit, id)
      return published.ok ? to(id, `${doneMark}=published`) : answered(published.refusal, 'form')
    }
    default: {
      if (!form.ok) return basicsPage(c, form, 422)
      const cancelled = await cancelEvent(visit, id, form.data.because, deskOf(setting))
      return cancelled.ok
        ? to(id, `${doneMark}=cancelled&letters=${cancelled.value.letters}`)
        : answered(cancelled.refusal, 'because')
    }
  }
}
