import type { Context } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { PassOnForm } from '../core/part-forms.ts'
import { afterPassing, type Placement } from '../core/part.ts'
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
  type Moving,
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
  form: PassOnForm,
  telling: Telling,
): Promise<Outcome<null, PassOnRefusal>> {
  return moving(context, matter, async (moved) => {
    const { tx, place, parts, now: at } = moved
    const part = ownPart(moved, form.municipality)
    if (!part) return refuse('not-allowed')
    const refusal = await whyNot(moved, form)
    if (refusal) return refuse(refusal)

    const { municipality: from, to, reason, stays } = form
    const found = to === null ? null : await deskByRules(moved, to)
    const passing = { from, to, stays }
    const { receiver, triage } = afterPassing(parts, passing, { found, at, triage: moved.matter.triage })
    // The receiver first: once the lead has left, it has no say in who leads.
    if (receiver) await letIn(moved, receiver, reason)
    if (to !== null && part.role === 'lead') await tellCompany(moved, { lead: to, speaks: from }, telling)
    const leaving: store.PartChange = stays
      ? { role: 'contributor', stance: 'takes' }
      : { stance: 'not-mine', leftAt: at, leftBecause: reason }
    await store.changePart(tx, place, from, leaving)
    await store.setTriage(tx, place, triage)
    await tell(moved, form, receiver)
    return done(null)
  })
}

async function whyNot(
  { tx, matter }: Moving,
  { municipality: from, to }: PassOnForm,
): Promise<Exclude<PassOnRefusal, MovingRefusal> | null> {
  if (to === null) return coordinatorReads(matter) ? null : 'coordinator-reads-not'
  if (to === from) return 'receiver-self'
  return (await municipalitiesOf(tx)).some(({ code }) => code === to) ? null : 'receiver-unknown'
}

/** Notes it for those who work on it and in the company's log, and asks for the receiver's letter. */
async function tell(
  moved: Moving,
  { municipality: from, to, reason }: PassOnForm,
  receiver: Placement | null,
): Promise<void> {
  const { tx, place, actor, now: at } = moved
  const placed = { role: receiver?.role ?? null, desk: receiver?.desk ?? null }
  await note(moved, { did: 'passed-on', municipality: from, concerns: to, ...placed, reason })
  const access = { did: 'passed-on', municipality: from, letIn: to, personId: actor.personId, at } as const
  await store.noteAccess(tx, place, access)
  await tellReceiver(moved, to)
}
