import type { Colleague } from '#modules/accounts'
import { numbered, type CellGrid, type GridEntry, type Reader } from '#modules/programme'
import type { FieldErrors } from '#platform/http/form.ts'
import { formatDay, formatMoment } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, type NoticeTone } from '#ui/notice.tsx'
import { TextArea } from '#ui/text-field.tsx'
import type { Answer } from '../core/answer.ts'
import type { Draft } from '../core/draft.ts'
import type { PastedProblem } from '../core/pasted.ts'
import type { Round } from '../core/round.ts'
import { answerField, unchangedForms, writtenOfWithdrawn, type Sheet, type Withdrawn } from '../core/sheet.ts'
import { fieldErrorInWords, SheetRow } from './sheet-row.tsx'
import { textsIn } from './texts.ts'

/** What the sheet's buttons ask for. */
export const sheetDeeds = { save: 'save', submit: 'submit', unchanged: 'unchanged', paste: 'paste' } as const

export interface SheetPageProps {
  readonly round: Round
  readonly municipality: { readonly name: string; readonly slug: string }
  readonly column: CellGrid
  readonly withdrawn: readonly Withdrawn[]
  readonly colleagues: readonly Colleague[]
  readonly answer: Answer | undefined
  /** What lies saved; shown as what the reader goes on with when `typed` comes from it. */
  readonly draft: Draft | undefined
  readonly typed: Sheet
  readonly errors: FieldErrors
  /** The cells that somebody has spoken for while the sheet was filled in. */
  readonly changed: readonly GridEntry[]
  readonly pasted: {
    readonly count: number
    readonly problems: readonly PastedProblem[]
    readonly text: string
  } | null
  readonly say:
    | 'saved'
    | 'answered'
    | 'draft'
    | 'draft-changed'
    | 'nothing-to-say'
    | 'nothing-unchanged'
    | null
  readonly reader: Reader
}

/** Everything that a round asks of a municipality, answered on one page. */
export function SheetPage(props: SheetPageProps) {
  const { round, municipality, errors, reader } = props
  const { locale, today } = reader
  const { sheet: texts } = textsIn(locale)
  const lead = today > round.closesOn ? texts.leadLate : texts.lead
  return (
    <Page>
      <ErrorSummary
        title={texts.errorTitle}
        errors={Object.entries(errors).map(([field, name]) => ({
          field,
          message: `${subjectOf(field, props)}${fieldErrorInWords(name, locale)}`,
        }))}
      />
      <PageTitle
        eyebrow={inLocale(round.name, locale)}
        title={texts.title(municipality.name)}
        lead={lead(formatDay(round.closesOn, locale))}
      />
      <Said {...props} />
      <Unchanged {...props} />
      <Answering {...props} />
    </Page>
  )
}

/** Which of many alike fields an error is about: `3. Fortbilda anställda: `. */
function subjectOf(field: string, { column, round, reader }: SheetPageProps): string {
  const found = column.entries.find(({ intervention }) => field.endsWith(`-${intervention.id}`))
  if (found) return `${numbered(found.intervention, reader.locale)}: `
  const at = round.questions.findIndex((_, index) => answerField(index) === field)
  return at < 0 ? '' : `${round.questions[at]} `
}

function Said(props: SheetPageProps) {
  const { say, draft, reader } = props
  const { sheet: texts } = textsIn(reader.locale)
  const saver = draft?.savedBy.name ?? texts.someone
  const savedAt = draft ? formatMoment(draft.savedAt, reader.locale) : ''
  const sayings: Record<NonNullable<SheetPageProps['say']>, readonly [NoticeTone, string]> = {
    saved: ['success', texts.saved],
    answered: ['success', texts.answered],
    draft: ['info', texts.draft(saver, savedAt)],
    'draft-changed': ['danger', texts.draftChanged(saver)],
    'nothing-to-say': ['danger', texts.nothingToSay],
    'nothing-unchanged': ['danger', texts.nothingUnchanged],
  }
  const [tone, text] = say === null ? [] : sayings[say]
  return (
    <>
      {text !== undefined && (
        <Notice tone={tone ?? 'info'} live>
          <p>{text}</p>
        </Notice>
      )}
      <WasWithdrawn {...props} />
      <WasPasted {...props} />
      <BeforeNow {...props} />
    </>
  )
}

/** What was written of interventions that are not asked about any more: it is not taken, and not lost. */
function WasWithdrawn({ typed, withdrawn, reader: { locale } }: SheetPageProps) {
  const written = writtenOfWithdrawn(typed, withdrawn)
  if (written.length === 0) return null
  return (
    <Notice tone="warning" title={textsIn(locale).sheet.withdrawn} live>
      {written.map(({ intervention, text }) => (
        <p key={intervention.id} class="as-written">
          {numbered(intervention, locale)}: <span lang="sv">{text}</span>
        </p>
      ))}
    </Notice>
  )
}

function WasPasted({ pasted, reader: { locale } }: SheetPageProps) {
  if (!pasted) return null
  const { sheet: texts } = textsIn(locale)
  const { count, problems } = pasted
  return (
    <Notice tone={problems.length > 0 || count === 0 ? 'warning' : 'success'} live>
      <p>{count === 0 ? texts.pastedNothing : texts.pasted(count)}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ line, problem, value }) => (
            <li key={`${line} ${problem}`}>{texts.pasteProblem[problem](line, value)}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** What the municipality has answered before, and what its leader said of it. */
function BeforeNow({ answer, say, reader: { locale } }: SheetPageProps) {
  const { sheet: texts } = textsIn(locale)
  if (!answer || say === 'answered') return null
  return answer.verdict?.verdict === 'sent-back' ? (
    <Notice tone="warning" title={texts.sentBack}>
      <p lang="sv">{answer.verdict.note}</p>
    </Notice>
  ) : (
    <Notice>
      <p>{texts.answeredBefore(formatMoment(answer.answeredAt, locale))}</p>
    </Notice>
  )
}

function actionOf({ round, municipality, reader }: SheetPageProps): string {
  return addressOf('followUpAnswer', reader.locale, { round: round.id, municipality: municipality.slug })
}

function DraftSeen({ draft }: SheetPageProps) {
  return <Hidden name="draft" value={String(draft?.version ?? 0)} />
}

function Unchanged(props: SheetPageProps) {
  const { column, colleagues, reader } = props
  const { sheet: texts } = textsIn(reader.locale)
  const count = unchangedForms(column, new Set(colleagues.map(({ id }) => id))).size
  if (count === 0) return null
  return (
    <Section id="oforandrat" title={texts.unchangedTitle}>
      <Form action={actionOf(props)} guard={false}>
        <p>
          {texts.unchangedLead(count)} {count < column.entries.length && texts.unchangedLeft}
        </p>
        <DraftSeen {...props} />
        <FormActions>
          <Button variant="secondary" name="do" value={sheetDeeds.unchanged}>
            {texts.unchanged}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Answering(props: SheetPageProps) {
  const { round, column, typed, errors, changed, colleagues, reader } = props
  const { locale } = reader
  const { sheet: texts } = textsIn(locale)
  return (
    <Form action={actionOf(props)} id="svar" autosave={texts}>
      {/* What Enter in a field presses: it must never send. */}
      <button type="submit" name="do" value={sheetDeeds.save} hidden>
        {texts.save}
      </button>
      <DraftSeen {...props} />
      <Pasting {...props} />
      <Section id="insatserna" title={texts.interventions}>
        {column.entries.map((entry) => (
          <SheetRow
            key={entry.intervention.id}
            entry={entry}
            typed={typed}
            errors={errors}
            colleagues={colleagues}
            changed={changed.find(({ intervention }) => intervention.id === entry.intervention.id)}
            reader={reader}
          />
        ))}
      </Section>
      {round.questions.length > 0 && (
        <Section id="fragorna" title={texts.questions}>
          {round.questions.map((question, at) => {
            const name = answerField(at)
            const error = errors[name]
            return (
              <TextArea
                key={name}
                name={name}
                label={<span lang="sv">{question}</span>}
                value={typed[name]}
                error={error === undefined ? undefined : fieldErrorInWords(error, locale)}
                rows={4}
              />
            )
          })}
        </Section>
      )}
      <FormActions>
        <Button variant="secondary" name="do" value={sheetDeeds.save}>
          {texts.save}
        </Button>
        <Button name="do" value={sheetDeeds.submit}>
          {texts.submit}
        </Button>
      </FormActions>
    </Form>
  )
}

function Pasting({ round, municipality, pasted, reader }: SheetPageProps) {
  const { locale } = reader
  const { sheet: texts } = textsIn(locale)
  const template = addressOf('followUpTemplate', locale, { round: round.id, municipality: municipality.slug })
  return (
    <Disclosure summary={texts.paste} open={pasted !== null && pasted.problems.length > 0}>
      <p>{texts.pasteLead}</p>
      <p>
        <a href={template} download>
          {texts.template}
        </a>
      </p>
      {pasted && <Hidden name="pastedBefore" value={pasted.text} />}
      <TextArea name="pasted" label={texts.pasteField} value={pasted?.text} rows={6} />
      <FormActions>
        <Button variant="secondary" name="do" value={sheetDeeds.paste}>
          {texts.pasteSubmit}
        </Button>
      </FormActions>
    </Disclosure>
  )
}
