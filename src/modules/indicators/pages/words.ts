import { inLocale, type Locale } from '#platform/values/locale.ts'
import { formatChange, formatNumber } from '#platform/values/numbers.ts'
import type { Change as ShownChange } from '#ui/figure.tsx'
import type { Change } from '../core/change.ts'
import type { Difference } from '../core/difference.ts'
import type { Indicator, IndicatorSeries, Source } from '../core/indicator.ts'
import type { Reading } from '../core/reading.ts'
import type { RegionGap } from '../core/region-value.ts'
import { isTrend, type Signal, type SignalWord } from '../core/signal.ts'
import { spreadOf } from '../core/spread.ts'
import { readingTextsIn } from './reading/reading-texts.ts'
import { textsIn, type Texts } from './texts.ts'

/** Why a value is missing, in a few words, by its reason. */
export function missingInWords(locale: Locale): Readonly<Record<string, string>> {
  return textsIn(locale).missing
}

/** What is needed to write a value of an indicator. */
export type Measure = Pick<Indicator, 'unit' | 'decimals'>

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

/** `2025`, or `2025, preliminärt`: a year, and whether its value may still be changed. */
export function periodText(year: number, isPreliminary: boolean | undefined, locale: Locale): string {
  return isPreliminary ? `${year}, ${readingTextsIn(locale).preliminary}` : String(year)
}

/** The change in words without its judgement: "0,2 procentenheter högre än 2023". */
function changeText(change: Change, measure: Measure, locale: Locale): string {
  const words = textsIn(locale).change
  if (change.kind === 'first') return words.first
  if (change.kind === 'across-break') return words.acrossBreak(change.since)
  return differenceText(change, change.since, measure, locale)
}

/** How far a value lies from an earlier year's: "6 625 fler än 2023". */
export function differenceText(
  { amount, arrow }: Pick<Difference, 'amount' | 'arrow'>,
  since: number,
  measure: Measure,
  locale: Locale,
): string {
  const words = textsIn(locale).change
  if (arrow === 'level') return words.level(since)
  const text = amountText(Math.abs(amount), measure, locale)
  const counts = measure.unit === 'persons' || measure.unit === 'count'
  const rises = arrow === 'up'
  const say = counts ? (rises ? words.more : words.fewer) : rises ? words.higher : words.lower
  return say(text, since)
}

/** A difference with what it counts: "0,2 procentenheter". */
export function amountText(amount: number, { unit, decimals }: Measure, locale: Locale): string {
  return textsIn(locale).change.amount[unit](formatNumber(amount, locale, decimals))
}

/** The same with its sign: "+0,2 procentenheter". */
export function signedAmountText(amount: number, { unit, decimals }: Measure, locale: Locale): string {
  return textsIn(locale).change.amount[unit](formatChange(amount, locale, decimals))
}

/**
 * The change as it stands beside a figure: arrow, words, and whether it is more than the series usually varies. Only what
 * is unusual is called better or worse; the rest may be chance, and is said to be.
 */
export function changeShown(
  change: Change & { kind: 'known' },
  signal: Signal,
  measure: Measure,
  locale: Locale,
): ShownChange {
  const text = capitalised(changeText(change, measure, locale))
  const direction = change.arrow === 'level' ? 'flat' : change.arrow
  if (signal.kind === 'no-value') return { direction, text, tone: 'neutral' }
  const words = readingTextsIn(locale).signal
  const after = words.after[signal.word]
  // An arrow that goes the other way than the judgement must not bear its colour.
  if (signal.hasTurned) {
    const turned = isTrend(signal.word) ? words.againstTrend[signal.word] : words.turned(after)
    return { direction, text: `${text}, ${turned}`, tone: 'neutral' }
  }
  return { direction, text: `${text}, ${after}`, tone: toneOf[signal.word] }
}

const toneOf = {
  'better-than-usual': 'good',
  'worse-than-usual': 'bad',
  'unlike-usual': 'neutral',
  'rising-trend': 'neutral',
  'falling-trend': 'neutral',
  usual: 'neutral',
  'not-enough-data': 'neutral',
} as const satisfies Record<SignalWord, ShownChange['tone']>

/** Why there is no change to show an arrow for, in a sentence. */
export function withoutChangeText(change: Exclude<Change, { kind: 'known' }>, locale: Locale): string {
  const words = textsIn(locale).change
  if (change.kind === 'first') return capitalised(words.first)
  return capitalised(words.acrossBreakWhy(change.since, change.break.from))
}

/** Why the region has no value for a year, in a sentence. */
export function gapText(gap: RegionGap, year: number, locale: Locale): string {
  const texts = textsIn(locale)
  if (gap.kind === 'no-rule') return `${texts.noRegionValue}. ${inLocale(gap.why, locale)}`
  if (gap.kind === 'group') return texts.gapGroup(gap.group, year)
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
    const said = textsIn(locale).regionValue(valueText(reading.value, indicator, locale), reading.year)
    const value = reading.isPreliminary ? `${said} (${readingTextsIn(locale).preliminary})` : said
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
