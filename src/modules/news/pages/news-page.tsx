import { formatDay, formatMoment } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Indicator } from '#modules/indicators'
import type { Calendar, Expected } from '../core/expected.ts'
import type { Arrival } from '../reads.ts'
import { textsIn } from './texts.ts'
import { arrivalText, sourceText } from './words.ts'

/** How it stands with the reader's letters: not asked of a visitor. */
export type Letters = 'none' | 'offered' | 'on'

interface NewsPageProps {
  readonly arrivals: readonly Arrival[]
  readonly calendar: Calendar
  readonly letters: Letters
  /** What the reader has just done. */
  readonly did: 'begun' | 'left' | null
  readonly locale: Locale
}

/** What has come, what is expected, and how one gets to know of it. */
export function NewsPage({ arrivals, calendar, letters, did, locale }: NewsPageProps) {
  const texts = textsIn(locale)
  return (
    <Page>
      <PageTitle title={texts.news.title} lead={texts.news.lead} />
      {did && (
        <Notice tone="success" live>
          <p>{texts.letters[did]}</p>
        </Notice>
      )}
      <Arrived arrivals={arrivals} locale={locale} />
      <Awaited calendar={calendar} locale={locale} />
      <Section id="folj" title={texts.news.follow}>
        <ul>
          <li>
            <a href={addressOf('newFiguresFeed', locale)}>{texts.news.feed}</a>
          </li>
          <li>
            <a href={addressOf('publicationCalendar', locale)}>{texts.news.calendar}</a>
          </li>
          <li>
            <a href={addressOf('revisions', locale)}>{texts.news.revisions}</a>
          </li>
        </ul>
        {letters !== 'none' && <LetterChoice letters={letters} locale={locale} />}
      </Section>
    </Page>
  )
}

function Arrived({ arrivals, locale }: Pick<NewsPageProps, 'arrivals' | 'locale'>) {
  const texts = textsIn(locale).news
  return (
    <Section id="kommit" title={texts.arrived} lead={texts.arrivedLead}>
      <Table
        caption={texts.arrived}
        captionHidden
        rows={arrivals}
        rowKey={({ indicator, retrieval, firstYear }) => `${indicator.id} ${retrieval.id} ${firstYear}`}
        empty={texts.none}
        columns={[
          {
            label: texts.indicator,
            rowHeader: true,
            cell: ({ indicator }) => <IndicatorLink indicator={indicator} locale={locale} />,
          },
          { label: texts.what, cell: (arrival) => arrivalText(arrival, locale) },
          {
            label: texts.when,
            cell: ({ retrieval }) => (
              <time dateTime={retrieval.knownAt.toISOString()}>
                {formatMoment(retrieval.knownAt, locale)}
              </time>
            ),
          },
          { label: texts.source, cell: ({ retrieval }) => <span lang="sv">{sourceText(retrieval)}</span> },
        ]}
      />
    </Section>
  )
}

function Awaited({ calendar, locale }: Pick<NewsPageProps, 'calendar' | 'locale'>) {
  const texts = textsIn(locale).news
  return (
    <>
      <Section id="vantas" title={texts.expected} lead={texts.expectedLead}>
        <Days rows={calendar.coming} caption={texts.expected} day={texts.on} locale={locale} />
        {calendar.coming.length === 0 && <p class="empty">{texts.noneExpected}</p>}
        {calendar.unknown.length > 0 && (
          <Disclosure summary={texts.unknown}>
            <ul>
              {calendar.unknown.map((indicator) => (
                <li key={indicator.id}>
                  <IndicatorLink indicator={indicator} locale={locale} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
      {calendar.late.length > 0 && (
        <Section id="sent" title={texts.late} lead={texts.lateLead}>
          <Days rows={calendar.late} caption={texts.late} day={texts.wasExpected} locale={locale} />
        </Section>
      )}
    </>
  )
}

interface DaysProps {
  readonly rows: readonly Expected[]
  readonly caption: string
  readonly day: string
  readonly locale: Locale
}

function Days({ rows, caption, day, locale }: DaysProps) {
  if (rows.length === 0) return null
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ indicator }) => indicator.id}
      columns={[
        {
          label: textsIn(locale).news.indicator,
          rowHeader: true,
          cell: ({ indicator }) => <IndicatorLink indicator={indicator} locale={locale} />,
        },
        { label: day, cell: ({ on }) => <time dateTime={on}>{formatDay(on, locale)}</time> },
      ]}
    />
  )
}

function LetterChoice({ letters, locale }: Pick<NewsPageProps, 'letters' | 'locale'>) {
  const texts = textsIn(locale).letters
  const isOn = letters === 'on'
  return (
    <>
      <h3>{texts.title}</h3>
      <p>{isOn ? texts.following : texts.offer}</p>
      <Form action={addressOf(isOn ? 'leaveNews' : 'newFigures', locale)} guard={false}>
        <div>
          <Button variant="secondary">{isOn ? texts.leave : texts.follow}</Button>
        </div>
      </Form>
    </>
  )
}

export function IndicatorLink({
  indicator,
  locale,
}: {
  readonly indicator: Indicator
  readonly locale: Locale
}) {
  return (
    <a href={addressOf('indicator', locale, { indicator: indicator.id })}>
      {inLocale(indicator.name, locale)}
    </a>
  )
}
