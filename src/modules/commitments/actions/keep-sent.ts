import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { frameworkOf } from '#modules/programme'
import { eventWith, participantsOf, questionsOf, tablesOf, type Participant } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addAct, addCommitment } from '../commitment-store.ts'
import { maySumUp, takesNotes } from '../core/policy.ts'
import type { Sent, SentOf } from '../core/sent-forms.ts'
import { keepText, keepTheme, noteIsAt, notesOf, tableHere, type NotePlace } from '../note-store.ts'
import { summaryOf } from '../summary-store.ts'

/** A table of an event. */
export interface TablePlace {
  readonly event: string
  readonly table: string
}

export type PlaceRefusal = 'not-allowed' | 'not-open' | 'summed-up'
export type KeepRefusal =
  | PlaceRefusal
  | 'note-unknown'
  | 'text-missing'
  | 'promiser-unknown'
  | 'receiver-unknown'
  | 'same-person'
  | 'day-before-event'
  | 'intervention-unknown'

/**
 * Keeps what was noted or promised at a table, or put off until the next time. What was kept before is not kept again:
 * a device may send everything as often as it likes. By the host's key at its own table; by the coordinator at the one named.
 */
export async function keepSent(
  context: Context,
  asked: TablePlace | null,
  sent: Exclude<Sent, { kind: 'matter' }>,
): Promise<Outcome<null, KeepRefusal>> {
  return inTransaction(context, async (tx) => {
    const place = await placeToNote(tx, context, asked)
    if (!place.ok) return place
    if (sent.kind === 'note') return keepNote(tx, place.value, sent)
    if (sent.note !== null && !(await noteIsAt(tx, sent.note, place.value))) return refuse('note-unknown')
    if (sent.kind === 'promise') return keepPromise(tx, context, place.value, sent)
    await keepTheme(tx, place.value, sent)
    return done(null)
  })
}

/** Where whoever comes may note something now. */
export async function placeToNote(
  tx: Tx,
  { actor, key, networkId, now }: Pick<Context, 'actor' | 'key' | 'networkId' | 'now'>,
  asked: TablePlace | null,
): Promise<Outcome<NotePlace, PlaceRefusal>> {
  const place = key === undefined ? (maySumUp(actor) ? asked : null) : await tableHere(tx)
  const event = place && (await eventWith(tx, place.event))
  if (!place || !event) return refuse('not-allowed')
  if (!(await tablesOf(tx, event.id)).some(({ id }) => id === place.table)) return refuse('not-allowed')
  if (!takesNotes(event, dayOf(now))) return refuse('not-open')
  if ((await summaryOf(tx, event.id))?.sentAt) return refuse('summed-up')
  return done({ networkId, ...place, at: now })
}

async function keepNote(
  tx: Tx,
  place: NotePlace,
  sent: SentOf<'note'>,
): Promise<Outcome<null, 'note-unknown' | 'text-missing'>> {
  // A new note says something; one that is there is taken away by saying nothing.
  if (sent.text === '' && !(await noteIsAt(tx, sent.note, place))) return refuse('text-missing')
  const asked = (await questionsOf(tx, place.event)).find(({ id }) => id === sent.question)
  const round = asked?.round ?? sent.round
  const isKept = await keepText(tx, place, { ...sent, question: asked?.id ?? null, round })
  return isKept ? done(null) : refuse('note-unknown')
}

async function keepPromise(
  tx: Tx,
  { actor }: Pick<Context, 'actor'>,
  { networkId, event, table, at }: NotePlace,
  sent: SentOf<'promise'>,
): Promise<Outcome<null, KeepRefusal>> {
  const fitting = await partiesOf(tx, event, sent)
  if (!fitting.ok) return fitting
  const { promiser, receiver, isExample } = fitting.value
  const place = { networkId, id: sent.id }
  const { what, byDay, intervention, isPublic } = sent
  const isNew = await addCommitment(
    tx,
    place,
    {
      eventId: event,
      tableId: table,
      noteId: sent.note,
      promiserId: promiser.id,
      promiserKind: promiser.kind,
      ...receiverFacts(receiver),
      municipality: promiser.kind === 'leadership' ? promiser.municipality : null,
      what,
      byDay,
      interventionId: intervention,
      isPublic,
      isExample,
    },
    at,
  )
  if (!isNew) return done(null)
  await addAct(tx, place, { did: 'noted', side: actor ? 'coordinator' : 'host', text: what, at })
  await audit.record(tx, {
    networkId,
    by: actor?.personId ?? null,
    at,
    did: 'commitments.noted',
    on: { kind: 'commitment', id: sent.id },
    after: { byDay, isPublic, intervention },
  })
  await enqueue(tx, 'commitments.chase', { one: place })
  return done(null)
}

/** What is known to everybody of whom it is promised to: a municipality is named, others are what they are. */
export function receiverFacts(receiver: Pick<Participant, 'id' | 'kind' | 'organisation'> | null) {
  if (!receiver) return { receiverId: null, receiverKind: null, shownReceiver: '' }
  const { id, kind, organisation } = receiver
  return { receiverId: id, receiverKind: kind, shownReceiver: kind === 'leadership' ? organisation : '' }
}

interface Parties {
  readonly promiser: Participant
  readonly receiver: Participant | null
  /** Whether the event is made up. */
  readonly isExample: boolean
}

async function partiesOf(
  tx: Tx,
  eventId: string,
  sent: SentOf<'promise'>,
): Promise<Outcome<Parties, KeepRefusal>> {
  const event = await eventWith(tx, eventId)
  const people = (await participantsOf(tx, eventId)).filter(({ state }) => state === 'yes')
  const promiser = people.find(({ id }) => id === sent.promiser)
  if (!promiser) return refuse('promiser-unknown')
  const receiver = people.find(({ id }) => id === sent.receiver) ?? null
  if (sent.receiver !== null && !receiver) return refuse('receiver-unknown')
  if (receiver?.id === promiser.id) return refuse('same-person')
  if (!event || sent.byDay < event.onDay) return refuse('day-before-event')
  if (sent.intervention !== null) {
    const { interventions } = await frameworkOf(tx)
    const isThere = interventions.some(({ id, retiredAt }) => id === sent.intervention && retiredAt === null)
    if (!isThere) return refuse('intervention-unknown')
  }
  return done({ promiser, receiver, isExample: event.isExample })
}

/** The note of a table that whoever comes may make something of. */
export async function noteAt(tx: Tx, { event, table }: TablePlace, id: string) {
  return (await notesOf(tx, event, table)).find((note) => note.id === id)
}
