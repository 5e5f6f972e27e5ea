import type { Municipality } from '#modules/region'
import { bySwedishName, inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Choropleth } from '#ui/charts/choropleth.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm, Hidden } from '#ui/form.tsx'
import { yearsOf, type IndicatorSeries } from '../../core/indicator.ts'
import type { MapReading } from '../../reads.ts'
import type { Choice } from '../../store.ts'
import { chartLinks, type Asked } from '../charts/chart-address.ts'
import { mapChart, sourcesIn } from '../charts/map-chart.ts'
import { queryNames } from '../query.ts'
import { textsIn } from '../texts.ts'
import { sourceText } from '../words.ts'

interface IndicatorMapProps {
  readonly map: MapReading | null
  readonly choices: readonly Choice[]
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  /** The address of the page the map stands on. */
  readonly action: string
}

/** The map of the municipalities, coloured by any indicator; each municipality leads to its page. */
export function IndicatorMap({ map, choices, municipalities, locale, action }: IndicatorMapProps) {
  const texts = textsIn(locale)
  if (!map) return <p class="empty">{texts.map.none}</p>
  const { indicator } = map.series
  const name = inLocale(indicator.name, locale)
  return (
    <div id="indicator-map" class="section">
      <ChoiceForm action={action} swap="indicator-map" submit={texts.map.show}>
        <SelectField
          name={queryNames[locale].indicator}
          label={texts.map.choose}
          value={indicator.id}
          options={optionsOf(choices, locale)}
        />
      </ChoiceForm>
      <YearMap map={map} municipalities={municipalities} locale={locale} asked={[]} />
      <p>
        <a href={addressOf('indicator', locale, { indicator: indicator.id })}>{texts.map.more(name)}</a>
      </p>
    </div>
  )
}

function optionsOf(choices: readonly Choice[], locale: Locale) {
  const texts = textsIn(locale).list
  const group = (label: string, chosen: readonly Choice[]) => ({
    label,
    options: chosen.map((choice) => ({ value: choice.id, label: inLocale(choice.name, locale) })),
  })
  const supporting = choices
    .filter((choice) => choice.headline === null)
    .toSorted((a, b) => bySwedishName(inLocale(a.name, locale), inLocale(b.name, locale)))
  const headline = choices.filter((choice) => choice.headline !== null)
  return [group(texts.headline, headline), group(texts.supporting, supporting)].filter(
    (one) => one.options.length > 0,
  )
}

interface IndicatorYearMapProps {
  readonly map: MapReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  readonly action: string
  /** What the page has been asked for. */
  readonly asked: Asked
}

/** The map on an indicator's own page, where one chooses the year instead. */
export function IndicatorYearMap({ map, municipalities, locale, action, asked }: IndicatorYearMapProps) {
  const texts = textsIn(locale)
  return (
    <div id="indicator-map" class="section">
      <ChoiceForm action={action} swap="indicator-map" submit={texts.map.show}>
        {asked
          .filter(([name]) => name !== queryNames[locale].year)
          .map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
        <SelectField
          name={queryNames[locale].year}
          label={texts.map.year}
          value={String(map.inYear.year)}
          options={yearsWithValues(map.series).map((year) => ({ value: String(year), label: String(year) }))}
        />
      </ChoiceForm>
      <YearMap map={map} municipalities={municipalities} locale={locale} asked={asked} />
    </div>
  )
}

function yearsWithValues(series: IndicatorSeries): number[] {
  return yearsOf(series.observations.filter((one) => one.value !== null)).toReversed()
}

interface YearMapProps {
  readonly map: MapReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  /** What the page has been asked for, to ask for the map as it stands. */
  readonly asked: Asked
}

function YearMap({ map, municipalities, locale, asked }: YearMapProps) {
  const chart = mapChart(map, municipalities, locale)
  if (!chart) return null
  const year = [queryNames[locale].year, String(map.inYear.year)] as const
  const others = asked.filter(([name]) => name !== year[0])
  return (
    <Choropleth
      {...chart}
      id="karta"
      source={sourceText(sourcesIn(map), textsIn(locale))}
      links={chartLinks(map.series.indicator.id, 'map', [year, ...others], locale)}
    />
  )
}
