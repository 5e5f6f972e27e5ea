import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { triageAfter, type PartRole } from '../core/part.ts'
import * as store from '../part-store.ts'
import { moving, note, ownPart, type MatterName, type MovingRefusal } from './moving.ts'

/** An officer says for their municipality that it takes the matter, or that it has noted it. */
export async function takeStance(
  context: Context,
  matter: MatterName,
  { municipality, stance }: { readonly municipality: string; readonly stance: 'takes' | 'noted' },
): Promise<Outcome<null, MovingRefusal | 'lead-cannot-note'>> {
  return moving(context, matter, async (moved) => {
    const { tx, place, parts } = moved
    const part = ownPart(moved, municipality)
    if (!part) return refuse('not-allowed')
    if (stance === 'noted' && part.role === 'lead') return refuse('lead-cannot-note')
    const role: PartRole = stance === 'noted' ? 'informed' : part.role === 'lead' ? 'lead' : 'contributor'
    await store.changePart(tx, place, municipality, { stance, role })
    const after = parts.map((one) => (one === part ? { ...one, role } : one))
    await store.setTriage(tx, place, triageAfter(after, moved.matter.triage))
    await note(moved, { did: stance, municipality, concerns: municipality, role, desk: null, reason: '' })
    return done(null)
  })
}
