import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { Answer } from './core/answer.ts'
import type { Criteria } from './core/ask.ts'
import type { Candidate, Chosen } from './core/choosing.ts'

/** Waits for whoever asks at the same time, whichever municipality, until the transaction ends. */
export async function lockAsks(tx: Tx, networkId: string): Promise<void> {
  await sql`select lock_asks(${networkId}::uuid)`.execute(tx)
}

/**
 * The companies that fit, with the addresses that may be used for asking: those of contacts who have agreed, and those that
 * came with a matter that whoever asks has a part in and that was not sent under the seal of its answerer, in two years.
 */
export async function candidatesFor(
  tx: Tx,
  { municipalities, branches, sizes }: Criteria,
  now: Date,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with address as (
      select company_id, email, 'agreed' as ground, 0 as rank, agreed_at as at
      from company_contact where agreed_at is not null and ended_at is null and email <> ''
      union all
      select company_id, email, 'matter', 1, received_at
      from matter_sender join matter on matter.network_id = matter_sender.network_id and matter.id = matter_id
      where company_id is not null and email <> '' and name_for = 'all'
        and received_at > ${now}::timestamptz - interval '2 years')
    select company.id as company, company.name,
           is_asked_enough(company.id, ${now}) as "isAskedEnough",
           coalesce((select json_agg(json_build_object('email', email, 'ground', ground, 'isStopped', is_stopped(email))
                                     order by rank, at desc, email)
                     from address where company_id = company.id), '[]') as addresses
    from company
    where (${municipalities.length === 0} or municipality = any (${municipalities}::text[]))
      and (${branches.length === 0} or branch = any (${branches}::text[]))
      and (${sizes.length === 0} or size = any (${sizes}::text[]))
    order by company.id`.execute(tx)
  return rows
}

/** Adds a company to those that are asked. The id is made beforehand: the key in its letter comes from it. */
export async function addRecipient(
  tx: Tx,
  place: { readonly networkId: string; readonly ask: string; readonly id: string },
  { company, email, ground }: Chosen,
  digest: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('askRecipient')
    .values({
      networkId: place.networkId,
      id: place.id,
      askId: place.ask,
      companyId: company,
      email,
      ground,
      digest: Buffer.from(digest, 'hex'),
      askedAt: at,
      toldAt: null,
    })
    .execute()
}

/** Who came with a letter's key. */
export interface Recipient {
  readonly id: string
  readonly ask: string
  readonly email: string
  readonly ground: 'agreed' | 'matter'
  readonly toldAt: Date | null
}

/** The one whose key the transaction has. */
export async function recipientHere(tx: Tx): Promise<Recipient | undefined> {
  return tx
    .selectFrom('askRecipient')
    .select(['id', 'askId as ask', 'email', 'ground', 'toldAt'])
    .where('id', '=', sql<string>`key_recipient()`)
    .executeTakeFirst()
}

/** What the one whose key the transaction has answered before. */
export async function answerHere(tx: Tx): Promise<Answer | undefined> {
  return tx
    .selectFrom('askAnswer')
    .innerJoin('askText', 'askText.recipientId', 'askAnswer.recipientId')
    .select(['choices', 'texts'])
    .where('askAnswer.recipientId', '=', sql<string>`key_recipient()`)
    .executeTakeFirst()
}

/** Keeps an answer, in the place of the one before. */
export async function putAnswer(
  tx: Tx,
  { networkId, id: recipientId, ask: askId }: { readonly networkId: string } & Pick<Recipient, 'id' | 'ask'>,
  answer: Answer,
  at: Date,
): Promise<void> {
  const place = { networkId, recipientId, askId }
  const choices = [...answer.choices]
  const texts = [...answer.texts]
  await tx
    .insertInto('askAnswer')
    .values({ ...place, choices, answeredAt: at })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'recipientId']).doUpdateSet({ choices, answeredAt: at }),
    )
    .execute()
  await tx
    .insertInto('askText')
    .values({ ...place, texts })
    .onConflict((conflict) => conflict.columns(['networkId', 'recipientId']).doUpdateSet({ texts }))
    .execute()
}

/** Notes that the one whose key the transaction has wants no more questions, from anybody. */
export async function stopAddress(tx: Tx, networkId: string, at: Date): Promise<void> {
  await tx
    .insertInto('askStop')
    .values({ networkId, address: sql<Buffer>`key_address()`, stoppedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes back that the one whose key the transaction has wants no more questions. */
export async function startAddress(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('askStop')
    .where('address', '=', sql<Buffer>`key_address()`)
    .execute()
}

/** Whether the one whose key the transaction has wants no more questions. */
export async function isStoppedHere(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('askStop').select('stoppedAt').executeTakeFirst()) !== undefined
}

/** Notes that the results have been returned. */
export async function noteTold(tx: Tx, recipient: string, at: Date): Promise<void> {
  await tx.updateTable('askRecipient').set({ toldAt: at }).where('id', '=', recipient).execute()
}

/** Those of closed asks who have not been told of the results; the worker's database only. */
export async function recipientsToTell(
  queueDb: Database,
): Promise<readonly { readonly networkId: string; readonly recipient: string }[]> {
  const { rows } = await sql<{ networkId: string; recipient: string }>`
    select ask_recipient.network_id, ask_recipient.id as recipient
    from ask_recipient join ask on ask.network_id = ask_recipient.network_id and ask.id = ask_recipient.ask_id
    where told_at is null and closed_at is not null
    order by ask_recipient.network_id, ask_recipient.id`.execute(queueDb)
  return rows
}
