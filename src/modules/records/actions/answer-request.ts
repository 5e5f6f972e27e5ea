import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { answerErasure, eraseSender, openErasures, senderAddress, type OpenErasure } from '#modules/matters'
import { done, refuse, type Outcome } from '#platform/outcome.ts'

interface Answering {
  readonly request: string
  readonly wants: 'erase' | 'keep'
  /** What the company is told, in its own language. */
  readonly write: (
    request: OpenErasure,
    kept: string | null,
  ) => { readonly subject: string; readonly body: string }
}

/** Answers a company that has asked to have its details erased: they are, or the law keeps them and it is told why. */
export async function answerRequest(
  context: Context,
  { request: id, wants, write }: Answering,
): Promise<Outcome<'erased' | 'kept', 'not-allowed'>> {
  const { actor, networkId, now: at } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const request = (await openErasures(tx, at)).find((one) => one.id === id)
    if (!request) return refuse('not-allowed')
    const to = await senderAddress(tx, request.matter)
    const isErased = wants === 'erase' && (await eraseSender(tx, request.matter, at))
    // Of what may be erased a person may still say that it is needed as long as the matter is.
    const kept = isErased ? null : (request.kept ?? 'record')
    await answerErasure(tx, id, { kept, by: actor.personId, at })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at,
      did: isErased ? 'records.details-erased' : 'records.details-kept',
      on: { kind: 'matter', id: request.matter },
      after: { because: kept },
    })
    if (to !== '') await mail.send(tx, { networkId, to, ...write(request, kept), holdsSecret: false }, at)
    return done(isErased ? 'erased' : 'kept')
  })
}
