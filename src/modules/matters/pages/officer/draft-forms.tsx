import { formatMoment } from '#platform/values/dates.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { longestEntry, stepFields } from '../../core/forms.ts'
import { draftOf, type ComposerProps } from './composing.ts'
import { textsIn, wordsFor } from './texts.ts'
import { matterHref } from './words.tsx'

/** The answer: begun, kept, finished, sent. */
export function ReplyForm(props: ComposerProps) {
  const { read, composing, visit } = props
  const { write: texts } = textsIn(visit.locale)
  const { typed } = composing
  return (
    <DraftForm {...props} send={texts.send}>
      <Templates {...props} />
      <TextArea
        name="text"
        label={texts.text}
        hint={texts.textHint}
        value={typed['text']}
        error={errorOf(props, 'text')}
        rows={9}
        maxLength={longestEntry}
      />
      {read.matter.state === 'open' && (
        <CheckboxField name="asks" label={texts.asks} checked={typed['asks'] !== undefined} />
      )}
    </DraftForm>
  )
}

function Templates({ read: { templates }, composing, visit: { locale } }: ComposerProps) {
  const { write: texts } = textsIn(locale)
  if (templates.length === 0) return null
  return (
    <div class="row row--end">
      <SelectField
        name="template"
        label={texts.template}
        value={composing.typed['template']}
        empty={texts.noTemplate}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button variant="secondary" name="do" value="insert">
        {texts.insert}
      </Button>
    </div>
  )
}

/** Most plans have a step or two. */
const stepsInSight = 2

/** The plan: what will be done, and by which days. */
export function PlanForm(props: ComposerProps) {
  const { composing, visit } = props
  const { write: texts } = textsIn(visit.locale)
  const { typed, errors } = composing
  const hasMore = stepFields
    .slice(stepsInSight)
    .flatMap(({ on, text }) => [on, text])
    .some((name) => (typed[name] ?? '') !== '' || errors[name] !== undefined)
  return (
    <DraftForm {...props} send={texts.planSend}>
      <TextArea
        name="text"
        label={texts.planText}
        optional={texts.stepOptional}
        value={typed['text']}
        error={errorOf(props, 'text')}
        rows={3}
        maxLength={longestEntry}
      />
      {stepFields.slice(0, stepsInSight).map((_, index) => (
        <StepFields key={index} index={index} {...props} />
      ))}
      <Disclosure summary={texts.moreSteps} open={hasMore}>
        {stepFields.slice(stepsInSight).map((_, index) => (
          <StepFields key={index} index={index + stepsInSight} {...props} />
        ))}
      </Disclosure>
    </DraftForm>
  )
}

function StepFields(props: ComposerProps & { readonly index: number }) {
  const { composing, visit, index } = props
  const { write: texts } = textsIn(visit.locale)
  const names = stepFields[index]
  if (!names) return null
  return (
    <fieldset class="ds-fieldset plan-step">
      <legend class="ds-label">
        {texts.step(index + 1)}
        {index > 0 && <span class="optional"> {texts.stepOptional}</span>}
      </legend>
      <div class="plan-step__fields">
        <TextField
          name={names.text}
          label={texts.stepText}
          value={composing.typed[names.text]}
          error={errorOf(props, names.text)}
          maxLength={200}
        />
        <DateField
          name={names.on}
          label={texts.stepOn}
          value={composing.typed[names.on]}
          error={errorOf(props, names.on)}
        />
      </div>
    </fieldset>
  )
}

/** What stands around a text that is kept before it is sent: what it is in law, and the ways on. */
function DraftForm(
  props: ComposerProps & { readonly send: string; readonly children: preact.ComponentChildren },
) {
  const { read, composing, visit, send, children } = props
  const { locale } = visit
  const { write: texts } = textsIn(locale)
  const draft = draftOf(read, composing.writing)
  const at = draft ? formatMoment(draft.finishedAt ?? draft.writtenAt, locale) : ''
  const isFinished = draft?.state === 'finished'
  const say = isFinished ? texts.finishedBy : texts.draftBy
  return (
    <Form action={`${matterHref(read.matter, locale)}#skriv`} autosave={texts.autosave}>
      <Seen {...props} />
      {draft && (
        <p class="source">
          {say(draft.person ?? texts.someone, at)} {isFinished ? texts.law.finished : texts.law.draft}
        </p>
      )}
      {children}
      <div>
        <FormActions>
          <Button name="do" value="send">
            {send}
          </Button>
          <Button variant="secondary" name="do" value="save">
            {texts.save}
          </Button>
          <Button variant="tertiary" name="do" value="finish">
            {texts.finish}
          </Button>
        </FormActions>
        <p class="source">{draft ? texts.law.sent : `${texts.law.draft} ${texts.law.sent}`}</p>
      </div>
    </Form>
  )
}

/** What was seen when the form was shown: sent back with it, so that nothing is written over unseen. */
export function Seen({ read, composing }: ComposerProps) {
  const last = read.sent.at(-1)?.id ?? 0
  const draft = draftOf(read, composing.writing)?.version ?? 0
  return (
    <>
      <Hidden name="write" value={composing.writing} />
      <Hidden name="draft" value={String(draft)} />
      <Hidden name="last" value={String(last)} />
    </>
  )
}

export function errorOf({ composing, visit }: ComposerProps, field: string): string | undefined {
  const name = composing.errors[field]
  return name === undefined ? undefined : wordsFor(name, visit.locale)
}
