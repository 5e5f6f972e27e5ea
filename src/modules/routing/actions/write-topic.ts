import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import { maySetTopics } from '../core/policy.ts'
import { seenTopic, type TopicForm } from '../core/topic-form.ts'
import * as store from '../store.ts'

export type WriteTopicRefusal = 'not-allowed' | 'topic-unknown' | 'changed-meanwhile'

const reserved = new Set([...addingWords, 'nytt'])

/** The coordinator adds a topic at the end, or writes one anew; its id, and those of what it asks, stay. */
export async function writeTopic(
  context: Context,
  id: string | null,
  { written, seen }: TopicForm,
): Promise<Outcome<string, WriteTopicRefusal>> {
  return changed(context, async (tx, topics) => {
    const { networkId } = context
    if (id === null) {
      const added = freeSlug(written.name.sv, new Set(topics.map((topic) => topic.id)), 'amne', reserved)
      const position = Math.max(0, ...topics.map((topic) => topic.position)) + 1
      await store.addTopic(tx, networkId, { id: added, position, ...written })
      return done({ did: 'routing.topic-added', id: added, after: written })
    }
    const before = topics.find((topic) => topic.id === id)
    if (!before) return refuse('topic-unknown')
    if (seenTopic(before) !== seen) return refuse('changed-meanwhile')
    await store.changeTopic(tx, networkId, id, written)
    const { name, hint, questions } = before
    return done({ did: 'routing.topic-changed', id, before: { name, hint, questions }, after: written })
  })
}

/** What the coordinator does to a topic as it stands among the others. */
export type TopicStep = 'up' | 'down' | 'retire' | 'bring-back'

/** The coordinator moves a topic, retires one so that nothing new comes under it, or brings one back. */
export async function moveTopic(
  context: Context,
  id: string,
  step: TopicStep,
): Promise<Outcome<string, WriteTopicRefusal>> {
  return changed(context, async (tx, topics) => {
    const at = topics.findIndex((topic) => topic.id === id)
    const topic = topics[at]
    if (!topic) return refuse('topic-unknown')
    if (step === 'retire' || step === 'bring-back') {
      const retiredAt = step === 'retire' ? context.now : null
      await store.changeTopic(tx, context.networkId, id, { retiredAt })
      return done({ did: step === 'retire' ? 'routing.topic-retired' : 'routing.topic-brought-back', id })
    }
    const to = Math.min(Math.max(at + (step === 'up' ? -1 : 1), 0), topics.length - 1)
    const ordered = topics.toSpliced(at, 1).toSpliced(to, 0, topic)
    for (const [index, one] of ordered.entries())
      if (one.position !== index + 1)
        await store.changeTopic(tx, context.networkId, one.id, { position: index + 1 })
    return done({ did: 'routing.topic-moved', id, before: { position: at + 1 }, after: { position: to + 1 } })
  })
}

interface Changed {
  readonly did: string
  readonly id: string
  readonly before?: unknown
  readonly after?: unknown
}

/** One change of the topics: by the coordinator, one at a time, and noted. */
async function changed(
  context: Context,
  change: (
    tx: Tx,
    topics: readonly store.KeptTopic[],
  ) => Promise<Outcome<Changed, Exclude<WriteTopicRefusal, 'not-allowed'>>>,
): Promise<Outcome<string, WriteTopicRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySetTopics(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    await store.holdTopics(tx, networkId)
    const outcome = await change(tx, await store.allTopicsOf(tx))
    if (!outcome.ok) return outcome
    const { did, id, before, after } = outcome.value
    const on = { kind: 'topic', id }
    await audit.record(tx, { networkId, by: actor.personId, at: now, did, on, before, after })
    return done(id)
  })
}
