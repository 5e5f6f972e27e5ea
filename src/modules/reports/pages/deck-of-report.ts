import type { IndicatorDigest } from '#modules/indicators'
import { countStandings, numbered, toneOf } from '#modules/programme'
import { endOfDay, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { Deck, DeckChart, DeckSeries, Slide } from '#platform/paper/deck.ts'
import type { Phrase } from '#platform/paper/paper.ts'
import type { ReportedArea, ReportedCell } from '../core/report.ts'
import type { ToldReport } from './paper-of-report.ts'
import { textsIn } from './texts.ts'
import {
  milestonePhrase,
  momentText,
  plain,
  said,
  standingOfCell,
  standingPhrase,
  standingsIn,
  titleOf,
} from './words.ts'

/** What a slide has room for. */
const mostPoints = 7
const mostLetters = 150

/** The colours of the parts of a bar, told apart by lightness too. */
const barColours = {
  good: '2E8B57',
  neutral: 'B9C7CC',
  warning: 'E0A100',
  bad: 'A3281E',
  done: '1C4F8A',
  ended: '8C857A',
  muted: 'E9E5DC',
} as const

/** A report as slides: how it stands, what is stuck, one slide for each area, one for each indicator. */
export function deckOf(told: ToldReport): Deck {
  const { report, digests, locale, address } = told
  const texts = textsIn(locale)
  const title = titleOf(report, locale)
  const slides = report.areas.length === 0 ? [] : [summarySlide(told), attentionSlide(told)]
  return {
    title,
    subtitle: momentText(report.occasion, locale),
    notes: [
      ...(report.programme?.isProposal ? [texts.report.proposal] : []),
      ...(report.holdsExamples ? [`${texts.report.examples}: ${texts.report.examplesText}`] : []),
    ],
    author: inLocale(report.network, locale),
    language: locale,
    footer: texts.report.footer(title, formatDay(report.occasion.day, locale), address),
    stampedAt: endOfDay(report.occasion.day),
    slides: [
      ...slides,
      ...report.areas.map((area) => areaSlide(area, told)),
      ...indicatorSlides(digests, locale),
    ],
  }
}

function summarySlide({ report, locale, words }: ToldReport): Slide {
  const texts = textsIn(locale).slides
  const standings = standingsIn(report, words)
  const counted = report.areas.map(({ name, interventions }) => ({
    name: inLocale(name, locale),
    counts: countStandings(
      interventions.flatMap((one) => one.cells.map(({ word }) => word)),
      standings,
    ),
  }))
  const parts = counted.map(
    ({ name, counts }) =>
      `${name}: ${counts.map(({ standing, count }) => `${words.labels[standing].toLowerCase()} ${count}`).join(', ')}`,
  )
  return {
    title: texts.summary,
    points: [],
    chart: {
      kind: 'bars',
      categories: counted.map(({ name }) => name),
      series: standings.map((standing) => ({
        name: words.labels[standing],
        look: 'strong',
        colour: barColours[toneOf[standing]],
        values: counted.map(({ counts }) => counts.find((one) => one.standing === standing)?.count ?? 0),
      })),
      numbers: '0',
      alt: texts.summaryAlt(parts.join('; ')),
    },
  }
}

function attentionSlide({ report, locale, words }: ToldReport): Slide {
  const { stuck, silences, municipality } = report
  const texts = textsIn(locale).slides
  const stuckPoints = stuck.map((cell): Phrase[] => [
    { text: `${words.labels.stuck}: `, tone: 'bad' },
    plain(
      municipality
        ? `${cell.intervention.number}. `
        : `${cell.municipality.name}, ${cell.intervention.number}. `,
    ),
    said(shortened(cell.word?.text ?? ''), locale),
  ])
  const silentPoints = silences.map((one): Phrase[] => [
    plain(texts.silentIn(one.municipality.name, one.neverReported.length + one.silent.length)),
  ])
  const points = [...stuckPoints, ...silentPoints]
  const left = points.length - 2 * mostPoints
  return {
    title: texts.attention(words.labels.stuck),
    points:
      points.length === 0
        ? [[plain(texts.nothing(words.labels.stuck))]]
        : [...points.slice(0, 2 * mostPoints), ...(left > 0 ? [[plain(texts.more(left))]] : [])],
  }
}

function areaSlide(area: ReportedArea, told: ToldReport): Slide {
  const { report, locale } = told
  const title = textsIn(locale).areas.area(inLocale(area.name, locale))
  return report.municipality ? ownAreaSlide(title, area, told) : countedAreaSlide(title, area, told)
}

/** Each intervention of the area against how many municipalities stand how, and what is stuck in it. */
function countedAreaSlide(title: string, { interventions }: ReportedArea, told: ToldReport): Slide {
  const { report, locale, words } = told
  const standings = standingsIn(report, words)
  const stuck = interventions.flatMap((one) => one.cells.filter(({ word }) => word?.status === 'stuck'))
  return {
    title,
    table: {
      columns: [
        { label: textsIn(locale).brief.intervention, share: 4 },
        ...standings.map((standing) => ({ label: words.labels[standing], share: 1.25, isNumeric: true })),
      ],
      rows: interventions.map((one) => {
        const counts = countStandings(
          one.cells.map(({ word }) => word),
          standings,
        )
        return [
          plain(numbered(one, locale)),
          ...standings.map((standing) =>
            plain(
              String(
                counts.find((count) => count.standing === standing)?.count ?? textsIn(locale).brief.none,
              ),
            ),
          ),
        ]
      }),
    },
    points: stuck.slice(0, 3).map((cell) => stuckPoint(cell, locale)),
  }
}

function stuckPoint({ municipality, intervention, word }: ReportedCell, locale: Locale): Phrase[] {
  return [
    { text: `${municipality.name}, ${intervention.number}: `, tone: 'bad' },
    said(shortened(word?.text ?? ''), locale),
  ]
}

function ownAreaSlide(title: string, { interventions }: ReportedArea, { locale, words }: ToldReport): Slide {
  const texts = textsIn(locale).cell
  return {
    title,
    table: {
      columns: [
        { label: texts.intervention, share: 3 },
        { label: texts.standing, share: 1.6 },
        { label: texts.text, share: 5 },
        { label: texts.milestone, share: 2.6 },
      ],
      rows: interventions.flatMap((one) =>
        one.cells.map((cell) => [
          plain(numbered(one, locale)),
          standingPhrase(standingOfCell(cell), words),
          cell.word ? said(shortened(cell.word.text), locale) : plain(texts.nothing),
          shortenedPhrase(milestonePhrase(cell, locale)),
        ]),
      ),
    },
    points: [],
  }
}

/** All of them in one table, then each that has figures with its chart. */
function indicatorSlides(digests: readonly IndicatorDigest[], locale: Locale): readonly Slide[] {
  if (digests.length === 0) return []
  const texts = textsIn(locale).indicators
  return [
    {
      title: texts.title,
      table: {
        columns: [
          { label: texts.indicator, share: 5 },
          { label: texts.value, share: 5 },
          { label: texts.target, share: 3 },
        ],
        rows: digests.map(({ name, value, target }) => [
          plain(name),
          plain(shortened(value, 70)),
          plain(target?.short ?? texts.noTarget),
        ]),
      },
      points: [],
    },
    ...digests.flatMap((digest) => (digest.chart ? [indicatorSlide(digest, digest.chart, locale)] : [])),
  ]
}

function indicatorSlide(
  { name, standsInFor, value, changes, target, beside, sources }: IndicatorDigest,
  chart: NonNullable<IndicatorDigest['chart']>,
  locale: Locale,
): Slide {
  const sentences = [
    value,
    ...(standsInFor === null ? [] : [standsInFor]),
    ...(beside === null ? [] : [beside]),
    ...changes,
    ...(target ? [target.short, ...target.sentences] : []),
  ]
  return {
    title: name,
    points: sentences.map((text) => [plain(text)]),
    chart: lineChart(chart, locale),
    source: shortened(sources.join(' '), 400),
  }
}

/** The same lines as the picture has. Between years that are not counted alike stands a gap with no year. */
function lineChart(chart: NonNullable<IndicatorDigest['chart']>, locale: Locale): DeckChart {
  const targets = chart.targets ?? []
  const points = chart.series.flatMap((one) => one.points)
  const places = [...new Set([...points, ...targets].map(({ x }) => x))].toSorted((a, b) => a - b)
  const decimals = decimalsIn(points.flatMap(({ y }) => (y === null ? [] : [chart.format(y)])))
  const round = (y: number) => Number(y.toFixed(decimals))
  return {
    kind: 'lines',
    categories: places.map((x) => (Number.isInteger(x) ? String(x) : '·')),
    series: [
      ...chart.series.map((one): DeckSeries => {
        const byPlace = new Map(one.points.map(({ x, y }) => [x, y]))
        return {
          name: one.name,
          look: one.emphasis ? 'strong' : one.comparison ? 'target' : 'pale',
          ...(one.comparison ? { colour: '23241F' } : {}),
          values: places.map((x) => {
            const y = byPlace.get(x) ?? null
            return y === null ? null : round(y)
          }),
        }
      }),
      ...targets.map(({ x, y }): DeckSeries => ({
        name: textsIn(locale).slides.target(x),
        look: 'target',
        values: places.map((place) => (place === x ? round(y) : null)),
      })),
    ],
    numbers: decimals === 0 ? '#,##0' : `0.${'0'.repeat(decimals)}`,
    alt: chart.description,
  }
}

/** How many decimals values are written with, read from how they are written. */
function decimalsIn(written: readonly string[]): number {
  return Math.max(0, ...written.map((text) => /[.,](\d{1,2})(?!\d)/.exec(text)?.[1]?.length ?? 0))
}

function shortened(text: string, most = mostLetters): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`
}

function shortenedPhrase(phrase: Phrase): Phrase {
  return { ...phrase, text: shortened(phrase.text, 70) }
}
