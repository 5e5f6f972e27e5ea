import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Change as ShownChange } from '#ui/figure.tsx'
import type { ChartRule } from '../../core/chart-rules.ts'
import type { Indicator } from '../../core/indicator.ts'
import { limitFactor, rangeLimitFactor, type Limits, type NotEnough } from '../../core/process-chart.ts'
import { isTrend, type Cause, type Signal, type SpanChange } from '../../core/signal.ts'
import { readingTextsIn } from './reading-texts.ts'
import { amountText, differenceText, numberText } from '../words.ts'

/** A signal that has something to say. */
export type KnownSignal = Extract<Signal, { kind: 'signal' }>

/** "På fem år: 0,3 procentenheter lägre än 2019", with its arrow and without a judgement. */
export function spanShown(
  change: SpanChange,
  years: 1 | 5,
  indicator: Indicator,
  locale: Locale,
): ShownChange {
  const words = readingTextsIn(locale).signal
  // The year asked for may lack a value: the words name the span that was counted.
  const text = `${words.over(change.kind === 'known' ? change.years : years)}: ${spanText(change, indicator, locale)}`
  if (change.kind !== 'known') return { direction: 'flat', text, tone: 'neutral' }
  return { direction: change.arrow === 'level' ? 'flat' : change.arrow, text, tone: 'neutral' }
}

function spanText(change: SpanChange, indicator: Indicator, locale: Locale): string {
  const words = readingTextsIn(locale).signal
  if (change.kind === 'no-earlier-value') return words.noEarlier(change.asked)
  if (change.kind === 'across-break') return words.acrossBreak(change.since, change.break.from)
  return differenceText(change, change.from.year, indicator, locale)
}

/** Why the latest value is called usual, unusual or neither, sentence by sentence. */
export function whyWord(signal: KnownSignal, indicator: Indicator, locale: Locale): readonly string[] {
  const words = readingTextsIn(locale).signal
  const { variation, formula } = signal
  if (variation.kind === 'not-enough-data') return whyNotEnough(variation, signal, indicator, locale)
  const text = (value: number) => numberText(value, indicator, locale)
  const { limits } = formula
  if (isTrend(signal.word)) {
    const sentence = words.trend[signal.word](formula.from, formula.to)
    return [sentence, ...(variation.isProvisional ? [words.provisional(formula.count)] : [])]
  }
  const found =
    variation.kind === 'unusual'
      ? worthSaying(variation.causes).map((cause) => causeText(cause, signal, indicator, locale))
      : limits
        ? [words.usual(text(limits.lower), text(limits.upper), formula.from, formula.to)]
        : []
  return [...found, ...(variation.isProvisional ? [words.provisional(formula.count)] : [])]
}

/** A value outside the limits is near them, too: only the plainest of these causes is said. */
function worthSaying(causes: readonly Cause[]): readonly Cause[] {
  const plainest = causes.find(isNear)
  return causes.filter((cause) => cause === plainest || !isNear(cause))
}

function isNear(cause: Cause): boolean {
  const kind = cause.kind === 'rule' ? cause.rule.kind : cause.kind
  return kind === 'beyond-limits' || kind === 'near-limit'
}

function whyNotEnough(
  { lacking, there, needed }: NotEnough,
  { latest, formula }: KnownSignal,
  indicator: Indicator,
  locale: Locale,
): readonly string[] {
  const words = readingTextsIn(locale).signal
  const broken = indicator.breaks.findLast(({ from }) => from <= formula.from && from <= latest.year)
  return [words[lacking](there, needed), ...(broken ? [words.sinceBreak(broken.from)] : [])]
}

function causeText(cause: Cause, signal: KnownSignal, indicator: Indicator, locale: Locale): string {
  const words = readingTextsIn(locale).signal.cause
  const { limits } = signal.formula
  if (cause.kind === 'range-beyond-limit')
    return words.range(amountText(limits?.upperRange ?? 0, indicator, locale))
  const side = cause.side === 'below' || cause.side === 'falling' ? 'below' : 'above'
  const { rule, years } = cause
  const text = (value = 0) => numberText(value, indicator, locale)
  switch (rule.kind) {
    case 'beyond-limits':
      return words.beyond[side](signal.latest.year, text(side === 'below' ? limits?.lower : limits?.upper))
    case 'run':
      return words.run[side](years.length, text(limits?.centre))
    case 'near-limit':
      return rule.sigmas > 1 ? words.near(rule.count, rule.of) : words.far[side](rule.count, rule.of)
    case 'trend':
      return words.trend[side](years.length)
    case 'alternating':
    case 'hugging':
    case 'avoiding':
      return words[rule.kind](years.length)
  }
}

/** A rule of a standard, with its numbers. */
export function ruleText(rule: ChartRule, locale: Locale): string {
  const words = readingTextsIn(locale).signal.rule
  if (rule.kind === 'beyond-limits') return words[rule.kind]()
  if (rule.kind === 'near-limit') return words[rule.kind](rule.count, rule.of, rule.sigmas)
  return words[rule.kind](rule.length)
}

/** The finding above a process chart: "Regionen 2024: inom det vanliga". */
export function findingText(place: string, signal: KnownSignal, locale: Locale): string {
  const words = readingTextsIn(locale).signal
  return words.chartTitle(place, words.after[signal.word], signal.latest.year)
}

/** Every number of the formula with its name, ready to be checked by hand. */
export function formulaItems(limits: Limits, count: number, indicator: Indicator, locale: Locale) {
  const words = readingTextsIn(locale).signal.formula
  // One decimal more than is shown elsewhere, so that whoever reckons after arrives at the same limits.
  const fine = { ...indicator, decimals: indicator.decimals + 1 }
  const text = (value: number) => numberText(value, fine, locale)
  const amount = (value: number) => formatNumber(value, locale, fine.decimals)
  const [factor, rangeFactor] = [
    formatNumber(limitFactor, locale, 2),
    formatNumber(rangeLimitFactor, locale, 3),
  ]
  const range = amount(limits.meanRange)
  return [
    { term: words.centre, details: words.centreOf(count, text(limits.centre)) },
    { term: words.range, details: words.rangeOf(limits.ranges.length, range) },
    {
      term: words.limits,
      details: words.limitsOf(amount(limits.centre), factor, range, text(limits.lower), text(limits.upper)),
    },
    { term: words.upperRange, details: words.upperRangeOf(rangeFactor, range, amount(limits.upperRange)) },
  ]
}
