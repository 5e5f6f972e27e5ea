import type { Locale } from '#platform/values/locale.ts'
import { formatChange } from '#platform/values/numbers.ts'
import { Tag } from '#ui/notice.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { Signal } from '../../core/signal.ts'
import type { TargetReading } from '../../core/target.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { textsIn } from '../texts.ts'
import { amountText, numberText, valueText, type Measure } from '../words.ts'

type Kind = TargetReading['kind']

const toneOf = {
  reached: 'success',
  'on-pace': 'success',
  missed: 'danger',
  'too-slow': 'warning',
  'wrong-way': 'warning',
  'not-enough-data': 'neutral',
  'no-value': 'neutral',
  'no-direction': 'neutral',
  'across-break': 'neutral',
} as const satisfies Record<Kind, string>

/** How it stands with a target, in a word or three. */
export function TargetTag({ kind, locale }: { readonly kind: Kind; readonly locale: Locale }) {
  return <Tag tone={toneOf[kind]}>{readingTextsIn(locale).target.word[kind]}</Tag>
}

/**
 * How far it is to a target and whether the present pace will do, sentence by sentence. Where the series has only varied
 * as it usually does, a pace is no more than that.
 */
export function targetSentences(
  reading: TargetReading,
  indicator: Indicator,
  locale: Locale,
  signal?: Signal,
): readonly string[] {
  const words = readingTextsIn(locale).target
  if (reading.kind === 'no-value') return [words.noValue]
  if (reading.kind === 'no-direction') return [words.noDirection]
  if (reading.kind === 'across-break') return [words.acrossBreak(reading.break.from)]
  const isByPace = reading.kind === 'on-pace' || reading.kind === 'too-slow' || reading.kind === 'wrong-way'
  const mayBeChance = isByPace && signal?.kind === 'signal' && signal.word === 'usual'
  return [...judged(reading, indicator, locale), ...(mayBeChance ? [words.mayBeChance] : [])]
}

type Judged = Extract<TargetReading, { formula: unknown }>

function judged(reading: Judged, indicator: Indicator, locale: Locale): readonly string[] {
  const words = readingTextsIn(locale).target
  const { latest, distance, pace } = reading.formula
  const far = amountText(Math.abs(distance), indicator, locale)
  const at = valueText(latest.value, indicator, locale)
  const perYear = paceText(pace?.perYear ?? 0, indicator, locale)
  switch (reading.kind) {
    case 'reached':
      return [words.reached(at, latest.year)]
    case 'missed':
      return [words.missed(at, latest.year, far)]
    case 'on-pace':
      return [words.distance(far), words.pace(perYear, reading.reachedIn, reading.target.year)]
    case 'too-slow':
      return [
        words.distance(far),
        reading.reachedIn === null
          ? words.still(perYear)
          : words.pace(perYear, reading.reachedIn, reading.target.year),
        ...neededSentence(reading, indicator, locale),
      ]
    case 'wrong-way':
      return [words.distance(far), words.wrongWay(perYear), ...neededSentence(reading, indicator, locale)]
    case 'not-enough-data':
      return [
        words.distance(far),
        ...neededSentence(reading, indicator, locale),
        words.tooFew(reading.there, reading.needed),
      ]
  }
}

function neededSentence(
  { formula, target }: Judged,
  indicator: Indicator,
  locale: Locale,
): readonly string[] {
  if (formula.neededPerYear === null) return []
  return [
    readingTextsIn(locale).target.needed(paceText(formula.neededPerYear, indicator, locale), target.year),
  ]
}

/** `+0,42 procentenheter`: a pace has one decimal more than the values, for it is small beside them. */
export function paceText(perYear: number, { unit, decimals }: Measure, locale: Locale): string {
  const finer = Math.abs(perYear) >= 100 ? decimals : decimals + 1
  return textsIn(locale).change.amount[unit](formatChange(perYear, locale, finer))
}

/** One short line for a card among others: "Mål 2,0 % 2030: för långsamt". */
export function targetInShort(reading: TargetReading, indicator: Indicator, locale: Locale): string {
  const words = readingTextsIn(locale).target
  const { value, year } = reading.target
  const text = numberText(value, indicator, locale)
  const kind = reading.kind
  const isJudged =
    kind === 'reached' ||
    kind === 'missed' ||
    kind === 'on-pace' ||
    kind === 'too-slow' ||
    kind === 'wrong-way'
  return isJudged ? words.short(text, year, words.word[kind].toLowerCase()) : words.shortOnly(text, year)
}
