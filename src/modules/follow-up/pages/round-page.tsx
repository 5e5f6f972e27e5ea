import type { VNode } from 'preact'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { DateField } from '#ui/text-field.tsx'
import { isAwaited, isLate, stateOf, type Answer, type AnswerState } from '../core/answer.ts'
import type { Round } from '../core/round.ts'
import { errorText, textsIn } from './texts.ts'

/** The names that the page's two forms send what they want done by. */
export const roundDeeds = { move: 'move', freeze: 'freeze' } as const

export interface OpenRoundPageProps {
  readonly round: Round
  readonly municipalities: readonly Municipality[]
  /** Null for who may not follow how it goes. */
  readonly answers: ReadonlyMap<string, Answer> | null
  readonly mayRun: boolean
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly did: 'opened' | 'moved' | null
  readonly locale: Locale
}

/** A round that is open: how far the municipalities have come, and for the coordinator the way to end it. */
export function OpenRoundPage(props: OpenRoundPageProps) {
  const { round, answers, mayRun, errors, did, locale } = props
  const texts = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      {did && (
        <Notice tone="success" live>
          <p>{texts.round[did]}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={texts.round.eyebrow}
        title={inLocale(round.name, locale)}
        lead={texts.round.open(formatDay(round.closesOn, locale))}
      />
      {round.questions.length > 0 && (
        <Section id="fragor" title={texts.round.questions}>
          <ol lang="sv">
            {round.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </Section>
      )}
      {answers && <Progress {...props} answers={answers} />}
      {answers && mayRun && <Running {...props} answers={answers} />}
    </Page>
  )
}

type WithAnswers = OpenRoundPageProps & { readonly answers: ReadonlyMap<string, Answer> }

function Progress({ round, municipalities, answers, locale }: WithAnswers) {
  const { round: texts } = textsIn(locale)
  const answered = municipalities.filter(({ code }) => !isAwaited(answers.get(code))).length
  return (
    <Section id="lage" title={texts.progress} lead={texts.counts(answered, municipalities.length)}>
      <Table
        caption={texts.caption}
        captionHidden
        rows={municipalities}
        rowKey={({ code }) => code}
        columns={[
          {
            label: texts.municipality,
            rowHeader: true,
            cell: ({ slug, name }) => (
              <a href={addressOf('followUpAnswer', locale, { round: round.id, municipality: slug })}>
                {name}
              </a>
            ),
          },
          {
            label: texts.state,
            cell: ({ code }) => <State state={stateOf(answers.get(code))} locale={locale} />,
          },
          { label: texts.answeredAt, cell: ({ code }) => answeredInWords(answers.get(code), round, locale) },
          {
            label: texts.confirmedAt,
            cell: ({ code }) => {
              const verdict = answers.get(code)?.verdict
              return verdict?.verdict === 'confirmed' ? formatDay(dayOf(verdict.givenAt), locale) : null
            },
          },
        ]}
      />
    </Section>
  )
}

function answeredInWords(answer: Answer | undefined, round: Round, locale: Locale): string | null {
  if (!answer) return null
  const { round: texts } = textsIn(locale)
  return [
    formatDay(dayOf(answer.answeredAt), locale),
    ...(isLate(answer, round.closesOn) ? [texts.late] : []),
    ...(answer.isUnchanged ? [texts.unchanged] : []),
  ].join(', ')
}

const stateTones = {
  silent: 'warning',
  'sent-back': 'warning',
  answered: 'info',
  confirmed: 'success',
} as const

/** How far a municipality has come, in a word. */
export function State({ state, locale }: { readonly state: AnswerState; readonly locale: Locale }): VNode {
  return <Tag tone={stateTones[state]}>{textsIn(locale).states[state]}</Tag>
}

function Running({ round, municipalities, answers, typed, errors, locale }: WithAnswers) {
  const texts = textsIn(locale)
  const silent = municipalities.filter(({ code }) => isAwaited(answers.get(code)))
  const errorOf = (name: string) => (errors[name] === undefined ? undefined : errorText(texts, errors[name]))
  const action = addressOf('followUp', locale, { round: round.id })
  return (
    <>
      <Section id="sista-dag" title={texts.round.deadline}>
        <Form action={action}>
          <DateField
            name="closesOn"
            label={texts.begin.closesOn}
            hint={texts.begin.closesOnHint}
            value={typed['closesOn'] ?? round.closesOn}
            error={errorOf('closesOn')}
          />
          <FormActions>
            <Button variant="secondary" name="do" value={roundDeeds.move}>
              {texts.round.move}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <Section id="avsluta" title={texts.round.freeze} lead={texts.round.freezeLead}>
        {silent.length > 0 && (
          <Notice tone="warning">
            <p>{texts.round.freezeMissing(silent.map(({ name }) => name).join(', '))}</p>
          </Notice>
        )}
        <Form action={action} guard={false}>
          <CheckboxField name="sure" label={texts.round.freezeSure} error={errorOf('sure')} />
          <FormActions>
            <Button tone="danger" name="do" value={roundDeeds.freeze}>
              {texts.round.freezeSubmit}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
