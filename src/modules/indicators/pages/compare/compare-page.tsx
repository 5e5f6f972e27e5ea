import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ChartLinks } from '#ui/charts/chart-figure.tsx'
import { DistributionStrip } from '#ui/charts/distribution-strip.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { chartLinks, type Asked, type ChartName } from '../charts/chart-address.ts'
import { alikeChart, linesChart, positionChart } from './compare-charts.ts'
import { CompareForm } from './compare-form.tsx'
import { askedOf } from './compare-query.ts'
import { CompareTable } from './compare-table.tsx'
import { compareTextsIn } from './compare-texts.ts'
import type { CompareView } from './compare-view.ts'
import {
  cautionSentences,
  findingText,
  positionSentences,
  problemText,
  spanOf,
  withoutBase,
} from './compare-words.ts'
import { askedAgain, queryNames } from '../query.ts'
import { Ranking } from './ranking.tsx'
import { textsIn } from '../texts.ts'
import { sourceText } from '../words.ts'

export interface ComparePageProps {
  readonly view: CompareView
  readonly networkCodes: readonly string[]
  /** The moment whose knowledge the page shows; left out for what is known now. */
  readonly asOf?: Date | undefined
}

/** One indicator, one year, one place beside others: where it lies, how it has moved, each by itself. */
export function ComparePage(props: ComparePageProps) {
  const { view, networkCodes, asOf } = props
  const { indicator, locale, compared, problems } = view
  const texts = compareTextsIn(locale)
  const action = addressOf('compare', locale, { indicator: indicator.id })
  return (
    <Page>
      <Breadcrumbs
        label={textsIn(locale).page.crumbs}
        items={[
          { label: textsIn(locale).list.title, href: addressOf('indicators', locale) },
          {
            label: inLocale(indicator.name, locale),
            href: addressOf('indicator', locale, { indicator: indicator.id }),
          },
          { label: texts.crumb, href: action },
        ]}
      />
      <ErrorSummary
        title={texts.form.errors}
        errors={problems.map((problem) => ({
          field: queryNames[locale][problem.field],
          message: problemText(problem, locale),
        }))}
      />
      <PageTitle eyebrow={texts.eyebrow} title={findingText(view)} lead={leadOf(view)} />
      {compared.year && (
        <>
          <Section id="urval" title={texts.form.title}>
            <CompareForm view={view} action={action} asOf={asOf} networkCodes={networkCodes} />
          </Section>
          <Position {...props} />
          <OverTime {...props} />
          <OneByOne {...props} />
          <Ranking view={view} action={action} asOf={asOf} />
        </>
      )}
    </Page>
  )
}

function leadOf({ compared: { year }, locale }: CompareView): string {
  const texts = compareTextsIn(locale)
  if (!year) return texts.nothing
  return year.isCommon ? texts.lead(year.year, year.there, year.of) : texts.leadNotCommon(year.year)
}

/** What the page's charts are asked for, to be the same by themselves. */
function linksTo(name: ChartName, { view, asOf }: ComparePageProps) {
  const { indicator, locale, asked, places } = view
  const day: Asked = askedAgain({ asOf: asOf ? dayOf(asOf) : null }, locale)
  return chartLinks(indicator.id, name, [...askedOf(asked, places, locale), ...day], locale)
}

function Position(props: ComparePageProps) {
  const { view } = props
  const { locale, compared, sources } = view
  const chart = positionChart(view)
  if (!chart || !compared.year) return null
  const texts = compareTextsIn(locale)
  const cautions = cautionSentences(view)
  return (
    <Section id="laget" title={texts.position.title(compared.year.year)}>
      {cautions.length > 0 && (
        <Notice title={texts.cautions.title} titleLevel={3}>
          {cautions.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      <DistributionStrip
        {...chart}
        id="fordelning"
        sentence={positionSentences(view).join(' ')}
        source={sourceText(sources, textsIn(locale))}
        links={linksTo('position', props)}
        empty={texts.position.empty}
      />
      <CompareTable view={view} />
      {view.indicator.regionRule.kind === 'sum' && view.asked.show !== 'per-1000' && (
        <p class="source">{texts.position.sum}</p>
      )}
    </Section>
  )
}

function OverTime(props: ComparePageProps) {
  const { view } = props
  const { locale, asked, base, sources } = view
  const texts = compareTextsIn(locale).lines
  const without = withoutBase(view)
  return (
    <Section id="over-tid" title={texts.title}>
      {asked.show === 'index' && (
        <p class="section__lead">{base === null ? texts.noBase : texts.indexText}</p>
      )}
      {asked.show === 'per-1000' && <p class="section__lead">{texts.perCapitaText}</p>}
      <LineChart
        {...linesChart(view)}
        id="kurvor"
        source={sourceText(sources, textsIn(locale))}
        links={linksTo('lines', props)}
        empty={texts.empty}
      />
      {base !== null && without.length > 0 && <p>{texts.without(without.join(', '), base)}</p>}
    </Section>
  )
}

function OneByOne(props: ComparePageProps) {
  const { view } = props
  const { locale } = view
  const chart = alikeChart(view)
  if (!chart) return null
  const texts = compareTextsIn(locale).alike
  return (
    <Section id="var-for-sig" title={texts.title} lead={chart.subtitle}>
      <SmallMultiples
        {...chart}
        label={texts.title}
        describe={({ name }) => {
          const course = [...view.chosen, ...view.peers].find((one) => one.name === name)
          const span = course && spanOf(course, view.indicator)
          return span
            ? texts.one(name, chart.format(span.first), span.from, chart.format(span.last), span.to)
            : name
        }}
      />
      <p class="source">{sourceText(view.sources, textsIn(locale))}</p>
      <ChartLinks links={linksTo('alike', props)} titleId="var-for-sig" />
    </Section>
  )
}
