import type { ComponentChildren } from 'preact'
import type { Municipality } from '#modules/region'
import { bySwedishName, inLocale, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { Table, type Column } from '#ui/table.tsx'
import type { Part, RegionValue } from '../../core/region-value.ts'
import type { IndicatorReading } from '../../reads.ts'
import { PreliminaryMark } from '../reading/gender-section.tsx'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { textsIn } from '../texts.ts'
import { ValueLink } from '../values/value-link.tsx'
import { numberText } from '../words.ts'

/** How the region's value is made, in a sentence or two. */
export function ruleText(reading: IndicatorReading, count: number, locale: Locale): string {
  const texts = textsIn(locale).rule
  const { regionRule } = reading.series.indicator
  if (regionRule.kind === 'none') return texts.none(inLocale(regionRule.why, locale))
  if (regionRule.kind === 'sum') return `${texts.sum(count)} ${texts.all}`
  if (regionRule.kind === 'median') return `${texts.median(count)} ${texts.all}`
  if (regionRule.kind === 'group') return texts.group(regionRule.group)
  return `${texts.mean(weightName(reading, locale))} ${texts.all}`
}

function weightName({ series, library }: IndicatorReading, locale: Locale): string {
  const { regionRule } = series.indicator
  const weight = regionRule.kind === 'weighted-mean' ? library.get(regionRule.weight)?.indicator : undefined
  return weight ? inLocale(weight.name, locale) : ''
}

interface PartsProps {
  readonly reading: IndicatorReading
  readonly value: RegionValue
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  readonly asOf?: Date | undefined
}

/** What the region's value of a year is made of, with the weights: each number leads to where it comes from. */
export function PartsTable({ reading, value, municipalities, locale, asOf }: PartsProps) {
  const texts = textsIn(locale).rule
  const { indicator } = reading.series
  const placeOf = new Map(municipalities.map((one) => [one.code, one]))
  const nameOf = (part: Part) => placeOf.get(part.municipality)?.name ?? part.municipality
  const link = (part: Part, of: string, text: string, isPreliminary: boolean | undefined) => (
    <>
      <ValueLink
        indicator={of}
        place={placeOf.get(part.municipality) ?? null}
        year={value.year}
        locale={locale}
        asOf={asOf}
      >
        {text}
      </ValueLink>
      {isPreliminary && <PreliminaryMark locale={locale} />}
    </>
  )
  const columns: Column<Part>[] = [
    { label: texts.municipality, rowHeader: true, cell: nameOf },
    {
      label: texts.value,
      numeric: true,
      // A group has a value of its own even when the source lacks that of a municipality.
      cell: (part) =>
        part.value === null
          ? textsIn(locale).noData
          : link(part, indicator.id, numberText(part.value, indicator, locale), part.isPreliminary),
    },
    ...weighing(reading, value, locale, link),
  ]
  return (
    <>
      <Table
        caption={texts.partsCaption(value.year)}
        captionHidden
        size="compact"
        columns={columns}
        rows={value.parts.toSorted((a, b) => bySwedishName(nameOf(a), nameOf(b)))}
        rowKey={(part) => part.municipality}
      />
      {value.parts.some((part) => part.isPreliminary || part.isWeightPreliminary) && (
        <p class="source">{readingTextsIn(locale).preliminaryExplained}</p>
      )}
    </>
  )
}

function weighing(
  reading: IndicatorReading,
  { value, parts }: RegionValue,
  locale: Locale,
  link: (part: Part, of: string, text: string, isPreliminary: boolean | undefined) => ComponentChildren,
): Column<Part>[] {
  const texts = textsIn(locale)
  const { regionRule } = reading.series.indicator
  const share = (part: number, whole: number) =>
    `${formatNumber((100 * part) / whole, locale, 1)}${texts.percentSign}`
  if (regionRule.kind === 'sum') {
    const sum = value ?? 0
    return sum === 0
      ? []
      : [{ label: texts.rule.shareOfSum, numeric: true, cell: (part) => share(part.value ?? 0, sum) }]
  }
  if (regionRule.kind !== 'weighted-mean') return []
  const total = parts.reduce((sum, part) => sum + (part.weight ?? 0), 0)
  return [
    {
      label: texts.rule.weight(weightName(reading, locale)),
      numeric: true,
      cell: (part) =>
        part.weight === null
          ? texts.noData
          : link(part, regionRule.weight, formatNumber(part.weight, locale), part.isWeightPreliminary),
    },
    {
      label: texts.rule.share,
      numeric: true,
      cell: (part) => (total === 0 ? '' : share(part.weight ?? 0, total)),
    },
  ]
}
