import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { idIn } from '#platform/http/ids.ts'
import type { Event } from '../core/event.ts'
import { mayPlanEvents, mayReadParticipants } from '../core/policy.ts'
import { eventWith } from '../store.ts'
import { ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { errorText, inviteTextsIn, textsIn } from './texts.ts'
import type { Asking, Filled, Reader } from './words.ts'

export interface Found {
  readonly visit: Visit
  readonly event: Event
  readonly reader: Reader
}

/** The event whose people are asked for; or the answer to who may not, and to what is not there. */
export async function foundEvent(c: Asking, who: 'members' | 'planners'): Promise<Found | Response> {
  const visit = c.get('visit')
  const isAllowed = who === 'members' ? mayReadParticipants(visit.actor) : mayPlanEvents(visit.actor)
  if (!isAllowed) return visit.refuse()
  const id = idIn(c, 'event')
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => ({
          event: await eventWith(tx, id),
          municipalities: await municipalitiesOf(tx),
        }))
  if (!found?.event) return c.notFound()
  return { visit, event: found.event, reader: { locale: visit.locale, municipalities: found.municipalities } }
}

const nothingWrong: Filled = { typed: {}, errors: {} }

/** The list itself: a part of planning for the coordinator, a page of its own for other members. */
export function listPage({ visit, event }: Found, told: string | null, content: VNode): Response {
  const { actor, locale } = visit
  const title = inviteTextsIn(locale).list.title(event.title)
  const whole = mayPlanEvents(actor) ? (
    <PlanFrame part="participants" {...nothingWrong} event={event} told={told} locale={locale}>
      {content}
    </PlanFrame>
  ) : (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('event', locale, { event: event.id })}>{event.title}</a>}
        title={textsIn(locale).plan.people}
      />
      {content}
    </Page>
  )
  return visit.page({ title, noindex: true }, whole)
}

/** A page below the list. */
export function belowList(
  { visit, event }: Found,
  {
    title,
    errors = {},
    about = {},
    told = null,
    status = 200,
  }: {
    readonly title: string
    readonly errors?: Filled['errors']
    /** Of whom or what an error is, by its field, where several say the same. */
    readonly about?: Readonly<Record<string, string>>
    readonly told?: string | null
    readonly status?: 200 | 422
  },
  content: VNode,
): Response {
  const { locale } = visit
  return visit.page(
    { title: `${title}: ${event.title}`, noindex: true },
    <Page>
      <ErrorSummary
        title={textsIn(locale).errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name)).map(({ field, message }) => ({
          field,
          message: about[field] === undefined ? message : `${about[field]}: ${message}`,
        }))}
      />
      {told !== null && (
        <Notice tone="success" live>
          <p>{told}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={
          <a href={addressOf('participants', locale, { event: event.id })}>
            {inviteTextsIn(locale).list.title(event.title)}
          </a>
        }
        title={<bdi>{title}</bdi>}
      />
      {content}
    </Page>,
    status,
  )
}
