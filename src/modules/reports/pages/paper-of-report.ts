import { digestOf, type IndicatorDigest } from '#modules/indicators'
import { countStandings, numbered, standingWords, type StandingWords } from '#modules/programme'
import type { Municipality } from '#modules/region'
import { endOfDay, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { Block, Paper, PaperTable, Phrase } from '#platform/paper/paper.ts'
import type { Report } from '../core/report.ts'
import { areaBlocks } from './area-blocks.ts'
import { changeBlocks, silenceBlocks, stuckBlocks } from './attention-blocks.ts'
import { indicatorBlocks } from './indicator-blocks.ts'
import { roundBlocks } from './round-blocks.ts'
import { textsIn } from './texts.ts'
import { momentText, plain, standingsIn, titleOf } from './words.ts'

export interface ToldReport {
  readonly report: Report
  readonly digests: readonly IndicatorDigest[]
  readonly locale: Locale
  /** What the network called how something stands, at the report's moment. */
  readonly words: StandingWords
  /** The whole address at which it can be read again. */
  readonly address: string
}

/** A report in the reader's language, with its charts drawn. */
export function toldReport(
  report: Report,
  municipalities: readonly Municipality[],
  { locale, address }: Pick<ToldReport, 'locale' | 'address'>,
): ToldReport {
  const digests = report.indicators.map((one) => digestOf(one, municipalities, locale))
  return { report, digests, locale, words: standingWords(report.vocabulary, locale), address }
}

/** A report as running text: what every reader needs first, then the details. */
export function paperOf(told: ToldReport): Paper {
  const { report, locale, address } = told
  const texts = textsIn(locale).report
  const title = titleOf(report, locale)
  return {
    title,
    subtitle: momentText(report.occasion, locale),
    author: inLocale(report.network, locale),
    language: locale,
    contents: texts.contents,
    footer: texts.footer(title, formatDay(report.occasion.day, locale), address),
    stampedAt: endOfDay(report.occasion.day),
    blocks: [
      ...openingBlocks(report, locale),
      ...briefBlocks(told),
      ...roundBlocks(report, locale),
      ...stuckBlocks(told),
      ...silenceBlocks(report, locale),
      ...changeBlocks(told),
      ...indicatorBlocks(told),
      ...areaBlocks(told),
      ...aboutBlocks(told),
    ],
  }
}

/** How many interventions and municipalities it covers, and what a reader must know before believing it. */
function openingBlocks({ areas, municipality, occasion, ...report }: Report, locale: Locale): Block[] {
  const texts = textsIn(locale).report
  const interventions = areas.flatMap((area) => area.interventions)
  const covers = municipality
    ? texts.coversOne(municipality.name, interventions.length)
    : texts.covers(interventions[0]?.cells.length ?? 0, interventions.length)
  const lead = occasion.at === null ? `${covers} ${texts.notOver}` : covers
  const note = report.programme?.isProposal ? inLocale(report.programme.proposalNote, locale) : null
  return [
    {
      kind: 'paragraph',
      look: 'lead',
      phrases: [plain(interventions.length > 0 ? lead : texts.noFramework)],
    },
    ...(note === null ? [] : [{ kind: 'notice' as const, title: texts.proposal, text: note }]),
    ...(report.holdsExamples
      ? [{ kind: 'notice' as const, title: texts.examples, text: texts.examplesText }]
      : []),
  ]
}

function briefBlocks(told: ToldReport): Block[] {
  const { report } = told
  const texts = textsIn(told.locale).brief
  if (report.areas.length === 0) return []
  return [
    { kind: 'heading', level: 1, id: 'i-korthet', text: texts.title },
    report.municipality ? countsOfOne(told) : countsOfAll(told),
  ]
}

/** Each intervention against each standing. */
function countsOfAll({ report, locale, words }: ToldReport): PaperTable {
  const texts = textsIn(locale).brief
  const standings = standingsIn(report, words)
  return {
    kind: 'table',
    caption: texts.byIntervention,
    columns: [
      { label: texts.intervention, share: 4 },
      ...standings.map((standing) => ({ label: words.labels[standing], share: 1.6, isNumeric: true })),
    ],
    rows: report.areas
      .flatMap((area) => area.interventions)
      .map((one): Phrase[] => {
        const counts = countStandings(
          one.cells.map(({ word }) => word),
          standings,
        )
        const countOf = (standing: string) => counts.find((count) => count.standing === standing)?.count
        return [
          plain(numbered(one, locale)),
          ...standings.map((standing) => plain(String(countOf(standing) ?? texts.none))),
        ]
      }),
  }
}

function countsOfOne({ report: { areas }, locale, words }: ToldReport): PaperTable {
  const texts = textsIn(locale).brief
  const cells = areas.flatMap((area) => area.interventions.flatMap((one) => one.cells))
  return {
    kind: 'table',
    caption: texts.byStanding,
    columns: [
      { label: texts.standing, share: 3 },
      { label: texts.count, share: 2, isNumeric: true },
    ],
    rows: countStandings(
      cells.map(({ word }) => word),
      words.order,
    ).map(({ standing, count }) => [plain(words.labels[standing]), plain(String(count))]),
  }
}

function aboutBlocks({ report, locale, address }: ToldReport): Block[] {
  const texts = textsIn(locale).about
  return [
    { kind: 'heading', level: 1, id: 'om', text: texts.title },
    {
      kind: 'paragraph',
      phrases: [plain(`${texts.made(inLocale(report.network, locale))} ${texts.same}`)],
    },
    { kind: 'paragraph', phrases: [plain(texts.address(address))] },
  ]
}
