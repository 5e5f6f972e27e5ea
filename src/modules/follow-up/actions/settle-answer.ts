import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Round } from '../core/round.ts'
import { maySettle } from '../core/policy.ts'
import * as store from '../store.ts'
import { holdOpenRound } from './hold-open-round.ts'

export type SettleRefusal =
  | 'not-allowed'
  | 'round-unknown'
  | 'round-frozen'
  | 'not-answered'
  | 'answered-again'
  | 'settled-already'
  | 'note-missing'

/** What the leader says of which answer. */
export interface Settling {
  /** The answer that the leader has seen. */
  readonly number: number
  readonly verdict: 'confirmed' | 'sent-back'
  readonly note: string
}

/** The letter that tells the officers what was sent back, and why. */
export type WriteSentBack = (
  round: Round,
  note: string,
) => { readonly subject: string; readonly body: string }

/** A leader confirms what the officers have answered, or sends it back with a note that they get by mail. */
export async function settleAnswer(
  context: Context,
  round: string,
  municipality: string,
  { settling, write }: { readonly settling: Settling; readonly write: WriteSentBack },
): Promise<Outcome<null, SettleRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySettle(actor, municipality)) return refuse('not-allowed')
  const { number, verdict, note } = settling
  if (verdict === 'sent-back' && note === '') return refuse('note-missing')
  const place = { networkId, round, municipality }

  return inTransaction(context, async (tx) => {
    const known = await holdOpenRound(tx, place)
    if (!known.ok) return known
    const answer = (await store.answersOf(tx, round)).get(municipality)
    if (!answer) return refuse('not-answered')
    if (answer.number !== number) return refuse('answered-again')
    if (answer.verdict) return refuse('settled-already')
    await store.addVerdict(tx, place, settling, { by: actor.personId, at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: verdict === 'confirmed' ? 'follow-up.answer-confirmed' : 'follow-up.answer-sent-back',
      on: { kind: 'follow-up-answer', id: `${round}/${municipality}` },
      after: { number, ...(note === '' ? {} : { note }) },
    })
    if (verdict === 'sent-back') {
      for (const to of await store.officersToTell(tx, municipality))
        await mail.send(tx, { networkId, to, ...write(known.value, note), holdsSecret: false }, now)
    }
    return done(null)
  })
}
