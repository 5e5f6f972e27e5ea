import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { latestVersion, savePlan, versionWith } from '../store.ts'
import { seatingEvent } from './seating-event.ts'

type Refusal = 'not-allowed' | 'event-unknown' | 'version-unknown' | 'overtaken'

/** Lets an earlier version hold again, as a new one; refused when somebody has saved since the page was read. */
export async function restoreVersion(
  context: Context,
  { event, version, basedOn }: { readonly event: string; readonly version: number; readonly basedOn: number },
): Promise<Outcome<number, Refusal>> {
  const { networkId, now } = context
  return seatingEvent(context, event, async ({ tx, actor }): Promise<Outcome<number, Refusal>> => {
    const wanted = await versionWith(tx, event, version)
    if (!wanted) return refuse('version-unknown')
    if ((await latestVersion(tx, event))?.version !== basedOn) return refuse('overtaken')
    const saved = await savePlan(tx, {
      networkId,
      event,
      basedOn,
      rounds: wanted.rounds,
      made: { by: 'restored', version, pins: wanted.made.pins ?? [] },
      at: now,
      by: actor.personId,
    })
    if (!saved.ok) return saved
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'seat-plan.restored',
      on: { kind: 'event', id: event },
      after: { version: saved.value, restored: version },
    })
    return done(saved.value)
  })
}
