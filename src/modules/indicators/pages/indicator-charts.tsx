import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { knownPoints, type Series } from '#ui/charts/series.ts'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { yearsOf, type Indicator } from '../core/indicator.ts'
import { spreadOf } from '../core/spread.ts'
import type { IndicatorReading } from '../reads.ts'
import { pointsOf } from './chart-points.ts'
import { queryNames } from './query.ts'
import { textsIn } from './texts.ts'
import { numberText, sourceText, valueText } from './words.ts'

export interface ChartsProps {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  readonly action: string
  /** The municipality that stands out beside the region, by its word in addresses. */
  readonly chosen: Municipality | null
  /** What the map has been asked to show. */
  readonly year: number | null
}

/** The region and the municipalities over time, in one chart. */
export function Development(props: ChartsProps) {
  const { reading, municipalities, locale, action, chosen, year } = props
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const years = yearsOf(reading.series.observations)
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const course = besideOf(props) ?? courseOf(reading, locale)
  const region = regionalSeries(reading, locale)
  return (
    <Section id="utveckling" title={texts.charts.title}>
      <div id="indicator-course" class="section">
        <ChoiceForm action={action} swap="indicator-course" submit={texts.charts.show}>
          {year !== null && <input type="hidden" name={queryNames[locale].year} value={year} />}
          <SelectField
            name={queryNames[locale].municipality}
            label={texts.charts.choose}
            empty={region.length > 0 ? texts.charts.chooseNone : texts.charts.chooseNobody}
            value={chosen?.slug}
            options={municipalities.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </ChoiceForm>
        <LineChart
          id="kurvor"
          title={course}
          subtitle={texts.charts.subtitle(texts.units[indicator.unit], from, to)}
          description={texts.charts.description(inLocale(indicator.name, locale), course, spreadText(props))}
          series={[...municipalSeries(reading, municipalities, chosen, locale), ...region]}
          format={(value) => numberText(value, indicator, locale)}
          breaks={indicator.breaks
            .filter((one) => from < one.from && one.from <= to)
            .map((one) => ({
              x: one.from,
              label: texts.page.breakFrom(one.from),
              explanation: inLocale(one.text, locale),
            }))}
          source={sourceText(reading.series.sources, texts)}
          othersLabel={chosen ? texts.charts.othersThan : texts.charts.others(municipalities.length)}
          empty={texts.charts.empty}
        />
      </div>
    </Section>
  )
}

/** Each municipality in a small chart of its own, with the region behind it. */
export function EachMunicipality({ reading, municipalities, locale }: ChartsProps) {
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const [region] = regionalSeries(reading, locale)
  const words = (value: number) => valueText(value, indicator, locale)
  return (
    <Section
      id="var-for-sig"
      title={texts.charts.each}
      lead={region ? texts.charts.eachLead : texts.charts.eachLeadNoRegion}
    >
      <SmallMultiples
        label={texts.charts.each}
        series={municipalSeries(reading, municipalities, null, locale)}
        {...(region ? { reference: region } : {})}
        format={(value) => numberText(value, indicator, locale)}
        missing={texts.map.missing}
        describe={({ name, points }) => {
          const known = knownPoints(points)
          const [first, last] = [known[0], known.at(-1)]
          return first && last
            ? texts.charts.eachOf(name, words(first.y), first.x, words(last.y), last.x)
            : name
        }}
      />
    </Section>
  )
}

function regionalSeries({ region, series }: IndicatorReading, locale: Locale): Series[] {
  if (!region.some((one) => one.value !== null)) return []
  return [{ name: textsIn(locale).region, points: pointsOf(region, series.indicator.breaks), emphasis: true }]
}

function municipalSeries(
  { series, region }: IndicatorReading,
  municipalities: readonly Municipality[],
  chosen: Municipality | null,
  locale: Locale,
): Series[] {
  const valued = new Set(series.observations.flatMap((one) => (one.value === null ? [] : [one.municipality])))
  // A line that is alone has nothing to stand behind.
  const isAlone = valued.size === 1 && region.every((one) => one.value === null)
  return municipalities.map(({ code, name, slug }) => ({
    name,
    href: addressOf('municipality', locale, { municipality: slug }),
    emphasis: code === chosen?.code || (isAlone && valued.has(code)),
    points: pointsOf(
      series.observations.filter((one) => one.municipality === code),
      series.indicator.breaks,
    ),
  }))
}

/** The chart's title when a municipality stands out: both lines by their latest value, so that they are told apart. */
function besideOf({ reading, chosen, locale }: ChartsProps): string | null {
  const { series, headline } = reading
  const latest = headline.shown.id === series.indicator.id ? headline.reading : null
  if (!chosen || latest?.kind !== 'value') return null
  const own = series.observations.find((one) => one.municipality === chosen.code && one.year === latest.year)
  if (!own || own.value === null) return null
  const [value, region] = [own.value, latest.value].map((one) => numberText(one, series.indicator, locale))
  return textsIn(locale).charts.beside(chosen.name, value ?? '', region ?? '', latest.year)
}

/** The chart's title: where the region began and where it is now. */
function courseOf({ region, series }: IndicatorReading, locale: Locale): string {
  const words = textsIn(locale).charts
  const known = region.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
  const [first, last] = [known[0], known.at(-1)]
  const text = (value: number) => shortText(value, series.indicator, locale)
  if (first && last && first !== last) {
    const broken = series.indicator.breaks.findLast((one) => first.year < one.from && one.from <= last.year)
    const before = broken && known.findLast((one) => one.year < broken.from)
    if (broken && before) {
      const [from, to, now] = [text(first.value), text(before.value), text(last.value)]
      return words.courseBroken(from, first.year, to, before.year, broken.from, now, last.year)
    }
    return words.course(text(first.value), first.year, text(last.value), last.year)
  }
  const years = yearsOf(series.observations)
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  return from === to ? words.courseOneYear(from) : words.courseNone(from, to)
}

function shortText(value: number, indicator: Indicator, locale: Locale): string {
  return indicator.unit === 'persons'
    ? numberText(value, indicator, locale)
    : valueText(value, indicator, locale)
}

function spreadText({ reading, municipalities, locale }: ChartsProps): string {
  const { series } = reading
  const codes = municipalities.map((municipality) => municipality.code)
  const spread = spreadOf(series, codes)
  if (!spread || spread.there < 2) return ''
  const [low, high] = [spread.lowest, spread.highest].map((value) =>
    numberText(value, series.indicator, locale),
  )
  return textsIn(locale).charts.spread(low ?? '', high ?? '', spread.year)
}
