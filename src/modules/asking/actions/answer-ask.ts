import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { answerIn, saysNothing } from '../core/answer.ts'
import { isOpen } from '../core/ask.ts'
import { putAnswer, recipientHere, startAddress, stopAddress } from '../recipient-store.ts'
import { askWith } from '../store.ts'

/** Keeps what a company answers; it may change it until the last day. No log is told: who answered what is theirs. */
export async function answerAsk(
  context: Context,
  key: string,
  typed: Readonly<Record<string, string>>,
): Promise<Outcome<null, 'key-unknown' | 'closed' | 'nothing-said'>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const recipient = await recipientHere(tx)
    const ask = recipient && (await askWith(tx, recipient.ask))
    if (!ask) return refuse('key-unknown')
    if (!isOpen(ask, dayOf(now))) return refuse('closed')
    const answer = answerIn(ask.questions, typed)
    if (saysNothing(answer)) return refuse('nothing-said')
    await putAnswer(tx, { networkId, ...recipient }, answer, now)
    return done(null)
  })
}

/** Ends all questions to the address that a key was sent to, whichever municipality asks; or lets them come again. */
export async function stopAsks(
  context: Context,
  key: string,
  wants: 'stop' | 'start' = 'stop',
): Promise<Outcome<null, 'key-unknown'>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    if (!(await recipientHere(tx))) return refuse('key-unknown')
    await (wants === 'stop' ? stopAddress(tx, networkId, now) : startAddress(tx))
    return done(null)
  })
}
