import { actorWith } from '#modules/accounts'
import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { occasionOn, type GivenPromise, type Occasion } from '../core/promise.ts'
import { noteLetter, ownAddress, promisesDueBy, promiseWith } from '../promise-store.ts'

/** What somebody is told of promises: which are due, and which were due and nobody has told how they went. */
export interface LetterOfPromises {
  readonly name: string
  readonly promises: readonly { readonly promise: GivenPromise; readonly occasion: Occasion }[]
}

interface RemindParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly write: (letter: LetterOfPromises) => { readonly subject: string; readonly body: string }
}

/** Longer than any row of days off. */
const ahead = 10

/** Reminds of the promises that are about to be due, and of those that were: one letter a person, each occasion once. */
export async function remindOfPromises(parts: RemindParts): Promise<void> {
  const today = dayOf(parts.clock())
  const people = new Map<
    string,
    { readonly networkId: string; readonly personId: string; ids: Map<string, Occasion> }
  >()
  for (const { networkId, id, dueOn, people: told } of await promisesDueBy(
    parts.queueDb,
    addDays(today, ahead),
  )) {
    const occasion = occasionOn(today, dueOn)
    if (occasion === null) continue
    for (const personId of told) {
      const key = `${networkId} ${personId}`
      const known = people.get(key) ?? { networkId, personId, ids: new Map() }
      known.ids.set(id, occasion)
      people.set(key, known)
    }
  }
  for (const { networkId, personId, ids } of people.values())
    await remind(parts, { networkId, personId }, ids)
}

/** In the person's own name: what the letter tells is what they may read. */
async function remind(
  { db, clock, write }: RemindParts,
  scope: { readonly networkId: string; readonly personId: string },
  ids: ReadonlyMap<string, Occasion>,
): Promise<void> {
  const now = clock()
  const { networkId, personId } = scope
  await inScope(db, scope, async (tx) => {
    const actor = await actorWith(tx, personId)
    if (!actor) return
    const promises: { readonly promise: GivenPromise; readonly occasion: Occasion }[] = []
    for (const [id, occasion] of ids) {
      const promise = await promiseWith(tx, id)
      if (promise?.outcome !== null) continue
      if (await noteLetter(tx, { networkId, id }, { person: personId, occasion, at: now }))
        promises.push({ promise, occasion })
    }
    const to = await ownAddress(tx)
    if (promises.length === 0 || to === null) return
    await mail.send(tx, { networkId, to, ...write({ name: actor.name, promises }), holdsSecret: false }, now)
  })
}
