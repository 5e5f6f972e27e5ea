import { numbered, StandingStatus, standingOf, type CellGrid, type Reader } from '#modules/programme'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay, formatMoment } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { stateOf, type Answer } from '../core/answer.ts'
import type { Round } from '../core/round.ts'
import { State } from './round-page.tsx'
import { errorText, textsIn } from './texts.ts'

/** What the leader's buttons ask for. */
export const settleDeeds = { confirm: 'confirm', sendBack: 'send-back' } as const

export interface AnswerPageProps {
  readonly round: Round
  readonly municipality: { readonly name: string; readonly slug: string }
  readonly column: CellGrid
  readonly answer: Answer | undefined
  readonly maySettle: boolean
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isSettled: boolean
  readonly reader: Reader
}

/** What a municipality has answered, for those who read it; its leader confirms it here or sends it back. */
export function AnswerPage(props: AnswerPageProps) {
  const { round, municipality, column, answer, maySettle, errors, isSettled, reader } = props
  const { locale } = reader
  const texts = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle
        eyebrow={inLocale(round.name, locale)}
        title={texts.sheet.read(municipality.name)}
        lead={answer ? undefined : texts.sheet.notAnswered}
        tags={answer && <State state={stateOf(answer)} locale={locale} />}
      />
      {isSettled && (
        <Notice tone="success" live>
          <p>{texts.sheet.settled}</p>
        </Notice>
      )}
      {answer && <Settled answer={answer} reader={reader} />}
      {answer?.answers.map((text, at) => (
        <Section key={at} id={`fraga-${at + 1}`} title={<span lang="sv">{round.questions[at]}</span>}>
          {text === '' ? (
            <p class="empty">{texts.round.noAnswer}</p>
          ) : (
            <p class="as-written" lang="sv">
              {text}
            </p>
          )}
        </Section>
      ))}
      <Section id="insatserna" title={texts.sheet.interventions}>
        <Words column={column} reader={reader} />
      </Section>
      {answer && maySettle && answer.verdict === null && <Settling {...props} answer={answer} />}
    </Page>
  )
}

function Settled({ answer: { verdict }, reader }: { readonly answer: Answer; readonly reader: Reader }) {
  if (!verdict) return null
  const { sheet: texts } = textsIn(reader.locale)
  const say = verdict.verdict === 'confirmed' ? texts.confirmedOn : texts.sentBackOn
  return (
    <Notice tone={verdict.verdict === 'confirmed' ? 'success' : 'warning'}>
      <p>{say(formatMoment(verdict.givenAt, reader.locale))}</p>
      {verdict.note !== '' && <p lang="sv">{verdict.note}</p>}
    </Notice>
  )
}

function Words({ column, reader }: { readonly column: CellGrid; readonly reader: Reader }) {
  const { locale } = reader
  const { round: texts, sheet } = textsIn(locale)
  return (
    <Table
      caption={sheet.interventions}
      captionHidden
      rows={column.entries}
      rowKey={({ intervention }) => intervention.id}
      columns={[
        {
          label: texts.intervention,
          rowHeader: true,
          cell: ({ intervention }) => numbered(intervention, locale),
        },
        {
          label: texts.status,
          cell: ({ cell }) => (
            <StandingStatus standing={standingOf(cell?.isExample ? null : cell)} words={reader.words} />
          ),
        },
        {
          label: texts.text,
          cell: ({ cell }) => (cell?.isExample ? null : <span lang="sv">{cell?.text}</span>),
        },
        {
          label: texts.milestone,
          cell: ({ cell }) =>
            cell?.milestone && !cell.isExample ? (
              <span lang="sv">
                {cell.milestone.text} ({formatDay(cell.milestone.on, locale)})
              </span>
            ) : null,
        },
      ]}
    />
  )
}

function Settling({
  round,
  municipality,
  answer,
  typed,
  errors,
  reader,
}: AnswerPageProps & { readonly answer: Answer }) {
  const { locale } = reader
  const texts = textsIn(locale)
  const error = errors['note']
  return (
    <Section id="bekrafta" title={texts.sheet.settle} lead={texts.sheet.settleLead}>
      <Form
        action={addressOf('followUpAnswer', locale, { round: round.id, municipality: municipality.slug })}
      >
        <Hidden name="number" value={String(answer.number)} />
        <TextArea
          name="note"
          label={texts.sheet.note}
          hint={texts.sheet.noteHint}
          value={typed['note']}
          error={error === undefined ? undefined : errorText(texts, error)}
          rows={3}
        />
        <FormActions>
          <Button name="do" value={settleDeeds.confirm}>
            {texts.sheet.confirm}
          </Button>
          <Button variant="secondary" name="do" value={settleDeeds.sendBack}>
            {texts.sheet.sendBack}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
