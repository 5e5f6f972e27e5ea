import type { Municipality } from '#modules/region'
import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Prose, Section } from '#ui/heading.tsx'
import { hasValues, koladaIdOf } from '../../core/indicator.ts'
import type { IndicatorReading } from '../../reads.ts'
import { PartsTable, ruleText } from './region-parts.tsx'
import { textsIn } from '../texts.ts'

interface FactsProps {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  /** The day it is, to tell a publication that is to come from one that is late. */
  readonly today: string
  readonly asOf?: Date | undefined
}

/** How the indicator is counted: method, unit, direction, the region's rule with its parts, what to wait for. */
export function HowCounted(props: FactsProps) {
  const { reading, locale } = props
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const koladaId = koladaIdOf(indicator)
  const breaks = indicator.breaks.map((one) => `${one.from}: ${inLocale(one.text, locale)}`)
  const items: Description[] = [
    { term: texts.page.method, details: inLocale(indicator.method, locale) },
    { term: texts.page.unit, details: texts.units[indicator.unit] },
    { term: texts.page.direction, details: texts.directions[indicator.direction] },
    { term: texts.page.regionRule, details: ruleText(reading, props.municipalities.length, locale) },
    ...(breaks.length > 0 ? [{ term: texts.page.breaks, details: breaks.join(' ') }] : []),
    { term: texts.page.next, details: nextText(props) },
    ...(koladaId === null ? [] : [{ term: texts.page.kolada, details: koladaId }]),
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

function nextText({ reading, locale, today }: FactsProps): string {
  const texts = textsIn(locale).page
  const next = reading.series.indicator.nextPublication
  if (next === null) return texts.nextUnknown
  const day = formatDay(next, locale)
  return next < today ? texts.nextPassed(day) : texts.nextOn(day)
}

/** The parts behind the region's latest value, so that anybody can calculate it again. */
function Parts(props: FactsProps) {
  const { reading, locale } = props
  const latest = reading.region.findLast((one) => one.value !== null)
  if (!latest) return null
  return (
    <Disclosure summary={textsIn(locale).rule.parts(latest.year)}>
      <PartsTable {...props} value={latest} />
    </Disclosure>
  )
}
