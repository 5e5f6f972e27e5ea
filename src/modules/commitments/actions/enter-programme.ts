import { holds, inTransaction, type Context } from '#modules/accounts'
import { addActivityIn, addEvidenceIn, followCourse, activitiesIn, type Activity } from '#modules/activities'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import * as store from '../commitment-store.ts'
import { isSettled, mayStandInProgramme, statusAfter, type Commitment } from '../core/commitment.ts'

/** The words that an activity gets from its commitment. */
export interface ActivityWords {
  readonly evidence: (event: string) => string
  /** Where everybody reads the commitment. */
  readonly address: (id: string) => string
  /** Why an activity is late or stopped, where whoever closed it said it. */
  readonly reason: (because: string) => string
  readonly moved: string
}

export type EnterRefusal = 'commitment-unknown' | 'not-allowed' | 'not-fit' | 'misfit'

/**
 * An officer of the municipality that has promised lets its commitment stand in the programme: as an activity of its
 * intervention, once, each leading to the other. The press is theirs, since only they speak for the municipality there.
 */
export async function enterProgramme(
  context: Context,
  id: string,
  words: ActivityWords,
): Promise<Outcome<string, EnterRefusal>> {
  const { actor, networkId, now } = context
  return inTransaction(context, async (tx) => {
    const commitment = await store.heldCommitment(tx, id)
    if (!commitment) return refuse('commitment-unknown')
    const { municipality } = commitment
    if (!actor || municipality === null || !holds(actor, 'officer', municipality))
      return refuse('not-allowed')
    if (commitment.activity !== null) return done(commitment.activity)
    if (!mayStandInProgramme(commitment)) return refuse('not-fit')
    const added = await addActivityIn(
      tx,
      context,
      municipality,
      activityFrom(commitment, actor.personId, words),
    )
    if (!added.ok) return refuse('misfit')
    const activity = added.value
    const evidence = { title: words.evidence(commitment.event.title), address: words.address(id) }
    await addEvidenceIn(tx, context, activity, evidence)
    const place = { networkId, id }
    await store.tieActivity(tx, place, { activity, by: actor.personId, at: now })
    await store.addAct(tx, place, { did: 'entered', side: 'officer', at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'commitments.entered',
      on: { kind: 'commitment', id },
      after: { activity },
    })
    return done(activity)
  })
}

const longestTitle = 120

function activityFrom(
  { what, intervention, byDay, state, because }: Commitment,
  owner: string,
  words: ActivityWords,
): Parameters<typeof addActivityIn>[3] {
  const letters = [...what]
  return {
    note: '',
    word: {
      intervention: intervention ?? '',
      title: letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : what,
      aim: what,
      text: '',
      body: null,
      joined: [],
      status: isSettled(state) ? statusAfter[state] : 'on-plan',
      reason: because === '' ? null : words.reason(because),
      owner,
      deputy: null,
      startsOn: null,
      endsOn: byDay,
      budget: null,
      paidBy: null,
      milestones: [],
    },
  }
}

/** Whether an activity says something else than the commitment that it stands for. */
export function lagsBehind({ state, byDay }: Commitment, { status, endsOn }: Activity): boolean {
  return isSettled(state) ? status !== statusAfter[state] : endsOn !== byDay
}

/** The activity that a commitment stands as. */
export async function activityOf(tx: Tx, { activity }: Commitment): Promise<Activity | undefined> {
  return activity === null ? undefined : (await activitiesIn(tx, { id: activity }))[0]
}

/** An officer lets the activity say what has become of its commitment: its new day, or how it ended. */
export async function followCommitment(
  context: Context,
  id: string,
  words: ActivityWords,
): Promise<Outcome<null, EnterRefusal>> {
  const { actor } = context
  return inTransaction(context, async (tx) => {
    const commitment = await store.heldCommitment(tx, id)
    if (!commitment) return refuse('commitment-unknown')
    const { municipality, state, byDay: endsOn, because } = commitment
    if (!actor || municipality === null || !holds(actor, 'officer', municipality))
      return refuse('not-allowed')
    const activity = await activityOf(tx, commitment)
    if (!activity) return refuse('not-fit')
    if (!lagsBehind(commitment, activity)) return done(null)
    const course = isSettled(state)
      ? { status: statusAfter[state], reason: because === '' ? null : words.reason(because), endsOn }
      : { status: activity.status, reason: activity.inside?.reason ?? words.moved, endsOn }
    const followed = await followCourse(tx, context, activity.id, course)
    return followed.ok ? done(null) : refuse('misfit')
  })
}
