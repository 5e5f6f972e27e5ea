import { indicatorCodesInWords, missingInWords, type ToldIndicator } from '#modules/indicators'
import type { Municipality } from '#modules/region'
import type { WorkbookSheet } from '#platform/http/workbook.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { ReportedArea, ReportedCell, ReportedRound } from '../core/report.ts'
import type { ToldReport } from './paper-of-report.ts'
import { stateInWords } from './round-blocks.ts'
import { textsIn, type Texts } from './texts.ts'
import { momentText, standingOfCell, titleOf } from './words.ts'

type Row = WorkbookSheet['rows'][number]

/** A report row by row, for who calculates on: every cell, every value, every change, and what the report is. */
export function sheetsOf(
  told: ToldReport,
  municipalities: readonly Municipality[],
): readonly WorkbookSheet[] {
  const { report, locale } = told
  return [
    aboutSheet(told),
    interventionSheet(told),
    indicatorSheet(report.indicators, municipalities, locale),
    ...(report.changes ? [changeSheet(told)] : []),
    ...(report.round ? [roundSheet(report.round, locale)] : []),
  ]
}

function aboutSheet({ report, locale, address }: ToldReport): WorkbookSheet {
  const texts = textsIn(locale)
  const notices = [
    ...(report.programme?.isProposal ? [inLocale(report.programme.proposalNote, locale)] : []),
    ...(report.holdsExamples ? [texts.report.examplesText] : []),
    ...(report.occasion.at === null ? [texts.report.notOver] : []),
  ]
  return {
    name: texts.sheets.about,
    headings: [texts.sheets.title, titleOf(report, locale)],
    rows: [
      [texts.sheets.asOf, momentText(report.occasion, locale)],
      [texts.sheets.since, report.changes?.since ?? null],
      [texts.sheets.address, address],
      ...notices.map((text): Row => [texts.sheets.notice, text]),
    ],
    widths: [20, 100],
  }
}

function roundSheet({ questions, answers }: ReportedRound, locale: Locale): WorkbookSheet {
  const { round, cell } = textsIn(locale)
  return {
    name: round.title,
    headings: [cell.municipality, round.state, ...questions],
    rows: answers.map((one) => [one.municipality, stateInWords(one, locale), ...one.answers]),
    widths: [18, 30, ...questions.map(() => 50)],
  }
}

function interventionSheet(told: ToldReport): WorkbookSheet {
  const { report, locale } = told
  const { sheets, cell: words } = textsIn(locale)
  return {
    name: sheets.interventions,
    headings: [
      sheets.goal,
      sheets.area,
      sheets.number,
      words.intervention,
      sheets.municipalityCode,
      words.municipality,
      words.standing,
      sheets.standingKey,
      words.text,
      sheets.saidOn,
      sheets.age,
      words.milestone,
      sheets.milestoneOn,
      sheets.example,
    ],
    rows: report.areas.flatMap((area) =>
      area.interventions.flatMap(({ cells }) => cells.map((cell) => cellRow(area, cell, told))),
    ),
    widths: [30, 26, 6, 40, 12, 16, 16, 14, 70, 12, 12, 36, 14, 10],
  }
}

function cellRow({ goal, name }: ReportedArea, cell: ReportedCell, { locale, words }: ToldReport): Row {
  const { sheets } = textsIn(locale)
  const { intervention, municipality, word } = cell
  return [
    inLocale(goal, locale),
    inLocale(name, locale),
    intervention.number,
    inLocale(intervention.name, locale),
    municipality.code,
    municipality.name,
    words.labels[standingOfCell(cell)],
    standingOfCell(cell),
    ...wordColumns(word, sheets),
  ]
}

function wordColumns(word: ReportedCell['word'], { yes, no }: Texts['sheets']): Row {
  if (!word) return [null, null, null, null, null, no]
  const { text, saidOn, age, milestone, isExample } = word
  return [text, saidOn, age, milestone?.text ?? null, milestone?.on ?? null, isExample ? yes : no]
}

function indicatorSheet(
  indicators: readonly ToldIndicator[],
  municipalities: readonly Municipality[],
  locale: Locale,
): WorkbookSheet {
  const { sheets, indicators: words } = textsIn(locale)
  return {
    name: sheets.indicators,
    headings: [
      words.indicator,
      sheets.unit,
      sheets.place,
      sheets.year,
      sheets.valueColumn,
      sheets.missing,
      sheets.preliminary,
    ],
    rows: indicators.flatMap((one) => valueRows(one, municipalities, locale)),
    widths: [44, 24, 18, 8, 14, 26, 12],
  }
}

/** The region's values, then each municipality's; of one municipality its own. */
function valueRows(
  { shown, place }: ToldIndicator,
  municipalities: readonly Municipality[],
  locale: Locale,
): readonly Row[] {
  const { sheets } = textsIn(locale)
  const { indicator, observations } = shown.series
  const places = place ? [place] : municipalities
  const start = [inLocale(indicator.name, locale), indicatorCodesInWords(locale).units[indicator.unit]]
  const yesOrNo = (is: boolean | undefined) => (is ? sheets.yes : sheets.no)
  return [
    ...shown.region
      .filter(({ value }) => value !== null)
      .map(({ year, value, isPreliminary }): Row => [
        ...start,
        sheets.region,
        year,
        value,
        null,
        yesOrNo(isPreliminary),
      ]),
    ...places.flatMap(({ code, name }) =>
      observations
        .filter(({ municipality }) => municipality === code)
        .toSorted((a, b) => a.year - b.year)
        .map(({ year, value, missing, isPreliminary }): Row => [
          ...start,
          name,
          year,
          value,
          missing === null ? null : (missingInWords(locale)[missing] ?? missing),
          yesOrNo(isPreliminary),
        ]),
    ),
  ]
}

function changeSheet({ report, locale, words: { labels } }: ToldReport): WorkbookSheet {
  const { sheets, cell: words, changes } = textsIn(locale)
  return {
    name: sheets.changes,
    headings: [
      sheets.number,
      words.intervention,
      sheets.municipalityCode,
      words.municipality,
      changes.before,
      changes.after,
      words.text,
      sheets.saidOn,
    ],
    rows: (report.changes?.cells ?? []).map(({ cell, from, to }) => [
      cell.intervention.number,
      inLocale(cell.intervention.name, locale),
      cell.municipality.code,
      cell.municipality.name,
      labels[from],
      labels[to],
      cell.word?.text ?? null,
      cell.word?.saidOn ?? null,
    ]),
    widths: [6, 40, 12, 16, 16, 16, 70, 12],
  }
}
