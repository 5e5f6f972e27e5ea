import type { Tx } from '#platform/database/connection.ts'
import { codeOf, genders, saidBy, type Figure } from '#modules/statistics'
import type { EntryDraft } from './core/entry-form.ts'

/** A figure that somebody has entered and nobody has settled yet. */
export interface Entry {
  readonly id: string
  readonly indicator: string
  readonly municipality: string
  readonly figure: Figure
  readonly takenFrom: string
  readonly enteredBy: string
  readonly enteredAt: Date
}

export type Verdict = 'confirmed' | 'sent-back' | 'taken-back'

/** What a colleague has said of a figure that somebody has entered. */
export interface SettledEntry extends Entry {
  readonly verdict: Exclude<Verdict, 'taken-back'>
  readonly reason: string | null
  readonly settledBy: string
  readonly settledAt: Date
}

const columns = [
  'id',
  'indicatorId',
  'municipality',
  'gender',
  'year',
  'value',
  'missing',
  'isPreliminary',
  'takenFrom',
  'note',
  'enteredBy',
  'enteredAt',
] as const

interface EntryRow {
  readonly id: string
  readonly indicatorId: string
  readonly municipality: string
  readonly gender: number
  readonly year: number
  readonly value: number | null
  readonly missing: number | null
  readonly isPreliminary: boolean
  readonly takenFrom: string
  readonly note: string | null
  readonly enteredBy: string
  readonly enteredAt: Date
}

function entryOf(row: EntryRow): Entry {
  const { id, indicatorId, municipality, takenFrom, enteredBy, enteredAt } = row
  const { gender, year, value, missing, isPreliminary, note } = row
  const cell = { place: municipality, gender: genders[gender] ?? 'all', year, isPreliminary, note }
  const figure = { ...cell, ...saidBy(value, missing) }
  return { id, indicator: indicatorId, municipality, figure, takenFrom, enteredBy, enteredAt }
}

/** Writes down what somebody has entered; null where something is waiting for the same place and year already. */
export async function addEntry(
  tx: Tx,
  networkId: string,
  { indicator, figure, takenFrom }: EntryDraft,
  entered: { readonly by: string; readonly at: Date },
): Promise<string | null> {
  const row = await tx
    .insertInto('enteredFigure')
    .values({
      networkId,
      indicatorId: indicator,
      municipality: figure.place,
      gender: genders.indexOf(figure.gender),
      year: figure.year,
      value: figure.value,
      missing: codeOf(figure.missing),
      isPreliminary: figure.isPreliminary,
      takenFrom,
      note: figure.note,
      enteredBy: entered.by,
      enteredAt: entered.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['networkId', 'indicatorId', 'municipality', 'gender', 'year'])
        .where('settledAt', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What waits to be confirmed, the oldest first. */
export async function waitingEntries(tx: Tx): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('enteredFigure')
    .select(columns)
    .where('settledAt', 'is', null)
    .orderBy('enteredAt')
    .orderBy('id')
    .execute()
  return rows.map(entryOf)
}

/** How many figures wait that others than this person have entered. */
export async function countToConfirm(
  tx: Tx,
  person: string,
  where: 'everywhere' | readonly string[],
): Promise<number> {
  if (where.length === 0) return 0
  const waiting = tx
    .selectFrom('enteredFigure')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('settledAt', 'is', null)
    .where('enteredBy', '<>', person)
  const theirs = where === 'everywhere' ? waiting : waiting.where('municipality', 'in', where)
  const { count } = await theirs.executeTakeFirstOrThrow()
  return Number(count)
}

const settledShown = 20

/** What colleagues have said of a person's figures since a moment, the newest first. */
export async function settledEntriesOf(
  tx: Tx,
  person: string,
  since: Date,
): Promise<readonly SettledEntry[]> {
  const rows = await tx
    .selectFrom('enteredFigure')
    .select([...columns, 'verdict', 'reason', 'settledBy', 'settledAt'])
    .where('enteredBy', '=', person)
    .where('verdict', 'in', ['confirmed', 'sent-back'])
    .where('settledAt', '>=', since)
    .orderBy('settledAt', 'desc')
    .limit(settledShown)
    .$narrowType<{ verdict: SettledEntry['verdict']; settledBy: string; settledAt: Date }>()
    .execute()
  return rows.map((row) => {
    const { verdict, reason, settledBy, settledAt } = row
    return { ...entryOf(row), verdict, reason, settledBy, settledAt }
  })
}

/** One that waits, held until the transaction ends, so that of two who settle it one comes first. */
export async function entryToSettle(tx: Tx, id: string): Promise<Entry | undefined> {
  const row = await tx
    .selectFrom('enteredFigure')
    .select(columns)
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && entryOf(row)
}

/** Settles one that waits. */
export async function settleEntry(
  tx: Tx,
  id: string,
  settled: {
    readonly by: string
    readonly at: Date
    readonly verdict: Verdict
    readonly reason: string | null
  },
): Promise<void> {
  await tx
    .updateTable('enteredFigure')
    .set({
      settledBy: settled.by,
      settledAt: settled.at,
      verdict: settled.verdict,
      reason: settled.reason,
    })
    .where('id', '=', id)
    .execute()
}
