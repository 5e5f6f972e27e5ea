import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { unspokenIn } from '#modules/event-day'
import { enqueue } from '#modules/jobs'
import { eventWith, questionsOf } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { SummaryForm } from '../core/forms.ts'
import { maySumUp } from '../core/policy.ts'
import { draftedFrom, unsaid, type Point, type Summary } from '../core/summary.ts'
import { notesOf } from '../note-store.ts'
import * as store from '../summary-store.ts'

export type SumUpRefusal = 'not-allowed' | 'event-unknown' | 'not-held'

/** The summary as it is worked on, held until the transaction ends. */
async function heldBy(
  tx: Tx,
  { actor, now }: Context,
  id: string,
): Promise<
  Outcome<{ readonly summary: Summary | undefined; readonly points: readonly Point[] }, SumUpRefusal>
> {
  if (!maySumUp(actor)) return refuse('not-allowed')
  const event = await eventWith(tx, id)
  if (!event) return refuse('event-unknown')
  if (event.cancelledAt !== null || dayOf(now) < event.onDay) return refuse('not-held')
  return done({ summary: await store.heldSummary(tx, id), points: await store.pointsOf(tx, id) })
}

/** The coordinator has the notes made into points, question by question; those that are there already stay as they are. */
export async function draftSummary(
  context: Context,
  event: string,
): Promise<Outcome<null, SumUpRefusal | 'sent-already'>> {
  const { networkId, now: at } = context
  return inTransaction(context, async (tx) => {
    const held = await heldBy(tx, context, event)
    if (!held.ok) return held
    const { summary, points } = held.value
    if (summary?.sentAt) return refuse('sent-already')
    const used = new Set(points.flatMap(({ notes }) => notes))
    const fresh = (await notesOf(tx, event)).filter(({ id }) => !used.has(id))
    const questions = (await questionsOf(tx, event)).map(({ id }) => id)
    const place = { networkId, event }
    await store.putSummary(tx, place, {
      version: (summary?.version ?? 0) + 1,
      intro: summary?.intro ?? '',
      at,
    })
    await store.addPoints(tx, place, draftedFrom(fresh, questions))
    return done(null)
  })
}

export type SaveRefusal = SumUpRefusal | 'changed-meanwhile' | { readonly unsaid: readonly string[] }

/**
 * The coordinator writes the summary. Once it is sent its words stand, and only the fate of a point may still become
 * another.
 */
export async function saveSummary(
  context: Context,
  event: string,
  form: SummaryForm,
): Promise<Outcome<null, SaveRefusal>> {
  const { networkId, now: at } = context
  return inTransaction(context, async (tx) => {
    const held = await heldBy(tx, context, event)
    if (!held.ok) return held
    const { summary, points } = held.value
    if (!summary || summary.version !== form.version) return refuse('changed-meanwhile')
    const place = { networkId, event }
    if (summary.sentAt !== null) return sayFates(tx, context, place, { summary, points, form })
    await store.putSummary(tx, place, { version: summary.version + 1, intro: form.intro, at })
    const gone: string[] = []
    for (const { id } of points) {
      const said = form.points.get(id)
      if (said?.text === '') gone.push(id)
      else if (said) await store.changePoint(tx, networkId, { id, ...said })
    }
    await store.deletePoints(tx, networkId, gone)
    const questions = (await questionsOf(tx, event)).map(({ id }) => id)
    const question =
      form.newQuestion !== null && questions.includes(form.newQuestion) ? form.newQuestion : null
    if (form.newText !== '') await store.addPoints(tx, place, [{ question, text: form.newText, notes: [] }])
    return done(null)
  })
}

async function sayFates(
  tx: Tx,
  { actor, now: at }: Context,
  place: store.EventPlace,
  known: { readonly summary: Summary; readonly points: readonly Point[]; readonly form: SummaryForm },
): Promise<Outcome<null, { readonly unsaid: readonly string[] }>> {
  const said = known.points.map((point) => ({
    ...point,
    ...known.form.points.get(point.id),
    text: point.text,
  }))
  const missing = unsaid(said)
  if (missing.length > 0) return refuse({ unsaid: missing })
  const { networkId, event } = place
  for (const { id, fate, fateText } of said) {
    const before = known.points.find((point) => point.id === id)
    if (before?.fate === fate && before.fateText === fateText) continue
    await store.changePoint(tx, networkId, { id, fate, fateText })
    await audit.record(tx, {
      networkId,
      by: actor?.personId ?? null,
      at,
      did: 'commitments.fate-said',
      on: { kind: 'event', id: event },
      before: { fate: before?.fate, fateText: before?.fateText },
      after: { fate, fateText },
    })
  }
  const { version, intro } = known.summary
  await store.putSummary(tx, place, { version: version + 1, intro, at })
  return done(null)
}

/**
 * The coordinator sends the summary, once: every point says what becomes of it, and of everybody who was to come it is said whether
 * they did, since who did not is written to in other words.
 */
export async function sendSummary(
  context: Context,
  event: string,
  version: number,
): Promise<Outcome<null, SaveRefusal | 'nothing-to-send' | 'sent-already' | 'attendance-unsaid'>> {
  const { actor, networkId, now: at } = context
  return inTransaction(context, async (tx) => {
    const held = await heldBy(tx, context, event)
    if (!held.ok) return held
    const { summary, points } = held.value
    if (summary?.sentAt) return refuse('sent-already')
    if (!summary || summary.version !== version) return refuse('changed-meanwhile')
    if (points.length === 0) return refuse('nothing-to-send')
    const missing = unsaid(points)
    if (missing.length > 0) return refuse({ unsaid: missing })
    if ((await unspokenIn(tx, event)) > 0) return refuse('attendance-unsaid')
    await store.noteSent(tx, { networkId, event }, at)
    await audit.record(tx, {
      networkId,
      by: actor?.personId ?? null,
      at,
      did: 'commitments.summary-sent',
      on: { kind: 'event', id: event },
      after: { points: points.length },
    })
    await enqueue(tx, 'commitments.return', {})
    return done(null)
  })
}
