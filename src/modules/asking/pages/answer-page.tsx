import type { Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choice-field.tsx'
import { ErrorSummary, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { answerField, longestAnswer } from '../core/answer.ts'
import type { Ask } from '../core/ask.ts'
import { ResultList, type Results } from './results.tsx'
import { textsIn } from './texts.ts'
import { askerInWords, choicesInWords, type Reader } from './words.ts'

interface AnswerPageProps {
  readonly ask: Ask
  /** What opens this page. */
  readonly letterKey: string
  readonly typed: Typed
  readonly say: 'saved' | 'marked' | 'nothing' | null
  readonly reader: Reader
}

/** Where a company answers. A choice that was pressed in the letter is marked, and nothing is sent before the button is pressed. */
export function AnswerPage({ ask, letterKey, typed, say, reader }: AnswerPageProps) {
  const { locale } = reader
  const { answer: texts, form } = textsIn(locale)
  return (
    <Page width="narrow">
      {say === 'nothing' && (
        <ErrorSummary title={form.errorTitle} errors={[{ field: answerField(0), message: texts.nothing }]} />
      )}
      {(say === 'saved' || say === 'marked') && (
        <Notice tone={say === 'saved' ? 'success' : 'info'} live>
          <p>{texts[say]}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={texts.eyebrow(askerInWords(ask.municipality, reader))}
        title={<span lang="sv">{ask.title}</span>}
        lead={texts.lead(formatDay(ask.closesOn, locale))}
      />
      <p class="as-written" lang="sv">
        {ask.why}
      </p>
      <Form action={addressOf('answerAsk', locale, { key: letterKey })} guard={false}>
        {ask.questions.map((question, at) => {
          const label = <span lang="sv">{question.text}</span>
          const name = answerField(at)
          return question.kind === 'text' ? (
            <TextArea
              key={name}
              name={name}
              label={label}
              hint={texts.wordsHint}
              value={typed[name]}
              rows={4}
              maxLength={longestAnswer}
            />
          ) : (
            <RadioGroup
              key={name}
              name={name}
              label={label}
              value={typed[name]}
              options={choicesInWords(question, locale).map(({ number, text }) => ({
                value: String(number),
                label: text,
              }))}
            />
          )
        })}
        <FormActions>
          <Submit>{texts.submit}</Submit>
        </FormActions>
      </Form>
      <p class="source">{texts.privacy}</p>
      <p>
        <a href={addressOf('stopAsks', locale, { key: letterKey })}>{texts.stop}</a>
      </p>
    </Page>
  )
}

/** What whoever was asked sees when it is over. */
export function ClosedPage({
  ask,
  results,
  reader,
}: {
  readonly ask: Ask
  readonly results: Results
  readonly reader: Reader
}) {
  const { locale } = reader
  const { answer: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle
        eyebrow={`${texts.eyebrow(askerInWords(ask.municipality, reader))}: ${ask.title}`}
        title={texts.closedTitle}
        lead={texts.closedLead}
      />
      <ResultList ask={ask} results={results} locale={locale} />
    </Page>
  )
}

interface StopPageProps {
  readonly letterKey: string
  readonly isStopped: boolean
  /** What was just done. */
  readonly did: 'stop' | 'start' | null
  readonly locale: Reader['locale']
}

/** The end of all questions to an address, and the way back. A button does it, for mail programs open links by themselves. */
export function StopPage({ letterKey, isStopped, did, locale }: StopPageProps) {
  const { stop: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      {did === 'start' && (
        <Notice tone="success" live>
          <p>{texts.started}</p>
        </Notice>
      )}
      <PageTitle
        title={isStopped ? texts.doneTitle : texts.title}
        lead={isStopped ? texts.done : texts.lead}
      />
      <Form action={addressOf('stopAsks', locale, { key: letterKey })} guard={false}>
        <FormActions>
          <Button
            name="do"
            value={isStopped ? 'start' : 'stop'}
            variant={isStopped ? 'secondary' : 'primary'}
          >
            {isStopped ? texts.startAgain : texts.button}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
