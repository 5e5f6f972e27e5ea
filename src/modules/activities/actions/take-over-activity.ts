import { inTransaction, membersOf, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { maySay, vocabularyOf, type Vocabulary } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { wordOf, type Activity, type ActivityWord } from '../core/activity.ts'
import { mayTakeOverFor } from '../core/policy.ts'
import { activityWith } from '../store.ts'
import * as store from '../word-store.ts'
import { newId } from './add-activity.ts'

/** What the owner of an activity is told when it is taken over. */
export interface TakenOver {
  readonly origin: Activity
  readonly copyId: string
  /** The municipality that took it over. */
  readonly taker: string
}

export type WriteLetter = (taken: TakenOver) => { readonly subject: string; readonly body: string }

/**
 * An officer takes over another municipality's activity: what it is about and how it was done becomes a planned activity
 * of their own, without owner, days and money. The origin's owner gets a letter. Answers the id of the copy.
 */
export async function takeOverActivity(
  context: Context,
  asked: { readonly origin: string; readonly municipality: string },
  write: WriteLetter,
): Promise<
  Outcome<
    string,
    'not-allowed' | 'activity-unknown' | 'intervention-retired' | { readonly takenAlready: string }
  >
> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const origin = await activityWith(tx, asked.origin)
    if (!origin) return refuse('activity-unknown')
    if (!mayTakeOverFor(actor, origin.municipality.code).includes(asked.municipality))
      return refuse('not-allowed')
    if (origin.intervention.isRetired) return refuse('intervention-retired')
    const word = copied(origin, await vocabularyOf(tx))
    const id = await newId(tx, { networkId, municipality: asked.municipality, title: word.title })
    // Asked after the wait for a new address: of two presses the second finds what the first has made.
    const before = await store.copyOf(tx, origin.id, asked.municipality)
    if (before !== undefined) return refuse({ takenAlready: before })
    const copy = { municipality: asked.municipality, takenFrom: origin.id, at: now }
    await store.addActivity(tx, { networkId, id }, copy)
    await store.addWord(tx, { networkId, id }, 0, { word, note: null, by: actor.personId, at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'activities.activity-taken-over',
      on: { kind: 'activity', id },
      after: { takenFrom: origin.id, ...word },
    })
    await tellOwner(tx, { origin, copyId: id, municipality: asked.municipality }, context, write)
    return done(id)
  })
}

/** What may be used by others: the content, and the milestones without their days. */
function copied(origin: Activity, vocabulary: Vocabulary): ActivityWord {
  const { intervention, title, aim, text, milestones } = wordOf(origin)
  return {
    intervention,
    title,
    aim,
    text,
    milestones: milestones.map((milestone) => ({ ...milestone, on: null })),
    // A network that has no word for what is not begun yet begins with what is taken over.
    status: maySay(vocabulary, 'planned', undefined) ? 'planned' : 'on-plan',
    reason: null,
    joined: [],
    body: null,
    owner: null,
    deputy: null,
    startsOn: null,
    endsOn: null,
    budget: null,
    paidBy: null,
  }
}

/** To the owner, or the deputy, who has not left; where there is neither nobody is told. */
async function tellOwner(
  tx: Tx,
  { origin, copyId, municipality }: { origin: Activity; copyId: string; municipality: string },
  { networkId, now }: Pick<Context, 'networkId' | 'now'>,
  write: WriteLetter,
): Promise<void> {
  const members = await membersOf(tx)
  const [to] = [origin.inside?.owner, origin.inside?.deputy].flatMap((person) =>
    members.filter(({ id, grants }) => id === person?.id && isHere(grants, origin.municipality.code)),
  )
  if (!to) return
  const taker = (await municipalitiesOf(tx)).find(({ code }) => code === municipality)?.name ?? ''
  const letter = write({ origin, copyId, taker })
  await mail.send(tx, { networkId, to: to.email, ...letter, holdsSecret: false }, now)
}

function isHere(grants: Actor['grants'], code: string): boolean {
  return grants.some(({ municipality }) => municipality === code)
}
