import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { digestOf, eventWith, keyOf, participantsOf, type Participant } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addAttendance, lockDay } from '../attendance-store.ts'
import type { DoorForm } from '../core/door-form.ts'
import { keepsDoor } from '../core/policy.ts'
import { addAtDoor } from '../door-store.ts'

export type DoorRefusal =
  | 'not-allowed'
  | 'event-unknown'
  | 'cancelled'
  | 'participant-unknown'
  | 'has-delegate'

/**
 * Adds somebody who has come without being on the list, in somebody's place or besides, and checks them in. Whose place it is
 * does not come any more. Answers the participant's id.
 */
export async function addAtTheDoor(
  context: Context,
  { event, insteadOf }: { readonly event: string; readonly insteadOf: string | null },
  form: DoorForm,
  secret: string,
): Promise<Outcome<string, DoorRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !keepsDoor(actor)) return refuse('not-allowed')
  const said = { at: now, by: actor.personId }

  return inTransaction(context, async (tx) => {
    await lockDay(tx, event)
    const door = await doorFor(tx, event, insteadOf)
    if (!door.ok) return door
    const { participants, replaced } = door.value
    if (participants.some(({ id }) => id === form.id)) return done(form.id)
    if (participants.some((one) => one.insteadOf !== null && one.insteadOf === insteadOf))
      return refuse('has-delegate')
    const one = {
      ...form,
      insteadOf,
      kind: kindOf(form, replaced),
      municipality: replaced?.municipality ?? null,
    }
    const place = { networkId, event }
    await addAtDoor(tx, place, one, digestOf(keyOf(secret, { networkId, participant: form.id })), said)
    const whole = { fromRound: null, untilRound: null }
    await addAttendance(tx, place, { participant: form.id, state: 'here', ...whole }, said)
    if (insteadOf !== null)
      await addAttendance(tx, place, { participant: insteadOf, state: 'absent', ...whole }, said)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'event-day.added',
      on: { kind: 'event', id: event },
      after: { participant: form.id, ...(insteadOf !== null && { insteadOf }) },
    })
    return done(form.id)
  })
}

/** Who is on the list, and whose place is taken: that of somebody who was to come. */
async function doorFor(tx: Tx, event: string, insteadOf: string | null) {
  const known = await eventWith(tx, event)
  if (!known) return refuse('event-unknown')
  if (known.cancelledAt) return refuse('cancelled')
  const participants = await participantsOf(tx, event)
  const replaced = participants.find(({ id }) => id === insteadOf)
  if (insteadOf !== null && replaced?.state !== 'yes') return refuse('participant-unknown')
  return done({ participants, replaced })
}

/** Whoever comes in somebody's place comes as what they were; a host's place as a host is not taken over at the door. */
function kindOf(form: DoorForm, replaced: Participant | undefined) {
  return replaced === undefined || replaced.kind === 'host' ? form.kind : replaced.kind
}
