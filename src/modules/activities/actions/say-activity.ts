import { colleaguesIn, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { frameworkOf, maySay } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { wordOf, type Activity, type ActivityWord } from '../core/activity.ts'
import type { ActivityForm } from '../core/activity-form.ts'
import { changedFields } from '../core/history.ts'
import { maySayActivity } from '../core/policy.ts'
import { activityWith, noteOf } from '../store.ts'
import * as store from '../word-store.ts'

export type Misfit =
  | 'intervention-unknown'
  | 'intervention-retired'
  | 'municipality-unknown'
  | 'status-out-of-use'
  | 'owner-not-here'
  | 'deputy-not-here'

export type SayActivityRefusal = Misfit | 'not-allowed' | 'activity-unknown' | 'changed-meanwhile'

/**
 * An officer of the municipality that leads an activity says how it is and goes. Nothing is overwritten that they have
 * not seen: the form carries the version it was filled in against.
 */
export async function sayActivity(
  context: Context,
  id: string,
  form: ActivityForm,
): Promise<Outcome<null, SayActivityRefusal>> {
  return inTransaction(context, async (tx) => sayActivityIn(tx, context, id, form))
}

/** How what an activity stands for has gone, as its officer says it elsewhere. */
export interface Course {
  readonly status: Activity['status']
  readonly reason: string | null
  readonly endsOn: IsoDay | null
}

/** An officer lets an activity follow what it stands for, in the transaction of that; all else is as it was said. */
export async function followCourse(
  tx: Tx,
  context: Acting,
  id: string,
  course: Course,
): Promise<Outcome<null, SayActivityRefusal>> {
  const activity = await activityWith(tx, id)
  if (!activity) return refuse('activity-unknown')
  const { version } = activity
  const word = { ...wordOf(activity), ...course }
  return sayActivityIn(tx, context, id, { word, version, note: (await noteOf(tx, id)) ?? '' })
}

type Acting = Pick<Context, 'actor' | 'networkId' | 'now'>

async function sayActivityIn(
  tx: Tx,
  { actor, networkId, now }: Acting,
  id: string,
  form: ActivityForm,
): Promise<Outcome<null, SayActivityRefusal>> {
  if (!actor) return refuse('not-allowed')
  const activity = await activityWith(tx, id)
  if (!activity) return refuse('activity-unknown')
  if (!maySayActivity(actor, activity.municipality.code)) return refuse('not-allowed')
  const word = {
    ...form.word,
    joined: form.word.joined.filter((code) => code !== activity.municipality.code),
  }
  const misfit = await whyUnfit(tx, activity.municipality.code, word, activity)
  if (misfit) return refuse(misfit)
  const noteBefore = (await noteOf(tx, id)) ?? ''
  const note = form.note === noteBefore ? null : form.note
  const before = wordOf(activity)
  if (activity.version !== form.version) return refuse('changed-meanwhile')
  const saying = { word, note, by: actor.personId, at: now }
  if (!(await store.addWord(tx, { networkId, id }, form.version, saying))) return refuse('changed-meanwhile')
  const isSame = note === null && changedFields(before, word).length === 0
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: isSame ? 'activities.activity-said-again' : 'activities.activity-said',
    on: { kind: 'activity', id },
    before,
    after: word,
  })
  return done(null)
}

/** Why an activity cannot be as it is said to be; null when it can. What stood there before may stay. */
export async function whyUnfit(
  tx: Tx,
  municipality: string,
  word: ActivityWord,
  before?: Activity,
): Promise<Misfit | null> {
  const { interventions, statuses } = await frameworkOf(tx)
  const intervention = interventions.find(({ id }) => id === word.intervention)
  if (!intervention) return 'intervention-unknown'
  if (intervention.retiredAt !== null && word.intervention !== before?.intervention.id)
    return 'intervention-retired'
  if (!maySay(statuses, word.status, before?.status)) return 'status-out-of-use'
  const known = new Set((await municipalitiesOf(tx)).map(({ code }) => code))
  if (word.joined.some((code) => !known.has(code))) return 'municipality-unknown'
  const here = new Set((await colleaguesIn(tx, municipality)).map(({ id }) => id))
  if (word.owner !== null && !here.has(word.owner)) return 'owner-not-here'
  if (word.deputy !== null && !here.has(word.deputy)) return 'deputy-not-here'
  return null
}
