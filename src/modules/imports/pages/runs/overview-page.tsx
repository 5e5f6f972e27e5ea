import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Form, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Plan } from '../../plan-store.ts'
import type { Run } from '../../store.ts'
import { runTextsIn } from './run-texts.ts'
import { lastText, nextText, resultText } from './run-words.ts'

interface OverviewPageProps {
  readonly plans: readonly Plan[]
  readonly lastOf: ReadonlyMap<string, Run>
  readonly runs: readonly Run[]
  /** The names of those who asked, by id. */
  readonly people: ReadonlyMap<string, string>
  readonly mayImport: boolean
  /** What was refused just now, in words. */
  readonly refused: string | null
  /** More ways to bring in figures, from their own pages. */
  readonly ways: readonly { readonly href: string; readonly title: string; readonly lead: string }[]
  readonly locale: Locale
}

/** What is fetched, when, and how it went; and the ways to bring in something new. */
export function OverviewPage(props: OverviewPageProps) {
  const { mayImport, refused, locale } = props
  const texts = runTextsIn(locale)
  return (
    <Page>
      <PageTitle title={texts.overview.title} lead={texts.overview.lead} />
      {refused !== null && (
        <Notice tone="danger" title={texts.errorTitle} live>
          <p>{refused}</p>
        </Notice>
      )}
      {mayImport && <NewWays {...props} />}
      <Plans {...props} />
      <Runs {...props} />
    </Page>
  )
}

function NewWays({ ways, locale }: OverviewPageProps) {
  return (
    <Section id="nytt" title={runTextsIn(locale).overview.new}>
      <ul class="plain-list">
        {ways.map(({ href, title, lead }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <p>{lead}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Plans({ plans, lastOf, mayImport, locale }: OverviewPageProps) {
  const texts = runTextsIn(locale)
  const { overview } = texts
  return (
    <Section id="planer" title={overview.plans} lead={overview.plansLead}>
      <Table
        caption={overview.plans}
        captionHidden
        empty={overview.noPlans}
        rows={plans}
        rowKey={({ id }) => id}
        columns={[
          {
            label: overview.what,
            rowHeader: true,
            cell: ({ id, title }: Plan) => {
              const last = lastOf.get(id)
              return last ? <a href={addressOf('importRun', locale, { run: last.id })}>{title}</a> : title
            },
          },
          { label: overview.rhythm, cell: ({ rhythm }) => texts.rhythms[rhythm] },
          { label: overview.next, cell: (plan) => nextText(plan, locale) },
          { label: overview.last, cell: ({ id }) => lastText(lastOf.get(id), locale) },
          ...(mayImport
            ? [
                {
                  label: <span class="ds-sr-only">{overview.fetch}</span>,
                  cell: ({ id, title }: Plan) => <Fetch plan={id} title={title} locale={locale} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Fetch({
  plan,
  title,
  locale,
}: {
  readonly plan: string
  readonly title: string
  readonly locale: Locale
}) {
  const { overview } = runTextsIn(locale)
  return (
    <Form action={addressOf('imports', locale)} guard={false}>
      <Hidden name="plan" value={plan} />
      <Button variant="secondary" name="do" value="changes">
        <span aria-hidden="true">{overview.fetch}</span>
        <span class="ds-sr-only">{overview.fetchOf(title)}</span>
      </Button>
    </Form>
  )
}

function Runs({ runs, plans, people, locale }: OverviewPageProps) {
  const texts = runTextsIn(locale)
  const { overview } = texts
  const titleOf = (run: Run) =>
    run.report?.title ?? plans.find(({ id }) => id === run.planId)?.title ?? texts.ways[run.way]
  return (
    <Section id="korningar" title={overview.runs}>
      <Table
        caption={overview.runsCaption}
        captionHidden
        empty={overview.noRuns}
        rows={runs}
        rowKey={({ id }) => id}
        columns={[
          {
            label: overview.what,
            rowHeader: true,
            cell: (run: Run) => <a href={addressOf('importRun', locale, { run: run.id })}>{titleOf(run)}</a>,
          },
          { label: overview.when, cell: ({ askedAt }) => formatMoment(askedAt, locale) },
          {
            label: overview.by,
            cell: ({ askedBy }) => (askedBy === null ? overview.program : (people.get(askedBy) ?? '')),
          },
          { label: overview.result, cell: (run) => resultText(run, locale) },
        ]}
      />
    </Section>
  )
}
