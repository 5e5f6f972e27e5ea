import { participantInWords } from '#modules/roundtable'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { countsOf } from '../core/attendance.ts'
import { unspokenOf, whoCameField } from '../core/who-came.ts'
import type { EventDay } from '../reads.ts'
import { CountList } from './check-in-page.tsx'
import { textsIn } from './texts.ts'
import { crumbsTo, dayHref } from './words.ts'

interface WhoCamePageProps {
  readonly day: EventDay
  readonly isSaved: boolean
  readonly now: Date
  readonly locale: Locale
}

/** When the day is over: who of those whom nobody checked in never came. */
export function WhoCamePage({ day, isSaved, now, locale }: WhoCamePageProps) {
  const { crumbs, whoCame: texts, cancelled } = textsIn(locale)
  const { event, participants, said } = day
  const here = dayHref('whoCame', event, locale)
  const isHeld = dayOf(now) >= event.onDay && event.cancelledAt === null
  const coming = participants.flatMap(({ id, state }) => (state === 'yes' ? [id] : []))
  const isOpen = unspokenOf(participants, said).length > 0
  return (
    <Page width="narrow">
      <Breadcrumbs label={crumbs} items={crumbsTo(event, locale, { label: texts.title, href: here })} />
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle eyebrow={event.title} title={texts.title} lead={isHeld && isOpen && texts.lead} />
      {event.cancelledAt !== null && <p class="empty">{cancelled}</p>}
      {event.cancelledAt === null && !isHeld && (
        <p class="empty">{texts.early(formatDay(event.onDay, locale))}</p>
      )}
      {isHeld && <CountList counts={countsOf(coming, said)} locale={locale} />}
      {isHeld && <Asked day={day} locale={locale} />}
    </Page>
  )
}

function Asked({ day, locale }: Pick<WhoCamePageProps, 'day' | 'locale'>) {
  const { whoCame: texts } = textsIn(locale)
  const { event, participants, said } = day
  const unspoken = unspokenOf(participants, said).toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  if (unspoken.length === 0)
    return (
      <>
        <p>{texts.none}</p>
        <p>
          <LinkButton href={dayHref('eventNotes', event, locale)}>{texts.next}</LinkButton>
        </p>
      </>
    )
  return (
    <Form action={dayHref('whoCame', event, locale)}>
      <p id="vilka">{texts.legend}</p>
      <div class="choices" role="group" aria-labelledby="vilka">
        {unspoken.map((one) => (
          <div key={one.id}>
            <Hidden name={whoCameField.asked(one.id)} value="1" />
            <CheckboxField name={whoCameField.absent(one.id)} label={participantInWords(one)} />
          </div>
        ))}
      </div>
      <FormActions>
        <Submit>{texts.save}</Submit>
      </FormActions>
    </Form>
  )
}
