import { randomUUID } from 'node:crypto'
import { asKeyHolder, holds, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { meetCompany } from '#modules/companies'
import { enqueue } from '#modules/jobs'
import { municipalitiesOf } from '#modules/region'
import { answersTo, routeOf, topicsOf, townHallsOf, type MatterFacts, type Route } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { promisedDays } from '../core/clock.ts'
import { matterNumber, type NewMatter, type Sender } from '../core/matter.ts'
import { isCoordinators } from '../core/part.ts'
import { digestOf, keyOf, type MatterPlace } from '../key.ts'
import { putTerms } from '../similar-store.ts'
import * as store from '../store.ts'
import { clockFor } from '../time-store.ts'

/** What is told to who has sent a matter. */
export interface Receipt {
  readonly id: string
  readonly year: number
  readonly number: number
  /** What opens the matter at its private address. */
  readonly key: string
  /** What was sent, as the first entry of the thread. */
  readonly entry: number
  readonly route: Route
  /** The last day for a first word from a human. */
  readonly firstWordBy: string
  readonly planBy: string
}

export type ReceiveRefusal = 'not-allowed' | 'topic-unknown' | 'place-unknown'

interface Receiving {
  /** The installation's, from which the private address is derived. */
  readonly secret: string
  /** What else belongs in the same transaction, as whoever holds the key: files, letters. */
  readonly besides?: (tx: Tx, place: MatterPlace, receipt: Receipt) => Promise<void>
}

/**
 * Takes a matter in: stored, routed, noted, in one transaction, whoever sends it. Through a municipality's own door it
 * comes by the hand of that municipality's officer.
 */
export async function receiveMatter(
  context: Context,
  matter: NewMatter,
  { secret, besides }: Receiving,
): Promise<Outcome<Receipt, ReceiveRefusal>> {
  const { actor, networkId, now } = context
  if (matter.entrance !== null && !holds(actor, 'officer', matter.entrance)) return refuse('not-allowed')
  const place: MatterPlace = { networkId, matter: randomUUID() }
  // Through the common door whoever sends is a company, also when somebody with a role tries it.
  const isSent = matter.entrance === null
  const scope = isSent ? asKeyHolder(context, keyOf(secret, place)) : context

  return inTransaction(scope, async (tx) => {
    const by = scope.actor?.personId ?? null
    const received = await takeIn(tx, place, matter, { at: now, by, secret })
    if (received.ok) await besides?.(tx, place, received.value)
    return received
  })
}

/** The same within a transaction that speaks with the matter's key, or for the officer who writes it down. */
export async function takeIn(
  tx: Tx,
  place: MatterPlace,
  matter: NewMatter,
  writing: Writing,
): Promise<Outcome<Receipt, Exclude<ReceiveRefusal, 'not-allowed'>>> {
  const { at, secret } = writing
  const topic = (await topicsOf(tx)).find(({ id }) => id === matter.topic)
  if (!topic) return refuse('topic-unknown')
  const codes = new Set((await municipalitiesOf(tx)).map(({ code }) => code))
  if (!matter.places.every((code) => codes.has(code))) return refuse('place-unknown')

  const known = { ...matter, answers: answersTo(topic, matter.answers) }
  const facts = factsOf(known)
  const route = routeOf(facts, await townHallsOf(tx, facts.places))
  const year = Number(dayOf(at).slice(0, 4))
  const lead = route.parts.find(({ role }) => role === 'lead')?.municipality ?? matter.entrance
  const promised = promisedDays(at, await clockFor(tx, place.networkId, lead))
  const number = await store.nextNumber(tx, year)
  const key = keyOf(secret, place)
  const entry = await write(tx, place, known, { year, number, route, ...promised }, writing)
  return done({ id: place.matter, year, number, key, entry, route, ...promised })
}

/** What routing weighs. Through a municipality's own door nobody else is let in before somebody there says so. */
function factsOf(matter: NewMatter): MatterFacts {
  const { topic, locality, answers, sender, entrance } = matter
  const company = sender.kind === 'company' ? sender.company : null
  const known = { topic, locality, answers, size: company?.size ?? null, branch: company?.branch ?? null }
  return entrance === null
    ? {
        ...known,
        placeKind: matter.placeKind,
        places: matter.places,
        senderKind: sender.kind,
        seat: company?.municipality ?? null,
      }
    : { ...known, placeKind: 'places', places: [entrance], senderKind: 'company', seat: entrance }
}

interface Writing {
  readonly at: Date
  /** The officer who wrote it down; null when it was sent. */
  readonly by: string | null
  readonly secret: string
}

async function write(
  tx: Tx,
  place: MatterPlace,
  matter: NewMatter,
  known: Omit<Receipt, 'id' | 'key' | 'entry'>,
  { at, by, secret }: Writing,
): Promise<number> {
  const { route } = known
  const digest = digestOf(keyOf(secret, place))
  await store.addMatter(tx, place, { matter, ...known, triage: route.triage, at }, digest)
  await store.addParts(tx, place, route.parts, { at, by })
  await store.addText(tx, place, matter)
  await putTerms(tx, place, matter)
  await store.addSender(tx, place, await senderRow(tx, matter.sender, { at, isExample: false, secret }))
  const entry = await store.addCompanyEntry(tx, place, {
    kind: 'message',
    text: matter.text,
    way: matter.way,
    at,
  })
  await audit.record(tx, {
    networkId: place.networkId,
    by,
    at,
    did: 'matters.received',
    on: { kind: 'matter', id: place.matter },
    after: {
      topic: matter.topic,
      parts: route.parts.map(({ municipality }) => municipality),
      triage: route.triage,
    },
  })
  await tellReceivers(tx, place, known, by)
  return entry
}

/** Asks for a letter to each municipality that it has come to, and to the coordinator where it waits for one. */
async function tellReceivers(
  tx: Tx,
  place: MatterPlace,
  { route: { parts, triage }, year, number }: Pick<Receipt, 'route' | 'year' | 'number'>,
  by: string | null,
): Promise<void> {
  const receivers = parts.map(({ municipality }): string | null => municipality)
  for (const municipality of isCoordinators(triage) ? [...receivers, null] : receivers)
    await enqueue(tx, 'matters.tell-receiver', {
      ...place,
      municipality,
      number: matterNumber({ year, number }),
      by,
    })
}

async function senderRow(
  tx: Tx,
  sender: Sender,
  meeting: Parameters<typeof meetCompany>[2],
): Promise<store.SenderRow> {
  if (sender.kind === 'nameless')
    return { company: null, name: '', phone: '', email: sender.contact.email, nameFor: 'answerer' }
  const company = sender.kind === 'company' ? await meetCompany(tx, sender.company, meeting) : null
  return { company, ...sender.contact, nameFor: sender.nameFor }
}
