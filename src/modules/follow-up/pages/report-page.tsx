import type { VNode } from 'preact'
import {
  ExampleNotice,
  Matrix,
  StandingStatus,
  numbered,
  type CellGrid,
  type Reader,
} from '#modules/programme'
import { dayOf, formatDay, formatMoment } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { gridFrom, type FrozenReport } from '../core/report.ts'
import { State } from './round-page.tsx'
import { textsIn } from './texts.ts'

interface ReportPageProps {
  readonly report: FrozenReport
  readonly sha256: string
  /** Where the report stands, for a citation. */
  readonly address: string
  /** Where the same is had as a report in other forms; null where it is not. */
  readonly asReports: VNode | null
  readonly reader: Pick<Reader, 'locale' | 'words'>
}

/** A closed round as it was frozen. Nothing on the page is read from anywhere but the frozen report. */
export function ReportPage({ report, sha256, address, asReports, reader }: ReportPageProps) {
  const { locale } = reader
  const { round: texts } = textsIn(locale)
  const grid = gridFrom(report)
  const { round } = report
  return (
    <Page>
      <PageTitle
        eyebrow={texts.eyebrow}
        title={inLocale(round.name, locale)}
        lead={texts.frozen(formatMoment(new Date(round.frozenAt), locale))}
        actions={
          <LinkButton
            href={addressOf('followUpReport', locale, { round: round.id })}
            variant="secondary"
            download
          >
            {texts.download}
          </LinkButton>
        }
      />
      <ExampleNotice entries={grid.entries} locale={locale} />
      <Section id="svar" title={texts.caption}>
        <Answered report={report} locale={locale} />
      </Section>
      {round.questions.map((question, at) => (
        <Question key={question} question={question} at={at} report={report} locale={locale} />
      ))}
      <Section id="matris" title={texts.matrix}>
        <Matrix grid={grid} reader={reader} caption={texts.matrix} />
      </Section>
      <Section id="ord" title={texts.words}>
        {report.municipalities.map(({ code, name }) => (
          <Disclosure key={code} summary={name}>
            <Words grid={grid} municipality={code} name={name} reader={reader} />
          </Disclosure>
        ))}
      </Section>
      <Section id="indikatorer" title={texts.indicators}>
        <Indicators report={report} locale={locale} />
      </Section>
      {asReports}
      <Section id="hanvisning" title={texts.cite}>
        <p>
          {texts.citation({
            network: inLocale(report.network, locale),
            name: inLocale(round.name, locale),
            day: formatDay(dayOf(new Date(round.frozenAt)), locale),
            address,
          })}
        </p>
        <DescriptionList
          items={[{ term: texts.checksum, details: <code class="checksum">{sha256}</code> }]}
        />
      </Section>
    </Page>
  )
}

interface Part {
  readonly report: FrozenReport
  readonly locale: Locale
}

function Answered({ report, locale }: Part) {
  const { round: texts } = textsIn(locale)
  return (
    <Table
      caption={texts.caption}
      captionHidden
      rows={report.municipalities}
      rowKey={({ code }) => code}
      columns={[
        { label: texts.municipality, rowHeader: true, cell: ({ name }) => name },
        { label: texts.state, cell: ({ state }) => <State state={state} locale={locale} /> },
        {
          label: texts.answeredAt,
          cell: ({ answeredAt, isLate, isUnchanged }) =>
            answeredAt &&
            [
              formatDay(dayOf(new Date(answeredAt)), locale),
              ...(isLate ? [texts.late] : []),
              ...(isUnchanged ? [texts.unchanged] : []),
            ].join(', '),
        },
        {
          label: texts.confirmedAt,
          cell: ({ confirmedAt }) => confirmedAt && formatDay(dayOf(new Date(confirmedAt)), locale),
        },
      ]}
    />
  )
}

function Question({
  report,
  question,
  at,
  locale,
}: Part & { readonly question: string; readonly at: number }) {
  const { round: texts } = textsIn(locale)
  const answered = report.municipalities.filter(({ answers }) => answers[at])
  const others = report.municipalities.filter(({ answers }) => !answers[at])
  return (
    <Section id={`fraga-${at + 1}`} title={<span lang="sv">{question}</span>}>
      {answered.length > 0 && (
        <Table
          caption={question}
          captionHidden
          rows={answered}
          rowKey={({ code }) => code}
          columns={[
            { label: texts.municipality, rowHeader: true, cell: ({ name }) => name },
            {
              label: texts.answers,
              cell: ({ answers }) => (
                <span class="as-written" lang="sv">
                  {answers[at]}
                </span>
              ),
            },
          ]}
        />
      )}
      {others.length > 0 && (
        <p class="empty">{texts.noAnswerFrom(others.map(({ name }) => name).join(', '))}</p>
      )}
    </Section>
  )
}

interface WordsProps {
  readonly grid: CellGrid
  readonly municipality: string
  readonly name: string
  readonly reader: ReportPageProps['reader']
}

function Words({ grid, municipality, name, reader }: WordsProps) {
  const { locale, words } = reader
  const { round: texts } = textsIn(locale)
  const rows = grid.entries.flatMap(({ municipality: { code }, intervention, cell }) =>
    code === municipality && cell ? [{ intervention, cell }] : [],
  )
  return (
    <Table
      caption={name}
      captionHidden
      rows={rows}
      rowKey={({ intervention }) => intervention.id}
      empty={texts.noWords}
      columns={[
        {
          label: texts.intervention,
          rowHeader: true,
          cell: ({ intervention }) => numbered(intervention, locale),
        },
        {
          label: texts.status,
          cell: ({ cell }) => <StandingStatus standing={cell.status} words={words} />,
        },
        { label: texts.text, cell: ({ cell }) => <span lang="sv">{cell.text}</span> },
        {
          label: texts.milestone,
          cell: ({ cell: { milestone } }) =>
            milestone && (
              <span lang="sv">
                {milestone.text} ({formatDay(milestone.on, locale)})
              </span>
            ),
        },
      ]}
    />
  )
}

function Indicators({ report, locale }: Part) {
  const { round: texts } = textsIn(locale)
  return (
    <Table
      caption={texts.indicators}
      captionHidden
      rows={report.indicators}
      rowKey={({ id }) => id}
      columns={[
        {
          label: texts.indicator,
          rowHeader: true,
          cell: ({ id, name }) => (
            <a href={addressOf('indicator', locale, { indicator: id })}>{inLocale(name, locale)}</a>
          ),
        },
        {
          label: texts.value,
          cell: ({ region }) => (region ? inLocale(region.inWords, locale) : texts.noValue),
        },
        { label: texts.year, cell: ({ region }) => region?.year ?? null },
        { label: texts.source, cell: ({ sources }) => sources.join('; ') },
      ]}
    />
  )
}
