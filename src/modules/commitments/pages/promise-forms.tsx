import type { Typed, FieldErrors } from '#platform/http/form.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { DateField, TextField } from '#ui/text-field.tsx'
import { endings, isSettled, type Commitment } from '../core/commitment.ts'
import { longest } from '../core/sent-forms.ts'
import { textsIn } from './texts.ts'
import { fieldError, typedOr } from './words.ts'

export interface Answering {
  readonly action: string
  readonly commitment: Commitment
  readonly locale: Locale
  readonly today: IsoDay
  /** What was sent for this commitment and not taken. */
  readonly sent: { readonly typed: Typed; readonly errors: FieldErrors } | null
}

/** The fields of one commitment among others on a page: each has a name of its own there. */
function ownField(commitment: Commitment): (field: string) => string {
  return (field) => `${field}-${commitment.id}`
}

/** What was sent of one of the forms; nothing for the others. */
function sentOf(sent: Answering['sent'], deed: string): NonNullable<Answering['sent']> | typeof notSent {
  return sent?.typed['do'] === deed ? sent : notSent
}
const notSent = { typed: null, errors: {} } as const

/** What whoever promised can say: yes, otherwise, not us; and later, that it takes longer. */
export function PromiserForms(props: Answering) {
  const { commitment, locale } = props
  if (commitment.state === 'noted')
    return (
      <>
        <ConfirmForm {...props} />
        <DenyForm {...props} />
      </>
    )
  return commitment.state === 'confirmed' ? (
    <>
      <p class="source">{textsIn(locale).own.changeOnly}</p>
      <MoveForm {...props} />
    </>
  ) : null
}

function ConfirmForm({ action, commitment, locale, sent }: Answering) {
  const { own: texts } = textsIn(locale)
  const name = ownField(commitment)
  const { typed, errors } = sentOf(sent, 'confirm')
  const error = fieldError(errors, locale)
  return (
    <Form action={action} guard={false}>
      <Hidden name="commitment" value={commitment.id} />
      <Hidden name="do" value="confirm" />
      <TextField
        name={name('what')}
        label={texts.what}
        error={error('what')}
        value={typedOr(typed, 'what', commitment.what)}
        maxLength={longest.what}
      />
      <DateField
        name={name('byDay')}
        label={texts.byDay}
        error={error('byDay')}
        value={typedOr(typed, 'byDay', commitment.byDay)}
      />
      <CheckboxField
        name={name('isPublic')}
        label={texts.isPublic}
        checked={typed ? typed['isPublic'] !== undefined : commitment.isPublic}
      />
      {commitment.promiserKind !== 'leadership' && (
        <CheckboxField
          name={name('showsName')}
          label={texts.showsName}
          checked={typed?.['showsName'] !== undefined}
        />
      )}
      <FormActions>
        <Button>{texts.confirm}</Button>
      </FormActions>
    </Form>
  )
}

function DenyForm({ action, commitment, locale }: Answering) {
  const { own: texts } = textsIn(locale)
  return (
    <Disclosure summary={texts.deny}>
      <Form action={action} guard={false}>
        <Hidden name="commitment" value={commitment.id} />
        <Hidden name="do" value="deny" />
        <TextField
          name={`${ownField(commitment)('why')}-deny`}
          label={texts.denyWhy}
          maxLength={longest.because}
        />
        <FormActions>
          <Button variant="secondary">{texts.deny}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

function MoveForm({ action, commitment, locale, today, sent }: Answering) {
  const { own: texts } = textsIn(locale)
  const name = ownField(commitment)
  const { typed, errors } = sentOf(sent, 'move')
  const error = fieldError(errors, locale)
  return (
    <Disclosure summary={texts.move} open={typed !== null}>
      <Form action={action} guard={false}>
        <Hidden name="commitment" value={commitment.id} />
        <Hidden name="do" value="move" />
        <DateField
          name={name('newDay')}
          label={texts.newDay}
          error={error('newDay')}
          value={typedOr(typed, 'newDay')}
          min={today}
        />
        <TextField
          name={name('why')}
          label={texts.why}
          error={error('why')}
          value={typedOr(typed, 'why')}
          maxLength={longest.because}
        />
        <FormActions>
          <Button variant="secondary">{texts.moveSend}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

/** How it ended, by whom it was promised to; what was said may be said otherwise later. */
export function ReceiverForm({ action, commitment, locale, sent }: Answering) {
  const { own: texts } = textsIn(locale)
  const { state } = commitment
  if (state === 'noted' || state === 'denied') return null
  const name = ownField(commitment)
  const { typed, errors } = sentOf(sent, 'settle')
  const error = fieldError(errors, locale)
  return (
    <Disclosure summary={texts.settle} open={typed !== null || state === 'confirmed'}>
      <Form action={action} guard={false}>
        <Hidden name="commitment" value={commitment.id} />
        <Hidden name="do" value="settle" />
        <RadioGroup
          name={name('ending')}
          label={texts.ending}
          error={error('ending')}
          value={typedOr(typed, 'ending', isSettled(state) ? state : '')}
          options={endings.map((ending) => ({ value: ending, label: texts.endings[ending] }))}
        />
        <TextField
          name={name('because')}
          label={texts.because}
          hint={texts.becauseHint}
          error={error('because')}
          value={typedOr(typed, 'because', commitment.because)}
          maxLength={longest.because}
        />
        <FormActions>
          <Button>{texts.settleSend}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}
