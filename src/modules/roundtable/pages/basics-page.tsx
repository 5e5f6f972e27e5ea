import { formatDay, dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextArea } from '#ui/text-field.tsx'
import type { Event } from '../core/event.ts'
import { longest } from '../core/fields.ts'
import { BasicsFields } from './basics-fields.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { errorText, textsIn } from './texts.ts'
import { fieldsOf, type Filled } from './words.ts'

/** The beginning of an event. */
export function NewEventPage({ locale, ...filled }: Filled & { readonly locale: Locale }) {
  const texts = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(filled.errors, (name) => errorText(locale, name))}
      />
      <PageTitle
        eyebrow={<a href={addressOf('events', locale)}>{texts.list.title}</a>}
        title={texts.plan.newTitle}
        lead={texts.plan.newLead}
      />
      <Form action={addressOf('newEvent', locale)}>
        <BasicsFields {...filled} locale={locale} />
        <FormActions>
          <Submit>{texts.plan.begin}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

export interface BasicsShown extends Filled {
  readonly event: Event
  readonly hasCriteria: boolean
  /** How many are invited and have not said no: they are written to when it is moved. */
  readonly expecting: number
  readonly today: string
  readonly told: string | null
  readonly locale: Locale
}

/** What an event is, and whether it is published, takes place, and is planned anew. */
export function BasicsPage({ event, hasCriteria, expecting, today, told, locale, ...filled }: BasicsShown) {
  const { plan: texts } = textsIn(locale)
  const part = { event: event.id }
  return (
    <PlanFrame part="planEvent" {...filled} event={event} told={told} locale={locale}>
      <Form action={addressOf('planEvent', locale, part)}>
        <BasicsFields {...filled} locale={locale} />
        {expecting > 0 && event.cancelledAt === null && event.onDay >= today && (
          <p class="source">{texts.moveLead(expecting)}</p>
        )}
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
      <Section id="lage" title={texts.state}>
        <Publishing event={event} hasCriteria={hasCriteria} locale={locale} />
        <Form action={addressOf('eventState', locale, part)} guard={false}>
          <p>{texts.copyLead}</p>
          <CheckboxField name="people" label={texts.copyPeople} hint={texts.copyPeopleHint} />
          <FormActions>
            <Button variant="secondary" name="do" value="copy">
              {texts.copy}
            </Button>
          </FormActions>
        </Form>
        {event.cancelledAt === null && event.onDay >= today && (
          <Disclosure summary={texts.cancel} open={filled.errors['because'] !== undefined}>
            <Form action={addressOf('eventState', locale, part)}>
              <p>{texts.cancelLead}</p>
              <TextArea
                {...fieldsOf(filled, locale)('because')}
                label={texts.because}
                hint={texts.becauseHint}
                rows={3}
                maxLength={longest.because}
              />
              <FormActions>
                <Button tone="danger" name="do" value="cancel">
                  {texts.cancel}
                </Button>
              </FormActions>
            </Form>
          </Disclosure>
        )}
      </Section>
    </PlanFrame>
  )
}

function Publishing({ event, hasCriteria, locale }: Pick<BasicsShown, 'event' | 'hasCriteria' | 'locale'>) {
  const { plan: texts } = textsIn(locale)
  if (event.publishedAt !== null)
    return <p>{texts.publishedOn(formatDay(dayOf(event.publishedAt), locale))}</p>
  if (!hasCriteria)
    return (
      <p>
        <a href={addressOf('planCriteria', locale, { event: event.id })}>{texts.needsCriteria}</a>
      </p>
    )
  return (
    <Form action={addressOf('eventState', locale, { event: event.id })} guard={false}>
      <p>{texts.publishLead}</p>
      <FormActions>
        <Button name="do" value="publish">
          {texts.publish}
        </Button>
      </FormActions>
    </Form>
  )
}
