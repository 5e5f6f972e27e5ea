import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { whyNotDay, type AbsenceForm } from '../core/time-forms.ts'
import * as store from '../absence-store.ts'

export type AbsenceRefusal = 'not-allowed' | 'day-passed' | 'day-too-far' | 'deputy-unknown'

/** Says when somebody is away and who answers meanwhile: oneself, or a colleague who cannot say it. */
export async function sayAbsence(
  context: Context,
  { person, fromDay, untilDay, deputy }: AbsenceForm,
): Promise<Outcome<null, AbsenceRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')
  const why = whyNotDay(untilDay, dayOf(now))
  if (why) return refuse(why)
  return inTransaction(context, async (tx) => {
    const beside = await peopleBeside(tx, actor)
    if (!beside.has(person)) return refuse('not-allowed')
    if (deputy !== null && !beside.has(deputy)) return refuse('deputy-unknown')
    const absence = { personId: person, fromDay, untilDay, deputyId: deputy }
    await store.addAbsence(tx, networkId, absence, { by: actor.personId, at: now })
    await note(tx, context, actor, {
      id: person,
      did: 'matters.absence-said',
      after: { fromDay, untilDay, deputy },
    })
    return done(null)
  })
}

/** Takes an absence back, or ends it today: whoever is back is back. */
export async function endAbsence(context: Context, id: string): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const person = await store.withdrawAbsence(tx, id, now)
    if (person === undefined) return refuse('not-allowed')
    await note(tx, context, actor, { id: person, did: 'matters.absence-ended' })
    return done(null)
  })
}

async function peopleBeside(tx: Tx, actor: Actor): Promise<ReadonlySet<string>> {
  return new Set((await store.peopleBeside(tx, actor)).map(({ id }) => id))
}

async function note(
  tx: Tx,
  { networkId, now }: Context,
  actor: Actor,
  { id, did, after }: { readonly id: string; readonly did: string; readonly after?: object },
): Promise<void> {
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did,
    on: { kind: 'person', id },
    ...(after === undefined ? {} : { after }),
  })
}
