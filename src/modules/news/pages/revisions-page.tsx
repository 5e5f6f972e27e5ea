import { valueAddress, type Indicator } from '#modules/indicators'
import { formatDay, dayOf } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf, type PageName } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { Revision } from '../reads.ts'
import { IndicatorLink } from './news-page.tsx'
import { queryFor, type AskedPage } from './query.ts'
import { textsIn } from './texts.ts'
import { saidText, sourceText } from './words.ts'

interface RevisionsPageProps {
  readonly revisions: readonly Revision[]
  /** The one indicator that was asked for; null for all. */
  readonly indicator: Indicator | null
  readonly asked: AskedPage
  readonly hasOlder: boolean
  readonly locale: Locale
}

/** Which values were changed, when, and what they were before. */
export function RevisionsPage({ revisions, indicator, asked, hasOlder, locale }: RevisionsPageProps) {
  const texts = textsIn(locale).revisions
  const occasions = Map.groupBy(revisions, ({ retrieval }) => retrieval.id)
  const addressFor = (page: PageName, query: AskedPage) =>
    `${addressOf(page, locale)}${queryFor(query, locale)}`
  const whole = { ...asked, page: 1 }
  return (
    <Page>
      <PageTitle
        title={indicator ? texts.titleOf(inLocale(indicator.name, locale)) : texts.title}
        lead={texts.lead}
      />
      {revisions.length === 0 && <p class="empty">{texts.none}</p>}
      {[...occasions.values()].map((of) => (
        <Occasion key={of[0]?.retrieval.id} revisions={of} isOne={indicator !== null} locale={locale} />
      ))}
      <Turning asked={asked} hasOlder={hasOlder} locale={locale} />
      <ul>
        {indicator && (
          <li>
            <a href={addressOf('revisions', locale)}>{texts.all}</a>
          </li>
        )}
        <li>
          <a href={addressFor('revisionsCsv', whole)} download>
            {texts.csv}
          </a>
        </li>
        <li>
          <a href={addressFor('revisionsFeed', whole)}>{texts.feed}</a>
        </li>
      </ul>
    </Page>
  )
}

interface OccasionProps {
  readonly revisions: readonly Revision[]
  /** The page is about one indicator, which need not be named in each row. */
  readonly isOne: boolean
  readonly locale: Locale
}

function Occasion({ revisions, isOne, locale }: OccasionProps) {
  const texts = textsIn(locale).revisions
  const [first] = revisions
  if (!first) return null
  const day = formatDay(dayOf(first.retrieval.knownAt), locale)
  const municipality = {
    label: texts.municipality,
    rowHeader: isOne,
    cell: ({ municipality: { name }, after }: Revision) =>
      [name, texts.sexes[after.gender]].filter(Boolean).join(', '),
  }
  return (
    <Section id={`r${first.retrieval.id}`} title={texts.retrieval(day, sourceText(first.retrieval))}>
      <Table
        caption={texts.table(day)}
        captionHidden
        rows={revisions}
        rowKey={({ after }) => `${after.series} ${after.place} ${after.gender} ${after.year}`}
        columns={[
          ...(isOne
            ? []
            : [
                {
                  label: texts.indicator,
                  rowHeader: true,
                  cell: ({ indicator }: Revision) => <IndicatorLink indicator={indicator} locale={locale} />,
                },
              ]),
          municipality,
          { label: texts.year, cell: ({ after }) => after.year },
          {
            label: texts.before,
            numeric: true,
            cell: ({ indicator, before }) => saidText(before, indicator, locale),
          },
          {
            label: texts.after,
            numeric: true,
            cell: ({ indicator, municipality: place, after }) => (
              <a href={valueAddress(indicator.id, place, after.year, locale)}>
                {saidText(after, indicator, locale)}
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Turning({ asked, hasOlder, locale }: Pick<RevisionsPageProps, 'asked' | 'hasOlder' | 'locale'>) {
  const texts = textsIn(locale).revisions
  if (asked.page === 1 && !hasOlder) return null
  const to = (page: number) => `${addressOf('revisions', locale)}${queryFor({ ...asked, page }, locale)}`
  return (
    <nav class="row" aria-label={texts.pages}>
      {asked.page > 1 && (
        <a href={to(asked.page - 1)} rel="prev">
          {texts.newer}
        </a>
      )}
      {hasOlder && (
        <a href={to(asked.page + 1)} rel="next">
          {texts.older}
        </a>
      )}
    </nav>
  )
}
