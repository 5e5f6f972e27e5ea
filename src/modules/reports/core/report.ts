import type { AnswerState, FrozenReport } from '#modules/follow-up'
import type { ToldIndicator } from '#modules/indicators'
import type {
  CellChange,
  CellGrid,
  Gaps,
  GoalBranch,
  GridEntry,
  GridMunicipality,
  Programme,
  Standing,
  Vocabulary,
} from '#modules/programme'
import { dayOf, daysBetween, type IsoDay } from '#platform/values/dates.ts'
import type { Bilingual } from '#platform/values/locale.ts'

/**
 * What a report is of in time: a title and a moment. An ordinary report is of a day; a follow-up round is of the moment it
 * was closed, under its own title.
 */
export interface Occasion {
  /** How it stands in an address: a day, or a round's own word. */
  readonly word: string
  /** Null where the day is all there is to say. */
  readonly title: Bilingual | null
  readonly day: IsoDay
  /** The moment whose knowledge it holds; null while the day is not over, for what is known now. */
  readonly at: Date | null
}

/** A municipality's word as a report holds it: nobody's name is in it, so that a report may lie anywhere. */
export interface ReportedWord {
  readonly status: Exclude<Standing, 'not-reported'>
  readonly text: string
  readonly saidOn: IsoDay
  /** In days, on the report's day. */
  readonly age: number
  readonly milestone: { readonly text: string; readonly on: IsoDay } | null
  readonly isExample: boolean
}

/** One cell; the word is null where nobody has spoken. */
export interface ReportedCell {
  readonly municipality: GridMunicipality
  readonly intervention: { readonly id: string; readonly number: number; readonly name: Bilingual }
  readonly word: ReportedWord | null
}

export interface ReportedIntervention {
  readonly id: string
  readonly number: number
  readonly name: Bilingual
  readonly text: Bilingual
  /** One for each municipality that the report covers. */
  readonly cells: readonly ReportedCell[]
}

export interface ReportedArea {
  readonly id: string
  readonly name: Bilingual
  readonly strategy: Bilingual
  readonly goal: Bilingual
  readonly interventions: readonly ReportedIntervention[]
}

/** What of one municipality nobody has spoken of, or not for long. */
export interface Silence {
  readonly municipality: GridMunicipality
  readonly neverReported: readonly ReportedCell[]
  readonly silent: readonly ReportedCell[]
}

/** One cell in which something was said since the earlier day. */
export interface ReportedChange {
  readonly cell: ReportedCell
  readonly from: Standing
  readonly to: Standing
  /** The same was said once more. */
  readonly isAgain: boolean
}

/** What a municipality had answered in a round. */
export interface ReportedAnswer {
  readonly municipality: string
  readonly state: AnswerState
  readonly isLate: boolean
  /** To the round's questions, in their order; empty where nothing was said. */
  readonly answers: readonly string[]
}

/** A round of follow-up as it was frozen. */
export interface ReportedRound {
  readonly questions: readonly string[]
  readonly answers: readonly ReportedAnswer[]
}

/** The whole content of a report, in no language and no form. */
export interface Report {
  readonly network: Bilingual
  /** Null for the whole region. */
  readonly municipality: GridMunicipality | null
  readonly occasion: Occasion
  readonly programme: Programme | null
  /** What the statuses were called then. */
  readonly vocabulary: Vocabulary
  readonly areas: readonly ReportedArea[]
  /** Null where the report is of a day. */
  readonly round: ReportedRound | null
  readonly stuck: readonly ReportedCell[]
  /** Municipalities that are silent about nothing are left out. */
  readonly silences: readonly Silence[]
  readonly indicators: readonly ToldIndicator[]
  /** Null where nothing is compared with. */
  readonly changes: { readonly since: IsoDay; readonly cells: readonly ReportedChange[] } | null
  readonly holdsExamples: boolean
}

/** What a report is made of, as the modules that own it tell it. */
export interface Material {
  readonly network: Bilingual
  readonly municipality: GridMunicipality | null
  readonly occasion: Occasion
  readonly programme: Programme | null
  readonly vocabulary: Vocabulary
  readonly tree: readonly GoalBranch[]
  readonly grid: CellGrid
  readonly gaps: Gaps
  readonly round: FrozenReport | null
  readonly changes: { readonly since: IsoDay; readonly cells: readonly CellChange[] } | null
  readonly indicators: readonly ToldIndicator[]
}

/** Puts a report together. */
export function reportOf(material: Material): Report {
  const { network, municipality, occasion, programme, tree, grid, gaps, round, changes, indicators } =
    material
  const told = (entry: GridEntry) => cellOf(entry, occasion.day)
  return {
    network,
    municipality,
    occasion,
    programme,
    vocabulary: material.vocabulary,
    areas: areasOf(tree, grid.entries.map(told)),
    round: round && roundOf(round, municipality),
    stuck: grid.entries.filter(({ cell }) => cell?.status === 'stuck').map(told),
    silences: gaps.municipalities
      .filter(({ neverReported, silent }) => neverReported.length + silent.length > 0)
      .map((one) => ({
        municipality: one.municipality,
        neverReported: one.neverReported.map(told),
        silent: one.silent.map(told),
      })),
    indicators,
    changes: changes && {
      since: changes.since,
      cells: changes.cells.map(({ entry, before, after, fields }) => ({
        cell: told(entry),
        from: before?.status ?? 'not-reported',
        to: after.status,
        isAgain: fields.length === 0,
      })),
    },
    holdsExamples: grid.entries.some(({ cell }) => cell?.isExample),
  }
}

function roundOf({ round, municipalities }: FrozenReport, only: GridMunicipality | null): ReportedRound {
  return {
    questions: round.questions,
    answers: municipalities
      .filter(({ code }) => only === null || code === only.code)
      .map(({ name, state, isLate, answers }) => ({ municipality: name, state, isLate, answers })),
  }
}

function areasOf(tree: readonly GoalBranch[], cells: readonly ReportedCell[]): readonly ReportedArea[] {
  const byIntervention = Map.groupBy(cells, ({ intervention }) => intervention.id)
  return tree.flatMap(({ goal, areas }) =>
    areas.map(({ area, interventions }) => ({
      id: area.id,
      name: area.name,
      strategy: area.strategy,
      goal: goal.name,
      interventions: interventions.map(({ id, number, name, text }) => ({
        id,
        number,
        name,
        text,
        cells: byIntervention.get(id) ?? [],
      })),
    })),
  )
}

function cellOf({ municipality, intervention: { id, number, name }, cell }: GridEntry, day: IsoDay) {
  const saidOn = cell && dayOf(cell.saidAt)
  return {
    municipality,
    intervention: { id, number, name },
    word:
      cell && saidOn
        ? {
            status: cell.status,
            text: cell.text,
            saidOn,
            age: daysBetween(saidOn, day),
            milestone: cell.milestone,
            isExample: cell.isExample,
          }
        : null,
  }
}
