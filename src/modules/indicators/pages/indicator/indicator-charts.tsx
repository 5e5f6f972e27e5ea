import { addressOf } from '#ui/addresses.ts'
import { ChartLinks } from '#ui/charts/chart-figure.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { knownPoints } from '#ui/charts/series.ts'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm, Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { chartLinks, type Asked } from '../charts/chart-address.ts'
import { developmentChart, eachChart, type Development as Shown } from '../charts/development-chart.ts'
import { queryNames } from '../query.ts'
import { textsIn } from '../texts.ts'
import { sourceText, valueText } from '../words.ts'

export interface ChartsProps extends Shown {
  readonly action: string
  /** What the map has been asked to show. */
  readonly year: number | null
  /** What the page has been asked for, to ask its charts for the same. */
  readonly asked: Asked
}

/** The region and the municipalities over time, in one chart. */
export function Development(props: ChartsProps) {
  const { reading, municipalities, locale, action, chosen, year, asked } = props
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const hasRegion = reading.region.some(({ value }) => value !== null)
  return (
    <Section id="utveckling" title={texts.charts.title}>
      <ChoiceForm action={action} swap="indicator-reading" submit={texts.charts.show}>
        {year !== null && <Hidden name={queryNames[locale].year} value={String(year)} />}
        <SelectField
          name={queryNames[locale].municipality}
          label={texts.charts.choose}
          empty={hasRegion ? texts.charts.chooseNone : texts.charts.chooseNobody}
          value={chosen?.slug}
          options={municipalities.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      </ChoiceForm>
      <LineChart
        {...developmentChart(props)}
        id="kurvor"
        source={sourceText(reading.series.sources, texts)}
        links={chartLinks(indicator.id, 'development', asked, locale)}
        empty={texts.charts.empty}
      />
    </Section>
  )
}

/** Each municipality in a small chart of its own, with the region behind it. */
export function EachMunicipality(props: ChartsProps) {
  const { reading, municipalities, locale, asked } = props
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const chart = eachChart(props)
  const words = (value: number) => valueText(value, indicator, locale)
  const slugs = new Map(municipalities.map(({ name, slug }) => [name, slug]))
  return (
    <Section id="var-for-sig" title={texts.charts.each} lead={chart.subtitle}>
      <SmallMultiples
        {...chart}
        label={texts.charts.each}
        series={chart.series.map((one) => ({
          ...one,
          href: addressOf('municipality', locale, { municipality: slugs.get(one.name) ?? '' }),
        }))}
        describe={({ name, points }) => {
          const known = knownPoints(points)
          const [first, last] = [known[0], known.at(-1)]
          return first && last
            ? texts.charts.eachOf(name, words(first.y), first.x, words(last.y), last.x)
            : name
        }}
      />
      <p class="source">{sourceText(reading.series.sources, texts)}</p>
      <ChartLinks links={chartLinks(indicator.id, 'each', asked, locale)} titleId="var-for-sig" />
    </Section>
  )
}
