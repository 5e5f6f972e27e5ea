import { bySwedishName, inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Indicator } from '../core/indicator.ts'
import type { HeadlineReading } from '../core/reading.ts'
import { newIndicatorAddress } from './addresses.ts'
import { ChangeWords } from './change-words.tsx'
import { AllDownloads } from './downloads/download-section.tsx'
import { HeadlineCards } from './headline-cards.tsx'
import { textsIn } from './texts.ts'
import { absenceInShort, periodText, publishersOf, valueText } from './words.ts'

interface ListPageProps {
  readonly headline: readonly HeadlineReading[]
  readonly supporting: readonly HeadlineReading[]
  readonly retired: readonly Indicator[]
  readonly municipalityCount: number
  readonly locale: Locale
  readonly mayEdit: boolean
  /** Said where the indicators are a proposal and nobody has decided on them. */
  readonly proposal: string | null
  readonly asOf?: Date | undefined
}

/** Everything the network follows: the headline indicators as cards, the rest in a table. */
export function ListPage(props: ListPageProps) {
  const { headline, supporting, retired, locale, municipalityCount } = props
  const texts = textsIn(locale).list
  return (
    <Page>
      <PageTitle
        title={texts.title}
        {...(headline.length > 0 ? { lead: texts.leadOf(headline.length, municipalityCount) } : {})}
        {...(props.proposal === null ? {} : { tags: <ExampleTag>{texts.proposal}</ExampleTag> })}
        {...(props.mayEdit
          ? { actions: <LinkButton href={newIndicatorAddress(locale)}>{texts.add}</LinkButton> }
          : {})}
      />
      {props.proposal !== null && (
        <Notice>
          <p>{props.proposal}</p>
        </Notice>
      )}
      {headline.length + supporting.length === 0 && <EmptyState title={texts.empty} />}
      {headline.length > 0 && (
        <Section id="huvudindikatorer" title={texts.headline}>
          <HeadlineCards readings={headline} locale={locale} />
        </Section>
      )}
      {supporting.length > 0 && (
        <Section id="stodjande" title={texts.supporting} lead={texts.supportingLead}>
          <SupportingTable readings={supporting} locale={locale} />
        </Section>
      )}
      {retired.length > 0 && (
        <Disclosure summary={texts.retired}>
          <p>{texts.retiredLead}</p>
          <ul>
            {retired.map((indicator) => (
              <li key={indicator.id}>
                <IndicatorLink indicator={indicator} locale={locale} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {headline.length + supporting.length > 0 && <AllDownloads locale={locale} asOf={props.asOf} />}
    </Page>
  )
}

function SupportingTable({
  readings,
  locale,
}: {
  readonly readings: readonly HeadlineReading[]
  readonly locale: Locale
}) {
  const all = textsIn(locale)
  const texts = all.list
  const sorted = readings.toSorted((a, b) =>
    bySwedishName(inLocale(a.indicator.name, locale), inLocale(b.indicator.name, locale)),
  )
  return (
    <Table
      caption={texts.supportingTable}
      captionHidden
      rows={sorted}
      rowKey={({ indicator }) => indicator.id}
      columns={[
        {
          label: texts.name,
          rowHeader: true,
          cell: ({ indicator }) => <IndicatorLink indicator={indicator} locale={locale} />,
        },
        {
          label: texts.value,
          cell: ({ reading, shown }) =>
            reading.kind === 'value' ? (
              <strong>{valueText(reading.value, shown, locale)}</strong>
            ) : (
              absenceInShort(reading, locale)
            ),
        },
        {
          label: texts.period,
          cell: ({ reading }) => periodOf(reading, locale),
        },
        {
          label: texts.change,
          cell: ({ reading, shown }) =>
            reading.kind === 'value' ? (
              <ChangeWords reading={reading} indicator={shown} locale={locale} />
            ) : null,
        },
        { label: texts.direction, cell: ({ indicator }) => all.directions[indicator.direction] },
        { label: texts.source, cell: ({ sources }) => publishersOf(sources) },
      ]}
    />
  )
}

function periodOf(reading: HeadlineReading['reading'], locale: Locale): string {
  if (reading.kind === 'not-retrieved') return ''
  return periodText(reading.year, reading.kind === 'value' && reading.isPreliminary, locale)
}

function IndicatorLink({ indicator, locale }: { readonly indicator: Indicator; readonly locale: Locale }) {
  return (
    <a href={addressOf('indicator', locale, { indicator: indicator.id })}>
      {inLocale(indicator.name, locale)}
    </a>
  )
}
