import { formatDay, formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { isUnderWay, type Report } from '../../core/run.ts'
import type { KeptAnswer } from '../../answer-store.ts'
import type { Plan } from '../../plan-store.ts'
import type { Run } from '../../store.ts'
import { Changes, Problems } from './run-findings.tsx'
import { Ending, type Succession } from './run-ending.tsx'
import { runTextsIn } from './run-texts.ts'
import { broughtText } from './run-words.ts'

export interface RunPageProps {
  readonly run: Run
  readonly plan: Plan | null
  readonly by: string | null
  readonly answers: readonly KeptAnswer[]
  /** The indicators that are read from its series. */
  readonly indicators: readonly { readonly href: string; readonly name: string }[]
  readonly placeName: (code: string) => string
  readonly mayImport: boolean
  readonly refused: string | null
  readonly succession: Succession
  readonly locale: Locale
}

/** One run: how far it has come while it is under way, and then what it brought or why it brought nothing. */
export function RunPage(props: RunPageProps) {
  const { run, plan, refused, locale } = props
  const texts = runTextsIn(locale)
  const title = run.report?.title ?? plan?.title ?? texts.ways[run.way]
  return (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('imports', locale)}>{texts.overview.title}</a>}
        title={texts.run.title(title)}
      />
      {refused !== null && (
        <Notice tone="danger" title={texts.errorTitle} live>
          <p>{refused}</p>
        </Notice>
      )}
      {isUnderWay(run.state) ? <UnderWay {...props} /> : <Ended {...props} />}
      <About {...props} />
      {run.report && <Ending {...props} report={run.report} />}
      {run.report && <Changes report={run.report} placeName={props.placeName} locale={locale} />}
      {run.report && <Problems report={run.report} locale={locale} />}
      <Answers {...props} />
      <Actions {...props} />
    </Page>
  )
}

function UnderWay({ run, mayImport, locale }: RunPageProps) {
  const texts = runTextsIn(locale).run
  const { done, of } = run.progress
  const inWords = texts.progressText(formatNumber(done, locale), formatNumber(of, locale))
  return (
    <Notice title={runTextsIn(locale).states[run.state]} live>
      {of > 0 ? (
        <p>
          <progress value={done} max={of} aria-label={texts.progress}>
            {inWords}
          </progress>{' '}
          {inWords}
        </p>
      ) : (
        <p>
          <progress aria-label={texts.progress} />
        </p>
      )}
      <p>{run.stopAt ? texts.stopping : texts.refreshing}</p>
      {mayImport && !run.stopAt && (
        <Form action={addressOf('importRun', locale, { run: run.id })} guard={false}>
          <Button variant="secondary" name="do" value="stop">
            {texts.stop}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

function Ended({ run, indicators, locale }: RunPageProps) {
  const texts = runTextsIn(locale)
  const { report, state } = run
  if (state === 'done' && report) {
    const isNew = report.added + report.changed > 0
    return (
      <Notice tone="success" title={isNew ? texts.run.doneTitle : texts.run.nothingNew}>
        <p>
          {broughtText(report, locale)}
          {report.years && `. ${texts.run.years(...report.years)}`}
        </p>
        {indicators.map(({ href, name }) => (
          <p key={href}>
            {texts.run.seeIndicator}: <a href={href}>{name}</a>
          </p>
        ))}
      </Notice>
    )
  }
  if (state === 'stopped')
    return (
      <Notice tone="warning" title={texts.run.stoppedTitle}>
        <p>{texts.run.stoppedLead}</p>
      </Notice>
    )
  return <Failed report={report} locale={locale} />
}

function Failed({ report, locale }: { readonly report: Report | null; readonly locale: Locale }) {
  const texts = runTextsIn(locale)
  const failure = report?.failure
  return (
    <Notice tone="danger" title={texts.run.failedTitle}>
      <p>
        {failure ? texts.failures[failure.kind] : texts.letter.unreadable} {texts.run.failedLead}
      </p>
      {failure && failure.address !== '' && (
        <Disclosure summary={texts.run.technical}>
          <DescriptionList
            items={[
              { term: texts.run.address, details: failure.address },
              { term: texts.run.seen, details: failure.detail },
            ]}
          />
        </Disclosure>
      )}
    </Notice>
  )
}

function About({ run, plan, by, locale }: RunPageProps) {
  const texts = runTextsIn(locale)
  const extent = run.replayOf
    ? texts.run.replay
    : run.since
      ? texts.run.changesSince(formatDay(run.since, locale))
      : texts.run.everything
  const isFetched = plan !== null
  return (
    <DescriptionList
      items={[
        { term: texts.run.asked, details: formatMoment(run.askedAt, locale) },
        { term: texts.run.by, details: by ?? texts.overview.program },
        { term: texts.run.way, details: texts.ways[run.way] },
        ...(run.report ? [{ term: texts.run.series, details: run.report.series }] : []),
        ...(isFetched ? [{ term: texts.run.extent, details: extent }] : []),
        ...(isFetched ? [{ term: texts.overview.rhythm, details: texts.rhythms[plan.rhythm] }] : []),
      ]}
    />
  )
}

function Answers({ run, answers, locale }: RunPageProps) {
  const texts = runTextsIn(locale).run
  if (answers.length === 0) return null
  const kept = run.replayOf ?? run.id
  return (
    <Section id="svar" title={texts.answers} lead={texts.answersLead}>
      <Table
        caption={texts.answers}
        captionHidden
        size="compact"
        rows={answers}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            label: texts.answers,
            rowHeader: true,
            cell: ({ number }: KeptAnswer) => (
              <a href={addressOf('rawAnswer', locale, { run: kept, number: String(number) })} download>
                {texts.answer(number)}
              </a>
            ),
          },
          { label: texts.question, cell: ({ address }) => address },
          { label: texts.came, cell: ({ cameAt }) => formatMoment(cameAt, locale) },
        ]}
      />
    </Section>
  )
}

function Actions({ run, plan, answers, mayImport, locale }: RunPageProps) {
  const texts = runTextsIn(locale).run
  if (!mayImport || plan === null || isUnderWay(run.state)) return null
  const isWhole = answers.length > 0 && run.cursor === null
  return (
    <Form action={addressOf('importRun', locale, { run: run.id })} guard={false}>
      <div class="row">
        {plan.endedAt === null && (
          <Button variant="secondary" name="do" value="all">
            {texts.full}
          </Button>
        )}
        {isWhole && (
          <Button variant="secondary" name="do" value="replay">
            {texts.again}
          </Button>
        )}
        {plan.endedAt === null && (
          <Button variant="tertiary" tone="danger" name="do" value="end">
            {texts.end}
          </Button>
        )}
      </div>
    </Form>
  )
}
