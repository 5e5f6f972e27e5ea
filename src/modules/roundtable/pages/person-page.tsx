import { formatMoment } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import type { Criterion, Event, Round } from '../core/event.ts'
import type { Need, Participant, ParticipantContact } from '../core/participant.ts'
import type { ParticipantLetter } from '../participant-store.ts'
import { NeedFields, typedNeed } from './needs-view.tsx'
import { AnswerStatus } from './answer-status.tsx'
import { PersonFields } from './person-fields.tsx'
import { PresenceFields, typedPresence } from './presence-fields.tsx'
import { inviteTextsIn, textsIn } from './texts.ts'
import { municipalityIn, type Filled, type Reader } from './words.ts'

export interface PersonShown extends Filled {
  readonly event: Event
  readonly participant: Participant
  readonly criteria: readonly Criterion[]
  readonly rounds: readonly Round[]
  /** In whose place they come, and who comes in theirs. */
  readonly insteadOf: Participant | undefined
  readonly delegate: Participant | undefined
  readonly letters: readonly ParticipantLetter[]
  readonly names: ReadonlyMap<string, string>
  /** Null for who may not know. */
  readonly contact: ParticipantContact | null
  readonly need: Need | undefined
  readonly mayPlan: boolean
  readonly now: Date
  readonly reader: Reader
}

/** Somebody on the list: why, what they answered, which letters they got; and, for the coordinator, how to change it. */
export function PersonView(props: PersonShown) {
  const { letters, names, mayPlan, reader } = props
  const { locale } = reader
  const { person: texts, letters: occasions, program } = inviteTextsIn(locale)
  return (
    <>
      <DescriptionList items={factsOf(props)} />
      <Section id="brev" title={texts.letters}>
        {letters.length === 0 ? (
          <p class="empty">{texts.noLetters}</p>
        ) : (
          <DescriptionList
            items={letters.map(({ occasion, sentAt, sentBy }) => ({
              term: occasions[occasion],
              details: texts.sentBy(formatMoment(sentAt, locale), names.get(sentBy ?? '') ?? program),
            }))}
          />
        )}
      </Section>
      {mayPlan && <PlannerForms {...props} />}
    </>
  )
}

function factsOf(props: PersonShown): readonly Description[] {
  const { participant, criteria, insteadOf, delegate, contact, now, reader } = props
  const { locale } = reader
  const { person: texts, add, list } = inviteTextsIn(locale)
  const { title, organisation, kind, criterionId, municipality, answeredAt, openedAt, offeredUntil } =
    participant
  return [
    ...said(add.personTitle, title),
    ...said(add.organisation, organisation),
    ...said(list.municipality, municipalityIn(reader, municipality)),
    { term: texts.kind, details: textsIn(locale).kinds[kind] },
    ...said(texts.criterion, criteria.find(({ id }) => id === criterionId)?.text ?? ''),
    { term: texts.state, details: <AnswerStatus participant={participant} now={now} locale={locale} /> },
    ...(answeredAt === null ? [] : [{ term: texts.answered, details: formatMoment(answeredAt, locale) }]),
    ...(offeredUntil === null ? [] : [{ term: texts.offered, details: formatMoment(offeredUntil, locale) }]),
    ...said(texts.insteadOf, insteadOf?.name ?? ''),
    ...said(texts.delegate, delegate?.name ?? ''),
    { term: texts.presence, details: presenceOf(participant, locale) },
    ...(contact === null
      ? []
      : [
          ...said(add.email, contact.email),
          ...said(add.phone, contact.phone),
          {
            term: texts.opened,
            details: openedAt === null ? texts.notOpened : texts.openedUnsure(formatMoment(openedAt, locale)),
          },
        ]),
  ]
}

/** What is known, and nothing for what is not. */
function said(term: string, details: string): readonly Description[] {
  return details === '' ? [] : [{ term, details: <bdi>{details}</bdi> }]
}

function presenceOf({ fromRound, untilRound }: Participant, locale: Reader['locale']): string {
  const { person: texts } = inviteTextsIn(locale)
  const parts = [
    ...(fromRound === null || fromRound === 0 ? [] : [texts.from(fromRound + 1)]),
    ...(untilRound === null ? [] : [texts.until(untilRound + 1)]),
  ]
  return parts.length === 0 ? texts.wholeTime : parts.join(', ')
}

/** The coordinator's forms, each opened when it is wanted or was refused. */
function PlannerForms(props: PersonShown) {
  const { event, participant, criteria, rounds, contact, need, reader, ...filled } = props
  const { locale } = reader
  const { person: texts } = inviteTextsIn(locale)
  const action = addressOf('participant', locale, { event: event.id, participant: participant.id })
  const wrong = (deed: string) => filled.typed['do'] === deed && Object.keys(filled.errors).length > 0
  const filledFor = (deed: string, known: Filled['typed']): Filled =>
    wrong(deed) ? filled : { typed: known, errors: {} }
  const isGone = participant.state === 'withdrawn'
  return (
    <>
      {!isGone && <AnswerButtons action={action} locale={locale} />}
      <div>
        <Disclosure summary={texts.edit} open={wrong('edit')}>
          <Form action={action}>
            <PersonFields
              {...filledFor('edit', typedPerson(participant, contact))}
              criteria={criteria}
              reader={reader}
            />
            <SaveAs deed="edit" label={texts.save} />
          </Form>
        </Disclosure>
        <Disclosure summary={texts.presenceTitle} open={wrong('presence')}>
          <Form action={action}>
            <PresenceFields
              {...filledFor('presence', typedPresence(participant))}
              rounds={rounds}
              labels={texts}
              locale={locale}
            />
            <SaveAs deed="presence" label={texts.save} />
          </Form>
        </Disclosure>
        <Disclosure summary={texts.needs} open={wrong('needs')}>
          <Form action={action}>
            <NeedFields {...filledFor('needs', typedNeed(need))} locale={locale} />
            <SaveAs deed="needs" label={texts.save} />
          </Form>
        </Disclosure>
        {!isGone && <Withdrawal action={action} locale={locale} />}
      </div>
    </>
  )
}

interface DeedProps {
  readonly action: string
  readonly locale: Reader['locale']
}

function AnswerButtons({ action, locale }: DeedProps) {
  const { person: texts } = inviteTextsIn(locale)
  return (
    <Section id="svar" title={texts.answer} lead={texts.answerLead}>
      <Form action={action} guard={false}>
        <FormActions>
          <Button variant="secondary" name="do" value="yes">
            {texts.yes}
          </Button>
          <Button variant="secondary" name="do" value="no">
            {texts.no}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Withdrawal({ action, locale }: DeedProps) {
  const { person: texts } = inviteTextsIn(locale)
  return (
    <Disclosure summary={texts.withdraw}>
      <Form action={action} guard={false}>
        <p>{texts.withdrawLead}</p>
        <FormActions>
          <Button tone="danger" name="do" value="withdraw">
            {texts.withdraw}
          </Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

function SaveAs({ deed, label }: { readonly deed: string; readonly label: string }) {
  return (
    <FormActions>
      <Button name="do" value={deed}>
        {label}
      </Button>
    </FormActions>
  )
}

function typedPerson(one: Participant, contact: ParticipantContact | null): Filled['typed'] {
  const { name, title, organisation } = one
  return {
    name,
    title,
    organisation,
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    locale: contact?.locale ?? 'sv',
    criterion: one.criterionId ?? '',
    municipality: one.municipality ?? '',
    branch: one.branch ?? '',
    size: one.size ?? '',
  }
}
