import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { CheckboxField } from '#ui/choice-field.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Locale } from '#platform/values/locale.ts'
import type { Written } from '../actions/letters.ts'
import type { Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import { inviteTextsIn } from './texts.ts'
import { participantInWords, type Filled } from './words.ts'

/** Somebody who can be written to, and when they were last. */
export interface Receiver {
  readonly participant: Participant
  readonly email: string
  readonly lastAt: Date | null
}

export interface SendShown extends Filled {
  readonly event: Event
  readonly receivers: readonly Receiver[]
  /** Whether nobody is on the list at all. */
  readonly isEmpty: boolean
  readonly letter: Written
  readonly locale: Locale
}

function receiverField(id: string): string {
  return `to-${id}`
}

/** Who is meant by a field of the form. */
export function receiverIn(field: string): string {
  return field.slice(receiverField('').length)
}

/** Who gets an invitation, and what it says, before it is sent. */
export function SendForm({ event, receivers, isEmpty, letter, typed, errors, locale }: SendShown) {
  const { send: texts } = inviteTextsIn(locale)
  const reached = receivers.filter(({ email }) => email !== '')
  const without = receivers.filter(({ email }) => email === '')
  const fresh = reached.filter(({ participant }) => participant.state === 'listed')
  const silent = reached.filter(({ participant }) => participant.state === 'invited')
  // At first everybody is chosen; after a refusal, those who were.
  const isChosen = (id: string) => Object.keys(errors).length === 0 || typed[receiverField(id)] !== undefined
  return (
    <>
      <p>{texts.lead}</p>
      {event.publishedAt === null && (
        <Notice tone="warning" title={texts.waitingForPublish}>
          <p>
            <a href={`${addressOf('planEvent', locale, { event: event.id })}#lage`}>{texts.toPublish}</a>
          </p>
        </Notice>
      )}
      {reached.length === 0 && <p class="empty">{isEmpty ? texts.emptyList : texts.nobody}</p>}
      <Form action={addressOf('eventLetters', locale, { event: event.id })} guard={false}>
        <Receivers title={texts.fresh} id="forsta" people={fresh} isChosen={isChosen} locale={locale} />
        <Receivers title={texts.silent} id="tysta" people={silent} isChosen={isChosen} locale={locale} />
        {without.length > 0 && (
          <Section id="utan" title={texts.without} lead={texts.withoutLead}>
            <ul>
              {without.map(({ participant: { id, name, organisation } }) => (
                <li key={id}>
                  <a href={addressOf('participant', locale, { event: event.id, participant: id })}>
                    <bdi>{name}</bdi>
                  </a>
                  , <bdi>{organisation}</bdi>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="brevet" title={texts.preview}>
          <p>
            <strong>{letter.subject}</strong>
          </p>
          <div class="letter__body as-written" lang="sv">
            {letter.body}
          </div>
        </Section>
        {reached.length > 0 && event.publishedAt !== null && (
          <FormActions>
            <Submit>{texts.submit}</Submit>
          </FormActions>
        )}
      </Form>
    </>
  )
}

function Receivers({
  title,
  id,
  people,
  isChosen,
  locale,
}: {
  readonly title: string
  readonly id: string
  readonly people: readonly Receiver[]
  readonly isChosen: (id: string) => boolean
  readonly locale: Locale
}) {
  const { send: texts } = inviteTextsIn(locale)
  if (people.length === 0) return null
  return (
    <Section id={id} title={`${title} (${people.length})`}>
      <div class="choices">
        {people.map(({ participant, email, lastAt }) => (
          <CheckboxField
            key={participant.id}
            name={receiverField(participant.id)}
            label={<bdi>{participantInWords(participant)}</bdi>}
            hint={lastAt === null ? email : `${email}, ${texts.last(formatDay(dayOf(lastAt), locale))}`}
            checked={isChosen(participant.id)}
          />
        ))}
      </div>
    </Section>
  )
}
