import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choice-field.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { longestEntry } from '../../core/forms.ts'
import { outcomes } from '../../core/outcome.ts'
import type { ComposerProps } from './composing.ts'
import { errorOf, Seen } from './draft-forms.tsx'
import { textsIn } from './texts.ts'
import { matterHref } from './words.tsx'

interface PlainProps extends ComposerProps {
  readonly deed: 'send' | 'note' | 'close'
  readonly send: string
  readonly children: preact.ComponentChildren
}

function PlainForm({ deed, send, children, ...props }: PlainProps) {
  const { read, visit } = props
  return (
    <Form action={`${matterHref(read.matter, visit.locale)}#skriv`}>
      <Seen {...props} />
      {children}
      <FormActions>
        <Button name="do" value={deed}>
          {send}
        </Button>
      </FormActions>
    </Form>
  )
}

/** What was said on the phone or at a visit. */
export function CallForm(props: ComposerProps) {
  const { composing, visit } = props
  const { write: texts } = textsIn(visit.locale)
  return (
    <PlainForm {...props} deed="send" send={texts.callSend}>
      <RadioGroup
        name="way"
        label={texts.callWay}
        value={composing.typed['way'] ?? 'phone'}
        options={(['phone', 'visit'] as const).map((way) => ({ value: way, label: texts.callWays[way] }))}
      />
      <TextArea
        name="text"
        label={texts.call}
        hint={texts.callHint}
        value={composing.typed['text']}
        error={errorOf(props, 'text')}
        rows={5}
        maxLength={longestEntry}
      />
    </PlainForm>
  )
}

/** What the company does not read. */
export function NoteForm(props: ComposerProps) {
  const { read, composing, visit } = props
  const { write: texts } = textsIn(visit.locale)
  const areSeveral = read.matter.parts.length > 1
  return (
    <PlainForm {...props} deed="note" send={texts.noteSend}>
      <TextArea
        name="text"
        label={texts.note}
        hint={texts.noteHint}
        value={composing.typed['text']}
        error={errorOf(props, 'text')}
        rows={4}
        maxLength={longestEntry}
      />
      {areSeveral && (
        <RadioGroup
          name="audience"
          label={texts.audience}
          hint={texts.audienceHint}
          value={composing.typed['audience'] ?? 'own'}
          options={[
            { value: 'own', label: texts.audienceOwn },
            { value: 'parts', label: texts.audienceParts },
          ]}
        />
      )}
    </PlainForm>
  )
}

/** What a matter came to. */
export function CloseForm(props: ComposerProps) {
  const { composing, visit } = props
  const { write: texts, outcomes: names } = textsIn(visit.locale)
  return (
    <PlainForm {...props} deed="close" send={texts.closeSend}>
      <RadioGroup
        name="outcome"
        label={texts.outcome}
        value={composing.typed['outcome']}
        error={errorOf(props, 'outcome')}
        options={outcomes.map((outcome) => ({
          value: outcome,
          label: names[outcome],
          hint: texts.outcomeHints[outcome],
        }))}
      />
      <TextField
        name="law"
        label={texts.lawField}
        hint={texts.lawHint}
        optional={texts.lawOptional}
        value={composing.typed['law']}
        error={errorOf(props, 'law')}
        maxLength={200}
      />
      <TextArea
        name="text"
        label={texts.closeText}
        hint={texts.closeHint}
        value={composing.typed['text']}
        error={errorOf(props, 'text')}
        rows={5}
        maxLength={longestEntry}
      />
    </PlainForm>
  )
}
