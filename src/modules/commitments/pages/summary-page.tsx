import type { Event, Question } from '#modules/roundtable'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { errorsInWords, ErrorSummary, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { longest } from '../core/sent-forms.ts'
import { fates, type Point, type Summary } from '../core/summary.ts'
import { Countdown } from './notes-page.tsx'
import { errorText, textsIn } from './texts.ts'
import { fieldError, typedOr } from './words.ts'

export interface SummaryPageProps {
  readonly event: Event
  readonly questions: readonly Question[]
  readonly summary: Summary | undefined
  readonly points: readonly Point[]
  readonly typed: Typed | null
  readonly errors: FieldErrors
  readonly isSaved: boolean
  readonly locale: Locale
  readonly today: IsoDay
}

/** Where the coordinator makes of the notes what goes back to those who were there. */
export function SummaryPage(props: SummaryPageProps) {
  const { event, summary, errors, isSaved, locale } = props
  const { summary: texts } = textsIn(locale)
  const sentAt = summary?.sentAt ?? null
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={
          <a href={addressOf('eventNotes', locale, { event: event.id })}>{textsIn(locale).notes.title}</a>
        }
        title={texts.title}
        lead={sentAt ? texts.sentLead(formatDay(dayOf(sentAt), locale)) : texts.lead}
      />
      <Countdown {...props} />
      {!summary && (
        <Form action={addressOf('eventSummary', locale, { event: event.id })} guard={false}>
          <FormActions>
            <Button name="do" value="draft">
              {texts.draft}
            </Button>
          </FormActions>
        </Form>
      )}
      {summary && <SummaryForm {...props} summary={summary} />}
    </Page>
  )
}

function SummaryForm(props: SummaryPageProps & { readonly summary: Summary }) {
  const { event, summary, points, typed, errors, locale } = props
  const { summary: texts } = textsIn(locale)
  const isSent = summary.sentAt !== null
  const error = fieldError(errors, locale)
  return (
    <Form action={addressOf('eventSummary', locale, { event: event.id })}>
      <Hidden name="version" value={typedOr(typed, 'version', String(summary.version))} />
      {!isSent && (
        <TextArea
          name="intro"
          label={texts.intro}
          hint={texts.introHint}
          error={error('intro')}
          value={typedOr(typed, 'intro', summary.intro)}
          rows={4}
          maxLength={longest.intro}
        />
      )}
      {points.length === 0 && <p class="empty">{texts.none}</p>}
      {points.map((point, at) => (
        <PointFields key={point.id} {...props} point={point} number={at + 1} isSent={isSent} />
      ))}
      {!isSent && <NewPoint {...props} />}
      <FormActions>
        <Button name="do" value="save">
          {texts.save}
        </Button>
        {!isSent && points.length > 0 && (
          <Button name="do" value="review" variant="secondary">
            {texts.review}
          </Button>
        )}
        {!isSent && (
          <Button name="do" value="draft" variant="secondary">
            {points.length === 0 ? texts.draft : texts.draftAgain}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

function NewPoint({ questions, typed, errors, locale }: SummaryPageProps) {
  const { summary: texts, notes } = textsIn(locale)
  const error = fieldError(errors, locale)
  return (
    <>
      <TextArea
        name="newText"
        label={texts.newText}
        hint={texts.newTextHint}
        error={error('newText')}
        value={typedOr(typed, 'newText', '')}
        rows={2}
        maxLength={longest.point}
      />
      <SelectField
        name="newQuestion"
        label={texts.newQuestion}
        value={typedOr(typed, 'newQuestion', '')}
        empty={notes.otherQuestion}
        options={questions.map(({ id, text }) => ({ value: id, label: text }))}
      />
    </>
  )
}

function PointFields({
  point,
  number,
  isSent,
  questions,
  typed,
  errors,
  locale,
}: SummaryPageProps & { readonly point: Point; readonly number: number; readonly isSent: boolean }) {
  const { summary: texts, notes } = textsIn(locale)
  const { id } = point
  const error = fieldError(errors, locale)
  const question = questions.find((one) => one.id === point.question)?.text ?? notes.otherQuestion
  return (
    <Section id={`punkt-${id}`} level={3} title={texts.point(number)} lead={question}>
      {isSent ? (
        <p class="as-written">{point.text}</p>
      ) : (
        <TextArea
          name={`text-${id}`}
          label={texts.text}
          hint={texts.pointHint(point.notes.length)}
          error={error(`text-${id}`)}
          value={typedOr(typed, `text-${id}`, point.text)}
          rows={2}
          maxLength={longest.point}
        />
      )}
      <RadioGroup
        name={`fate-${id}`}
        label={texts.fate}
        error={error(`fate-${id}`)}
        value={typedOr(typed, `fate-${id}`, point.fate)}
        options={fates
          .filter((fate) => !isSent || fate !== 'open')
          .map((fate) => ({ value: fate, label: texts.fates[fate] }))}
      />
      <TextField
        name={`fateText-${id}`}
        label={texts.fateText}
        error={error(`fateText-${id}`)}
        value={typedOr(typed, `fateText-${id}`, point.fateText)}
        maxLength={longest.because}
      />
    </Section>
  )
}

export interface PreviewProps {
  readonly event: Event
  readonly letter: { readonly subject: string; readonly body: string }
  readonly receivers: number
  readonly missing: number
  /** Of how many nobody has said whether they came. */
  readonly unspoken: number
  readonly version: number
  readonly locale: Locale
}

/** The letter as it will be read, before it goes to everybody once. */
export function PreviewPage(props: PreviewProps) {
  const { event, letter, receivers, missing, unspoken, version, locale } = props
  const { preview: texts } = textsIn(locale)
  const back = addressOf('eventSummary', locale, { event: event.id })
  return (
    <Page width="narrow">
      <PageTitle
        eyebrow={<a href={back}>{textsIn(locale).summary.title}</a>}
        title={texts.title}
        lead={texts.lead(receivers)}
      />
      {missing > 0 && (
        <Notice tone="warning">
          <p>{texts.missing(missing)}</p>
        </Notice>
      )}
      {unspoken > 0 && (
        <Notice tone="warning">
          <p>
            {texts.unspoken(unspoken)}{' '}
            <a href={addressOf('whoCame', locale, { event: event.id })}>{texts.whoCame}</a>
          </p>
        </Notice>
      )}
      <Section id="brevet" title={texts.letter} lead={letter.subject}>
        <p class="as-written" lang="sv">
          {letter.body}
        </p>
      </Section>
      <p>{texts.record}</p>
      <div class="row">
        {missing === 0 && unspoken === 0 && (
          <Form action={addressOf('summaryPreview', locale, { event: event.id })} guard={false}>
            <Hidden name="version" value={String(version)} />
            <Button>{texts.send}</Button>
          </Form>
        )}
        <LinkButton href={back} variant="secondary">
          {texts.back}
        </LinkButton>
      </div>
    </Page>
  )
}
