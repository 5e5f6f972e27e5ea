import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { readForm } from '#platform/http/form.ts'
import { workbookOf, workbookType } from '#platform/http/workbook.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { z } from 'zod'
import { mayBeWrittenTo, sendLetters } from '../actions/send-letters.ts'
import { countByCriterion, fitting, type ListQuestion } from '../core/counts.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { contactsOf, lettersOf, needsOf } from '../participant-store.ts'
import { criteriaOf, participantsOf } from '../store.ts'
import { lettersOfEvents } from './letters.ts'
import { NeedsView } from './needs-view.tsx'
import { participantsSheet } from './participants-file.ts'
import { ParticipantsView, questionNames } from './participants-page.tsx'
import { belowList, foundEvent, listPage, type Found } from './people-frame.tsx'
import { receiverIn, SendForm } from './send-page.tsx'
import type { RoundtableSetting } from './setting.ts'
import { inviteTextsIn } from './texts.ts'
import type { Asking, Filled } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** Who is on the list, as a page and as a file; letters to them, and what they need. */
export function peopleRoutes({ secret, origin }: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const write = lettersOfEvents(origin)

  routes.on('GET', bothAddresses('participants'), async (c) => {
    const found = await foundEvent(c, 'members')
    return found instanceof Response ? found : participantsPage(c, found)
  })
  routes.on('GET', bothAddresses('participantsFile'), async (c) => {
    const found = await foundEvent(c, 'members')
    return found instanceof Response ? found : participantsFile(found)
  })
  routes.on('GET', bothAddresses('eventLetters'), async (c) => {
    const found = await foundEvent(c, 'planners')
    return found instanceof Response ? found : sendPage(found, write, { typed: {}, errors: {} })
  })
  routes.on('POST', bothAddresses('eventLetters'), async (c) => {
    const found = await foundEvent(c, 'planners')
    if (found instanceof Response) return found
    const { visit, event } = found
    const { typed } = await readForm(c.req, AnyFields)
    const chosen = new Set(Object.keys(typed).map(receiverIn))
    const sent = await sendLetters(visit, event.id, chosen, { secret, write })
    if (sent.ok)
      return c.redirect(
        `${addressOf('participants', visit.locale, { event: event.id })}?sent=${sent.value.sent}`,
        303,
      )
    return sendPage(found, write, { typed, errors: { form: sent.refusal } }, 422)
  })
  routes.on('GET', bothAddresses('eventNeeds'), async (c) => {
    const found = await foundEvent(c, 'planners')
    if (found instanceof Response) return found
    const { visit, event } = found
    const read = await inTransaction(visit, async (tx) => ({
      people: await participantsOf(tx, event.id),
      needs: await needsOf(tx, event.id),
    }))
    const { title } = inviteTextsIn(visit.locale).needs
    return belowList(found, { title }, <NeedsView {...read} event={event} locale={visit.locale} />)
  })
  return routes
}

async function participantsPage(c: Asking, found: Found): Promise<Response> {
  const { visit, event, reader } = found
  const { actor, now, locale } = visit
  const read = await inTransaction(visit, async (tx) => ({
    criteria: await criteriaOf(tx, event.id),
    people: await participantsOf(tx, event.id),
    letters: await lettersOf(tx, event.id),
  }))
  const asked = questionIn(c)
  return listPage(
    found,
    toldIn(c, locale),
    <ParticipantsView
      {...read}
      {...{ event, asked, now, reader }}
      counts={countByCriterion(event.seats, read.criteria, read.people, now)}
      shown={fitting(read.people, asked, now, bySwedishName)}
      mayPlan={mayPlanEvents(actor)}
    />,
  )
}

function questionIn(c: Asking): ListQuestion {
  const said = (name: keyof typeof questionNames) => (c.req.query(questionNames[name]) ?? '').slice(0, 100)
  const order = (['organisation', 'name', 'state', 'answered'] as const).find((one) => one === said('order'))
  return {
    text: said('text').trim(),
    criterion: said('criterion'),
    state: said('state'),
    municipality: said('municipality'),
    order: order ?? 'organisation',
  }
}

/** What was just done to the list, as the address tells it. */
function toldIn(c: Asking, locale: 'sv' | 'en'): string | null {
  const { list: texts } = inviteTextsIn(locale)
  const count = (name: string) => Number(c.req.query(name)) || 0
  if (c.req.query('sent') !== undefined) return texts.sent(count('sent'))
  return c.req.query('added') === undefined ? null : texts.added(count('added'), count('kept'))
}

async function participantsFile({ visit, event, reader }: Found): Promise<Response> {
  const { actor, now, locale } = visit
  const read = await inTransaction(visit, async (tx) => ({
    criteria: await criteriaOf(tx, event.id),
    people: await participantsOf(tx, event.id),
    contacts: mayPlanEvents(actor) ? await contactsOf(tx, event.id) : null,
  }))
  const sheet = participantsSheet(read.people, read.criteria, read.contacts, { reader, now })
  const name = `${inviteTextsIn(locale).list.people} ${event.onDay}.xlsx`
  return new Response(await workbookOf([sheet]), {
    headers: { ...attachmentHeaders(name, workbookType), 'Cache-Control': 'private, no-store' },
  })
}

async function sendPage(
  found: Found,
  write: ReturnType<typeof lettersOfEvents>,
  filled: Filled,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit, event } = found
  const { locale } = visit
  const read = await inTransaction(visit, async (tx) => ({
    criteria: await criteriaOf(tx, event.id),
    people: await participantsOf(tx, event.id),
    contacts: await contactsOf(tx, event.id),
    letters: await lettersOf(tx, event.id),
  }))
  const receivers = read.people.filter(mayBeWrittenTo).map((participant) => ({
    participant,
    email: read.contacts.get(participant.id)?.email ?? '',
    lastAt: read.letters.find(({ participantId }) => participantId === participant.id)?.sentAt ?? null,
  }))
  const { send: texts } = inviteTextsIn(locale)
  const first = receivers[0]?.participant
  const letter = write({
    occasion: first?.state === 'invited' ? 'again' : 'invitation',
    event,
    name: first?.name ?? texts.sampleName,
    locale: 'sv',
    criterion: read.criteria.find(({ id }) => id === first?.criterionId)?.text ?? '',
    key: texts.key,
  })
  return belowList(
    found,
    { title: texts.title, errors: filled.errors, status },
    <SendForm {...filled} {...{ event, receivers, letter, locale }} isEmpty={read.people.length === 0} />,
  )
}
