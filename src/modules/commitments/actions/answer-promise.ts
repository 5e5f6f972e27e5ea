import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { participantHere, participantsOf } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import * as store from '../commitment-store.ts'
import { isSettled, mayStandInProgramme, type Commitment } from '../core/commitment.ts'
import type { AnswerForm, EndingForm } from '../core/forms.ts'
import { maySumUp } from '../core/policy.ts'

type Says<Deed extends AnswerForm['do']> = Extract<AnswerForm, { do: Deed }>

export type AnswerRefusal =
  | 'commitment-unknown'
  | 'not-allowed'
  | 'answered-already'
  | 'not-confirmed'
  | 'day-passed'
  | 'same-day'

/** On which sides of a commitment somebody stands: by the key they came with, or as the person who is on the list. */
export async function sidesOf(
  tx: Tx,
  commitment: Pick<Commitment, 'promiserId' | 'receiverId' | 'event'>,
  actor: Actor | null,
): Promise<{ readonly promiser: boolean; readonly receiver: boolean; readonly organisation: string }> {
  const { promiserId, receiverId } = commitment
  const mine = new Set([(await participantHere(tx))?.participant.id])
  const people = await participantsOf(tx, commitment.event.id)
  if (actor) for (const { id, personId } of people) if (personId === actor.personId) mine.add(id)
  return {
    promiser: mine.has(promiserId),
    receiver: receiverId === null ? maySumUp(actor) : mine.has(receiverId),
    organisation: people.find(({ id }) => id === promiserId)?.organisation ?? '',
  }
}

/** Whoever promised says that it is right, or what is; that it was not them; or that it takes longer, and why. */
export async function answerPromise(
  context: Context,
  id: string,
  form: AnswerForm,
): Promise<Outcome<null, AnswerRefusal>> {
  const { actor, networkId } = context
  return inTransaction(context, async (tx) => {
    const commitment = await store.heldCommitment(tx, id)
    if (!commitment) return refuse('commitment-unknown')
    const { promiser, organisation } = await sidesOf(tx, commitment, actor)
    if (!promiser) return refuse('not-allowed')
    const doing: Doing = { tx, context, place: { networkId, id }, commitment }
    if (form.do === 'confirm') return confirm(doing, form, organisation)
    return form.do === 'deny' ? deny(doing, form) : move(doing, form)
  })
}

interface Doing {
  readonly tx: Tx
  readonly context: Context
  readonly place: store.CommitmentPlace
  readonly commitment: Commitment
}

async function confirm(
  { tx, context, place, commitment }: Doing,
  { what, byDay, isPublic, showsName }: Says<'confirm'>,
  organisation: string,
): Promise<Outcome<null, AnswerRefusal>> {
  const { now } = context
  if (commitment.state !== 'noted') return refuse('answered-already')
  if (byDay !== commitment.byDay && byDay < dayOf(now)) return refuse('day-passed')
  // A municipality promises as what it is; everybody else is named only if they say so.
  const isNamed = showsName || commitment.promiserKind === 'leadership'
  const said = { what, byDay, isPublic, shownName: isNamed ? organisation : '' }
  await store.changeCommitment(tx, place, { ...said, state: 'confirmed', confirmedAt: now })
  if (what !== commitment.what || byDay !== commitment.byDay)
    await store.addAct(tx, place, {
      did: 'changed',
      side: 'promiser',
      text: commitment.what,
      dayBefore: commitment.byDay,
      dayAfter: byDay,
      at: now,
    })
  await store.addAct(tx, place, { did: 'confirmed', side: 'promiser', at: now })
  await log({ tx, context, place, commitment }, 'commitments.confirmed', { byDay, isPublic })
  await tellOfficers(tx, place, { ...commitment, ...said, state: 'confirmed' })
  return done(null)
}

async function deny(doing: Doing, { why }: Says<'deny'>): Promise<Outcome<null, AnswerRefusal>> {
  const { tx, context, place, commitment } = doing
  if (commitment.state !== 'noted') return refuse('answered-already')
  await store.changeCommitment(tx, place, { state: 'denied' })
  await store.addAct(tx, place, { did: 'denied', side: 'promiser', text: why, at: context.now })
  await log(doing, 'commitments.denied', {})
  return done(null)
}

async function move(doing: Doing, { newDay, why }: Says<'move'>): Promise<Outcome<null, AnswerRefusal>> {
  const { tx, context, place, commitment } = doing
  if (commitment.state !== 'confirmed')
    return refuse(isSettled(commitment.state) ? 'answered-already' : 'not-confirmed')
  if (newDay < dayOf(context.now)) return refuse('day-passed')
  if (newDay === commitment.byDay) return refuse('same-day')
  await store.changeCommitment(tx, place, { byDay: newDay })
  await store.addAct(tx, place, {
    did: 'moved',
    side: 'promiser',
    text: why,
    dayBefore: commitment.byDay,
    dayAfter: newDay,
    at: context.now,
  })
  await log(doing, 'commitments.moved', { byDay: newDay })
  await tellOfficers(tx, place, { ...commitment, byDay: newDay })
  return done(null)
}

/**
 * Whoever it was promised to says how it ended, once it is confirmed; later they may say otherwise, and both stay to be
 * read. What was promised to everybody is closed by the coordinator.
 */
export async function settlePromise(
  context: Context,
  id: string,
  { ending, because }: EndingForm,
): Promise<Outcome<null, Exclude<AnswerRefusal, 'day-passed' | 'same-day'>>> {
  const { actor, networkId, now } = context
  return inTransaction(context, async (tx) => {
    const commitment = await store.heldCommitment(tx, id)
    if (!commitment) return refuse('commitment-unknown')
    if (!(await sidesOf(tx, commitment, actor)).receiver) return refuse('not-allowed')
    const { state } = commitment
    if (state === 'noted' || state === 'denied') return refuse('not-confirmed')
    if (state === ending && commitment.because === because) return refuse('answered-already')
    const place = { networkId, id }
    const side = commitment.receiverId === null ? 'coordinator' : 'receiver'
    await store.changeCommitment(tx, place, { state: ending, because, settledAt: now })
    await store.addAct(tx, place, { did: ending, side, text: because, at: now })
    await log({ tx, context, place, commitment }, 'commitments.settled', { ending })
    await tellOfficers(tx, place, { ...commitment, state: ending })
    return done(null)
  })
}

async function log(
  { tx, context: { actor, networkId, now }, place: { id }, commitment }: Doing,
  did: string,
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { byDay, state } = commitment
  const on = { kind: 'commitment', id }
  await audit.record(tx, {
    networkId,
    by: actor?.personId ?? null,
    at: now,
    did,
    on,
    before: { byDay, state },
    after,
  })
}

/** The officers of the municipality have something to do: to enter it into the programme, or to let its activity follow. */
async function tellOfficers(
  tx: Tx,
  { networkId, id }: store.CommitmentPlace,
  commitment: Commitment,
): Promise<void> {
  const { municipality, activity } = commitment
  const rung = activity !== null ? 'follow' : mayStandInProgramme(commitment) ? 'enter' : null
  if (municipality === null || rung === null) return
  await enqueue(tx, 'commitments.tell-officers', { networkId, id, municipality, rung })
}
