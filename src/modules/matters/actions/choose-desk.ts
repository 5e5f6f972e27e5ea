import type { Context } from '#modules/accounts'
import { desksOf } from '#modules/routing'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ChooseDeskForm } from '../core/part-forms.ts'
import { triageAfter } from '../core/part.ts'
import * as store from '../part-store.ts'
import { moving, note, ownPart, tellReceiver, type MatterName, type MovingRefusal } from './moving.ts'

export type ChooseDeskRefusal = MovingRefusal | 'desk-closed' | 'desk-same'

/** An officer chooses at which of their own desks a matter is taken: where no rule found one, or found the wrong one. */
export async function chooseDesk(
  context: Context,
  matter: MatterName,
  { municipality, desk: id, reason }: ChooseDeskForm,
): Promise<Outcome<null, ChooseDeskRefusal>> {
  return moving(context, matter, async (moved) => {
    const { tx, place, parts } = moved
    const part = ownPart(moved, municipality)
    if (!part) return refuse('not-allowed')
    const desk = (await desksOf(tx, municipality)).find((one) => one.id === id && one.closedAt === null)
    if (!desk) return refuse('desk-closed')
    if (part.desk === id) return refuse('desk-same')
    await store.changePart(tx, place, municipality, { deskId: id, ownerId: desk.owner })
    const after = parts.map((one) => (one === part ? { ...one, desk: id } : one))
    await store.setTriage(tx, place, triageAfter(after, moved.matter.triage))
    await note(moved, { did: 'desk', municipality, concerns: municipality, role: null, desk: id, reason })
    await tellReceiver(moved, municipality)
    return done(null)
  })
}
