import { z } from 'zod'
import { cleaned } from '#platform/values/cleaned.ts'
import type { EventTable, Question } from './event.ts'
import { longest, whole, wholeIn } from './fields.ts'
import { rowsIn, type Filled, type FormRow } from './rows.ts'

/** The tables, and what is asked at them, as a form says it. Ids of questions are empty for what is new. */
export interface TablesForm {
  readonly tables: readonly EventTable[]
  readonly questions: readonly Question[]
}

type Say = (field: string, message: string) => void
const largestTable = 100

/** The messages are names of reasons. */
export const TablesForm = z
  .record(z.string(), z.string())
  .superRefine((form, context) => {
    const say: Say = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    const tables = tableRows(form)
    for (const row of tables) tableFits(row, say)
    sayTwice(tables, 'id', idOf, 'table-twice', say)
    sayTwice(tables, 'host', ({ said }) => said('host'), 'host-twice', say)
    const ids = new Set(tables.map(idOf))
    for (const row of questionRows(form)) questionFits(row, ids, say)
  })
  .transform((form): TablesForm => ({
    tables: tableRows(form).map((row) => ({
      id: idOf(row),
      min: wholeIn(row.said('min'), 0, largestTable) ?? 0,
      max: wholeIn(row.said('max'), 1, largestTable) ?? 1,
      hostId: z.uuid().safeParse(row.said('host')).success ? row.said('host') : null,
      isReachable: row.said('reachable') !== '',
      closed: closedIn(row.said('closed')) ?? [],
    })),
    questions: questionRows(form).map(({ said }) => ({
      id: z.uuid().safeParse(said('id')).success ? said('id') : '',
      tableId: said('table').toLocaleUpperCase('sv') || null,
      round: said('round') === '' ? null : (wholeIn(said('round'), 1, 50) ?? 1) - 1,
      text: cleaned(said('text')),
    })),
  }))

/** So many alike tables, to begin with. */
export const FillForm = z
  .object({
    fillCount: whole(1, 60, 'fill-count-invalid'),
    fillMin: whole(0, largestTable, 'table-size-invalid'),
    fillMax: whole(1, largestTable, 'table-size-invalid'),
  })
  .refine(({ fillMin, fillMax }) => fillMin <= fillMax, { path: ['fillMax'], error: 'table-size-turned' })

function tableRows(form: Filled): readonly FormRow[] {
  return rowsIn(form, 'table', ['reachable', 'host', 'min', 'max'])
}

function questionRows(form: Filled): readonly FormRow[] {
  return rowsIn(form, 'question', ['id', 'table', 'round'])
}

function idOf({ said }: FormRow): string {
  return said('id').toLocaleUpperCase('sv')
}

function tableFits(row: FormRow, say: Say): void {
  const { said, field } = row
  if (!/^[0-9A-ZÅÄÖ]{1,3}$/.test(idOf(row))) say(field('id'), 'table-name-invalid')
  const min = wholeIn(said('min'), 0, largestTable)
  const max = wholeIn(said('max'), 1, largestTable)
  if (min === null) say(field('min'), 'table-size-invalid')
  if (max === null) say(field('max'), 'table-size-invalid')
  if (min !== null && max !== null && min > max) say(field('max'), 'table-size-turned')
  if (closedIn(said('closed')) === null) say(field('closed'), 'closed-invalid')
}

function questionFits({ said, field }: FormRow, tables: ReadonlySet<string>, say: Say): void {
  const table = said('table').toLocaleUpperCase('sv')
  if ([...said('text')].length > longest.theme) say(field('text'), 'text-too-long')
  if (table !== '' && !tables.has(table)) say(field('table'), 'question-table-unknown')
  if (said('round') !== '' && wholeIn(said('round'), 1, 50) === null) say(field('round'), 'round-unknown')
}

function sayTwice(
  rows: readonly FormRow[],
  field: string,
  valueOf: (row: FormRow) => string,
  message: string,
  say: Say,
): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const value = valueOf(row)
    if (value !== '' && seen.has(value)) say(row.field(field), message)
    seen.add(value)
  }
}

/** `2, 3` as people count rounds; counted from 0. Null for what is no list of numbers. */
function closedIn(said: string): readonly number[] | null {
  if (said === '') return []
  const numbers = said
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((one) => wholeIn(one, 1, 50))
  return numbers.includes(null) ? null : numbers.map((number) => (number ?? 1) - 1)
}

/** What does not fit with the event's rounds and list: in which row, counted from 0, and in which of its fields. */
export function faultOfTables(
  { tables, questions }: TablesForm,
  rounds: number,
  hosts: ReadonlySet<string>,
): {
  readonly row: 'table' | 'question'
  readonly at: number
  readonly field: string
  readonly fault: 'host-unknown' | 'round-unknown'
} | null {
  for (const [at, { hostId, closed }] of tables.entries()) {
    if (hostId !== null && !hosts.has(hostId))
      return { row: 'table', at, field: 'host', fault: 'host-unknown' }
    if (closed.some((round) => round >= rounds))
      return { row: 'table', at, field: 'closed', fault: 'round-unknown' }
  }
  const at = questions.findIndex(({ round }) => round !== null && round >= rounds)
  return at < 0 ? null : { row: 'question', at, field: 'round', fault: 'round-unknown' }
}
