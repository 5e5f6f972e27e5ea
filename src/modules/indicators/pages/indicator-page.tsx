import type { Municipality } from '#modules/region'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Prose, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { hasValues } from '../core/indicator.ts'
import { municipalitiesIn } from '../core/spread.ts'
import type { IndicatorReading } from '../reads.ts'
import { editIndicatorAddress } from './addresses.ts'
import { HeadlineCards } from './headline-cards.tsx'
import { Development, EachMunicipality } from './indicator-charts.tsx'
import { HowCounted, HowTo } from './indicator-facts.tsx'
import { IndicatorYearMap } from './indicator-map.tsx'
import { Downloads, Sources } from './indicator-sources.tsx'
import { AllValues } from './indicator-table.tsx'
import { queryNames } from './query.ts'
import { textsIn } from './texts.ts'
import { absenceText, findingOf } from './words.ts'

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
}

/** Everything about one indicator: what the figures say first, then the course, the places, how it is counted, the data. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { reading, municipalities, locale, now, saved } = props
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
      <HowCounted reading={reading} municipalities={municipalities} locale={locale} today={today} />
      {hasValues(series) && <Sources series={series} locale={locale} />}
      {hasValues(series) && <Downloads series={series} locale={locale} />}
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
  const tags = (
    <>
      {indicator.direction !== 'none' && <Tag>{texts.directions[indicator.direction]}</Tag>}
      <Verdict reading={reading} locale={locale} />
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
      {...(mayEdit
        ? {
            actions: (
              <LinkButton href={editIndicatorAddress(indicator.id, locale)} variant="secondary">
                {texts.page.edit}
              </LinkButton>
            ),
          }
        : {})}
    />
  )
}

/** Whether the change in the title is wished for. */
function Verdict({ reading, locale }: Pick<IndicatorPageProps, 'reading' | 'locale'>) {
  const { reading: latest, shown } = reading.headline
  if (latest.kind !== 'value' || shown.id !== reading.series.indicator.id) return null
  const { change } = latest
  if (change.kind !== 'known' || change.verdict === 'neither') return null
  const words = textsIn(locale).change
  return change.verdict === 'better' ? (
    <Tag tone="success">{words.betterSince(change.since)}</Tag>
  ) : (
    <Tag tone="danger">{words.worseSince(change.since)}</Tag>
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
  const { reading, municipalities, locale, chosen, year } = props
  const texts = textsIn(locale)
  const own = reading.headline.shown.id === reading.series.indicator.id ? reading.headline.reading : null
  const inYear = municipalitiesIn(reading.series, year ?? undefined)
  const charts = { ...props, action: pageAddress(props) }
  const hasMap = inYear !== null && municipalities.some((municipality) => municipality.boundary !== null)
  return (
    <>
      {own && own.kind !== 'value' && (
        <Notice>
          <p>{absenceText(own, locale)}</p>
        </Notice>
      )}
      <StandIn {...props} />
      <Development {...charts} />
      <AllValues reading={reading} municipalities={municipalities} locale={locale} />
      <EachMunicipality {...charts} />
      {hasMap && (
        <Section id="kartan" title={texts.map.title}>
          <IndicatorYearMap
            map={{ series: reading.series, inYear }}
            municipalities={municipalities}
            locale={locale}
            action={charts.action}
            also={chosen ? { name: queryNames[locale].municipality, value: chosen.slug } : null}
          />
        </Section>
      )}
      <StandsInFor {...props} />
    </>
  )
}

/** An indicator without values still says what it would tell, where the values are, and what is shown meanwhile. */
function NothingYet(props: IndicatorPageProps) {
  const { reading, locale } = props
  const texts = textsIn(locale)
  const howTo = inLocale(reading.series.indicator.howToRetrieve, locale)
  return (
    <>
      <Notice title={texts.page.noValuesTitle}>{howTo !== '' && <HowTo text={howTo} />}</Notice>
      <StandIn {...props} />
    </>
  )
}

function StandIn({ reading, locale }: IndicatorPageProps) {
  const { shown, indicator } = reading.headline
  if (shown.id === indicator.id) return null
  const texts = textsIn(locale).page
  const name = inLocale(shown.name, locale)
  const itself = { ...reading.headline, indicator: shown }
  return (
    <Section id="i-stallet" title={texts.standIn} lead={texts.standInLead(name)}>
      <HeadlineCards readings={[itself]} locale={locale} columns={2} />
    </Section>
  )
}

function StandsInFor({ reading, locale }: IndicatorPageProps) {
  if (reading.standsInFor.length === 0) return null
  const texts = textsIn(locale)
  const names = reading.standsInFor.map((one) => texts.quoted(inLocale(one.name, locale)))
  return (
    <Prose>
      <p>{texts.page.standsInFor(names.join(', '))}</p>
    </Prose>
  )
}
