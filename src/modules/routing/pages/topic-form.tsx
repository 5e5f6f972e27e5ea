import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { emptyFields, longestTopicText, numbersIn } from '../core/topic-form.ts'
import type { KeptTopic } from '../store.ts'
import { errorText, textsIn } from './texts.ts'

export interface TopicFormProps {
  /** Null for one that is new. */
  readonly topic: KeptTopic | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isConflict: boolean
  readonly locale: Locale
}

/** The form in which the coordinator writes a topic with what it asks. */
export function TopicFormPage(props: TopicFormProps) {
  const { topic, typed, errors, isConflict, locale } = props
  const texts = textsIn(locale)
  const action = topic ? addressOf('editTopic', locale, { topic: topic.id }) : addressOf('addTopic', locale)
  const shared = sharedBy(props)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle
        eyebrow={<a href={addressOf('topics', locale)}>{texts.topics.title}</a>}
        title={topic ? texts.topics.edit : texts.topics.add}
        lead={topic && inLocale(topic.name, locale)}
      />
      {isConflict && (
        <Notice tone="danger" live>
          <p>{texts.topics.conflict}</p>
        </Notice>
      )}
      <Form action={action}>
        <Hidden name="seen" value={typed['seen'] ?? ''} />
        <TextField {...shared('nameSv')} label={texts.topics.nameSv} />
        <TextField {...shared('nameEn')} label={texts.topics.nameEn} />
        <TextField {...shared('hintSv')} label={texts.topics.hintSv} optional={texts.topics.optional} />
        <TextField {...shared('hintEn')} label={texts.topics.hintEn} optional={texts.topics.optional} />
        {offered(numbersIn(typed, 'question'), emptyFields.questions).map((number, at, all) => (
          <Question key={number} {...props} number={number} isNew={at === all.length - 1} />
        ))}
        <FormActions>
          <Submit>{texts.topics.save}</Submit>
          <Button variant="secondary" name="do" value="more">
            {texts.topics.more}
          </Button>
          <a href={addressOf('topics', locale)}>{texts.topics.cancel}</a>
        </FormActions>
      </Form>
      {topic && <Standing topic={topic} action={action} locale={locale} />}
    </Page>
  )
}

function sharedBy({ typed, errors, locale }: TopicFormProps) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(textsIn(locale), errors[name]),
    maxLength: longestTopicText,
  })
}

/** The numbers that are there, and some more. */
function offered(numbers: readonly number[], empty: number): readonly number[] {
  const last = Math.max(0, ...numbers)
  return [...numbers, ...Array.from({ length: empty }, (_none, at) => last + 1 + at)]
}

function Question(props: TopicFormProps & { readonly number: number; readonly isNew: boolean }) {
  const { number, isNew, typed, locale } = props
  const { topics: texts } = textsIn(locale)
  const shared = sharedBy(props)
  const question = `question-${number}`
  return (
    <fieldset class="ds-fieldset sheet-row">
      <legend class="ds-label">{isNew ? texts.newQuestion : texts.question(number)}</legend>
      <Hidden name={`${question}-id`} value={typed[`${question}-id`] ?? ''} />
      <p class="hint">{texts.choicesHint}</p>
      <div class="pairs">
        <TextField {...shared(`${question}-sv`)} label={texts.questionSv} />
        <TextField {...shared(`${question}-en`)} label={texts.questionEn} />
        {offered(numbersIn(typed, `choice-${number}`), emptyFields.choices).flatMap((choice, at) => {
          const prefix = `choice-${number}-${choice}`
          return [
            <div key={`${prefix}-sv`}>
              <Hidden name={`${prefix}-id`} value={typed[`${prefix}-id`] ?? ''} />
              <TextField {...shared(`${prefix}-sv`)} label={texts.choice(at + 1)} />
            </div>,
            <TextField key={`${prefix}-en`} {...shared(`${prefix}-en`)} label={texts.choiceEn(at + 1)} />,
          ]
        })}
      </div>
    </fieldset>
  )
}

/** Retires a topic, or brings it back. */
function Standing({
  topic,
  action,
  locale,
}: {
  readonly topic: KeptTopic
  readonly action: string
  readonly locale: Locale
}) {
  const { topics: texts } = textsIn(locale)
  const isOpen = topic.retiredAt === null
  return (
    <Section id="avsluta" title={isOpen ? texts.retire : texts.bringBack} lead={isOpen && texts.retireLead}>
      <Form action={action} guard={false}>
        <FormActions>
          <Button variant="secondary" name="do" value={isOpen ? 'retire' : 'bring-back'}>
            {isOpen ? texts.retire : texts.bringBack}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
