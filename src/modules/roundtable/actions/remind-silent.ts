import { inScope } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { reminderOn } from '../core/reminding.ts'
import { digestOf, keyOf } from '../key.ts'
import { contactOf, dropNeed } from '../participant-store.ts'
import { criteriaOf, eventWith, participantHere } from '../store.ts'
import { needsToForget, silentOn } from '../worker-store.ts'
import { sendLetter } from './letters.ts'
import type { WorkParts } from './offer-seats.ts'

/** Reminds those who are silent, on working days before the last day, each occasion once. */
export async function remindSilent(parts: WorkParts): Promise<void> {
  const { db, queueDb, clock, secret } = parts
  const at = clock()
  const today = dayOf(at)
  for (const { networkId, participant: id, answerBy, lastLetterAt } of await silentOn(queueDb, today)) {
    const occasion = reminderOn(today, answerBy, dayOf(lastLetterAt))
    if (occasion === null) continue
    const key = digestOf(keyOf(secret, { networkId, participant: id }))
    await inScope(db, { networkId, personId: null, key }, async (tx) => {
      const here = await participantHere(tx)
      const event = here && (await eventWith(tx, here.event))
      const contact = await contactOf(tx, id)
      if (!event || !contact || here.participant.state !== 'invited') return
      const criteria = await criteriaOf(tx, event.id)
      const criterion = criteria.find((one) => one.id === here.participant.criterionId)?.text ?? ''
      const { participant } = here
      await sendLetter(
        tx,
        parts,
        { occasion, event, criterion, participant, contact },
        { networkId, at, by: null },
      )
    })
  }
}

/** Deletes what people needed, when the event is so long ago as was said. */
export async function forgetNeeds({ db, queueDb, clock, secret }: WorkParts): Promise<void> {
  for (const { networkId, participant } of await needsToForget(queueDb, dayOf(clock()))) {
    const key = digestOf(keyOf(secret, { networkId, participant }))
    await inScope(db, { networkId, personId: null, key }, async (tx) => dropNeed(tx, participant))
  }
}
