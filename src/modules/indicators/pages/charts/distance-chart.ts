import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import type { GapFigures } from '#ui/charts/gap-chart.tsx'
import { decimalsOfParts, partsToPrint, type TargetGap } from '../../core/gap.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { DividedDistance } from '../../core/target-gap.ts'
import type { ChartWords } from './chart-file.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { amountText, numberText, signedAmountText } from '../words.ts'

type Parts = Extract<TargetGap, { kind: 'parts' }>

/** A distance that could be divided. */
export type DistanceInParts = DividedDistance & { readonly gap: Parts }

interface DistanceFigures extends GapFigures {
  readonly parts: readonly { readonly id: string; readonly name: string; readonly value: number }[]
}

/** What each municipality makes of the region's distance to its target; the printed parts add up. */
export function distanceChart(
  { gap, year, target }: DistanceInParts,
  indicator: Indicator,
  municipalities: readonly Municipality[],
  locale: Locale,
): DistanceFigures & ChartWords {
  const words = readingTextsIn(locale).gap
  const nameOf = nameIn(municipalities)
  const decimals = decimalsOfParts(indicator)
  const printed = partsToPrint(
    gap.parts.map(({ part }) => part),
    gap.gap,
    decimals,
  )
  const parts = gap.parts.map(({ municipality }, index) => ({
    id: municipality,
    name: nameOf(municipality),
    value: printed[index] ?? 0,
  }))
  const format = (value: number) => signedAmountText(value, { unit: 'count', decimals }, locale)
  return {
    title: findingText(gap, year, nameOf, indicator, locale),
    subtitle: words.subtitle(year, numberText(target.value, indicator, locale), target.year),
    description: words.description(parts.map(({ name, value }) => `${name} ${format(value)}`).join(', ')),
    parts,
    format,
    missing: words.missing,
    sumLabels: words.sums,
  }
}

/** What a municipality's code stands for. */
export function nameIn(municipalities: readonly Municipality[]): (code: string) => string {
  return (code) => municipalities.find((one) => one.code === code)?.name ?? code
}

/** How far the region lies from the target, and which municipality makes most of it. */
function findingText(
  { gap, parts }: Parts,
  year: number,
  nameOf: (code: string) => string,
  indicator: Indicator,
  locale: Locale,
): string {
  const words = readingTextsIn(locale).gap
  const side = Math.sign(gap)
  const [most] = parts.toSorted((a, b) => side * (b.part - a.part))
  const amount = amountText(Math.abs(gap), indicator, locale)
  if (!most || Number(Math.abs(gap).toFixed(indicator.decimals)) === 0) return words.there(year)
  return side > 0
    ? words.above(amount, year, nameOf(most.municipality))
    : words.below(amount, year, nameOf(most.municipality))
}
