import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { GapChart } from '#ui/charts/gap-chart.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { changeParts } from '../../core/change-parts.ts'
import type { NotDivisible } from '../../core/gap.ts'
import type { Indicator, Target } from '../../core/indicator.ts'
import type { RegionValue } from '../../core/region-value.ts'
import { changeYears, divideDistance, type DividedDistance } from '../../core/target-gap.ts'
import { ChangeTable } from '../indicator/change-table.tsx'
import { chartLinks, type Asked } from '../charts/chart-address.ts'
import { distanceChart, nameIn } from '../charts/distance-chart.ts'
import { GapTable } from './gap-table.tsx'
import { readingTextsIn } from './reading-texts.ts'
import { textsIn } from '../texts.ts'

interface GapSectionProps {
  readonly indicator: Indicator
  readonly region: readonly RegionValue[]
  /** The target that the region is read against first; null where none is decided. */
  readonly target: Target | null
  readonly municipalities: readonly Municipality[]
  readonly source: string
  /** What the page has been asked for, to ask its charts for the same. */
  readonly asked: Asked
  readonly locale: Locale
}

/** Where the distance to the target lies and where a change has happened, municipality by municipality: arithmetic, no causes. */
export function GapSection(props: GapSectionProps) {
  const { indicator, region, target, locale } = props
  const words = readingTextsIn(locale).gap
  const divided = target && divideDistance(indicator, region, target)
  const years = changeYears(indicator, region)
  if (!divided && !years) return null
  return (
    <Section id="delar" title={divided ? words.title : words.changeTitle} lead={words.lead}>
      {divided && <Distance {...props} divided={divided} />}
      {years && <Change {...props} {...years} isAlone={!divided} />}
    </Section>
  )
}

function Distance(props: GapSectionProps & { readonly divided: DividedDistance }) {
  const { indicator, municipalities, source, asked, locale, divided } = props
  const words = readingTextsIn(locale).gap
  const { gap } = divided
  if (gap.kind !== 'parts') return <p>{notDivisibleText(gap, locale)}</p>
  const chart = distanceChart({ ...divided, gap }, indicator, municipalities, locale)
  return (
    <>
      <GapChart
        {...chart}
        id="avstandet"
        source={source}
        links={chartLinks(indicator.id, 'distance', asked, locale)}
        empty={words.missing}
      />
      <Disclosure summary={words.table}>
        <GapTable
          divided={{ ...divided, gap }}
          printed={chart.parts.map(({ value }) => value)}
          nameOf={nameIn(municipalities)}
          indicator={indicator}
          locale={locale}
        />
      </Disclosure>
    </>
  )
}

interface ChangeProps extends GapSectionProps {
  readonly before: RegionValue
  readonly after: RegionValue
  readonly isAlone: boolean
}

function Change({ indicator, municipalities, locale, before, after, isAlone }: ChangeProps) {
  const words = readingTextsIn(locale).gap
  const parts = changeParts(indicator.regionRule, before, after, indicator.breaks)
  // Years on both sides of a break are never chosen; what cannot be divided has been said of the distance already.
  if (parts.kind === 'across-break') return null
  if (parts.kind === 'other-places') return <p>{words.change.otherPlaces}</p>
  if (parts.kind !== 'parts') return isAlone ? <p>{notDivisibleText(parts, locale)}</p> : null
  return (
    <Disclosure summary={words.change.summary(before.year, after.year)}>
      <ChangeTable parts={parts} municipalities={municipalities} indicator={indicator} locale={locale} />
    </Disclosure>
  )
}

function notDivisibleText(why: NotDivisible, locale: Locale): string {
  const words = readingTextsIn(locale).gap
  if (why.kind === 'no-shares') return words.noShares
  if (why.kind === 'no-region-value') return words.noRegionValue(why.year)
  const { rule } = why
  return rule === 'median' || rule === 'group' ? words.notAdditive[rule] : textsIn(locale).noRegionValue
}
