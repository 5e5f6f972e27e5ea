import { randomUUID } from 'node:crypto'
import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { AskForm } from '../core/ask-form.ts'
import { choose, type Choosing, type Chosen } from '../core/choosing.ts'
import { asksAs } from '../core/policy.ts'
import { digestOf, keyOf } from '../key.ts'
import { addRecipient, candidatesFor, lockAsks } from '../recipient-store.ts'
import { addAsk } from '../store.ts'

export type SendRefusal = 'not-allowed' | 'day-passed' | 'nobody-to-ask' | 'too-many'

/** What a company is asked, for its letter. */
export interface LetterOfAsk {
  readonly form: AskForm
  readonly ground: Chosen['ground']
  /** What lets it answer. */
  readonly key: string
}

interface Sending {
  /** The installation's, from which the keys in the letters come. */
  readonly secret: string
  readonly write: (letter: LetterOfAsk) => { readonly subject: string; readonly body: string }
}

/** More are asked in several asks: all letters are one transaction. */
const mostAsked = 1000

/** Who would be asked, and how many would not and why; nothing is stored. */
export async function previewAsk(
  context: Context,
  form: AskForm,
): Promise<Outcome<Choosing, 'not-allowed' | 'day-passed'>> {
  if (!asksAs(context.actor).includes(form.by)) return refuse('not-allowed')
  if (form.closesOn < dayOf(context.now)) return refuse('day-passed')
  return inTransaction(context, async (tx) =>
    done(choose(await candidatesFor(tx, form.criteria, context.now))),
  )
}

/**
 * Asks the companies that fit and may be asked, by mail. Whoever else asks at the same time waits, so that no company is asked
 * more often than the network has promised; the database refuses it besides. Answers the ask's id.
 */
export async function sendAsk(
  context: Context,
  form: AskForm,
  sending: Sending,
): Promise<Outcome<string, SendRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !asksAs(actor).includes(form.by)) return refuse('not-allowed')
  if (form.closesOn < dayOf(now)) return refuse('day-passed')

  return inTransaction(context, async (tx) => {
    await lockAsks(tx, networkId)
    const { chosen } = choose(await candidatesFor(tx, form.criteria, now))
    if (chosen.length === 0) return refuse('nobody-to-ask')
    if (chosen.length > mostAsked) return refuse('too-many')
    const ask = await addAsk(tx, networkId, form, { at: now, by: actor.personId })
    for (const one of chosen) await askOne(tx, { ...context, actor }, { ask, form, one }, sending)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'asking.sent',
      on: { kind: 'ask', id: ask },
      after: { municipality: form.by, title: form.title, asked: chosen.length },
    })
    return done(ask)
  })
}

async function askOne(
  tx: Tx,
  { networkId, now }: Context & { readonly actor: Actor },
  { ask, form, one }: { readonly ask: string; readonly form: AskForm; readonly one: Chosen },
  { secret, write }: Sending,
): Promise<void> {
  const id = randomUUID()
  const key = keyOf(secret, { networkId, recipient: id })
  await addRecipient(tx, { networkId, ask, id }, one, digestOf(key), now)
  const letter = write({ form, ground: one.ground, key })
  await mail.send(tx, { networkId, to: one.email, ...letter, holdsSecret: true }, now)
}
