import { randomUUID } from 'node:crypto'
import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Criterion, Event } from '../core/event.ts'
import type { ParticipantForm } from '../core/participant-form.ts'
import type { Participant } from '../core/participant.ts'
import { likeOf, type Likeness, type SameAnswer } from '../core/sameness.ts'
import { digestOf, keyOf } from '../key.ts'
import { addParticipant, contactsOf, editParticipant } from '../participant-store.ts'
import { criteriaOf, participantsOf } from '../store.ts'
import { planning, type Planning, type PlanRefusal } from './planning.ts'

/** Somebody to put on the list, and what was answered about who is like them. */
export interface Wanted {
  readonly person: ParticipantForm
  readonly companyId?: string | null | undefined
  readonly personId?: string | null | undefined
  readonly same?: SameAnswer | undefined
}

/** Somebody who is like another, whom only a person can tell apart. `at` counts those who were wanted. */
export interface Clash {
  readonly at: number
  readonly likeness: Likeness
  readonly other: { readonly name: string; readonly organisation: string }
}

export interface Listing {
  readonly added: number
  /** Who stood there already. */
  readonly kept: number
}

export type ListRefusal =
  | PlanRefusal
  | 'criterion-unknown'
  | 'closed'
  | { readonly clashes: readonly Clash[] }

/** Puts people on an event's list, each by a stated criterion: all of them, or none while somebody has to be told from another. */
export async function listPeople(
  context: Context,
  id: string,
  wanted: readonly Wanted[],
  secret: string,
): Promise<Outcome<Listing, ListRefusal>> {
  return planning<Listing, Exclude<ListRefusal, PlanRefusal>>(context, id, async (tx, planned, event) => {
    if (isClosed(event)) return refuse('closed')
    const criteria = new Map((await criteriaOf(tx, id)).map((one) => [one.id, one]))
    if (wanted.some(({ person }) => !criteria.has(person.criterion))) return refuse('criterion-unknown')
    const decided = decide(wanted, await knownOn(tx, id))
    if (decided.clashes.length > 0) return refuse({ clashes: decided.clashes })
    for (const { known, person } of decided.moved) await move(tx, planned, known, person)
    for (const one of decided.added) await addToList(tx, planned, one, criteria, secret)
    return done({ added: decided.added.length, kept: wanted.length - decided.added.length })
  })
}

function isClosed({ cancelledAt, heldAt }: Event): boolean {
  return cancelledAt !== null || heldAt !== null
}

/** Who stands on the list, or is about to: those have no id yet. */
interface Known {
  readonly id: string | null
  readonly name: string
  readonly organisation: string
  readonly email: string
  readonly personId: string | null
  readonly from?: Wanted
}

async function knownOn(tx: Tx, event: string): Promise<readonly Known[]> {
  const contacts = await contactsOf(tx, event)
  return (await participantsOf(tx, event))
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ id, name, organisation, personId }) => ({
      id,
      name,
      organisation,
      personId,
      email: contacts.get(id)?.email ?? '',
    }))
}

interface Decided {
  readonly added: readonly Wanted[]
  readonly moved: readonly { readonly known: string; readonly person: ParticipantForm }[]
  readonly clashes: readonly Clash[]
}

/** What becomes of each: added, kept as they stand, moved to another organisation, or to be asked about. */
function decide(wanted: readonly Wanted[], listed: readonly Known[]): Decided {
  const known: Known[] = [...listed]
  const added = new Set<Wanted>()
  const moved: { readonly known: string; readonly person: ParticipantForm }[] = []
  const clashes: Clash[] = []
  for (const [at, one] of wanted.entries()) {
    const like = likeIn(one, known)
    const what = like ? fateOf(like.likeness, one.same) : 'add'
    if (like && what === 'ask') {
      const { name, organisation } = like.other
      clashes.push({ at, likeness: like.likeness, other: { name, organisation } })
    }
    if (like && what === 'move') {
      if (like.other.id === null) replace(added, like.other, one)
      else moved.push({ known: like.other.id, person: one.person })
    }
    if (what === 'add') {
      added.add(one)
      known.push(knownFrom(one))
    }
  }
  return { added: [...added], moved, clashes }
}

/** Of two in the same list the later one holds. */
function replace(added: Set<Wanted>, { from }: Known, one: Wanted): void {
  if (from) added.delete(from)
  added.add(one)
}

function fateOf(likeness: Likeness, same: SameAnswer | undefined): 'keep' | 'move' | 'add' | 'ask' {
  if (likeness === 'listed' || same === 'keep') return 'keep'
  if (same === 'this') return 'move'
  return same === 'two' ? 'add' : 'ask'
}

function likeIn({ person, personId }: Wanted, known: readonly Known[]) {
  const twin = personId ? known.find((other) => other.personId === personId) : undefined
  return twin ? { other: twin, likeness: 'listed' as const } : likeOf(person, known)
}

function knownFrom(from: Wanted): Known {
  const { name, organisation, email } = from.person
  return { id: null, name, organisation, email, personId: from.personId ?? null, from }
}

async function move(tx: Tx, planned: Planning, id: string, person: ParticipantForm): Promise<void> {
  const { organisation, title, municipality } = person
  await editParticipant(tx, id, { organisation, title, municipality, companyId: null })
  await noteOn(tx, planned, 'roundtable.participant-edited', id, { after: { organisation } })
}

/** Puts somebody on the list, with a key of their own, and says so in the log. */
export async function addToList(
  tx: Tx,
  planned: Planning,
  { person, companyId, personId }: Wanted,
  criteria: ReadonlyMap<string, Criterion>,
  secret: string,
): Promise<void> {
  const { criterion: criterionId, ...written } = person
  const { networkId } = planned
  const id = randomUUID()
  await addParticipant(
    tx,
    planned,
    {
      ...written,
      id,
      criterionId,
      companyId: companyId ?? null,
      personId: personId ?? null,
      kind: criteria.get(criterionId)?.kind ?? 'guest',
      state: 'listed',
      insteadOf: null,
      answeredAt: null,
      digest: digestOf(keyOf(secret, { networkId, participant: id })),
    },
    planned,
  )
  const { name, organisation } = person
  await noteOn(tx, planned, 'roundtable.participant-listed', id, {
    after: { name, organisation, criterion: criteria.get(criterionId)?.text ?? '' },
  })
}

/** Writes to the log what was done about somebody on the list: who, when, by which criterion; never how they are reached. */
export async function noteOn(
  tx: Tx,
  { networkId, at, by }: Pick<Planning, 'networkId' | 'at'> & { readonly by: string | null },
  did: `roundtable.${string}`,
  participant: Participant['id'],
  told: { readonly before?: unknown; readonly after?: unknown },
): Promise<void> {
  await audit.record(tx, { networkId, by, at, did, on: { kind: 'participant', id: participant }, ...told })
}
