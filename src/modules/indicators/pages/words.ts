import { inLocale, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Change as ShownChange } from '#ui/figure.tsx'
import type { Change } from '../core/change.ts'
import type { Indicator, IndicatorSeries, Source } from '../core/indicator.ts'
import type { Reading } from '../core/reading.ts'
import type { RegionGap } from '../core/region-value.ts'
import { spreadOf } from '../core/spread.ts'
import { textsIn, type Texts } from './texts.ts'

type Measure = Pick<Indicator, 'unit' | 'decimals'>

/** What the codes in an indicator are called: its units, directions and ways to make the region's value. */
export function indicatorCodesInWords(locale: Locale) {
  const { units, directions, edit } = textsIn(locale)
  return { units, directions, rules: edit.rules }
}

/** `3,1 %`, `1 063 500`: the number as it stands in tables and on axes. */
export function numberText(value: number, { unit, decimals }: Measure, locale: Locale): string {
  const number = formatNumber(value, locale, decimals)
  return unit === 'percent' ? `${number}${textsIn(locale).percentSign}` : number
}

/** `3,1 %`, `1 063 500 personer`: the number with its unit, for sentences. */
export function valueText(value: number, measure: Measure, locale: Locale): string {
  const after = textsIn(locale).unitAfter[measure.unit]
  const number = numberText(value, measure, locale)
  return after === '' ? number : `${number} ${after}`
}

/** The change in words without its judgement: "0,2 procentenheter högre än 2023". */
function changeText(change: Change, { unit, decimals }: Measure, locale: Locale): string {
  const words = textsIn(locale).change
  if (change.kind === 'first') return words.first
  if (change.kind === 'across-break') return words.acrossBreak(change.since)
  if (change.arrow === 'level') return words.level(change.since)
  const amount = words.amount[unit](formatNumber(Math.abs(change.amount), locale, decimals))
  const counts = unit === 'persons' || unit === 'count'
  const rises = change.arrow === 'up'
  const say = counts ? (rises ? words.more : words.fewer) : rises ? words.higher : words.lower
  return say(amount, change.since)
}

/** The change as it stands beside a figure: arrow, words, and whether it is wished for, said in words too. */
export function changeShown(
  change: Change & { kind: 'known' },
  measure: Measure,
  locale: Locale,
): ShownChange {
  const words = textsIn(locale).change
  const text = capitalised(changeText(change, measure, locale))
  const direction = change.arrow === 'level' ? 'flat' : change.arrow
  if (change.verdict === 'neither') return { direction, text, tone: 'neutral' }
  return {
    direction,
    text: `${text}, ${words[change.verdict]}`,
    tone: change.verdict === 'better' ? 'good' : 'bad',
  }
}

/** Why there is no change to show an arrow for, in a sentence. */
export function withoutChangeText(change: Exclude<Change, { kind: 'known' }>, locale: Locale): string {
  const words = textsIn(locale).change
  if (change.kind === 'first') return capitalised(words.first)
  return capitalised(words.acrossBreakWhy(change.since, change.break.from))
}

/** Why the region has no value for a year, in a sentence. */
function gapText(gap: RegionGap, year: number, locale: Locale): string {
  const texts = textsIn(locale)
  if (gap.kind === 'no-rule') return `${texts.noRegionValue}. ${inLocale(gap.why, locale)}`
  return gap.kind === 'values'
    ? texts.gapInWords(gap.there, gap.of, year)
    : texts.gapWeights(gap.there, gap.of, year)
}

/** The same in a few words, for a cell of a table. */
export function absenceInShort(reading: Exclude<Reading, { kind: 'value' }>, locale: Locale): string {
  const texts = textsIn(locale)
  if (reading.kind === 'not-retrieved') return texts.notRetrieved
  if (reading.kind === 'missing') return capitalised(texts.missing[reading.why])
  return reading.gap.kind === 'values'
    ? texts.gapValues(reading.gap.there, reading.gap.of)
    : texts.noRegionValue
}

/** Why there is no value to show, in a sentence. */
export function absenceText(reading: Exclude<Reading, { kind: 'value' }>, locale: Locale): string {
  const texts = textsIn(locale)
  if (reading.kind === 'not-retrieved') return `${texts.notRetrieved}.`
  if (reading.kind === 'gap') return gapText(reading.gap, reading.year, locale)
  return `${capitalised(texts.yearMissing(texts.missing[reading.why], reading.year))}.`
}

/** The title of an indicator's page: what the figures say, as far as they say anything. */
export function findingOf(
  series: IndicatorSeries,
  reading: Reading,
  municipalities: readonly { readonly code: string; readonly name: string }[],
  locale: Locale,
): string {
  const { indicator } = series
  const words = textsIn(locale).finding
  const name = inLocale(indicator.name, locale)
  if (reading.kind === 'value') {
    const value = textsIn(locale).regionValue(valueText(reading.value, indicator, locale), reading.year)
    if (reading.change.kind === 'first') return words.first(name, value)
    return words.value(name, value, changeText(reading.change, indicator, locale))
  }
  const codes = municipalities.map((one) => one.code)
  const spread = spreadOf(series, codes)
  if (!spread) return words.none(name)
  const { year, there, of } = spread
  const low = numberText(spread.lowest, indicator, locale)
  const high = valueText(spread.highest, indicator, locale)
  if (there === 1) {
    const only = series.observations.find((one) => one.year === year && one.value !== null)?.municipality
    return words.one(name, municipalities.find((one) => one.code === only)?.name ?? '', high, year, of)
  }
  return there < of
    ? words.betweenSome(name, low, high, year, there, of)
    : words.between(name, low, high, year)
}

/** Who published the values, each once: "SCB; Arbetsförmedlingen". */
export function publishersOf(sources: readonly Source[]): string {
  return [...new Set(sources.map((source) => source.publisher))].join('; ')
}

/** Who published the values, as a line below a figure. */
export function sourceText(sources: readonly Source[], texts: Texts): string {
  return texts.source(publishersOf(sources))
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
