import type { Visit } from '#modules/accounts'
import type { Topic } from '#modules/routing'
import type { IsoDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm, Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag, Tag } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { dueOf, markFor, type InboxView } from '../../core/inbox.ts'
import { matterNumber } from '../../core/matter.ts'
import type { InboxCounts, InboxRow } from '../../inbox-store.ts'
import { textsIn } from './texts.ts'
import { DueStatus, matterHref } from './words.tsx'

export interface InboxPageProps {
  readonly views: readonly InboxView[]
  readonly view: InboxView
  readonly counts: InboxCounts
  readonly rows: readonly InboxRow[]
  readonly hasMore: boolean
  readonly isBeginning: boolean
  readonly topics: readonly Topic[]
  readonly topic: string | null
  readonly words: string
  readonly riskBy: IsoDay
  readonly mayWrite: boolean
  readonly visit: Visit
}

/** What waits for somebody, what is due first first. */
export function InboxPage(props: InboxPageProps) {
  const { mayWrite, visit } = props
  const { locale } = visit
  const { inbox: texts } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        actions={
          mayWrite && (
            <>
              <LinkButton href={addressOf('writeDownMatter', locale)}>{texts.write}</LinkButton>
              <LinkButton href={addressOf('answerTemplates', locale)} variant="tertiary">
                {texts.templates}
              </LinkButton>
              <LinkButton href={addressOf('serviceFigures', locale)} variant="tertiary">
                {texts.figures}
              </LinkButton>
            </>
          )
        }
      />
      <div class="inbox">
        <Views {...props} />
        <Questions {...props} />
        <Lines {...props} />
      </div>
    </Page>
  )
}

function Views({ views, view, counts, words, visit: { locale } }: InboxPageProps) {
  const { inbox: texts } = textsIn(locale)
  return (
    <nav class="tabs" aria-label={texts.views}>
      <ul>
        {views.map((one) => (
          <li key={one}>
            <a
              href={`${addressOf('matters', locale)}?view=${one}`}
              aria-current={one === view && words === '' ? 'page' : undefined}
            >
              {texts[one]}
              {one !== 'closed' && <span class="tabs__count"> {counts[one]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Questions({ view, topics, topic, words, visit: { locale } }: InboxPageProps) {
  const { inbox: texts } = textsIn(locale)
  return (
    <ChoiceForm action={addressOf('matters', locale)} swap="arenden" submit={texts.show}>
      <Hidden name="view" value={view} />
      <TextField name="q" type="search" label={texts.search} value={words} maxLength={200} size={28} />
      <SelectField
        name="topic"
        label={texts.topic}
        value={topic ?? ''}
        empty={texts.allTopics}
        options={topics.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
      />
    </ChoiceForm>
  )
}

function Lines(props: InboxPageProps) {
  const { view, rows, hasMore, isBeginning, words, visit } = props
  const { inbox: texts } = textsIn(visit.locale)
  return (
    <div id="arenden">
      {words !== '' && <p role="status">{texts.found(rows.length, words)}</p>}
      {rows.length === 0 && words === '' && <p class="empty">{texts.none[view]}</p>}
      {rows.length > 0 && (
        <ul class="matters" data-arrows aria-label={texts.caption}>
          {rows.map((row) => (
            <Line key={row.id} row={row} {...props} />
          ))}
        </ul>
      )}
      <div class="row">
        {hasMore && <PageLink {...props} />}
        {!isBeginning && (
          <LinkButton href={addressWith(props, '')} variant="tertiary">
            {texts.first}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

function Line({ row, riskBy, visit }: InboxPageProps & { readonly row: InboxRow }) {
  const { locale } = visit
  const { inbox: texts, example, outcomes, verdicts } = textsIn(locale)
  const holder = [row.lead, row.owner].filter(Boolean).join(', ')
  return (
    <li class="matters__row">
      <div>
        <a class="matters__subject" href={matterHref(row, locale)} lang="sv">
          {row.subject}
        </a>
        <p class="source">
          {[matterNumber(row), row.companyName, inLocale(row.topicName, locale)].filter(Boolean).join(' · ')}
          {row.isExample && (
            <>
              {' '}
              <ExampleTag>{example}</ExampleTag>
            </>
          )}
          {row.isUnanswered && row.firstWordAt !== null && row.outcome === null && (
            <>
              {' '}
              <Tag tone="info">{texts.unanswered}</Tag>
            </>
          )}
          {row.joinedYear !== null && row.joinedNumber !== null && (
            <>
              {' '}
              <Tag>{texts.joinedTo(matterNumber({ year: row.joinedYear, number: row.joinedNumber }))}</Tag>
            </>
          )}
          {row.secrecy !== null && (
            <>
              {' '}
              <Tag tone="warning">{texts.secrecy}</Tag>
            </>
          )}
        </p>
      </div>
      <div>
        {row.outcome === null ? (
          <DueStatus due={dueOf(row)} riskBy={riskBy} visit={visit} />
        ) : (
          <span>
            {[outcomes[row.outcome], row.verdict && verdicts[row.verdict]].filter(Boolean).join(' · ')}
          </span>
        )}
        <p class="source">{holder === '' ? texts.nobody : holder}</p>
      </div>
    </li>
  )
}

function PageLink(props: InboxPageProps) {
  const last = props.rows.at(-1)
  const { inbox: texts } = textsIn(props.visit.locale)
  if (!last) return null
  return (
    <LinkButton href={addressWith(props, markFor(last))} variant="secondary">
      {texts.more}
    </LinkButton>
  )
}

function addressWith({ view, topic, visit: { locale } }: InboxPageProps, after: string): string {
  const asked = new URLSearchParams({
    view,
    ...(topic === null ? {} : { topic }),
    ...(after ? { after } : {}),
  })
  return `${addressOf('matters', locale)}?${asked.toString()}`
}
