/** What is wrong with the file itself, before any cell has been read. */
export const fileProblems = [
  'empty-file',
  'file-too-large',
  'unpacks-too-large',
  'too-many-cells',
  'pdf-file',
  'old-excel-file',
  'binary-excel-file',
  'opendocument-file',
  'zip-file',
  'locked-file',
  'html-file',
  'json-file',
  'px-file',
  'picture-file',
  'unknown-file',
  'broken-workbook',
  'only-charts',
  'encoding-unknown',
  'letters-damaged',
  'quote-broken',
  'sheet-unknown',
  'several-sheets',
] as const
export type FileProblem = (typeof fileProblems)[number]

/** What is wrong with the table: which columns there are and how they lie. */
export const tableProblems = [
  'no-headings',
  'place-column-missing',
  'year-column-missing',
  'value-column-missing',
  'value-column-unclear',
  'column-twice',
  'column-unknown',
  'merged-cells',
  'more-cells-than-headings',
  'several-indicators',
  'no-figures',
] as const
export type TableShapeProblem = (typeof tableProblems)[number]

export const placeProblems = [
  'place-missing',
  'place-unknown',
  'place-ambiguous',
  'code-and-name-disagree',
] as const
export type PlaceProblem = (typeof placeProblems)[number]

export const yearProblems = [
  'year-missing',
  'year-unreadable',
  'two-years',
  'part-of-year',
  'date-not-year',
  'year-shown-as-date',
  'year-short',
  'year-out-of-range',
] as const
export type YearProblem = (typeof yearProblems)[number]

export const numberProblems = [
  'not-a-number',
  'thousands-or-decimals',
  'thousands-misplaced',
  'decimal-sign-other',
  'leading-zero',
  'footnote-or-digit',
  'rounded-by-spreadsheet',
  'number-too-large',
  'nan',
  'infinite',
  'error-sign',
  'column-too-narrow',
  'dash-unclear',
  'date-in-value',
  'formula-as-text',
] as const
export type NumberProblem = (typeof numberProblems)[number]

/** What else can be wrong with a cell, or with two of them. */
export const cellProblems = [
  'formula-without-result',
  'truth-in-value',
  'sign-of-other-unit',
  'value-impossible',
  'value-and-missing',
  'missing-unknown',
  'gender-unknown',
  'preliminary-unknown',
  'duplicate-differs',
] as const
export type CellProblem = (typeof cellProblems)[number]

export type ProblemName =
  | FileProblem
  | TableShapeProblem
  | PlaceProblem
  | YearProblem
  | NumberProblem
  | CellProblem

/** What was read in a way that the person should know of before it is stored. */
export const warningNames = [
  'formulas-read',
  'hidden-rows-read',
  'hidden-columns-read',
  'hidden-sheets-skipped',
  'duplicate-same',
  'more-decimals-than-shown',
  'outside-usual-range',
  'not-whole',
  'looks-like-shares',
  'zeros-restored',
  'empty-cells-skipped',
  'total-rows-skipped',
  'text-rows-skipped',
  'place-taken-from-above',
  'year-from-date',
  'mixed-decimal-signs',
  'footnotes-kept',
  'dashes-read',
] as const
export type WarningName = (typeof warningNames)[number]

export type Field =
  | 'file'
  | 'table'
  | 'place'
  | 'year'
  | 'value'
  | 'gender'
  | 'indicator'
  | 'missing'
  | 'preliminary'

/** One thing that stops the table, where it stands and how it might be mended. */
export interface TableProblem {
  /** The row as a spreadsheet counts it, the line in a text; null when it is about the whole. */
  readonly row: number | null
  /** The cell as the person sees it: `C7`; a column alone: `C`; a merged range: `A3:B3`. */
  readonly column: string | null
  readonly field: Field
  readonly problem: ProblemName
  /** What stands there, shortened. */
  readonly got: string
  /** What it may have been meant to be, the likeliest first. */
  readonly proposals: readonly string[]
}

/** One kind of thing worth knowing: how often, and where first. */
export interface TableWarning {
  readonly warning: WarningName
  readonly count: number
  /** The first few cells, rows or sheets that it is about. */
  readonly at: readonly string[]
  readonly got: string
}

/** A problem before anybody knows where it stands. */
export interface Wrong<Name extends ProblemName = ProblemName> {
  readonly problem: Name
  readonly proposals?: readonly string[]
}

/** A problem of the file as a whole. */
export function fileProblem(
  problem: FileProblem,
  got = '',
  row: number | null = null,
  proposals: readonly string[] = [],
): TableProblem {
  return { row, column: null, field: 'file', problem, got, proposals }
}
