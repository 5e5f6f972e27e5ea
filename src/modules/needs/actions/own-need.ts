import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { daysStanding, isConfirmed, type Statement } from '../core/need.ts'
import { isLetterCode, letterCode } from '../key.ts'
import type { NeedForm } from '../need-form.ts'
import {
  changeStatement,
  confirmStatement,
  renewStatement,
  statementHere,
  withdrawStatement,
} from '../store.ts'
import { needIn, type Meant, type Saying } from './say-need.ts'
import { isTooOften } from './tries.ts'

type Refusal = 'key-unknown' | 'withdrawn'

/** Says by one press that a need stands still, also one that has lapsed; with the letter's code, that it is the company's own. */
export async function renewNeed(
  context: Context,
  key: string,
  letter: { readonly secret: string; readonly code: string },
): Promise<Outcome<null, Refusal>> {
  const { networkId, now } = context
  return behindKey(context, key, 'needs.renewed', async (tx, { id }) => {
    if (isLetterCode(letter.secret, { networkId, id }, letter.code)) await confirmStatement(tx, id, now)
    await renewStatement(tx, id, addDays(dayOf(context.now), daysStanding))
    return done(null)
  })
}

/** Takes a need back: it is no longer counted, and the address that came with it is forgotten. */
export async function withdrawNeed(context: Context, key: string): Promise<Outcome<null, Refusal>> {
  return behindKey(context, key, 'needs.withdrawn', async (tx, { id }) => {
    await withdrawStatement(tx, id, context.now)
    return done(null)
  })
}

/** Changes what a need says; it then stands as long as a new one. */
export async function changeNeed(
  context: Context,
  key: string,
  form: NeedForm,
  meant: Meant,
  { secret, write }: Saying,
): Promise<Outcome<null, Refusal | 'place-unknown' | 'field-unknown' | 'too-many-tries'>> {
  const { networkId, now } = context
  const { email, words } = form
  if (email !== '' && (await isTooOften(context, 'letter-to', email, secret))) return refuse('too-many-tries')
  return behindKey(context, key, 'needs.changed', async (tx, { id, ...before }) => {
    const known = new Set((await municipalitiesOf(tx)).map(({ code }) => code))
    if (!form.places.every((code) => known.has(code))) return refuse('place-unknown')
    if (!meant.fields.includes(form.field)) return refuse('field-unknown')
    const today = dayOf(context.now)
    const standsUntil = addDays(today, daysStanding)
    await changeStatement(tx, id, needIn(form, meant, today), standsUntil)
    if (email !== '' && email !== before.email && !isConfirmed(before)) {
      const letter = write({
        words,
        key,
        code: letterCode(secret, { networkId, id }),
        standsUntil,
        isOwn: true,
      })
      await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true }, now)
    }
    return done(null)
  })
}

async function behindKey<Refused>(
  context: Context,
  key: string,
  did: string,
  work: (tx: Tx, statement: Statement) => Promise<Outcome<null, Refused>>,
): Promise<Outcome<null, Refused | Refusal>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const statement = await statementHere(tx)
    if (!statement) return refuse('key-unknown')
    if (statement.withdrawnAt !== null) return refuse('withdrawn')
    const outcome = await work(tx, statement)
    if (outcome.ok)
      await audit.record(tx, {
        networkId,
        by: null,
        at: now,
        did,
        on: { kind: 'skill-need', id: statement.id },
      })
    return outcome
  })
}
