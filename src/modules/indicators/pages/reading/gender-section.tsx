import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { differenceBetween } from '../../core/difference.ts'
import type { IndicatorSeries, Observation } from '../../core/indicator.ts'
import { readingTextsIn } from './reading-texts.ts'
import { textsIn } from '../texts.ts'
import { numberText, signedAmountText } from '../words.ts'

interface GenderSectionProps {
  readonly series: IndicatorSeries
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
}

interface Row {
  readonly name: string
  readonly women: Observation | undefined
  readonly men: Observation | undefined
}

/** Women's and men's values of the latest year that either has, where the source tells them apart. */
export function GenderSection({ series, municipalities, locale }: GenderSectionProps) {
  const { indicator, women, men } = series
  const words = readingTextsIn(locale).gender
  const year = latestYear([...women, ...men])
  if (year === null) return null
  const at = (all: readonly Observation[], code: string) =>
    all.find((one) => one.year === year && one.municipality === code)
  const rows = municipalities
    .map(({ code, name }): Row => ({ name, women: at(women, code), men: at(men, code) }))
    .filter((row) => row.women ?? row.men)
  const said = (one: Observation | undefined) => (
    <GenderValue observation={one} series={series} locale={locale} />
  )
  const difference = ({ women: own, men: other }: Row) => {
    if (!own || !other || own.value === null || other.value === null) return ''
    return signedAmountText(differenceBetween(other.value, own.value, indicator).amount, indicator, locale)
  }
  return (
    <Section id="kvinnor-och-man" title={words.title} lead={words.lead(year)}>
      <Disclosure summary={words.summary(year)}>
        <Table
          caption={words.caption(year)}
          captionHidden
          size="compact"
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { label: words.place, rowHeader: true, cell: ({ name }) => name },
            { label: words.women, numeric: true, cell: (row) => said(row.women) },
            { label: words.men, numeric: true, cell: (row) => said(row.men) },
            { label: words.difference, numeric: true, cell: difference },
          ]}
        />
      </Disclosure>
    </Section>
  )
}

function latestYear(observations: readonly Observation[]): number | null {
  const years = observations.filter(({ value }) => value !== null).map(({ year }) => year)
  return years.length === 0 ? null : Math.max(...years)
}

function GenderValue({
  observation,
  series,
  locale,
}: {
  readonly observation: Observation | undefined
  readonly series: IndicatorSeries
  readonly locale: Locale
}) {
  const texts = textsIn(locale)
  if (!observation) return <small>{texts.noData}</small>
  if (observation.value === null) return <small>{texts.missing[observation.missing]}</small>
  return (
    <>
      {numberText(observation.value, series.indicator, locale)}
      {observation.isPreliminary && <PreliminaryMark locale={locale} />}
    </>
  )
}

/** The small letter after a preliminary value; what it means is said once below the table. */
export function PreliminaryMark({ locale }: { readonly locale: Locale }) {
  const words = readingTextsIn(locale)
  return (
    <small>
      {' '}
      <abbr title={words.preliminary}>{words.preliminaryMark}</abbr>
    </small>
  )
}
