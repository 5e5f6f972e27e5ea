import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Answer } from './core/answer.ts'
import type { Draft } from './core/draft.ts'
import type { Occasion } from './core/letters.ts'
import type { Round, RoundForm } from './core/round.ts'
import type { Sheet } from './core/sheet.ts'

/** Which round of which network. */
export interface RoundPlace {
  readonly networkId: string
  readonly round: string
}

/** A municipality's part of a round. */
export interface AnswerPlace extends RoundPlace {
  /** Its code. */
  readonly municipality: string
}

/** Who did it, and when. */
export interface Doing {
  readonly by: string
  readonly at: Date
}

/** Every round at the moment that the transaction speaks of, the one that closes last first. */
export async function roundsOf(tx: Tx): Promise<readonly Round[]> {
  return roundRows(tx).orderBy('closesOn', 'desc').orderBy('id').execute()
}

export async function roundWith(tx: Tx, id: string): Promise<Round | undefined> {
  return roundRows(tx).where('followUpRound.id', '=', id).executeTakeFirst()
}

function roundRows(tx: Tx) {
  return tx
    .selectFrom('followUpRound')
    .leftJoin('followUpReport', (join) =>
      join
        .onRef('followUpReport.networkId', '=', 'followUpRound.networkId')
        .onRef('followUpReport.roundId', '=', 'followUpRound.id')
        .on(sql<boolean>`frozen_at <= as_of()`),
    )
    .where(sql<boolean>`opened_at <= as_of()`)
    .select(['followUpRound.id', 'name', 'questions', 'closesOn', 'openedAt', 'frozenAt'])
}

/** Lets one thing be done to a round at a time, until the transaction ends: an answer is before the freezing or after it. */
export async function holdRound(tx: Tx, { networkId, round }: RoundPlace): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${networkId} ${round}`}, 5))`.execute(tx)
}

export async function addRound(
  tx: Tx,
  { networkId, round }: RoundPlace,
  { name, questions, closesOn }: RoundForm,
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('followUpRound')
    .values({
      networkId,
      id: round,
      name: JSON.stringify(name),
      questions: JSON.stringify(questions),
      closesOn,
      openedAt: at,
      openedBy: by,
    })
    .execute()
}

export async function moveDeadline(
  tx: Tx,
  { networkId, round }: RoundPlace,
  closesOn: IsoDay,
): Promise<void> {
  await tx
    .updateTable('followUpRound')
    .set({ closesOn })
    .where('networkId', '=', networkId)
    .where('id', '=', round)
    .execute()
}

/** The latest answer of each municipality to a round, by its code, as far as the reader may see. */
export async function answersOf(tx: Tx, round: string): Promise<ReadonlyMap<string, Answer>> {
  const rows = await tx
    .selectFrom('followUpAnswer as answer')
    .leftJoin('followUpVerdict as verdict', (join) =>
      join
        .onRef('verdict.networkId', '=', 'answer.networkId')
        .onRef('verdict.roundId', '=', 'answer.roundId')
        .onRef('verdict.municipality', '=', 'answer.municipality')
        .onRef('verdict.number', '=', 'answer.number')
        .on(sql<boolean>`given_at <= as_of()`),
    )
    .select(['answer.municipality', 'answer.number', 'answers', 'isUnchanged', 'answeredAt'])
    .select(['verdict', 'note', 'givenAt'])
    .where('answer.roundId', '=', round)
    .where(sql<boolean>`answered_at <= as_of()`)
    .distinctOn('answer.municipality')
    .orderBy('answer.municipality')
    .orderBy('answer.number', 'desc')
    .execute()
  return new Map(
    rows.map(({ verdict, note, givenAt, ...answer }) => [
      answer.municipality,
      {
        ...answer,
        verdict: verdict !== null && givenAt !== null ? { verdict, note: note ?? '', givenAt } : null,
      },
    ]),
  )
}

/** Adds an answer after the ones there are; answers its number. */
export async function addAnswer(
  tx: Tx,
  { networkId, round, municipality }: AnswerPlace,
  { answers, isUnchanged }: Pick<Answer, 'answers' | 'isUnchanged'>,
  { by, at }: Doing,
): Promise<number> {
  const number = ((await answersOf(tx, round)).get(municipality)?.number ?? 0) + 1
  await tx
    .insertInto('followUpAnswer')
    .values({
      networkId,
      roundId: round,
      municipality,
      number,
      answers: JSON.stringify(answers),
      isUnchanged,
      answeredAt: at,
      answeredBy: by,
    })
    .execute()
  return number
}

export async function addVerdict(
  tx: Tx,
  { networkId, round, municipality }: AnswerPlace,
  verdict: { readonly number: number; readonly verdict: 'confirmed' | 'sent-back'; readonly note: string },
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('followUpVerdict')
    .values({ networkId, roundId: round, municipality, ...verdict, givenAt: at, givenBy: by })
    .execute()
}

export async function draftOf(tx: Tx, { round, municipality }: AnswerPlace): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('followUpDraft')
    .leftJoin('person', 'person.id', 'savedBy')
    .select(['typed', 'version', 'savedAt', 'savedBy as id', 'person.name'])
    .where('roundId', '=', round)
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, name, ...draft } = row
  return { ...draft, savedBy: { id, name } }
}

/** Keeps what was typed, or that it was sent (null). */
export async function putDraft(
  tx: Tx,
  { networkId, round, municipality }: AnswerPlace,
  typed: Sheet | null,
  { by, at }: Doing,
): Promise<void> {
  const saved = { typed: typed && JSON.stringify(typed), savedAt: at, savedBy: by }
  await tx
    .insertInto('followUpDraft')
    .values({ networkId, roundId: round, municipality, version: 1, ...saved })
    .onConflict((conflict) =>
      conflict
        .columns(['networkId', 'roundId', 'municipality'])
        .doUpdateSet((eb) => ({ ...saved, version: eb('followUpDraft.version', '+', 1) })),
    )
    .execute()
}

export async function addReport(
  tx: Tx,
  { networkId, round }: RoundPlace,
  report: { readonly bytes: Uint8Array; readonly sha256: string },
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('followUpReport')
    .values({ networkId, roundId: round, ...report, frozenAt: at, frozenBy: by })
    .execute()
}

/** The frozen report of a round, byte by byte as it was frozen. */
export async function reportOf(
  tx: Tx,
  round: string,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string } | undefined> {
  return tx
    .selectFrom('followUpReport')
    .select(['bytes', 'sha256'])
    .where('roundId', '=', round)
    .where(sql<boolean>`frozen_at <= as_of()`)
    .executeTakeFirst()
}

/** The addresses of a municipality's officers, for a letter that somebody in the network causes. */
export async function officersToTell(tx: Tx, municipality: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person')
    .innerJoin('roleGrant', 'roleGrant.personId', 'person.id')
    .select('email')
    .where('role', '=', 'officer')
    .where('municipality', '=', municipality)
    .where('revokedAt', 'is', null)
    .orderBy('email')
    .execute()
  return rows.map(({ email }) => email)
}

/** Notes that somebody is written to; false when they have been already. */
export async function noteLetter(
  tx: Tx,
  { networkId, round }: RoundPlace,
  letter: { readonly personId: string; readonly occasion: Occasion | 'silence'; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('followUpLetter')
    .values({ networkId, roundId: round, ...letter })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The rounds of all networks that are not frozen; the worker's database only. */
export async function openRounds(queueDb: Database): Promise<readonly RoundPlace[]> {
  return queueDb
    .selectFrom('followUpRound')
    .select(['networkId', 'id as round'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('followUpReport')
            .select('followUpReport.roundId')
            .whereRef('followUpReport.networkId', '=', 'followUpRound.networkId')
            .whereRef('followUpReport.roundId', '=', 'followUpRound.id'),
        ),
      ),
    )
    .orderBy('networkId')
    .orderBy('id')
    .execute()
}

/** Everybody who holds a role in a network now; the worker's database only. */
export async function peopleAs(
  queueDb: Database,
  networkId: string,
  role: 'officer' | 'coordinator',
): Promise<readonly string[]> {
  const rows = await queueDb
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('networkId', '=', networkId)
    .where('role', '=', role)
    .where('revokedAt', 'is', null)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
