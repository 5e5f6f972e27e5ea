import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card, CardGrid } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Tag } from '#ui/notice.tsx'
import type { Locale } from '#platform/values/locale.ts'
import type { Event } from '../core/event.ts'
import { inviteTextsIn, textsIn } from './texts.ts'
import { whenInWords } from './words.ts'

/** The events that are to come and those that were. */
export function EventListPage({
  events,
  today,
  mayPlan,
  locale,
}: {
  readonly events: readonly Event[]
  readonly today: string
  readonly mayPlan: boolean
  readonly locale: Locale
}) {
  const { list: texts } = textsIn(locale)
  const coming = events.filter(({ onDay }) => onDay >= today).toReversed()
  const past = events.filter(({ onDay }) => onDay < today)
  const plan = mayPlan && <LinkButton href={addressOf('newEvent', locale)}>{texts.plan}</LinkButton>
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} actions={plan} />
      <Section id="kommande" title={texts.coming}>
        {coming.length === 0 ? (
          <EmptyState title={texts.none} titleLevel={3}>
            <p>{texts.noneLead}</p>
          </EmptyState>
        ) : (
          <EventCards events={coming} locale={locale} />
        )}
      </Section>
      {past.length > 0 && (
        <Section id="tidigare" title={texts.past}>
          <EventCards events={past} showsWhatCame locale={locale} />
        </Section>
      )}
    </Page>
  )
}

/** Events beside each other, each with its day and theme. */
export function EventCards({
  events,
  showsWhatCame = false,
  locale,
}: {
  readonly events: readonly Event[]
  readonly showsWhatCame?: boolean
  readonly locale: Locale
}) {
  return (
    <CardGrid columns={2}>
      {events.map((event) => (
        <Card
          key={event.id}
          href={addressOf('event', locale, { event: event.id })}
          title={<span lang="sv">{event.title}</span>}
          tags={<EventTags event={event} locale={locale} />}
          footer={showsWhatCame && event.cancelledAt === null && <WhatCame event={event} locale={locale} />}
        >
          <p>{whenInWords(event, locale)}</p>
          <p lang="sv">{event.theme}</p>
        </Card>
      ))}
    </CardGrid>
  )
}

/** Whether an event is only planned, does not take place, or is made up; null when there is nothing to say. */
export function EventTags({ event, locale }: { readonly event: Event; readonly locale: Locale }) {
  const { list: texts } = textsIn(locale)
  const { publishedAt, cancelledAt, isExample } = event
  if (publishedAt !== null && cancelledAt === null && !isExample) return null
  return (
    <>
      {publishedAt === null && <Tag>{texts.draft}</Tag>}
      {cancelledAt !== null && <Tag tone="danger">{texts.cancelled}</Tag>}
      {isExample && <ExampleTag>{inviteTextsIn(locale).example}</ExampleTag>}
    </>
  )
}

/** The way to what came of an event that has been. */
function WhatCame({ event, locale }: { readonly event: Pick<Event, 'id'>; readonly locale: Locale }) {
  return (
    <p>
      <a href={addressOf('whatCameOfIt', locale, { event: event.id })}>{textsIn(locale).list.came}</a>
    </p>
  )
}
