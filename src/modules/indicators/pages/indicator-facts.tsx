import type { Municipality } from '#modules/region'
import { formatDay } from '#platform/values/dates.ts'
import { bySwedishName, inLocale, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Prose, Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { hasValues } from '../core/indicator.ts'
import type { Part, RegionValue } from '../core/region-value.ts'
import type { IndicatorReading } from '../reads.ts'
import { textsIn } from './texts.ts'
import { numberText } from './words.ts'

interface FactsProps {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  /** The day it is, to tell a publication that is to come from one that is late. */
  readonly today: string
}

/** How the indicator is counted: method, unit, direction, the region's rule with its parts, what to wait for. */
export function HowCounted(props: FactsProps) {
  const { reading, locale } = props
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const breaks = indicator.breaks.map((one) => `${one.from}: ${inLocale(one.text, locale)}`)
  const items: Description[] = [
    { term: texts.page.method, details: inLocale(indicator.method, locale) },
    { term: texts.page.unit, details: texts.units[indicator.unit] },
    { term: texts.page.direction, details: texts.directions[indicator.direction] },
    { term: texts.page.regionRule, details: ruleText(props) },
    ...(breaks.length > 0 ? [{ term: texts.page.breaks, details: breaks.join(' ') }] : []),
    { term: texts.page.next, details: nextText(props) },
    ...(indicator.koladaId === null ? [] : [{ term: texts.page.kolada, details: indicator.koladaId }]),
  ].filter(({ details }) => details !== '')
  const howTo = inLocale(indicator.howToRetrieve, locale)
  return (
    <Section id="sa-raknas" title={texts.page.about}>
      <DescriptionList items={items} />
      <Parts {...props} />
      {howTo !== '' && hasValues(reading.series) && (
        <Disclosure summary={texts.page.howToRetrieveNew}>
          <HowTo text={howTo} />
        </Disclosure>
      )}
    </Section>
  )
}

/** The instruction may hold an address that is longer than a phone is wide: it may break after every part of it. */
export function HowTo({ text }: { readonly text: string }) {
  const pieces = text.split(/(?<=[/,?&=])(?=\S)/)
  return (
    <Prose>
      <p>{pieces.flatMap((piece, index) => (index === 0 ? [piece] : [<wbr key={index} />, piece]))}</p>
    </Prose>
  )
}

function ruleText({ reading, municipalities, locale }: FactsProps): string {
  const texts = textsIn(locale).rule
  const { regionRule } = reading.series.indicator
  if (regionRule.kind === 'none') return texts.none(inLocale(regionRule.why, locale))
  if (regionRule.kind === 'sum') return `${texts.sum(municipalities.length)} ${texts.all}`
  return `${texts.mean(weightName(reading, locale))} ${texts.all}`
}

function weightName({ series, library }: IndicatorReading, locale: Locale): string {
  const { regionRule } = series.indicator
  const weight = regionRule.kind === 'weighted-mean' ? library.get(regionRule.weight)?.indicator : undefined
  return weight ? inLocale(weight.name, locale) : ''
}

function nextText({ reading, locale, today }: FactsProps): string {
  const texts = textsIn(locale).page
  const next = reading.series.indicator.nextPublication
  if (next === null) return texts.nextUnknown
  const day = formatDay(next, locale)
  return next < today ? texts.nextPassed(day) : texts.nextOn(day)
}

/** The parts behind the region's latest value, so that anybody can calculate it again. */
function Parts({ reading, municipalities, locale }: FactsProps) {
  const texts = textsIn(locale).rule
  const latest = reading.region.findLast((one) => one.value !== null)
  if (!latest) return null
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]))
  const rows = latest.parts.toSorted((a, b) =>
    bySwedishName(nameOf.get(a.municipality) ?? '', nameOf.get(b.municipality) ?? ''),
  )
  const columns: Column<Part>[] = [
    { label: texts.municipality, rowHeader: true, cell: (part) => nameOf.get(part.municipality) },
    {
      label: texts.value,
      numeric: true,
      cell: (part) => numberText(part.value ?? 0, reading.series.indicator, locale),
    },
    ...weighing(reading, latest, locale),
  ]
  return (
    <Disclosure summary={texts.parts(latest.year)}>
      <Table
        caption={texts.partsCaption(latest.year)}
        captionHidden
        size="compact"
        columns={columns}
        rows={rows}
        rowKey={(part) => part.municipality}
      />
    </Disclosure>
  )
}

function weighing(reading: IndicatorReading, latest: RegionValue, locale: Locale): Column<Part>[] {
  const texts = textsIn(locale)
  const share = (part: number, whole: number) =>
    `${formatNumber((100 * part) / whole, locale, 1)}${texts.percentSign}`
  if (reading.series.indicator.regionRule.kind === 'sum') {
    const sum = latest.value ?? 0
    return sum === 0
      ? []
      : [{ label: texts.rule.shareOfSum, numeric: true, cell: (part) => share(part.value ?? 0, sum) }]
  }
  const total = latest.parts.reduce((sum, part) => sum + (part.weight ?? 0), 0)
  return [
    {
      label: texts.rule.weight(weightName(reading, locale)),
      numeric: true,
      cell: (part) => formatNumber(part.weight ?? 0, locale),
    },
    { label: texts.rule.share, numeric: true, cell: (part) => share(part.weight ?? 0, total) },
  ]
}
