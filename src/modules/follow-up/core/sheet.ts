import type { CellForm, CellGrid, GridEntry } from '#modules/programme'
import type { Bilingual } from '#platform/values/locale.ts'

/** The fields of a row of the sheet, each named `<field>-<intervention>`. Owner and deputy are people's ids. */
export const rowFields = ['status', 'text', 'milestone', 'milestoneOn', 'owner', 'deputy', 'version'] as const
export type RowField = (typeof rowFields)[number]
/** Those that say something; the others only go along. */
const sayingFields = ['status', 'text', 'milestone', 'milestoneOn'] as const

const longestAnswer = 2000

/** A sheet as it was typed, field by field. */
export type Sheet = Readonly<Record<string, string>>

export function rowField(field: RowField, intervention: string): string {
  return `${field}-${intervention}`
}

export function answerField(at: number): string {
  return `answer-${at + 1}`
}

/** A column of the matrix as a sheet to fill in: what stands there now, but for examples, which are nobody's word. */
export function sheetOf(column: CellGrid, answers: readonly string[]): Sheet {
  return Object.fromEntries([
    ...column.entries.flatMap((entry) =>
      Object.entries(rowOf(entry)).map(([field, value]) => [
        rowField(field as RowField, entry.intervention.id),
        value,
      ]),
    ),
    ...answers.map((answer, at) => [answerField(at), answer]),
  ]) as Sheet
}

const emptyRow = { status: '', text: '', milestone: '', milestoneOn: '', owner: '', deputy: '' }

function rowOf({ cell }: GridEntry): Record<RowField, string> {
  if (cell === null) return { ...emptyRow, version: '0' }
  const version = String(cell.version)
  if (cell.isExample) return { ...emptyRow, version }
  const { status, text, milestone, owner, deputy } = cell
  const next = milestone ? { milestone: milestone.text, milestoneOn: milestone.on } : {}
  return { ...emptyRow, status, text, ...next, owner: owner?.id ?? '', deputy: deputy?.id ?? '', version }
}

/** An intervention that is out of the framework. */
export interface Withdrawn {
  readonly id: string
  readonly number: number
  readonly name: Bilingual
}

/** What was written of interventions that have been taken out of the framework since the sheet was opened. */
export function writtenOfWithdrawn(
  typed: Sheet,
  withdrawn: readonly Withdrawn[],
): readonly { readonly intervention: Withdrawn; readonly text: string }[] {
  return withdrawn.flatMap((intervention) => {
    const text = typed[rowField('text', intervention.id)]?.trim()
    return text ? [{ intervention, text }] : []
  })
}

/** Of what was sent, the fields that a sheet has, or had before an intervention was withdrawn. */
export function sheetFields(
  typed: Sheet,
  column: CellGrid,
  questions: readonly string[],
  withdrawn: readonly Withdrawn[],
): Sheet {
  const interventions = [...column.interventions, ...withdrawn]
  const names = [
    ...interventions.flatMap(({ id }) => rowFields.map((field) => rowField(field, id))),
    ...questions.map((_, at) => answerField(at)),
  ]
  return Object.fromEntries(names.flatMap((name) => (name in typed ? [[name, typed[name] ?? '']] : [])))
}

/** How one row is read: by the schema of a word. */
export type ReadRow = (
  fields: Readonly<Record<string, string>>,
) =>
  | { readonly ok: true; readonly form: CellForm }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** A whole sheet as it was read: the words by intervention and the answers, or what is wrong, by field. */
export type SheetReading =
  | { readonly ok: true; readonly forms: ReadonlyMap<string, CellForm>; readonly answers: readonly string[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/**
 * Reads a sheet. A row in which nothing is said is passed over where nobody has spoken before: not reported is an answer.
 * Where there is a word it may not be emptied.
 */
export function readSheet(
  typed: Sheet,
  column: CellGrid,
  questions: readonly string[],
  readRow: ReadRow,
): SheetReading {
  const errors: Record<string, string> = {}
  const forms = new Map<string, CellForm>()
  for (const { intervention, cell } of column.entries) {
    const fields = Object.fromEntries(
      rowFields.map((field) => [field, typed[rowField(field, intervention.id)] ?? '']),
    )
    const isEmpty = sayingFields.every((field) => fields[field]?.trim() === '')
    if (isEmpty && (cell === null || cell.isExample)) continue
    const row = readRow(fields)
    if (row.ok) forms.set(intervention.id, row.form)
    else
      for (const [field, error] of Object.entries(row.errors))
        errors[rowField(field as RowField, intervention.id)] = error
  }
  const answers = questions.map((_, at) => (typed[answerField(at)] ?? '').trim())
  for (const [at, answer] of answers.entries())
    if ([...answer].length > longestAnswer) errors[answerField(at)] = 'answer-too-long'
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, forms, answers }
}

/** The words of a column said again as they stand. Whoever has left is no longer owner or deputy; examples stay unsaid. */
export function unchangedForms(column: CellGrid, here: ReadonlySet<string>): ReadonlyMap<string, CellForm> {
  const stillHere = (id: string | undefined) => (id !== undefined && here.has(id) ? id : null)
  return new Map(
    column.entries.flatMap(({ intervention, cell }): [string, CellForm][] =>
      cell === null || cell.isExample
        ? []
        : [
            [
              intervention.id,
              {
                status: cell.status,
                text: cell.text,
                owner: stillHere(cell.owner?.id),
                deputy: stillHere(cell.deputy?.id),
                milestone: cell.milestone?.text ?? null,
                milestoneOn: cell.milestone?.on ?? null,
                version: cell.version,
              },
            ],
          ],
    ),
  )
}
