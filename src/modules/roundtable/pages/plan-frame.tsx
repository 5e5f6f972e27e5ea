import type { ComponentChildren } from 'preact'
import { addressOf, type PageName } from '#ui/addresses.ts'
import { ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Locale } from '#platform/values/locale.ts'
import type { Event } from '../core/event.ts'
import { EventTags } from './list-page.tsx'
import { errorText, textsIn } from './texts.ts'
import type { Filled } from './words.ts'

/** The parts of planning, in the order in which one plans. */
const parts = [
  'planEvent',
  'planProgramme',
  'planTables',
  'planCriteria',
  'planLinks',
  'participants',
] as const
export type PlanPart = (typeof parts)[number]

interface FrameProps extends Filled {
  readonly event: Event
  readonly part: PlanPart
  /** What was just saved or done, in words; null for nothing. */
  readonly told: string | null
  readonly locale: Locale
  readonly children: ComponentChildren
}

/** One part of planning an event, with the way to the others. */
export function PlanFrame({ event, part, told, errors, locale, children }: FrameProps) {
  const texts = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      {told !== null && (
        <Notice tone="success" live>
          <p>{told}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<a href={addressOf('event', locale, { event: event.id })}>{event.title}</a>}
        title={partName(part, locale)}
        tags={<EventTags event={event} locale={locale} />}
        lead={event.publishedAt === null ? texts.plan.leadDraft : texts.plan.lead}
      />
      <nav class="tabs" aria-label={texts.plan.parts}>
        <ul>
          {parts.map((one) => (
            <li key={one}>
              <a
                href={addressOf(one satisfies PageName, locale, { event: event.id })}
                aria-current={one === part ? 'page' : undefined}
              >
                {partName(one, locale)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  )
}

export function partName(part: PlanPart, locale: Locale): string {
  const { plan: texts } = textsIn(locale)
  return {
    planEvent: texts.basics,
    planProgramme: texts.programme,
    planTables: texts.tables,
    planCriteria: texts.criteria,
    planLinks: texts.links,
    participants: texts.people,
  }[part]
}
