import { numbered } from '#modules/programme'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { Block, PaperTable, Phrase } from '#platform/paper/paper.ts'
import type { ReportedArea, ReportedCell } from '../core/report.ts'
import type { ToldReport } from './paper-of-report.ts'
import { textsIn } from './texts.ts'
import {
  bilingual,
  milestonePhrase,
  plain,
  said,
  saidPhrase,
  standingOfCell,
  standingPhrase,
} from './words.ts'

/** Area by area what each municipality says: for the region a table an intervention, for one a table an area. */
export function areaBlocks(told: ToldReport): Block[] {
  const { report, locale } = told
  const { areas, municipality } = report
  if (areas.length === 0) return []
  const texts = textsIn(locale).areas
  return [
    { kind: 'heading', level: 1, id: 'omraden', text: texts.title },
    ...areas.flatMap((area): Block[] => [
      { kind: 'heading', level: 2, id: `omrade-${area.id}`, text: inLocale(area.name, locale) },
      {
        kind: 'paragraph',
        phrases: [plain(texts.goal(inLocale(area.goal, locale), inLocale(area.strategy, locale)))],
      },
      ...(municipality ? [areaTable(area, told)] : interventionTables(area, told)),
    ]),
  ]
}

function areaTable(area: ReportedArea, told: ToldReport): Block {
  const { locale } = told
  const texts = textsIn(locale)
  if (area.interventions.length === 0) return { kind: 'paragraph', phrases: [plain(texts.areas.none)] }
  return cellTable(
    texts.areas.tableOfArea(inLocale(area.name, locale)),
    texts.cell.intervention,
    area.interventions.flatMap((one) =>
      one.cells.map((cell) => rowOf(plain(numbered(one, locale)), cell, told)),
    ),
    locale,
  )
}

function interventionTables(area: ReportedArea, told: ToldReport): Block[] {
  const { locale } = told
  const texts = textsIn(locale)
  return area.interventions.flatMap((one): Block[] => [
    { kind: 'heading', level: 3, id: `insats-${one.id}`, text: numbered(one, locale) },
    { kind: 'paragraph', phrases: [bilingual(one.text, locale)] },
    cellTable(
      texts.areas.table(numbered(one, locale)),
      texts.cell.municipality,
      one.cells.map((cell) => rowOf(plain(cell.municipality.name), cell, told)),
      locale,
    ),
  ])
}

function cellTable(
  caption: string,
  first: string,
  rows: readonly (readonly Phrase[])[],
  locale: Locale,
): PaperTable {
  const texts = textsIn(locale).cell
  return {
    kind: 'table',
    caption,
    columns: [
      { label: first, share: 2.3 },
      { label: texts.standing, share: 2.6 },
      { label: texts.text, share: 5.4 },
      { label: texts.said, share: 2.1 },
      { label: texts.milestone, share: 3 },
    ],
    rows,
  }
}

function rowOf(name: Phrase, cell: ReportedCell, { locale, words }: ToldReport): readonly Phrase[] {
  return [
    name,
    standingPhrase(standingOfCell(cell), words),
    cell.word ? said(cell.word.text, locale) : plain(textsIn(locale).cell.nothing),
    saidPhrase(cell, locale),
    milestonePhrase(cell, locale),
  ]
}
