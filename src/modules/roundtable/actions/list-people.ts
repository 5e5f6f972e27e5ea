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
    for (const one of decided.added) await add(tx, planned, one, criteria, secret)
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
}

async function knownOn(tx: Tx, event: string): Promise<readonly Known[]> {
  const contacts = await contactsOf(tx, event)
  return (await participantsOf(tx, event))
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ id, name, organisation, personId }) => ({
      ...{ id, name, organisation, personId },
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
  const known: (Known & { readonly from?: Wanted })[] = [...listed]
  const added = new Set<Wanted>()
  const moved: { readonly known: string; readonly person: ParticipantForm }[] = []
  const clashes: Clash[] = []
  for (const [at, one] of wanted.entries()) {
    const { person, same, personId = null } = one
    const twin = known.find((other) => personId !== null && other.personId === personId)
    const like = twin ? { other: twin, likeness: 'listed' as const } : likeOf(person, known)
    if (like?.likeness === 'listed' || (like && same === 'keep')) continue
    if (like && same === 'this') {
      if (like.other.id === null) added.delete(like.other.from ?? one)
      else {
        moved.push({ known: like.other.id, person })
        continue
      }
    } else if (like && same !== 'two') {
      const { name, organisation } = like.other
      clashes.push({ at, likeness: like.likeness, other: { name, organisation } })
      continue
    }
    added.add(one)
    const { name, organisation, email } = person
    known.push({ id: null, name, organisation, email, personId, from: one })
  }
  return { added: [...added], moved, clashes }
}

async function move(tx: Tx, planned: Planning, id: string, person: ParticipantForm): Promise<void> {
  const { organisation, title, municipality } = person
  await editParticipant(tx, id, { organisation, title, municipality, companyId: null })
  await noteOn(tx, planned, 'roundtable.participant-edited', id, { after: { organisation } })
}

async function add(
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
      ...{ id, criterionId },
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
