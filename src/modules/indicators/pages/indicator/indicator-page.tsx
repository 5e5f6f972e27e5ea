import type { Municipality } from '#modules/region'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { standardNamed, type Standard } from '../../core/chart-rules.ts'
import { hasValues } from '../../core/indicator.ts'
import { municipalitiesIn } from '../../core/spread.ts'
import type { IndicatorReading } from '../../reads.ts'
import { editIndicatorAddress } from '../addresses.ts'
import { queryOf, type Asked } from '../charts/chart-address.ts'
import { compareTextsIn } from '../compare/compare-texts.ts'
import { GapSection } from '../reading/gap-section.tsx'
import { GenderSection } from '../reading/gender-section.tsx'
import { Downloads } from '../downloads/download-section.tsx'
import { Development, EachMunicipality } from './indicator-charts.tsx'
import { HowCounted, HowTo } from './indicator-facts.tsx'
import { IndicatorYearMap } from './indicator-map.tsx'
import { Sources } from './indicator-sources.tsx'
import { AllValues } from './indicator-table.tsx'
import { PlaceCards } from '../profile/place-cards.tsx'
import { askedAgain } from '../query.ts'
import { Quoting } from './quoting.tsx'
import { firstTarget, readPlaces, type ReadPlace } from '../reading/read-places.ts'
import { SignalSection } from '../reading/signal-section.tsx'
import { StandIn, StandsInFor } from './stand-in.tsx'
import { TargetSection } from '../targets/target-section.tsx'
import { textsIn } from '../texts.ts'
import { waysIn } from './ways-in.ts'
import { absenceText, findingOf, sourceText } from '../words.ts'

export interface IndicatorPageProps {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  readonly now: Date
  readonly chosen: Municipality | null
  readonly year: number | null
  readonly mayEdit: boolean
  readonly saved: boolean
  readonly proposal: string | null
  /** The rules by which a value is called unusual. */
  readonly standard: Standard
  readonly mayDecideTargets: boolean
  /** The network's name, for a quotation. */
  readonly network: string
  /** Where the program answers, such as `https://samsyn.example.org`. */
  readonly origin: string
  /** The moment whose knowledge the page shows; left out for what is known now. */
  readonly asOf?: Date | undefined
}

/** Everything about one indicator: what the figures say first, then the course, the places, how it is counted, the data. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { reading, locale, now, saved } = props
  const { series } = reading
  const texts = textsIn(locale)
  const today = dayOf(now)
  return (
    <Page>
      <Breadcrumbs
        label={texts.page.crumbs}
        items={[
          { label: texts.list.title, href: addressOf('indicators', locale) },
          { label: inLocale(series.indicator.name, locale), href: pageAddress(props) },
        ]}
      />
      {saved && <Notice tone="success" title={texts.edit.saved} live />}
      <Title {...props} />
      <Retired {...props} />
      {hasValues(series) ? <Figures {...props} /> : <NothingYet {...props} />}
      <HowCounted {...props} today={today} />
      {hasValues(series) && <Sources series={series} locale={locale} />}
      {hasValues(series) && (
        <Quoting
          finding={titleOf(props)}
          network={props.network}
          sources={series.sources}
          address={`${props.origin}${pageAddress(props)}${queryOf(dayAsked(props.asOf, locale))}`}
          now={now}
          locale={locale}
        />
      )}
      {hasValues(series) && <Downloads indicator={series.indicator.id} locale={locale} asOf={props.asOf} />}
    </Page>
  )
}

function pageAddress({ reading, locale }: IndicatorPageProps): string {
  return addressOf('indicator', locale, { indicator: reading.series.indicator.id })
}

/** The page's title says what the figures say. */
export function titleOf({
  reading,
  municipalities,
  locale,
}: Pick<IndicatorPageProps, 'reading' | 'municipalities' | 'locale'>) {
  const { series, headline } = reading
  // A stand-in's figures are shown on this page, but its title speaks of this indicator alone.
  const own =
    headline.shown.id === series.indicator.id ? headline.reading : ({ kind: 'not-retrieved' } as const)
  return findingOf(series, own, municipalities, locale)
}

/** A span such as 20–64 stays on one line, which large type would else break in two. */
function unbroken(title: string): string {
  return title.replaceAll(/(\d)–(?=\d)/g, '$1\u2060–\u2060')
}

function Title(props: IndicatorPageProps) {
  const { reading, locale, mayEdit, proposal } = props
  const { indicator } = reading.series
  const texts = textsIn(locale)
  const ways = [
    ...(hasValues(reading.series)
      ? [{ href: compareAddress(props), label: compareTextsIn(locale).link }]
      : []),
    // Whoever decides a municipality's targets enters its figures.
    ...waysIn(indicator, { enter: props.mayDecideTargets, send: mayEdit }, locale),
    ...(mayEdit ? [{ href: editIndicatorAddress(indicator.id, locale), label: texts.page.edit }] : []),
  ]
  const tags = (
    <>
      {indicator.direction !== 'none' && <Tag>{texts.directions[indicator.direction]}</Tag>}
      {proposal !== null && <ExampleTag explanation={proposal}>{texts.list.proposal}</ExampleTag>}
      {indicator.retiredAt && (
        <Tag tone="warning">{texts.page.retired(formatDay(dayOf(indicator.retiredAt), locale))}</Tag>
      )}
    </>
  )
  return (
    <PageTitle
      eyebrow={
        indicator.headline === null
          ? texts.page.eyebrow
          : texts.page.eyebrowHeadline(indicator.headline, reading.headlineCount)
      }
      title={unbroken(titleOf(props))}
      lead={inLocale(indicator.definition, locale)}
      tags={tags}
      {...(ways.length === 0
        ? {}
        : {
            actions: ways.map(({ href, label }) => (
              <LinkButton key={href} href={href} variant="secondary">
                {label}
              </LinkButton>
            )),
          })}
    />
  )
}

/** Where the indicator is compared, from the municipality that is chosen. */
function compareAddress(props: IndicatorPageProps): string {
  const { reading, locale, chosen, asOf } = props
  const asked = askedAgain({ municipality: chosen?.slug ?? null, asOf: asOf ? dayOf(asOf) : null }, locale)
  return addressOf('compare', locale, { indicator: reading.series.indicator.id }) + queryOf(asked)
}

/** An earlier day stands in an address that is quoted: without it, it would lead to other figures. */
function dayAsked(asOf: Date | undefined, locale: Locale): Asked {
  return askedAgain({ asOf: asOf ? dayOf(asOf) : null }, locale)
}

/** What the page has been asked for, as far as it could be answered. */
function askedOf({ chosen, year, standard, asOf, locale }: IndicatorPageProps): Asked {
  return askedAgain(
    {
      municipality: chosen?.slug ?? null,
      year: year === null ? null : String(year),
      rules: standard === standardNamed(undefined) ? null : standard,
      asOf: asOf ? dayOf(asOf) : null,
    },
    locale,
  )
}

function Retired({ reading, locale }: IndicatorPageProps) {
  if (!reading.series.indicator.retiredAt) return null
  return (
    <Notice tone="warning">
      <p>{textsIn(locale).page.retiredText}</p>
    </Notice>
  )
}

function Figures(props: IndicatorPageProps) {
  const { reading, municipalities, locale, chosen, year, standard } = props
  const texts = textsIn(locale)
  const inYear = municipalitiesIn(reading.series, year ?? undefined)
  const places = readPlaces(reading, chosen, standard, locale)
  const asked = askedOf(props)
  const charts = { ...props, places, asked, action: pageAddress(props) }
  const hasMap = inYear !== null && municipalities.some((municipality) => municipality.boundary !== null)
  return (
    <>
      <Readings {...props} places={places} asked={asked} />
      <GenderSection series={reading.series} municipalities={municipalities} locale={locale} />
      <AllValues {...props} />
      <EachMunicipality {...charts} />
      {hasMap && (
        <Section id="kartan" title={texts.map.title}>
          <IndicatorYearMap
            map={{ series: reading.series, inYear }}
            municipalities={municipalities}
            locale={locale}
            action={charts.action}
            asked={asked}
          />
        </Section>
      )}
      <StandsInFor {...props} />
    </>
  )
}

/** What changes with the municipality that is chosen: number, chart, and what there is to say about them. */
function Readings(
  props: IndicatorPageProps & { readonly places: readonly ReadPlace[]; readonly asked: Asked },
) {
  const { reading, municipalities, locale, standard, places, asked } = props
  const { indicator } = reading.series
  const own = reading.headline.shown.id === indicator.id ? reading.headline.reading : null
  const source = sourceText(reading.series.sources, textsIn(locale))
  const [region] = places
  return (
    <div id="indicator-reading" class="page__part">
      {own && own.kind !== 'value' && (
        <Notice>
          <p>{absenceText(own, locale)}</p>
        </Notice>
      )}
      <StandIn {...props} />
      <PlaceCards places={places} indicator={indicator} locale={locale} />
      <Development {...props} action={pageAddress(props)} />
      <SignalSection
        places={places}
        indicator={indicator}
        standard={standard}
        asked={asked}
        action={pageAddress(props)}
        source={source}
        locale={locale}
      />
      <TargetSection places={places} indicator={indicator} mayAdd={props.mayDecideTargets} locale={locale} />
      <GapSection
        indicator={indicator}
        region={reading.region}
        target={(region && firstTarget(region.reading)?.target) ?? null}
        municipalities={municipalities}
        source={source}
        asked={asked}
        locale={locale}
      />
    </div>
  )
}

/** An indicator without values still says what it would tell, where the values are, and what is shown meanwhile. */
function NothingYet(props: IndicatorPageProps) {
  const { reading, locale, chosen, standard, mayDecideTargets, asOf } = props
  const texts = textsIn(locale)
  const howTo = inLocale(reading.series.indicator.howToRetrieve, locale)
  return (
    <>
      <Notice title={asOf ? texts.page.noValuesThenTitle : texts.page.noValuesTitle}>
        {howTo !== '' && !asOf && <HowTo text={howTo} />}
      </Notice>
      <StandIn {...props} />
      {(reading.series.targets.length > 0 || mayDecideTargets) && (
        <TargetSection
          places={readPlaces(reading, chosen, standard, locale)}
          indicator={reading.series.indicator}
          mayAdd={mayDecideTargets}
          locale={locale}
        />
      )}
    </>
  )
}
