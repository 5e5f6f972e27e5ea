import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { codesOf, codeTyped, doorQuestion, type Participant } from '#modules/roundtable'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { idIn } from '#platform/http/ids.ts'
import { isId } from '#platform/values/ids.ts'
import type { Locale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { addAtTheDoor } from '../actions/add-at-door.ts'
import { sayAttendance, type AttendanceRefusal } from '../actions/say-attendance.ts'
import { attendanceOf } from '../core/attendance.ts'
import { AttendanceForm } from '../core/attendance-form.ts'
import { DoorForm } from '../core/door-form.ts'
import { found } from '../core/finding.ts'
import { keepsDoor } from '../core/policy.ts'
import { eventDayOf, type EventDay } from '../reads.ts'
import { CheckInPage } from './check-in-page.tsx'
import { DoorPage, OnePage } from './one-page.tsx'
import { textsIn } from './texts.ts'
import { dayHref, type Asking, type DaySetting } from './words.ts'

/** The name in the address by which the page tells of whom something was just written down. */
const doneName = 'klar'
const longestSearch = 100
/** The door's page, and no other, may ask for the camera. */
const camera = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()'

/** The door: who has come, who is added, and what is known of one participant. */
export function doorRoutes({ secret }: DaySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('checkIn'), async (c) => {
    const visit = c.get('visit')
    if (!keepsDoor(visit.actor)) return visit.refuse()
    const known = await doorOf(c)
    if (!known) return c.notFound()
    c.header('Permissions-Policy', camera)
    return checkInPage(c, known)
  })

  routes.on('POST', bothAddresses('checkIn'), async (c) => {
    const visit = c.get('visit')
    const event = idIn(c, 'event')
    if (event === null) return c.notFound()
    const form = await readForm(c.req, AttendanceForm)
    if (!form.ok) return c.redirect(dayHref('checkIn', { id: event }, visit.locale), 303)
    const { participant, state } = form.data
    // A press at the list says only whether somebody is here; what is known of the rounds stays.
    const known = await doorOf(c)
    const said = known ? { ...attendanceOf(known.day.said, participant), state } : form.data
    const outcome = await sayAttendance(visit, event, said)
    if (!outcome.ok) return refused(c, outcome.refusal)
    return c.redirect(afterDone(event, participant, visit.locale), 303)
  })

  routes.on('GET', bothAddresses('checkInNew'), async (c) => {
    const visit = c.get('visit')
    if (!keepsDoor(visit.actor)) return visit.refuse()
    const known = await doorOf(c)
    return known ? doorPage(c, known.day, { typed: {}, errors: {} }, 200) : c.notFound()
  })

  routes.on('POST', bothAddresses('checkInNew'), async (c) => {
    const visit = c.get('visit')
    if (!keepsDoor(visit.actor)) return visit.refuse()
    const known = await doorOf(c)
    if (!known) return c.notFound()
    const { day } = known
    const form = await readForm(c.req, DoorForm)
    const insteadOf = form.typed['insteadOf'] ?? null
    const replaced = day.participants.find(({ id }) => id === insteadOf) ?? null
    if (insteadOf !== null && replaced === null) return c.notFound()
    const { typed } = form
    const again = (errors: FieldErrors) =>
      replaced
        ? onePage(c, known, replaced, { typed, errors }, 422)
        : doorPage(c, day, { typed, errors }, 422)
    if (!form.ok) return again(form.errors)
    const outcome = await addAtTheDoor(visit, { event: day.event.id, insteadOf }, form.data, secret)
    if (outcome.ok) {
      return c.redirect(afterDone(day.event.id, outcome.value, visit.locale), 303)
    }
    if (outcome.refusal === 'has-delegate' || outcome.refusal === 'cancelled')
      return again({ name: outcome.refusal })
    return refused(c, outcome.refusal)
  })

  return routes.route('/', oneRoutes())
}

/** The list with what was just written down; there the keyboard goes on, at the search for the next person. */
function afterDone(event: string, participant: string, locale: Locale): string {
  return `${dayHref('checkIn', { id: event }, locale)}?${doneName}=${participant}#${doneName}`
}

/** One participant at the door. */
function oneRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('checkInOne'), async (c) => {
    if (!keepsDoor(c.get('visit').actor)) return c.get('visit').refuse()
    const known = await doorOf(c)
    const one = known?.day.participants.find(({ id }) => id === idIn(c, 'participant'))
    return known && one ? onePage(c, known, one, { typed: {}, errors: {} }, 200) : c.notFound()
  })

  routes.on('POST', bothAddresses('checkInOne'), async (c) => {
    const visit = c.get('visit')
    if (!keepsDoor(visit.actor)) return visit.refuse()
    const known = await doorOf(c)
    const one = known?.day.participants.find(({ id }) => id === idIn(c, 'participant'))
    if (!known || !one) return c.notFound()
    const event = known.day.event.id
    const form = await readForm(c.req, withParticipant(one.id))
    if (!form.ok) return onePage(c, known, one, form, 422)
    const outcome = await sayAttendance(visit, event, form.data)
    const { typed } = form
    if (outcome.ok) return c.redirect(afterDone(event, one.id, visit.locale), 303)
    if (outcome.refusal === 'rounds')
      return onePage(c, known, one, { typed, errors: { untilRound: 'rounds' } }, 422)
    if (outcome.refusal === 'cancelled')
      return onePage(c, known, one, { typed, errors: { state: 'cancelled' } }, 422)
    return refused(c, outcome.refusal)
  })

  return routes
}

/** The form of a page about one participant: who it is stands in its address. */
function withParticipant(participant: string) {
  return z.preprocess((typed) => Object.assign({}, typed, { participant }), AttendanceForm)
}

interface KnownDoor {
  readonly day: EventDay
  readonly codes: ReadonlyMap<string, string>
}

async function doorOf(c: Asking): Promise<KnownDoor | null> {
  const event = idIn(c, 'event')
  if (event === null) return null
  return inTransaction(c.get('visit'), async (tx) => {
    const day = await eventDayOf(tx, event)
    return day && { day, codes: await codesOf(tx, event) }
  })
}

function checkInPage(c: Asking, { day, codes }: KnownDoor): Response {
  const { locale, now, page } = c.get('visit')
  const typed = (c.req.query(doorQuestion[locale]) ?? '').slice(0, longestSearch)
  const done = c.req.query(doneName) ?? ''
  return page(
    { title: textsIn(locale).checkIn.title, noindex: true },
    <CheckInPage
      day={day}
      codes={codes}
      typed={typed}
      found={found(day.participants, day.said, { typed, code: codeTyped(typed), codes })}
      done={(isId(done) && day.participants.find(({ id }) => id === done)) || null}
      now={now}
      locale={locale}
    />,
  )
}

interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
}

function doorPage(c: Asking, day: EventDay, filled: Filled, status: 200 | 422): Response {
  const { locale, page } = c.get('visit')
  return page(
    { title: textsIn(locale).door.title, noindex: true },
    <DoorPage day={day} {...filled} locale={locale} />,
    status,
  )
}

function onePage(
  c: Asking,
  { day, codes }: KnownDoor,
  one: Participant,
  { typed, errors }: Filled,
  status: 200 | 422,
): Response {
  const { locale, page } = c.get('visit')
  return page(
    { title: one.name, noindex: true },
    <OnePage
      day={day}
      one={one}
      code={codes.get(one.id) ?? ''}
      typed={typed}
      errors={errors}
      locale={locale}
    />,
    status,
  )
}

function refused(c: Asking, refusal: AttendanceRefusal | 'has-delegate'): Response | Promise<Response> {
  if (refusal === 'not-allowed') return c.get('visit').refuse()
  if (refusal === 'cancelled') return c.redirect(c.req.path, 303)
  return c.notFound()
}
