import type { Context } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { PassOnForm } from '../core/part-forms.ts'
import { afterPassing } from '../core/part.ts'
import { coordinatorReads } from '../core/part-policy.ts'
import * as store from '../part-store.ts'
import {
  deskByRules,
  letIn,
  moving,
  note,
  ownPart,
  tellReceiver,
  type MatterName,
  type MovingRefusal,
} from './moving.ts'
import { tellCompany, type Telling } from './tell-company.ts'

export type PassOnRefusal = MovingRefusal | 'receiver-self' | 'receiver-unknown' | 'coordinator-reads-not'

/**
 * An officer passes a matter on: to another municipality, or to the coordinator. The lead goes with it. What was received
 * stays readable, for it is a public record; the company reads only who has taken over.
 */
export async function passOn(
  context: Context,
  matter: MatterName,
  { municipality: from, to, reason, stays }: PassOnForm,
  telling: Telling,
): Promise<Outcome<null, PassOnRefusal>> {
  return moving(context, matter, async (moved) => {
    const { tx, place, parts, actor, now: at } = moved
    const part = ownPart(moved, from)
    if (!part) return refuse('not-allowed')
    if (to === from) return refuse('receiver-self')
    if (to === null && !coordinatorReads(moved.matter)) return refuse('coordinator-reads-not')
    if (to !== null && !(await municipalitiesOf(tx)).some(({ code }) => code === to))
      return refuse('receiver-unknown')

    const found = to === null ? null : await deskByRules(moved, to)
    const passing = { from, to, stays }
    const { receiver, triage } = afterPassing(parts, passing, { found, at, triage: moved.matter.triage })
    // The receiver first: once the lead has left, it has no say in who leads.
    if (receiver) await letIn(moved, receiver, reason)
    if (to !== null && part.role === 'lead') await tellCompany(moved, { lead: to, speaks: from }, telling)
    await store.changePart(
      tx,
      place,
      from,
      stays
        ? { role: 'contributor', stance: 'takes' }
        : { stance: 'not-mine', leftAt: at, leftBecause: reason },
    )
    await store.setTriage(tx, place, triage)
    await note(moved, {
      did: 'passed-on',
      municipality: from,
      concerns: to,
      role: receiver?.role ?? null,
      desk: receiver?.desk ?? null,
      reason,
    })
    const access = { did: 'passed-on', municipality: from, letIn: to, personId: actor.personId, at } as const
    await store.noteAccess(tx, place, access)
    await tellReceiver(moved, to)
    return done(null)
  })
}
