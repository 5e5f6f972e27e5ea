import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Tag } from '#ui/notice.tsx'
import type { MissingReason } from '../../core/indicator.ts'
import type { RegionValue } from '../../core/region-value.ts'
import type { IndicatorReading } from '../../reads.ts'
import type { CellHistory } from '../../value-reads.ts'
import { Quoting } from '../indicator/quoting.tsx'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { PartsTable, ruleText } from '../indicator/region-parts.tsx'
import { textsIn } from '../texts.ts'
import { EarlierStatements } from './value-history.tsx'
import { originItems } from './value-origin.tsx'
import { valueTextsIn } from './value-texts.ts'
import { capitalised, gapText, valueText } from '../words.ts'

export interface ValuePageProps {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  /** Null for the region. */
  readonly place: Municipality | null
  readonly year: number
  /** Null for a region whose value is calculated from the municipalities'. */
  readonly history: CellHistory | null
  readonly region: RegionValue | null
  readonly address: string
  readonly network: string
  readonly now: Date
  /** The moment whose knowledge the page shows; left out for what is known now. */
  readonly asOf?: Date | undefined
  readonly locale: Locale
}

/** What is known of one value: what it says, where it comes from, what was said before, what it is made of. */
export function ValuePage(props: ValuePageProps) {
  const { reading, place, year, history, region, locale } = props
  const { indicator } = reading.series
  const texts = valueTextsIn(locale)
  const holds = history?.statements[0]
  return (
    <Page width="narrow">
      <Breadcrumbs
        label={textsIn(locale).page.crumbs}
        items={[
          { label: textsIn(locale).list.title, href: addressOf('indicators', locale) },
          {
            label: inLocale(indicator.name, locale),
            href: `${addressOf('indicator', locale, { indicator: indicator.id })}#varden`,
          },
          { label: `${placeName(place, locale)} ${year}`, href: props.address },
        ]}
      />
      <PageTitle
        eyebrow={inLocale(indicator.name, locale)}
        title={valueTitle(props)}
        lead={leadOf(props)}
        {...(holds?.figure.isPreliminary ? { tags: <Tag tone="info">{texts.preliminary}</Tag> } : {})}
      />
      {history && holds && (
        <Section id="kalla" title={texts.question}>
          <DescriptionList items={originItems(holds, history.names, locale)} />
        </Section>
      )}
      {history && <Apart {...props} history={history} />}
      {history && holds && <EarlierStatements history={history} indicator={indicator} locale={locale} />}
      {region && place === null && <MadeOf {...props} region={region} />}
      <Quoting
        finding={`${texts.heading(inLocale(indicator.name, locale), placeName(place, locale), year)}: ${saidText(props)}`}
        network={props.network}
        sources={sourcesOf(props)}
        address={props.address}
        now={props.now}
        locale={locale}
      />
    </Page>
  )
}

function placeName(place: Municipality | null, locale: Locale): string {
  return place?.name ?? textsIn(locale).region
}

/** "Ale 2024: 2,8 %", or why there is no value. */
export function valueTitle(
  props: Pick<ValuePageProps, 'reading' | 'place' | 'year' | 'history' | 'region' | 'locale'>,
) {
  return valueTextsIn(props.locale).title(placeName(props.place, props.locale), props.year, saidText(props))
}

function saidText({
  reading,
  history,
  region,
  locale,
}: Pick<ValuePageProps, 'reading' | 'history' | 'region' | 'locale'>): string {
  const { value, missing, isPreliminary } = saidIn({ history, region })
  if (value !== null) {
    const said = valueText(value, reading.series.indicator, locale)
    return isPreliminary ? `${said} (${readingTextsIn(locale).preliminary})` : said
  }
  return missing ? textsIn(locale).missing[missing] : valueTextsIn(locale).none
}

function saidIn({ history, region }: Pick<ValuePageProps, 'history' | 'region'>): {
  readonly value: number | null
  readonly missing: MissingReason | null
  readonly isPreliminary: boolean
} {
  const figure = history?.statements[0]?.figure
  return (
    figure ?? { value: region?.value ?? null, missing: null, isPreliminary: region?.isPreliminary === true }
  )
}

/** What the value is worth knowing with, in a sentence: why it is missing, that it is preliminary, how it is made. */
function leadOf({ reading, municipalities, place, history, region, year, locale }: ValuePageProps): string {
  const texts = textsIn(locale)
  const figure = history?.statements[0]?.figure
  if (place === null) {
    const rule = ruleText(reading, municipalities.length, locale)
    return region?.gap && region.gap.kind !== 'no-rule' ? gapText(region.gap, year, locale) : rule
  }
  if (figure?.missing) return capitalised(texts.missingExplained[figure.missing])
  if (figure?.isPreliminary) return valueTextsIn(locale).preliminaryLong
  return inLocale(reading.series.indicator.definition, locale)
}

function sourcesOf({ reading, history, year }: ValuePageProps) {
  const [holds] = history?.statements ?? []
  if (holds) {
    const { source, retrievedOn } = holds.retrieval
    return [{ ...source, retrievedOn: retrievedOn ?? source.retrievedOn }]
  }
  const used = new Set(
    reading.series.observations.filter((one) => one.year === year).map((one) => one.source),
  )
  return reading.series.sources.filter(({ id }) => used.has(id))
}

/** Women's and men's values, where the source tells them apart. */
function Apart({ reading, history, locale }: ValuePageProps & { readonly history: CellHistory }) {
  const texts = readingTextsIn(locale).gender
  const items = (['women', 'men'] as const).flatMap((gender) => {
    const figure = history.byGender.get(gender)
    if (!figure) return []
    const details =
      figure.value === null
        ? textsIn(locale).missing[figure.missing]
        : valueText(figure.value, reading.series.indicator, locale)
    return [{ term: texts[gender], details }]
  })
  if (items.length === 0) return null
  return (
    <Section id="kvinnor-och-man" title={texts.title}>
      <DescriptionList items={items} />
    </Section>
  )
}

function MadeOf(props: ValuePageProps & { readonly region: RegionValue }) {
  const { reading, region, locale } = props
  const texts = valueTextsIn(locale)
  const isMadeOf = region.value !== null && reading.series.indicator.regionRule.kind !== 'group'
  return (
    <Section id="delar" title={isMadeOf ? texts.parts : texts.ownValues}>
      <PartsTable {...props} value={region} />
    </Section>
  )
}
