import { Hono } from 'hono'
import type { VNode } from 'preact'
import { z } from 'zod'
import { asKeyHolder, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FormReading } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { delegate, noteOpened, sayNo, sayYes } from '../actions/answer-invitation.ts'
import { closedFor, isLateForYes } from '../core/answering.ts'
import type { Event } from '../core/event.ts'
import type { Need, Participant } from '../core/participant.ts'
import { AnswerForm, DelegateForm, NeedForm, PresenceForm } from '../core/participant-form.ts'
import { needOf } from '../participant-store.ts'
import { criteriaOf, eventWith, itemsOf, participantHere, participantsOf, roundsOf } from '../store.ts'
import { eventCalendar } from './calendar.ts'
import { lettersOfEvents } from './letters.ts'
import { typedNeed } from './needs-view.tsx'
import { OwnPage, WithdrawnPage } from './own-page.tsx'
import { typedPresence } from './presence-fields.tsx'
import type { RoundtableSetting } from './setting.ts'
import { ownTextsIn } from './texts.ts'
import type { Asking, Filled } from './words.ts'

const Deeds = z.enum(['yes', 'waiting', 'no', 'delegated'])

/** What the address in an invitation leads to. No search engine and no cache keeps it. */
export function ownRoutes(setting: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('ownSeat'), async (c) => {
    await noteOpened(c.get('visit'), keyIn(c))
    return ownPage(c, setting, null)
  })
  routes.on('POST', bothAddresses('ownSeat'), async (c) => answer(c, setting))
  routes.on('GET', bothAddresses('ownCalendar'), async (c) => {
    const visit = c.get('visit')
    const event = await inTransaction(asKeyHolder(visit, keyIn(c)), async (tx) => {
      const here = await participantHere(tx)
      return here && (await eventWith(tx, here.event))
    })
    if (!event) return c.notFound()
    // The file may be shared: it leads to the page that everybody may read, not to the private one.
    const page = `${setting.origin}${addressOf('event', visit.locale, { event: event.id })}`
    return eventCalendar(visit, event, page)
  })
  return routes
}

function keyIn(c: Asking): string {
  return c.req.param('key') ?? ''
}

/** Keeps what was answered; what is wrong stands at its field, and what was typed stands there still. */
async function answer(c: Asking, setting: RoundtableSetting): Promise<Response> {
  const visit = c.get('visit')
  const key = keyIn(c)
  const chosen = await readForm(c.req, AnswerForm)
  if (!chosen.ok) return ownPage(c, setting, { typed: chosen.typed, errors: chosen.errors })
  switch (chosen.data.answer) {
    case 'no':
      return kept(c, setting, chosen, await sayNo(visit, key))
    case 'delegate': {
      const form = await readForm(c.req, DelegateForm)
      if (!form.ok) return ownPage(c, setting, form)
      const desk = { secret: setting.secret, write: lettersOfEvents(setting.origin) }
      return kept(c, setting, form, await delegate(visit, key, form.data, desk))
    }
    case 'yes': {
      const need = await readForm(c.req, NeedForm)
      if (!need.ok) return ownPage(c, setting, need)
      const presence = await readForm(c.req, PresenceForm)
      if (!presence.ok) return ownPage(c, setting, presence)
      return kept(c, setting, need, await sayYes(visit, key, { need: need.data, presence: presence.data }))
    }
  }
}

async function kept(
  c: Asking,
  setting: RoundtableSetting,
  { typed }: FormReading<unknown>,
  outcome: { readonly ok: true; readonly value: string } | { readonly ok: false; readonly refusal: string },
): Promise<Response> {
  const { locale } = c.get('visit')
  if (outcome.ok)
    return c.redirect(`${addressOf('ownSeat', locale, { key: keyIn(c) })}?done=${outcome.value}`, 303)
  const { refusal } = outcome
  if (refusal === 'key-unknown') return c.notFound()
  if (refusal === 'delegate-is-self')
    return ownPage(c, setting, { typed, errors: { delegateEmail: refusal } })
  const errors: Filled['errors'] =
    refusal === 'late' ? { answer: 'late-yes' } : { answer: `closed-${refusal}` }
  return ownPage(c, setting, { typed, errors })
}

/** The page of whoever holds the key; `refused` is what was typed and was wrong. */
async function ownPage(c: Asking, setting: RoundtableSetting, refused: Filled | null): Promise<Response> {
  const visit = asKeyHolder(c.get('visit'), keyIn(c))
  const { locale, now } = visit
  const read = await inTransaction(visit, readOwn)
  if (read === null) return c.notFound()
  if (read === 'withdrawn') {
    const { withdrawn } = ownTextsIn(locale).page.closed
    return visit.page({ title: withdrawn, noindex: true }, <WithdrawnPage locale={locale} />)
  }
  const { event, participant, need, ...shown } = read
  const today = dayOf(now)
  const closed = closedFor(event, participant, today)
  const { data: did = null } = Deeds.safeParse(c.req.query('done'))
  return visit.page(
    { title: event.title, noindex: true },
    <OwnPage
      {...shown}
      {...{ event, participant, closed, now, locale }}
      beside={closed === 'withdrawn' ? [] : await besideOf(visit, setting, event, participant)}
      ownKey={keyIn(c)}
      network={visit.network}
      isLate={isLateForYes(event, participant, { at: now, today })}
      {...(refused ?? { typed: typedAnswer(participant, need), errors: {} })}
      did={refused ? null : did}
    />,
    refused ? 422 : 200,
  )
}

/** What the key opens: null for nothing, `withdrawn` where it opened something once. */
async function readOwn(tx: Tx) {
  const here = await participantHere(tx)
  if (!here) return null
  const { participant } = here
  const event = await eventWith(tx, here.event)
  if (!event) return 'withdrawn'
  const criteria = await criteriaOf(tx, event.id)
  const people = await participantsOf(tx, event.id)
  return {
    event,
    participant,
    items: await itemsOf(tx, event.id),
    rounds: await roundsOf(tx, event.id),
    criterion: criteria.find(({ id }) => id === participant.criterionId)?.text ?? '',
    need: await needOf(tx, participant.id),
    delegate: people.find(({ insteadOf }) => insteadOf === participant.id)?.name ?? '',
  }
}

async function besideOf(
  visit: Visit,
  { beside }: RoundtableSetting,
  event: Event,
  participant: Participant,
): Promise<readonly VNode[]> {
  const sections: VNode[] = []
  for (const section of beside.participant) {
    const told = await section(visit, event, participant)
    if (told) sections.push(told)
  }
  return sections
}

/** What somebody has answered, as the form has it. */
function typedAnswer(participant: Participant, need: Need | undefined): Filled['typed'] {
  const answers: Partial<Record<Participant['state'], string>> = { yes: 'yes', waiting: 'yes', no: 'no' }
  return { ...typedNeed(need), ...typedPresence(participant), answer: answers[participant.state] ?? '' }
}
