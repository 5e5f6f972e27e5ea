import type { Context } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ShareForm } from '../core/part-forms.ts'
import { activeOf, triageAfter } from '../core/part.ts'
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

export type ShareRefusal = MovingRefusal | 'receiver-unknown' | 'receiver-there'

/** An officer lets another municipality in: from then on the matter is a record received there too. */
export async function share(
  context: Context,
  matter: MatterName,
  { municipality, to, role, reason }: ShareForm,
): Promise<Outcome<null, ShareRefusal>> {
  return moving(context, matter, async (moved) => {
    const { tx, place, parts, actor, now: at } = moved
    if (!ownPart(moved, municipality)) return refuse('not-allowed')
    if (!(await municipalitiesOf(tx)).some(({ code }) => code === to)) return refuse('receiver-unknown')
    if (activeOf(parts).some((part) => part.municipality === to)) return refuse('receiver-there')
    const found = await deskByRules(moved, to)
    const placement = { municipality: to, role, desk: found?.desk ?? null, owner: found?.owner ?? null }
    await letIn(moved, placement, reason)
    const after = [...parts.filter((part) => part.municipality !== to), { ...placement, leftAt: null }]
    await store.setTriage(tx, place, triageAfter(after, moved.matter.triage))
    await note(moved, { did: 'shared', municipality, concerns: to, role, desk: placement.desk, reason })
    await store.noteAccess(tx, place, {
      did: 'shared',
      municipality,
      letIn: to,
      personId: actor.personId,
      at,
    })
    await tellReceiver(moved, to)
    return done(null)
  })
}
