import type { VNode } from 'preact'
import { formatDay, formatMoment } from '#platform/values/dates.ts'
import { isolated } from '#platform/values/isolated.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choice-field.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Closed } from '../core/answering.ts'
import { shownState } from '../core/counts.ts'
import type { Event, ProgrammeItem, Round } from '../core/event.ts'
import { longest } from '../core/fields.ts'
import type { Participant } from '../core/participant.ts'
import { ProgrammeSection } from './event-page.tsx'
import { NeedFields } from './needs-view.tsx'
import { PresenceFields } from './presence-fields.tsx'
import { errorText, ownTextsIn, textsIn } from './texts.ts'
import { fieldsOf, whenInWords, type Filled } from './words.ts'

/** What somebody just did on their own page. */
export type OwnDeed = 'yes' | 'waiting' | 'no' | 'delegated'

export interface OwnShown extends Filled {
  /** The part of the private address that opens it; `key` is a word of Preact's own. */
  readonly ownKey: string
  readonly network: { readonly name: Bilingual; readonly contact: Bilingual }
  readonly event: Event
  readonly participant: Participant
  readonly items: readonly ProgrammeItem[]
  readonly rounds: readonly Round[]
  /** By what they are invited; empty for nothing. */
  readonly criterion: string
  /** Who comes in their place; empty for nobody. */
  readonly delegate: string
  readonly closed: Closed | null
  readonly isLate: boolean
  readonly did: OwnDeed | null
  readonly beside: readonly VNode[]
  readonly now: Date
  readonly locale: Locale
}

/** The page of somebody who is invited: what it is about, what they answered, and how to answer. */
export function OwnPage(props: OwnShown) {
  const { ownKey, event, participant, items, rounds, closed, did, errors, beside, locale } = props
  const { page: texts } = ownTextsIn(locale)
  const isComing = participant.state === 'yes' && closed === null
  return (
    <Page width="narrow">
      <ErrorSummary
        title={textsIn(locale).errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      {did && (
        <Notice tone="success" live>
          <p>{texts.did[did]}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<bdi>{texts.eyebrow(participant.name)}</bdi>}
        title={<span lang="sv">{event.title}</span>}
        lead={<span lang="sv">{event.theme}</span>}
      />
      <DescriptionList
        items={[
          { term: texts.when, details: whenInWords(event, locale) },
          { term: texts.place, details: <span lang="sv">{event.place}</span> },
          ...(closed === null && participant.state !== 'yes'
            ? [{ term: texts.answerBy, details: formatDay(event.answerBy, locale) }]
            : []),
          { term: texts.status, details: <strong>{statusOf(props)}</strong> },
        ]}
      />
      {closed === null ? null : <ClosedNotice {...props} closed={closed} />}
      {isComing && (
        <div class="row">
          <LinkButton href={addressOf('ownCalendar', locale, { key: ownKey })} variant="secondary" download>
            {texts.calendar}
          </LinkButton>
        </div>
      )}
      {beside}
      {closed === null && (isComing ? <ChangeAnswer {...props} /> : <AnswerSection {...props} />)}
      {event.welcome !== '' && (
        <Section id="om" title={texts.about}>
          <p class="as-written" lang="sv">
            {event.welcome}
          </p>
        </Section>
      )}
      <ProgrammeSection items={items} rounds={rounds} locale={locale} />
      <Public {...props} />
    </Page>
  )
}

function statusOf({ participant, delegate, now, locale }: OwnShown): string {
  const { statuses, someone } = ownTextsIn(locale).page
  const state = shownState(participant, now)
  if (state === 'delegated') return statuses.delegated(delegate || someone)
  if (state === 'offered') return statuses.offered(formatMoment(participant.offeredUntil ?? now, locale))
  return statuses[state]
}

function ClosedNotice({ event, closed, locale }: OwnShown & { readonly closed: Closed }) {
  const { page: texts } = ownTextsIn(locale)
  return (
    <Notice tone="warning" title={texts.closed[closed]}>
      {closed === 'cancelled' && (
        <p class="as-written" lang="sv">
          {event.cancelledBecause}
        </p>
      )}
      <p>{texts.closedLead[closed]}</p>
    </Notice>
  )
}

/** Who has a seat rarely changes it: the form is there when it is asked for, or was refused. */
function ChangeAnswer(props: OwnShown) {
  const { page: texts } = ownTextsIn(props.locale)
  return (
    <Disclosure summary={texts.changeTitle} open={Object.keys(props.errors).length > 0}>
      <AnswerForm {...props} />
    </Disclosure>
  )
}

function AnswerSection(props: OwnShown) {
  const { page: texts } = ownTextsIn(props.locale)
  return (
    <Section id="svara" title={texts.answerTitle} lead={props.isLate ? texts.late : undefined}>
      <AnswerForm {...props} />
    </Section>
  )
}

function AnswerForm(props: OwnShown) {
  const { ownKey, rounds, isLate, locale, typed, errors } = props
  const { page: texts } = ownTextsIn(locale)
  const shared = fieldsOf({ typed, errors }, locale)
  return (
    <Form action={addressOf('ownSeat', locale, { key: ownKey })} guard={false}>
      <RadioGroup
        {...shared('answer')}
        label={texts.answer}
        options={[
          ...(isLate ? [] : [{ value: 'yes', label: texts.yes }]),
          { value: 'no', label: texts.no },
          ...(isLate ? [] : [{ value: 'delegate', label: texts.delegate }]),
        ]}
      />
      {!isLate && (
        <div>
          <Disclosure summary={texts.needsTitle} open={hasNeed(typed)}>
            <p class="hint">{texts.needsKept(props.event.needsDays)}</p>
            <div class="form">
              <NeedFields typed={typed} errors={errors} locale={locale} />
            </div>
          </Disclosure>
          {rounds.length > 1 && (
            <Disclosure
              summary={texts.presenceTitle}
              open={Boolean(typed['fromRound']) || Boolean(typed['untilRound'])}
            >
              <div class="form">
                <PresenceFields
                  typed={typed}
                  errors={errors}
                  rounds={rounds}
                  labels={texts}
                  locale={locale}
                />
              </div>
            </Disclosure>
          )}
          <DelegateFields {...props} />
        </div>
      )}
      <p class="source">{texts.record}</p>
      <FormActions>
        <Submit>{texts.submit}</Submit>
      </FormActions>
    </Form>
  )
}

function DelegateFields({ typed, errors, locale }: OwnShown) {
  const { page: texts } = ownTextsIn(locale)
  const shared = fieldsOf({ typed, errors }, locale)
  const line = { maxLength: longest.line, autocomplete: 'off' } as const
  return (
    <Disclosure summary={texts.delegateTitle} open={typed['answer'] === 'delegate'}>
      <p class="hint">{texts.delegateLead}</p>
      <div class="form">
        <TextField {...shared('delegateName')} {...line} label={texts.delegateName} />
        <TextField
          {...shared('delegateTitle')}
          {...line}
          label={texts.delegateRole}
          optional={texts.optional}
        />
        <TextField
          {...shared('delegateEmail')}
          label={texts.delegateEmail}
          type="email"
          maxLength={longest.address}
          autocomplete="off"
        />
      </div>
    </Disclosure>
  )
}

function hasNeed(typed: Filled['typed']): boolean {
  return ['wheelchair', 'hearing', 'seeing', 'food', 'other'].some((name) => Boolean(typed[name]))
}

/** What of it is a public record, why they are invited, and whom to ask. */
function Public({ network, participant, criterion, event, locale }: OwnShown) {
  const { page: texts } = ownTextsIn(locale)
  return (
    <Section id="offentligt" title={texts.recordTitle}>
      <p>{texts.record}</p>
      <p>{texts.needsKept(event.needsDays)}</p>
      <DescriptionList
        items={[
          ...(criterion === '' ? [] : [{ term: texts.because, details: <span lang="sv">{criterion}</span> }]),
          {
            term: texts.who,
            details: (
              <bdi>
                {[participant.name, participant.title, participant.organisation]
                  .filter(Boolean)
                  .map(isolated)
                  .join(', ')}
              </bdi>
            ),
          },
          { term: texts.organiser, details: inLocale(network.name, locale) },
          { term: texts.contact, details: inLocale(network.contact, locale) },
        ]}
      />
    </Section>
  )
}

/** What somebody sees whose invitation was taken back and whose event is not for everybody. */
export function WithdrawnPage({ locale }: { readonly locale: Locale }) {
  const { page: texts } = ownTextsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle title={texts.closed.withdrawn} lead={texts.closedLead.withdrawn} />
    </Page>
  )
}
