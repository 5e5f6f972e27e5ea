import type { Participant, Question } from '#modules/roundtable'
import type { Typed, FieldErrors } from '#platform/http/form.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup, SelectField, type Option } from '#ui/choice-field.tsx'
import { FormActions, Hidden } from '#ui/form.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import type { ComponentChildren } from 'preact'
import { voices, type Note, type NoteText } from '../core/note.ts'
import { longest, type Sent } from '../core/sent-forms.ts'
import { textsIn } from './texts.ts'
import { fieldError, typedOr } from './words.ts'

/** What the forms at a table offer, and what stands in them. */
export interface DeskForms {
  readonly locale: Locale
  readonly round: number
  readonly questions: readonly Pick<Question, 'id' | 'text' | 'round'>[]
  /** Who said yes, those at the table now first. */
  readonly seated: readonly Participant[]
  readonly others: readonly Participant[]
  readonly interventions: readonly Option[]
  readonly topics: readonly Option[]
  readonly onDay: IsoDay
  readonly usualDay: IsoDay
  /** The note that is in hand: to be changed, or made something of. */
  readonly hand: { readonly note: Note; readonly said: NoteText; readonly turn: number } | null
  /** What was sent and could not be kept. */
  readonly sent: { readonly kind: string; readonly typed: Typed; readonly errors: FieldErrors } | null
  readonly newId: () => string
  /** Where the forms are sent to, as an address or from the page that frames them. */
  readonly action: string
}

function typedIn({ sent }: DeskForms, kind: Sent['kind']): Typed {
  return sent?.kind === kind ? sent.typed : {}
}

function wrongIn({ sent, locale }: DeskForms, kind: Sent['kind']) {
  return fieldError(sent?.kind === kind ? sent.errors : {}, locale)
}

/**
 * A form that a device keeps until it can be sent. Its address is the page's own; the id that it carries makes that
 * what is sent twice is there once.
 */
function DeskForm({
  desk,
  kind,
  children,
}: {
  readonly desk: DeskForms
  readonly kind: Sent['kind']
  readonly children: ComponentChildren
}) {
  const { hand, newId, action } = desk
  const note = hand?.note.id ?? (kind === 'note' ? newId() : '')
  return (
    <form class="form" method="post" action={action} noValidate data-local-first={kind}>
      <Hidden name="kind" value={kind} />
      <Hidden name="id" value={newId()} />
      <Hidden name="note" value={note} />
      {children}
    </form>
  )
}

/** What is said, under which question and by what kind of voice. */
export function NoteFields({ desk }: { readonly desk: DeskForms }) {
  const { locale, hand, round } = desk
  const { note: texts } = textsIn(locale)
  const typed = typedIn(desk, 'note')
  const error = wrongIn(desk, 'note')
  return (
    <DeskForm desk={desk} kind="note">
      <Hidden name="turn" value={String(hand ? hand.turn + 1 : 1)} />
      <Hidden name="round" value={String(hand?.note.round ?? round)} />
      <Hidden name="writtenAt" value="" />
      <QuestionField desk={desk} />
      <TextArea
        name="text"
        label={texts.text}
        hint={hand ? texts.emptyHint : texts.textHint}
        error={error('text')}
        value={typedOr(typed, 'text', hand?.said.text)}
        rows={3}
        maxLength={longest.note}
        required={hand === null}
      />
      <RadioGroup
        name="voice"
        label={texts.voice}
        error={error('voice')}
        value={typedOr(typed, 'voice', hand?.said.voice ?? 'company')}
        options={voices.map((voice) => ({ value: voice, label: texts.voices[voice] }))}
      />
      <FormActions>
        <Button>{texts.save}</Button>
      </FormActions>
    </DeskForm>
  )
}

function QuestionField({ desk }: { readonly desk: DeskForms }) {
  const { hand, questions, locale } = desk
  if (questions.length === 0) return null
  const { note: texts } = textsIn(locale)
  const asked = hand ? hand.note.question : questions[0]?.id
  return (
    <SelectField
      name="question"
      label={texts.question}
      value={typedOr(typedIn(desk, 'note'), 'question', asked ?? '')}
      options={[
        ...questions.map(({ id, text }) => ({ value: id, label: text })),
        { value: '', label: texts.noQuestion },
      ]}
    />
  )
}

/** Who promises what, by when, to whom, and which intervention it belongs to. */
export function PromiseFields({ desk }: { readonly desk: DeskForms }) {
  const { locale, hand, usualDay, onDay, interventions } = desk
  const { promise: texts } = textsIn(locale)
  const typed = typedIn(desk, 'promise')
  const error = wrongIn(desk, 'promise')
  return (
    <DeskForm desk={desk} kind="promise">
      <SelectField
        name="promiser"
        label={texts.promiser}
        error={error('promiser')}
        value={typed['promiser']}
        empty={texts.choose}
        options={peopleIn(desk)}
        required
      />
      <TextField
        name="what"
        label={texts.what}
        error={error('what')}
        value={typedOr(typed, 'what', oneLine(hand, longest.what))}
        maxLength={longest.what}
        required
      />
      <DateField
        name="byDay"
        label={texts.byDay}
        error={error('byDay')}
        value={typedOr(typed, 'byDay', usualDay)}
        min={onDay}
        required
      />
      <SelectField
        name="receiver"
        label={texts.receiver}
        error={error('receiver')}
        value={typed['receiver']}
        empty={texts.everybody}
        options={peopleIn(desk)}
      />
      <SelectField
        name="intervention"
        label={texts.intervention}
        error={error('intervention')}
        value={typed['intervention']}
        empty={texts.noIntervention}
        options={interventions}
      />
      <CheckboxField
        name="isPublic"
        label={texts.isPublic}
        hint={texts.isPublicHint}
        checked={typed['kind'] === undefined || typed['isPublic'] !== undefined}
      />
      <FormActions>
        <Button>{texts.save}</Button>
      </FormActions>
    </DeskForm>
  )
}

function peopleIn({ seated, others, locale }: DeskForms) {
  const { promise: texts } = textsIn(locale)
  return [
    { label: texts.atTable, people: seated },
    { label: texts.others, people: others },
  ].flatMap(({ label, people }) =>
    people.length === 0
      ? []
      : {
          label,
          options: people.map(({ id, name, organisation }) => ({
            value: id,
            label: `${organisation}: ${name}`,
          })),
        },
  )
}

/** What the note in hand says, on one line of so many letters. */
function oneLine(hand: DeskForms['hand'], limit: number): string {
  return [...(hand?.said.text ?? '').replaceAll(/\s+/g, ' ')].slice(0, limit).join('')
}

/** What a company wants to be looked after: only which, and that it agrees, is asked. */
export function MatterFields({ desk }: { readonly desk: DeskForms }) {
  const { locale, topics, seated, others } = desk
  const { matter: texts, promise } = textsIn(locale)
  const typed = typedIn(desk, 'matter')
  const error = wrongIn(desk, 'matter')
  const companies = [...seated, ...others].filter(({ kind }) => kind === 'company')
  return (
    <DeskForm desk={desk} kind="matter">
      <SelectField
        name="company"
        label={texts.company}
        error={error('company')}
        value={typed['company']}
        empty={promise.choose}
        options={companies.map(({ id, organisation }) => ({ value: id, label: organisation }))}
        required
      />
      <SelectField
        name="topic"
        label={texts.topic}
        error={error('topic')}
        value={typed['topic']}
        empty={promise.choose}
        options={topics}
        required
      />
      <CheckboxField
        name="consent"
        label={texts.consent}
        error={error('consent')}
        checked={typed['consent'] !== undefined}
        required
      />
      <FormActions>
        <Button variant="secondary">{texts.save}</Button>
      </FormActions>
    </DeskForm>
  )
}

export function ThemeFields({ desk }: { readonly desk: DeskForms }) {
  const { locale, hand } = desk
  const { theme: texts } = textsIn(locale)
  return (
    <DeskForm desk={desk} kind="theme">
      <TextField
        name="theme"
        label={texts.theme}
        error={wrongIn(desk, 'theme')('theme')}
        value={typedOr(typedIn(desk, 'theme'), 'theme', oneLine(hand, longest.theme))}
        maxLength={longest.theme}
        required
      />
      <FormActions>
        <Button variant="secondary">{texts.save}</Button>
      </FormActions>
    </DeskForm>
  )
}
