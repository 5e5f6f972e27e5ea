import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle } from '#ui/heading.tsx'
import { reportForms } from '../core/asked.ts'
import { PaperView } from './paper-view.tsx'
import { paperOf, type ToldReport } from './paper-of-report.ts'
import { textsIn } from './texts.ts'
import { placeOf, reportAddress } from './words.ts'

interface ReportPageProps {
  readonly told: ToldReport
  /** To the Word file in the reader's own template; null where there is none. */
  readonly templateHref: string | null
}

/** A report as a web page that prints well, with the way to the same as a file. */
export function ReportPage({ told, templateHref }: ReportPageProps) {
  const { digests } = told
  const paper = paperOf(told)
  const contents = paper.blocks.filter((block) => block.kind === 'heading').filter(({ level }) => level === 1)
  return (
    <Page>
      <PageTitle
        title={paper.title}
        eyebrow={paper.author}
        lead={`${paper.subtitle}.`}
        actions={<FileLinks told={told} templateHref={templateHref} />}
      />
      <nav class="report-contents" aria-label={paper.contents}>
        <ul>
          {contents.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <PaperView blocks={paper.blocks} digests={digests} />
    </Page>
  )
}

function FileLinks({ told: { report, locale }, templateHref }: ReportPageProps) {
  const texts = textsIn(locale)
  const place = placeOf(report)
  return (
    <p>
      {texts.choose.asFiles}:{' '}
      {reportForms
        .filter((form) => form !== 'page')
        .map((form, index) => (
          <>
            {index > 0 && ', '}
            <a href={reportAddress(place, form, locale)}>{texts.forms[form]}</a>
          </>
        ))}
      {templateHref && (
        <>
          {', '}
          <a href={templateHref}>{texts.templates.asWord}</a>
        </>
      )}
      . <OtherReport locale={locale} />
    </p>
  )
}

function OtherReport({ locale }: { readonly locale: Locale }) {
  return <a href={addressOf('reports', locale)}>{textsIn(locale).choose.other}</a>
}
