import { inLocale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { StripFigures, StripPlace } from '#ui/charts/distribution-strip.tsx'
import type { LineFigures } from '#ui/charts/line-chart.tsx'
import type { Comparison as Look, Series } from '#ui/charts/series.ts'
import type { MultiplesFigures } from '#ui/charts/small-multiples.tsx'
import { quartilesOf } from '#ui/charts/strip-places.ts'
import type { ChartWords } from '../charts/chart-file.ts'
import { breaksBetween, pointsOf } from '../charts/chart-points.ts'
import { compareTextsIn } from './compare-texts.ts'
import type { CompareView, Course } from './compare-view.ts'
import { courseWords, findingInShort, positionSentences } from './compare-words.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { textsIn } from '../texts.ts'
import { numberText } from '../words.ts'

/** Where the place lies among all that have a value in the common year; null when nobody has any. */
export function positionChart(view: CompareView): (StripFigures & ChartWords) | null {
  const { compared, locale, asked, group, places, region } = view
  const { values, year, measure } = compared
  if (!year) return null
  const texts = compareTextsIn(locale)
  const members = new Set(group.members)
  const roleOf = (code: string): StripPlace['role'] =>
    code === asked.place
      ? 'own'
      : asked.chosen.includes(code)
        ? 'beside'
        : members.has(code)
          ? 'peer'
          : undefined
  const all = [...values].map(([code, value]): StripPlace => {
    const role = roleOf(code)
    return { id: code, name: places.nameOf(code), value, ...(role ? { role } : {}) }
  })
  const ofRegion = compared.region.find((one) => one.year === year.year)?.value ?? null
  const quartiles = quartilesOf([...values.values()])
  const others = all.filter(({ role }) => role === undefined).length
  return {
    title: findingInShort(view),
    subtitle: texts.position.subtitle(textsIn(locale).units[measure.unit], year.year, values.size),
    description: texts.position.description(positionSentences(view).join(' ')),
    places: [
      ...all,
      ...(ofRegion === null
        ? []
        : [{ id: 'region', name: region.name, value: ofRegion, role: 'beside' as const }]),
    ],
    // The region is no place among the others, and is not counted with them.
    ...(quartiles ? { quartiles } : {}),
    format: (value) => numberText(value, measure, locale),
    quartileLabels: texts.position.quartiles,
    words: {
      peers: group.title,
      others: texts.position.others(others),
      middle: texts.position.middle,
    },
  }
}

/** The place, the region and those chosen over time; the group stands behind them. */
export function linesChart(view: CompareView): LineFigures & ChartWords {
  const { indicator, locale, own, region, chosen, peers, base } = view
  const texts = compareTextsIn(locale)
  const named = [...(own ? [own] : []), region, ...chosen].filter(hasValue)
  const [front] = named
  const years = [...named, ...peers].flatMap(({ values }) => values.map(({ year }) => year))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const words = courseWords(view)
  return {
    title: words,
    subtitle: termsText(view, from, to),
    description: texts.lines.description(inLocale(indicator.name, locale), words),
    series: [
      ...named.map((course, index) => ({
        ...seriesOf(course, view),
        ...(course === front ? { emphasis: true } : { comparison: index as Look }),
      })),
      ...peers.map((course) => seriesOf(course, view)),
    ],
    format: formatIn(view),
    breaks: years.length === 0 ? [] : breaksBetween(indicator.breaks, from, to, locale),
    preliminary: readingTextsIn(locale).preliminaryPoint,
    ...(base === null ? {} : { level: { y: 100, label: texts.lines.level(base) } }),
    ...(peers.length > 0 ? { othersLabel: view.group.title } : {}),
  }
}

/** Each of the group and of those chosen by itself, with the place that is asked about behind it. */
export function alikeChart(view: CompareView): (MultiplesFigures & ChartWords) | null {
  const { locale, own, region, chosen, peers, indicator } = view
  const shown = [...chosen, ...peers].filter(hasValue)
  if (shown.length === 0) return null
  const texts = compareTextsIn(locale).alike
  const behind = [own, region].find((course) => course !== null && hasValue(course))
  return {
    title: texts.heading(inLocale(indicator.name, locale)),
    subtitle: behind ? texts.lead(behind.name) : texts.leadAlone,
    description: texts.description(shown.map(({ name }) => name).join(', ')),
    series: shown.map((course) => seriesOf(course, view)),
    ...(behind ? { reference: seriesOf(behind, view) } : {}),
    format: formatIn(view),
    missing: textsIn(locale).map.missing,
  }
}

function seriesOf({ name, values }: Course, { indicator }: CompareView): Series {
  return { name, points: pointsOf(values, indicator.breaks) }
}

function hasValue({ values }: Course): boolean {
  return values.some(({ value }) => value !== null)
}

/** An index is a bare number, whatever it was made of. */
function formatIn({ base, compared, locale }: CompareView): (value: number) => string {
  if (base !== null) return (value) => formatNumber(value, locale)
  return (value) => numberText(value, compared.measure, locale)
}

function termsText({ base, compared, locale }: CompareView, from: number, to: number): string {
  const unit =
    base === null ? textsIn(locale).units[compared.measure.unit] : compareTextsIn(locale).lines.index(base)
  return textsIn(locale).charts.subtitle(unit, from, to)
}
