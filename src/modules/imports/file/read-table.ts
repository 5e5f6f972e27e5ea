import type { Gender, MissingReason } from '#modules/statistics'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Sheet } from '#platform/office/cell.ts'
import { layoutOf } from './columns.ts'
import { entriesOf, type Entry } from './entries.ts'
import { Findings } from './findings.ts'
import { gridOf, type Grid, type GridChoice, type TableInput } from './grid.ts'
import type { Layout, LayoutChoice } from './layout.ts'
import { usualLimits, type Limits } from './limits.ts'
import { styleOf, type DecimalSign } from './numbers.ts'
import { offerOf, type Offer } from './offer.ts'
import { PlaceFinder, type KnownPlace } from './places.ts'
import { fileProblem, type TableProblem, type TableWarning } from './problems.ts'
import { readEntry, type EntryRules, type ReadFigure } from './read-entry.ts'
import { recognisedOf, type Recognised } from './recognised.ts'
import { checkIndicators, checkShares, checkSheet, withoutDuplicates } from './table-checks.ts'

/** What the person says of the table, where it cannot be recognised or was recognised wrongly. */
export interface Mapping extends GridChoice, LayoutChoice {
  readonly sheet?: string
  readonly decimalSign?: DecimalSign
  readonly dashMeans?: 'zero' | MissingReason
  /** Whom a table without a column for it speaks of; everybody if nothing is said. */
  readonly gender?: Gender
  /** Of a table with several measures, the one to be read, as the table calls it. */
  readonly indicator?: string
}

/** What is known before the table is read. */
export interface TableKnowledge {
  readonly places: readonly KnownPlace[]
  readonly unit: string
  readonly decimals: number
  /** Whether the table has to be of one measure. */
  readonly singleIndicator: boolean
  readonly mapping?: Mapping
  readonly limits?: Limits
}

/** All figures of the table, or everything that is wrong with it: nothing in between is handed on. */
export type ReadTable =
  | {
      readonly ok: true
      readonly recognised: Recognised
      readonly offer: Offer
      readonly figures: readonly ReadFigure[]
      readonly warnings: readonly TableWarning[]
    }
  | {
      readonly ok: false
      /** Null when the table could not be made out at all. */
      readonly recognised: Recognised | null
      /** Null when there is nothing that could be read in another way. */
      readonly offer: Offer | null
      /** The first of them, from the top. */
      readonly problems: readonly TableProblem[]
      readonly total: number
      readonly warnings: readonly TableWarning[]
    }

interface Found {
  readonly sheet: Sheet
  readonly layout: Layout
}

/** Reads CSV, a workbook or a pasted table into figures. */
export function readTable(input: TableInput, knowledge: TableKnowledge): ReadTable {
  const limits = knowledge.limits ?? usualLimits
  const mapping = knowledge.mapping ?? {}
  const grid = gridOf(input, limits, mapping)
  if (!grid.ok) return failed([grid.refusal])
  const places = new PlaceFinder(knowledge.places)
  const found = tableIn(grid.value, places, mapping)
  if (!found.ok) return failed([found.refusal], offerWithout(grid.value, mapping))

  const { sheet, layout } = found.value
  const findings = new Findings()
  const entries = entriesOf(sheet, layout, places, findings).filter(isOf(mapping.indicator))
  checkSheet(grid.value, sheet, layout, entries, findings)
  if (knowledge.singleIndicator) checkIndicators(entries, findings)
  const style = styleOf(valueTexts(entries), mapping.decimalSign ?? null)
  if (style.isMixed) findings.worthKnowing('mixed-decimal-signs', sheet.name ?? '')
  const figures = figuresIn(entries, rulesOf(knowledge, places, style), findings)
  checkShares(figures, knowledge.unit, findings)

  const recognised = recognisedOf(grid.value, sheet, layout, style.decimalSign)
  const offer = offerOf(grid.value, sheet, layout.headingRow)
  const { problems, warnings } = findings
  if (problems.length > 0) {
    const first = problems.slice(0, limits.problems)
    return { ok: false, recognised, offer, problems: first, total: problems.length, warnings }
  }
  if (figures.length > 0) return { ok: true, recognised, offer, figures, warnings }
  const none = { ...fileProblem('empty-file'), field: 'table', problem: 'no-figures' } as const
  return { ok: false, recognised, offer, problems: [none], total: 1, warnings }
}

function rulesOf(
  { unit, decimals, mapping = {} }: TableKnowledge,
  places: PlaceFinder,
  style: EntryRules['style'],
): EntryRules {
  const { year = null, gender = 'all', dashMeans = null } = mapping
  return { places, unit, decimals, style, year, gender, dashMeans }
}

function figuresIn(entries: readonly Entry[], rules: EntryRules, findings: Findings): readonly ReadFigure[] {
  const figures = entries.flatMap((entry) => readEntry(entry, rules, findings) ?? [])
  return withoutDuplicates(figures, findings)
}

/** The sheet that holds a table. Where several do, the person chooses. */
function tableIn(grid: Grid, places: PlaceFinder, mapping: Mapping): Outcome<Found, TableProblem> {
  const sheets = grid.sheets.filter(({ name }) => mapping.sheet === undefined || name === mapping.sheet)
  const names = grid.sheets.flatMap(({ name }) => name ?? [])
  if (sheets.length === 0) return refuse(fileProblem('sheet-unknown', mapping.sheet, null, names))
  const tried = sheets.map((sheet) => ({ sheet, layout: layoutOf(sheet, places, mapping) }))
  const found = tried.flatMap(({ sheet, layout }) => (layout.ok ? [{ sheet, layout: layout.value }] : []))
  const [only, ...others] = found
  if (only && others.length === 0) return done(only)
  if (only) {
    const choices = found.flatMap(({ sheet }) => sheet.name ?? [])
    return refuse(fileProblem('several-sheets', choices.join(', '), null, choices))
  }
  const refusals = tried.flatMap(({ layout }) => (layout.ok ? [] : [layout.refusal]))
  const nearest = refusals.find(({ problem }) => problem !== 'no-headings') ?? refusals[0]
  return refuse(nearest ?? fileProblem('empty-file'))
}

/** What can be chosen where no table was found: of the sheet that was asked for, else of the first. */
function offerWithout(grid: Grid, { sheet, headingRow = 0 }: Mapping): Offer {
  const asked = grid.sheets.find(({ name }) => name === sheet)
  return offerOf(grid, asked ?? grid.sheets[0], headingRow)
}

function isOf(indicator: string | undefined): (entry: Entry) => boolean {
  return ({ others }) => indicator === undefined || others.get('indicator')?.text === indicator
}

function valueTexts(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ value: { cell } }) => (cell.value.kind === 'text' ? [cell.text] : []))
}

function failed(problems: readonly TableProblem[], offer: Offer | null = null): ReadTable {
  return { ok: false, recognised: null, offer, problems, total: problems.length, warnings: [] }
}
