import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { choicesOf } from '#modules/indicators'
import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { maySettle } from '../core/entry-policy.ts'
import { entryToSettle, settleEntry, type Entry } from '../entry-store.ts'
import { memberAddress } from '../store.ts'

export type ReturnFigureRefusal = 'not-allowed' | 'entry-unknown' | 'reason-missing'

/** What the one who entered a figure is written when it is sent back. */
export type ReturnLetter = (told: {
  readonly entry: Entry
  /** What they are called in the language of letters. */
  readonly indicator: string
  readonly municipality: string
  readonly by: string
  readonly reason: string
}) => { readonly subject: string; readonly body: string }

/**
 * A figure that waits is not to become one: a colleague sends it back and says why, which the one who entered it is
 * written; or that one takes it back and need not say why. They may do so whatever roles they still hold in the network.
 */
export async function returnFigure(
  context: Context,
  id: string,
  reason: string,
  letter: ReturnLetter,
): Promise<Outcome<null, ReturnFigureRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const entry = await entryToSettle(tx, id)
    if (!entry) return refuse('entry-unknown')
    const isOwn = entry.enteredBy === actor.personId
    if (!isOwn && !maySettle(actor, entry)) return refuse('not-allowed')
    if (!isOwn && reason === '') return refuse('reason-missing')
    const verdict = isOwn ? 'taken-back' : 'sent-back'
    await settleEntry(tx, id, { by: actor.personId, at: now, verdict, reason: reason || null })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: isOwn ? 'imports.figure-taken-back' : 'imports.figure-sent-back',
      on: { kind: 'indicator', id: entry.indicator },
      after: { municipality: entry.municipality, year: entry.figure.year, reason: reason || null },
    })
    if (!isOwn) await tellOfReturn(tx, { ...context, actor }, { entry, reason, letter })
    return done(null)
  })
}

async function tellOfReturn(
  tx: Tx,
  { networkId, actor, now }: Context & { readonly actor: Actor },
  told: { readonly entry: Entry; readonly reason: string; readonly letter: ReturnLetter },
): Promise<void> {
  const { entry, reason, letter } = told
  const to = await memberAddress(tx, entry.enteredBy)
  if (to === undefined) return
  const indicator = (await choicesOf(tx)).find(({ id }) => id === entry.indicator)?.name.sv ?? ''
  const place = (await municipalitiesOf(tx)).find(({ code }) => code === entry.municipality)?.name ?? ''
  const words = letter({ entry, indicator, municipality: place, by: actor.name, reason })
  await mail.send(tx, { networkId, to, ...words, holdsSecret: false }, now)
}
