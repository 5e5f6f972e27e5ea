import type { VNode } from 'preact'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Locale } from '#platform/values/locale.ts'
import type { Criterion, Event, ProgrammeItem, Question, Round } from '../core/event.ts'
import { EventTags } from './list-page.tsx'
import { textsIn } from './texts.ts'
import { whenInWords } from './words.ts'

/** What an event serves, by name and page. */
export interface Served {
  readonly name: string
  readonly href: string
}

export interface EventShown {
  readonly event: Event
  readonly items: readonly ProgrammeItem[]
  readonly rounds: readonly Round[]
  readonly questions: readonly Question[]
  readonly criteria: readonly Criterion[]
  readonly serves: readonly Served[]
  /** How many come and how many are on the list; null for who may not know. */
  readonly turnout: { readonly yes: number; readonly all: number } | null
  readonly mayPlan: boolean
  readonly today: string
  readonly beside: readonly VNode[]
  readonly locale: Locale
}

/** What an event is about, when and where, its programme and by what people are invited. */
export function EventPage(shown: EventShown) {
  const { event, questions, criteria, serves, locale } = shown
  const { event: texts } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('events', locale)}>{texts.eyebrow}</a>}
        title={<span lang="sv">{event.title}</span>}
        tags={<EventTags event={event} locale={locale} />}
        lead={<span lang="sv">{event.theme}</span>}
        actions={<EventActions {...shown} />}
      />
      <EventNotices event={event} locale={locale} />
      <Facts event={event} locale={locale} />
      {event.welcome !== '' && (
        <p class="as-written" lang="sv">
          {event.welcome}
        </p>
      )}
      <Inside {...shown} />
      <ProgrammeSection {...shown} />
      {questions.length > 0 && (
        <Section id="fragor" title={texts.questions}>
          <ol>
            {questions.map((question) => (
              <li key={question.id}>
                <span lang="sv">{question.text}</span>
                <QuestionPlace question={question} locale={locale} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {criteria.length > 0 && <CriteriaSection criteria={criteria} locale={locale} />}
      {serves.length > 0 && (
        <Section id="galler" title={texts.serves}>
          <ul>
            {serves.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** What a reader may want of an event: a place in the calendar before it, and what came of it from its day on. */
function EventActions({ event, today, locale }: EventShown) {
  const { event: texts, list } = textsIn(locale)
  const part = { event: event.id }
  if (event.cancelledAt !== null) return null
  return (
    <>
      {event.onDay <= today && (
        <LinkButton href={addressOf('whatCameOfIt', locale, part)}>{list.came}</LinkButton>
      )}
      {event.onDay >= today && (
        <LinkButton href={addressOf('eventCalendar', locale, part)} variant="secondary" download>
          {texts.calendar}
        </LinkButton>
      )}
    </>
  )
}

/** That an event is only planned or does not take place. */
function EventNotices({ event, locale }: { readonly event: Event; readonly locale: Locale }) {
  const { event: texts } = textsIn(locale)
  if (event.cancelledAt !== null)
    return (
      <Notice tone="warning" title={texts.cancelled}>
        <p class="as-written" lang="sv">
          {event.cancelledBecause}
        </p>
      </Notice>
    )
  if (event.publishedAt !== null) return null
  return (
    <Notice title={texts.draftTitle}>
      <p>{texts.draft}</p>
    </Notice>
  )
}

function Facts({ event, locale }: { readonly event: Event; readonly locale: Locale }) {
  const { event: texts } = textsIn(locale)
  return (
    <DescriptionList
      items={[
        { term: texts.when, details: whenInWords(event, locale) },
        { term: texts.place, details: <span lang="sv">{event.place}</span> },
        { term: texts.seats, details: texts.seatCount(event.seats) },
        { term: texts.answerBy, details: formatDay(event.answerBy, locale) },
      ]}
    />
  )
}

/** What members find beside: who comes, and what the other parts show. */
function Inside({ event, turnout, mayPlan, beside, locale }: EventShown) {
  const { event: texts } = textsIn(locale)
  if (turnout === null) return null
  const part = { event: event.id }
  return (
    <>
      <Section id="natverket" title={texts.inside}>
        <p>{texts.comes(turnout.yes, turnout.all)}</p>
        <div class="row">
          <LinkButton href={addressOf('participants', locale, part)} variant="secondary">
            {texts.participants}
          </LinkButton>
          {mayPlan && (
            <LinkButton href={addressOf('planEvent', locale, part)} variant="secondary">
              {texts.plan}
            </LinkButton>
          )}
        </div>
      </Section>
      {beside}
    </>
  )
}

function QuestionPlace({ question, locale }: { readonly question: Question; readonly locale: Locale }) {
  const { event: texts } = textsIn(locale)
  const { tableId, round } = question
  const parts = [
    ...(round === null ? [] : [texts.inRound(round + 1)]),
    ...(tableId === null ? [] : [texts.atTable(tableId)]),
  ]
  return parts.length === 0 ? null : <span class="hint"> ({parts.join(', ')})</span>
}

/** Items and rounds in the order of the clock. */
export function ProgrammeSection({ items, rounds, locale }: Pick<EventShown, 'items' | 'rounds' | 'locale'>) {
  const { event: texts } = textsIn(locale)
  const lines = [
    ...items.map(({ id, at, text }) => ({ key: id, at, text: <span lang="sv">{text}</span> })),
    ...rounds.map(({ number, startsAt, minutes }) => ({
      key: `round-${number}`,
      at: startsAt,
      text: <span>{texts.roundItem(number + 1, minutes)}</span>,
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (lines.length === 0) return null
  return (
    <Section id="program" title={texts.programme}>
      <DescriptionList items={lines.map(({ at, text }) => ({ term: at, details: text }))} />
    </Section>
  )
}

function CriteriaSection({ criteria, locale }: Pick<EventShown, 'criteria' | 'locale'>) {
  const { event: texts, kindsMany } = textsIn(locale)
  return (
    <Section id="urval" title={texts.criteria} lead={texts.criteriaLead}>
      <Table
        caption={texts.criteria}
        captionHidden
        rows={criteria}
        rowKey={({ id }) => id}
        columns={[
          { label: texts.criterion, rowHeader: true, cell: ({ text }) => <span lang="sv">{text}</span> },
          { label: texts.for, cell: ({ kind }) => kindsMany[kind] },
          { label: texts.seats, numeric: true, cell: ({ seats }) => seats },
        ]}
      />
    </Section>
  )
}
