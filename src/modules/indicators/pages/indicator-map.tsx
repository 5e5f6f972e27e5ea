import type { Municipality } from '#modules/region'
import { bySwedishName, inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Choropleth, type Place } from '#ui/charts/choropleth.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { yearsOf, type IndicatorSeries } from '../core/indicator.ts'
import type { MapReading } from '../reads.ts'
import { spreadOf } from '../core/spread.ts'
import type { Choice } from '../store.ts'
import { queryNames } from './query.ts'
import { textsIn } from './texts.ts'
import { numberText, sourceText, valueText } from './words.ts'

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
      <YearMap map={map} municipalities={municipalities} locale={locale} titleLevel={3} />
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
  /** What the page has been asked to show besides the year. */
  readonly also?: { readonly name: string; readonly value: string } | null
}

/** The map on an indicator's own page, where one chooses the year instead. */
export function IndicatorYearMap({ map, municipalities, locale, action, also }: IndicatorYearMapProps) {
  const texts = textsIn(locale)
  return (
    <div id="indicator-map" class="section">
      <ChoiceForm action={action} swap="indicator-map" submit={texts.map.show}>
        {also && <input type="hidden" name={also.name} value={also.value} />}
        <SelectField
          name={queryNames[locale].year}
          label={texts.map.year}
          value={String(map.inYear.year)}
          options={yearsWithValues(map.series).map((year) => ({ value: String(year), label: String(year) }))}
        />
      </ChoiceForm>
      <YearMap map={map} municipalities={municipalities} locale={locale} titleLevel={3} />
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
  readonly titleLevel: 2 | 3
}

function YearMap({ map, municipalities, locale, titleLevel }: YearMapProps) {
  const texts = textsIn(locale)
  const { series, inYear } = map
  const { indicator } = series
  const name = inLocale(indicator.name, locale)
  const places = municipalities.flatMap((municipality): Place[] => {
    if (!municipality.boundary) return []
    const { code, slug, boundary } = municipality
    const value = inYear.values.get(code)?.value ?? null
    const href = addressOf('municipality', locale, { municipality: slug })
    return [{ id: slug, name: municipality.name, href, outline: boundary, value }]
  })
  if (places.length === 0) return null
  return (
    <Choropleth
      id="karta"
      title={titleOf(map, municipalities, locale)}
      titleLevel={titleLevel}
      description={texts.map.description(name, inYear.year)}
      places={places}
      format={(value) => numberText(value, indicator, locale)}
      missing={texts.map.missing}
      legendLabel={texts.map.legend(texts.units[indicator.unit], inYear.year)}
      range={texts.map.range}
      source={sourceText(sourcesIn(map), texts)}
    />
  )
}

function titleOf(
  { series, inYear }: MapReading,
  municipalities: readonly Municipality[],
  locale: Locale,
): string {
  const { indicator } = series
  const words = textsIn(locale).map
  const name = inLocale(indicator.name, locale)
  const codes = municipalities.map((municipality) => municipality.code)
  const spread = spreadOf(series, codes, inYear.year)
  if (!spread) return name
  const high = valueText(spread.highest, indicator, locale)
  if (spread.there === 1) return words.findingOne(name, high, inYear.year)
  return words.finding(name, numberText(spread.lowest, indicator, locale), high, inYear.year)
}

function sourcesIn({ series, inYear }: MapReading) {
  const used = new Set(series.observations.filter((one) => one.year === inYear.year).map((one) => one.source))
  return series.sources.filter((source) => used.has(source.id))
}
