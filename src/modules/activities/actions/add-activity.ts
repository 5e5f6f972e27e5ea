import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import type { ActivityForm } from '../core/activity-form.ts'
import { maySayActivity } from '../core/policy.ts'
import * as store from '../word-store.ts'
import { whyUnfit, type Misfit } from './say-activity.ts'

/** An officer adds an activity that their municipality leads. Answers its id. */
export async function addActivity(
  context: Context,
  municipality: string,
  form: ActivityForm,
): Promise<Outcome<string, Misfit | 'not-allowed'>> {
  return inTransaction(context, async (tx) => addActivityIn(tx, context, municipality, form))
}

/** The same as a part of what an officer does elsewhere, in that transaction. */
export async function addActivityIn(
  tx: Tx,
  { actor, networkId, now }: Pick<Context, 'actor' | 'networkId' | 'now'>,
  municipality: string,
  form: Pick<ActivityForm, 'word' | 'note'>,
): Promise<Outcome<string, Misfit | 'not-allowed'>> {
  if (!actor || !maySayActivity(actor, municipality)) return refuse('not-allowed')
  const word = { ...form.word, joined: form.word.joined.filter((code) => code !== municipality) }
  const misfit = await whyUnfit(tx, municipality, word)
  if (misfit) return refuse(misfit)
  const id = await newId(tx, { networkId, municipality, title: word.title })
  await store.addActivity(tx, { networkId, id }, { municipality, takenFrom: null, at: now })
  const note = form.note === '' ? null : form.note
  await store.addWord(tx, { networkId, id }, 0, { word, note, by: actor.personId, at: now })
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'activities.activity-added',
    on: { kind: 'activity', id },
    after: word,
  })
  return done(id)
}

/** The address that a new activity gets, once and for good: its municipality and its title. */
export async function newId(
  tx: Tx,
  activity: { readonly networkId: string; readonly municipality: string; readonly title: string },
): Promise<string> {
  await store.holdAdding(tx, activity.networkId)
  const lead = (await municipalitiesOf(tx)).find(({ code }) => code === activity.municipality)
  return freeSlug(`${lead?.name ?? ''} ${activity.title}`, await store.idsTaken(tx), 'aktivitet', addingWords)
}
