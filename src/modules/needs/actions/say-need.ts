import { randomUUID } from 'node:crypto'
import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { meetCompany } from '#modules/companies'
import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { daysStanding, dayWithin, type Need } from '../core/need.ts'
import { maySeeNeeds } from '../core/policy.ts'
import { digestOf, keyOf, letterCode } from '../key.ts'
import type { NeedForm, NewNeedForm } from '../need-form.ts'
import { addStatement } from '../store.ts'
import { isTooOften } from './tries.ts'

/** A letter without its receiver. */
export interface Letter {
  readonly subject: string
  readonly body: string
}

export interface Saying {
  readonly secret: string
  /** Of what was said, with the key of its private address. */
  readonly write: (said: {
    readonly words: string
    readonly key: string
    /** What the letter alone says. */
    readonly code: string
    readonly standsUntil: string
    readonly isOwn: boolean
  }) => Letter
}

export type SayRefusal = 'not-allowed' | 'place-unknown' | 'field-unknown' | 'too-many-tries'

/** What the form left to be found out: the concept that was meant, and the fields that there are. */
export interface Meant {
  readonly concept: string | null
  readonly fields: readonly string[]
}

/** The need that a form says, on that day. */
export function needIn(form: NeedForm, { concept }: Meant, today: string): Need & { readonly email: string } {
  const { within, ...said } = form
  return { ...said, concept, neededBy: dayWithin(today, within) }
}

/** Keeps what a company says that it lacks, whoever sends it: through the door one is a company. Answers the key. */
export async function sayNeed(
  context: Context,
  form: NewNeedForm,
  meant: Meant,
  { ip, ...saying }: Saying & { readonly ip: string },
): Promise<Outcome<string, SayRefusal>> {
  if (await isTooOften(context, 'say', ip, saying.secret)) return refuse('too-many-tries')
  const { email } = form.need
  if (email !== '' && (await isTooOften(context, 'letter-to', email, saying.secret)))
    return refuse('too-many-tries')
  const id = randomUUID()
  const key = keyOf(saying.secret, { networkId: context.networkId, kind: 'need', id })
  return inTransaction(asKeyHolder(context, key), async (tx) =>
    keep(tx, context, { ...form, way: 'door' }, { ...meant, ...saying, id, key, by: null }),
  )
}

/** Writes down what a company said at a visit or a round table. Its letter, if it gave an address, opens it to the company. */
export async function writeDownNeed(
  context: Context,
  form: NewNeedForm,
  meant: Meant,
  saying: Saying,
): Promise<Outcome<string, SayRefusal>> {
  const { actor } = context
  if (!actor || !maySeeNeeds(actor)) return refuse('not-allowed')
  const id = randomUUID()
  const key = keyOf(saying.secret, { networkId: context.networkId, kind: 'need', id })
  const way = form.way === 'door' ? 'visit' : form.way
  return inTransaction(context, async (tx) =>
    keep(tx, context, { ...form, way }, { ...meant, ...saying, id, key, by: actor.personId }),
  )
}

async function keep(
  tx: Tx,
  { networkId, now }: Context,
  { need, company, way }: NewNeedForm,
  keeping: Meant & Saying & { readonly id: string; readonly key: string; readonly by: string | null },
): Promise<Outcome<string, 'place-unknown' | 'field-unknown'>> {
  const { id, key, by, secret, write } = keeping
  const today = dayOf(now)
  const known = new Set((await municipalitiesOf(tx)).map(({ code }) => code))
  if (!need.places.every((code) => known.has(code))) return refuse('place-unknown')
  if (!keeping.fields.includes(need.field)) return refuse('field-unknown')
  const standsUntil = addDays(today, daysStanding)
  const met = await meetCompany(
    tx,
    { ...company, municipality: need.places.length === 1 ? (need.places[0] ?? null) : null },
    { at: now, isExample: false, secret },
  )
  await addStatement(tx, networkId, {
    ...needIn(need, keeping, today),
    id,
    company: met,
    companyName: company.name,
    way,
    digest: digestOf(key),
    saidAt: now,
    saidBy: by,
    standsUntil,
  })
  await audit.record(tx, {
    networkId,
    by,
    at: now,
    did: 'needs.said',
    on: { kind: 'skill-need', id },
    after: { way },
  })
  if (need.email !== '') {
    const letter = write({
      words: need.words,
      key,
      code: letterCode(secret, { networkId, id }),
      standsUntil,
      isOwn: way === 'door',
    })
    await mail.send(tx, { networkId, to: need.email, ...letter, holdsSecret: true }, now)
  }
  return done(key)
}
