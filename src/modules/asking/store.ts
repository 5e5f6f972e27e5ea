import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Ask } from './core/ask.ts'
import type { AskForm } from './core/ask-form.ts'

/** Everything that is asked or was, the newest first. */
export async function asksOf(tx: Tx): Promise<readonly Ask[]> {
  return askRows(tx).orderBy('sentAt', 'desc').limit(200).execute()
}

/** An ask, if whoever asks for it may know of it. */
export async function askWith(tx: Tx, id: string): Promise<Ask | undefined> {
  return askRows(tx).where('id', '=', id).executeTakeFirst()
}

function askRows(tx: Tx) {
  return tx
    .selectFrom('ask')
    .select([
      'id',
      'municipality',
      'title',
      'why',
      'questions',
      'criteria',
      'closesOn',
      'sentAt',
      'closedAt',
      'isExample',
    ])
    .$narrowType<Pick<Ask, 'criteria'>>()
}

export async function addAsk(
  tx: Tx,
  networkId: string,
  form: AskForm,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('ask')
    .values({
      networkId,
      municipality: form.by,
      title: form.title,
      why: form.why,
      questions: JSON.stringify(form.questions),
      criteria: JSON.stringify(form.criteria),
      closesOn: form.closesOn,
      sentAt: at,
      sentBy: by,
      closedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Closes an ask; false when somebody has closed it before. */
export async function closeAsk(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ask')
    .set({ closedAt: at })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Closes what has passed its last day, in every network; the worker's database only. */
export async function closePassed(queueDb: Database, today: IsoDay, at: Date): Promise<void> {
  await queueDb
    .updateTable('ask')
    .set({ closedAt: at })
    .where('closedAt', 'is', null)
    .where('closesOn', '<', today)
    .execute()
}

/** How many were asked, and how many have answered. */
export async function turnoutOf(
  tx: Tx,
  ask: string,
): Promise<{ readonly asked: number; readonly answered: number }> {
  const { rows } = await sql<{ asked: number; answered: number }>`select * from ask_turnout(${ask})`.execute(
    tx,
  )
  return rows[0] ?? { asked: 0, answered: 0 }
}

/** How many chose what, of a closed ask; the database leaves out every question that fewer than five have answered. */
export async function numbersOf(
  tx: Tx,
  ask: string,
): Promise<readonly { readonly question: number; readonly choice: number; readonly answers: number }[]> {
  const { rows } = await sql<{
    question: number
    choice: number
    answers: number
  }>`select * from ask_numbers(${ask}) order by question, choice`.execute(tx)
  return rows
}

/** What was written, question by question, in no order that tells who wrote it; only whoever asks reads any. */
export async function textsOf(
  tx: Tx,
  ask: string,
): Promise<readonly { readonly question: number; readonly text: string }[]> {
  const { rows } = await sql<{ question: number; text: string }>`
    select said.question::int, said.text
    from ask_text cross join lateral unnest(texts) with ordinality as said (text, question)
    where ask_id = ${ask} and said.text <> '' order by said.question, said.text`.execute(tx)
  return rows
}

/** How often a company may be asked in twelve months, by all municipalities together. */
export async function limitOf(tx: Tx, networkId: string): Promise<number> {
  const { asksPerYear } = await tx
    .selectFrom('network')
    .select('asksPerYear')
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow()
  return asksPerYear
}

export async function setLimit(tx: Tx, networkId: string, asksPerYear: number): Promise<void> {
  await tx.updateTable('network').set({ asksPerYear }).where('id', '=', networkId).execute()
}
