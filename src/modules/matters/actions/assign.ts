import type { Context } from '#modules/accounts'
import { desksOf, type PlacedDesk } from '#modules/routing'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Settlement } from '../core/part-forms.ts'
import { activeOf, leadOf, type Part, type Placement } from '../core/part.ts'
import { mayAssign } from '../core/part-policy.ts'
import * as store from '../part-store.ts'
import {
  deskByRules,
  letIn,
  moving,
  note,
  tellReceiver,
  type MatterName,
  type Moving,
  type MovingRefusal,
} from './moving.ts'
import { tellCompany, type Telling } from './tell-company.ts'

/** A desk that is none stands at its own field. */
export type AssignRefusal =
  | MovingRefusal
  | 'changed-meanwhile'
  | 'lead-missing'
  | { readonly closedDesk: string }

/** The coordinator says who leads a matter, who contributes and at which desks, all at once. */
export async function assign(
  context: Context,
  matter: MatterName,
  { parts: wanted, reason, seen }: Settlement,
  telling: Telling,
): Promise<Outcome<null, AssignRefusal>> {
  return moving(context, matter, async (moved): Promise<Outcome<null, AssignRefusal>> => {
    const { tx, place, parts, actor } = moved
    if (!mayAssign(actor, moved.matter)) return refuse('not-allowed')
    const [last] = await store.movesOf(tx, place.matter)
    if ((last?.id ?? 0) !== seen) return refuse('changed-meanwhile')

    const placements = await placementsFor(moved, wanted)
    if (!placements.ok) return placements
    const { value: placed } = placements
    const lead = placed.find(({ role }) => role === 'lead')
    if (!lead) return refuse('lead-missing')
    if (leadOf(parts)?.municipality !== lead.municipality)
      await tellCompany(moved, { lead: lead.municipality, speaks: null }, telling)
    await putAll(moved, placed, reason)
    return done(null)
  })
}

/** Puts each municipality in its place, and takes away those that have none. */
async function putAll(moved: Moving, placed: readonly Placement[], reason: string): Promise<void> {
  for (const placement of placed) await put(moved, placement, reason)
  const staying = new Set(placed.map(({ municipality }) => municipality))
  for (const part of activeOf(moved.parts))
    if (!staying.has(part.municipality)) await takeAway(moved, part, reason)
  const lacksDesk = placed.some(({ role, desk }) => role !== 'informed' && desk === null)
  await store.setTriage(moved.tx, moved.place, lacksDesk ? 'no-desk' : null)
}

/** Where each municipality of the network is put. */
async function placementsFor(
  moved: Moving,
  wanted: Settlement['parts'],
): Promise<Outcome<readonly Placement[], { readonly closedDesk: string }>> {
  const known = new Set((await municipalitiesOf(moved.tx)).map(({ code }) => code))
  const desks = await desksOf(moved.tx)
  const placements: Placement[] = []
  for (const one of wanted.filter(({ municipality }) => known.has(municipality))) {
    const placement = await placementOf(moved, one, desks)
    if (!placement) return refuse({ closedDesk: one.municipality })
    placements.push(placement)
  }
  return done(placements)
}

/** Where a municipality takes it: as the coordinator says, else where it stands already, else by its own rules. */
async function placementOf(
  moved: Moving,
  { municipality, role, desk: wanted }: Settlement['parts'][number],
  desks: readonly PlacedDesk[],
): Promise<Placement | null> {
  const part = activeOf(moved.parts).find((one) => one.municipality === municipality)
  if (wanted === null && part?.desk) return { municipality, role, desk: part.desk, owner: part.owner }
  if (wanted === null) {
    const found = await deskByRules(moved, municipality)
    return { municipality, role, desk: found?.desk ?? null, owner: found?.owner ?? null }
  }
  const desk = desks.find(
    (one) => one.municipality === municipality && one.id === wanted && one.closedAt === null,
  )
  return desk ? { municipality, role, desk: desk.id, owner: desk.owner } : null
}

/** Puts a municipality in its place, notes what is new about it, and asks for its letter. */
async function put(moved: Moving, placement: Placement, reason: string): Promise<void> {
  const { tx, place, parts, actor, now: at } = moved
  const { municipality, role, desk, owner } = placement
  const part = activeOf(parts).find((one) => one.municipality === municipality)
  if (part?.role === role && part.desk === desk) return
  const move = { municipality: null, concerns: municipality, role, desk, reason }
  if (!part) {
    await letIn(moved, placement, reason)
    await note(moved, { ...move, did: role === 'lead' ? 'lead' : 'shared' })
    const access = {
      did: 'shared',
      municipality: null,
      letIn: municipality,
      personId: actor.personId,
      at,
    } as const
    await store.noteAccess(tx, place, access)
  } else {
    await store.changePart(tx, place, municipality, { role, deskId: desk, ownerId: owner })
    const didRole = role === 'lead' ? 'lead' : 'role'
    await note(moved, { ...move, did: part.role === role ? 'desk' : didRole })
  }
  await tellReceiver(moved, municipality)
}

async function takeAway(moved: Moving, { municipality }: Part, reason: string): Promise<void> {
  const { tx, place, now: leftAt } = moved
  await store.changePart(tx, place, municipality, { leftAt, leftBecause: reason })
  const move = { did: 'left', municipality: null, concerns: municipality, role: null, desk: null } as const
  await note(moved, { ...move, reason })
}
