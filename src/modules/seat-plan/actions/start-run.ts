import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { checked } from '#modules/seating'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { latestVersion, problemOf } from '../store.ts'
import { addRun } from '../run-store.ts'
import { seatingEvent } from './seating-event.ts'

type Refusal = 'not-allowed' | 'event-unknown' | 'no-seating' | 'under-way'

/** Lets the engine seat an event, for so long; a worker does it. Answers the run's id. */
export async function startRun(
  context: Context,
  asked: { readonly event: string; readonly seed: number; readonly milliseconds: number },
): Promise<Outcome<string, Refusal>> {
  const { networkId, now } = context
  const { event, seed, milliseconds } = asked
  return seatingEvent(context, event, async ({ tx, actor }): Promise<Outcome<string, Refusal>> => {
    if (checked(await problemOf(tx, event)).faults.length > 0) return refuse('no-seating')
    const basedOn = (await latestVersion(tx, event))?.version ?? 0
    const { personId } = actor
    const run = await addRun(tx, {
      networkId,
      event,
      basedOn,
      seed,
      milliseconds,
      askedAt: now,
      askedBy: personId,
    })
    if (run === undefined) return refuse('under-way')
    await enqueue(tx, 'seat-plan.fill-seats', { networkId, person: personId, event, run })
    await audit.record(tx, {
      networkId,
      by: personId,
      at: now,
      did: 'seat-plan.filling',
      on: { kind: 'event', id: event },
      after: { seed, seconds: milliseconds / 1000 },
    })
    return done(run)
  })
}
