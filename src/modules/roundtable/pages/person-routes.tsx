import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, namesOf, type VisitEnv } from '#modules/accounts'
import { readForm, type FormReading } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import {
  answerFor,
  changeParticipant,
  noteNeed,
  setPresence,
  withdrawParticipant,
  type Listed,
} from '../actions/change-participant.ts'
import { NeedForm, ParticipantForm, PresenceForm } from '../core/participant-form.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { contactOf, lettersOf, needOf } from '../participant-store.ts'
import { criteriaOf, participantsOf, roundsOf } from '../store.ts'
import { lettersOfEvents } from './letters.ts'
import { belowList, foundEvent, type Found } from './people-frame.tsx'
import { PersonView } from './person-page.tsx'
import type { RoundtableSetting } from './setting.ts'
import { inviteTextsIn } from './texts.ts'
import type { Asking, Filled } from './words.ts'

const AnyFields = z.record(z.string(), z.string())
const Deeds = z.enum(['saved', 'yes', 'waiting', 'no', 'withdrawn'])
type Deed = z.infer<typeof Deeds>

/** Somebody on the list, and what the coordinator can do about them. */
export function personRoutes(setting: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('participant'), async (c) => {
    const found = await foundEvent(c, 'members')
    return found instanceof Response ? found : personPage(c, found, { typed: {}, errors: {} })
  })
  routes.on('POST', bothAddresses('participant'), async (c) => {
    const found = await foundEvent(c, 'planners')
    const participant = idIn(c, 'participant')
    if (found instanceof Response) return found
    if (participant === null) return c.notFound()
    return changed(c, found, { event: found.event.id, participant }, setting)
  })
  return routes
}

/** Does what the pressed button says. */
async function changed(
  c: Asking,
  found: Found,
  listed: Listed,
  { secret, origin }: RoundtableSetting,
): Promise<Response> {
  const { visit } = found
  const { typed } = await readForm(c.req, AnyFields)
  switch (typed['do'] ?? '') {
    case 'edit':
      return formed(c, found, await readForm(c.req, ParticipantForm), async (form) =>
        answered(await changeParticipant(visit, listed, form), saved),
      )
    case 'presence':
      return formed(c, found, await readForm(c.req, PresenceForm), async (form) =>
        answered(await setPresence(visit, listed, form), saved),
      )
    case 'needs':
      return formed(c, found, await readForm(c.req, NeedForm), async (form) =>
        answered(await noteNeed(visit, listed, form), saved),
      )
    case 'yes':
    case 'no': {
      const outcome = await answerFor(visit, listed, typed['do'] === 'yes' ? 'yes' : 'no')
      return toldBack(
        c,
        found,
        typed,
        answered(outcome, (state) => state),
      )
    }
    case 'withdraw': {
      const desk = { secret, write: lettersOfEvents(origin) }
      const outcome = await withdrawParticipant(visit, listed, desk)
      return toldBack(
        c,
        found,
        typed,
        answered(outcome, () => 'withdrawn'),
      )
    }
    default:
      return c.notFound()
  }
}

function saved(): 'saved' {
  return 'saved'
}

type Answered = { readonly did: Deed } | { readonly wrong: string }

function answered<Value>(outcome: Outcome<Value, string>, did: (value: Value) => Deed): Answered {
  return outcome.ok ? { did: did(outcome.value) } : { wrong: outcome.refusal }
}

async function formed<Data>(
  c: Asking,
  found: Found,
  form: FormReading<Data>,
  work: (data: Data) => Promise<Answered>,
): Promise<Response> {
  if (!form.ok) return personPage(c, found, form, 422)
  return toldBack(c, found, form.typed, await work(form.data))
}

async function toldBack(c: Asking, found: Found, typed: Filled['typed'], what: Answered): Promise<Response> {
  const { visit, event } = found
  if ('did' in what) {
    const to = { event: event.id, participant: idIn(c, 'participant') ?? '' }
    return c.redirect(`${addressOf('participant', visit.locale, to)}?done=${what.did}`, 303)
  }
  if (what.wrong === 'participant-unknown') return c.notFound()
  const field = what.wrong.startsWith('criterion') ? 'criterion' : 'form'
  const wrong = what.wrong === 'withdrawn' ? 'already-withdrawn' : what.wrong
  return personPage(c, found, { typed, errors: { [field]: wrong } }, 422)
}

async function personPage(
  c: Asking,
  found: Found,
  filled: Filled,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit, event, reader } = found
  const id = idIn(c, 'participant')
  if (id === null) return c.notFound()
  const mayPlan = mayPlanEvents(visit.actor)
  const read = await inTransaction(visit, async (tx) => {
    const letters = (await lettersOf(tx, event.id)).filter(({ participantId }) => participantId === id)
    return {
      letters,
      people: await participantsOf(tx, event.id),
      criteria: await criteriaOf(tx, event.id),
      rounds: await roundsOf(tx, event.id),
      names: await namesOf(
        tx,
        letters.flatMap(({ sentBy }) => sentBy ?? []),
      ),
      contact: (mayPlan && (await contactOf(tx, id))) || null,
      need: await needOf(tx, id),
    }
  })
  const participant = read.people.find((one) => one.id === id)
  if (!participant) return c.notFound()
  const did = Deeds.safeParse(c.req.query('done')).data
  const told = did === undefined ? null : inviteTextsIn(visit.locale).person.did[did]
  return belowList(
    found,
    { title: participant.name, errors: filled.errors, told, status },
    <PersonView
      {...filled}
      {...read}
      {...{ event, participant, mayPlan, reader }}
      now={visit.now}
      insteadOf={read.people.find((one) => one.id === participant.insteadOf)}
      delegate={read.people.find((one) => one.insteadOf === participant.id)}
    />,
  )
}
