import { branches, branchesInWords, companySizes, sizesInWords } from '#modules/companies'
import type { Municipality } from '#modules/region'
import type { Topic } from '#modules/routing'
import type { Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { fieldId, Hidden } from '#ui/form.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { longest } from '../../core/typed.ts'
import type { DraftFile } from '../../draft-store.ts'
import { answerField, placeField, type Written } from '../../draft/steps.ts'
import { FileField } from './file-field.tsx'
import type { Shared } from './step-page.tsx'
import type { Texts } from './texts.ts'

interface FieldsProps {
  readonly shared: Shared
  readonly texts: Texts
}

/** What the matter is about. */
export function TopicFields({
  shared,
  texts,
  locale,
  topics,
  typed,
}: FieldsProps & { readonly locale: Locale; readonly topics: readonly Topic[]; readonly typed: Typed }) {
  const preset = typed['municipality']
  return (
    <>
      <RadioGroup
        {...shared('topic')}
        label={texts.topic.label}
        options={topics.map(({ id, name, hint }) => ({
          value: id,
          label: inLocale(name, locale),
          hint: inLocale(hint, locale),
        }))}
      />
      {preset !== undefined && <Hidden name="municipality" value={preset} />}
    </>
  )
}

/** What has happened, in the company's own words; what the topic asks besides; files. */
export function WordFields({
  shared,
  texts: { words, steps },
  texts,
  locale,
  questions,
  files,
}: FieldsProps & {
  readonly locale: Locale
  readonly questions: Topic['questions']
  readonly files: readonly DraftFile[]
}) {
  return (
    <>
      <TextField
        {...shared('subject')}
        label={words.subject}
        hint={words.subjectHint}
        maxLength={longest.subject}
      />
      <TextArea {...shared('text')} label={words.text} hint={words.textHint} rows={8} />
      {questions.map(({ id, text, choices }) => (
        <RadioGroup
          key={id}
          {...shared(answerField(id))}
          label={inLocale(text, locale)}
          optional={steps.optional}
          options={choices.map((choice) => ({ value: choice.id, label: inLocale(choice.text, locale) }))}
        />
      ))}
      {files.length > 0 && (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{words.have}</legend>
          <div class="choices">
            {files.map(({ id, name }) => (
              <CheckboxField key={id} name={`remove-${id}`} label={words.remove(name)} />
            ))}
          </div>
        </fieldset>
      )}
      <FileField error={shared('files').error} texts={texts} />
    </>
  )
}

/** Where it is. The municipalities matter only where one has been chosen; a browser that can tell folds them away. */
export function PlaceFields({
  shared,
  texts: { place, steps },
  municipalities,
  typed,
}: FieldsProps & { readonly municipalities: readonly Municipality[]; readonly typed: Typed }) {
  const { error } = shared('places')
  return (
    <>
      <div class="decides">
        <RadioGroup
          {...shared('where')}
          label={place.where}
          options={(['one', 'several', 'region', 'unsure'] as const).map((value) => ({
            value,
            label: place.wheres[value],
            ...(value === 'unsure' ? { hint: place.unsureHint } : {}),
          }))}
        />
      </div>
      <fieldset class="ds-fieldset" id={fieldId('places')} data-unless="3 4">
        <legend class="ds-label">{place.places}</legend>
        {error && <p class="ds-validation-message">{error}</p>}
        <div class="choices choices--columns">
          {municipalities.map(({ code, name }) => (
            <CheckboxField
              key={code}
              name={placeField(code)}
              label={name}
              checked={placeField(code) in typed}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        {...shared('locality')}
        label={place.locality}
        optional={steps.optional}
        maxLength={longest.locality}
      />
    </>
  )
}

interface SenderProps extends FieldsProps {
  readonly locale: Locale
  readonly written: Written
  readonly municipalities: readonly Municipality[]
  readonly typed: Typed
}

/** Who sends it and how they are reached. */
export function SenderFields(props: SenderProps) {
  const { shared, texts, typed } = props
  const { sender, steps } = texts
  return (
    <>
      <div class="decides">
        <RadioGroup
          {...shared('sender')}
          label={sender.kind}
          options={(['company', 'not-started', 'nameless'] as const).map((value) => ({
            value,
            label: sender.kinds[value],
            ...(value === 'nameless' ? { hint: sender.namelessHint } : {}),
          }))}
        />
      </div>
      <div class="form__part" data-unless="2 3">
        <TextField
          {...shared('company')}
          label={sender.company}
          autocomplete="organization"
          maxLength={longest.name}
        />
        <TextField
          {...shared('number')}
          label={sender.number}
          hint={sender.numberHint}
          optional={steps.optional}
          inputMode="numeric"
          size={14}
          maxLength={longest.number}
        />
      </div>
      <ContactFields shared={shared} texts={texts} isHidden={'hidden' in typed} unless="3" />
      <div class="form__part" data-unless="2 3">
        <MoreOfCompany {...props} />
      </div>
    </>
  )
}

interface ContactProps extends FieldsProps {
  readonly isHidden: boolean
  /** The places of the choices that make all but the mail address needless. */
  readonly unless?: string
}

/** How somebody is reached, and who may know their name. */
export function ContactFields({ shared, texts: { sender, steps }, isHidden, unless }: ContactProps) {
  const { optional } = steps
  return (
    <>
      <div class="form__part" data-unless={unless}>
        <TextField
          {...shared('name')}
          label={sender.name}
          optional={optional}
          autocomplete="name"
          maxLength={longest.name}
        />
      </div>
      <TextField
        {...shared('email')}
        label={sender.email}
        hint={sender.emailHint}
        type="email"
        autocomplete="email"
        maxLength={longest.email}
      />
      <div class="form__part" data-unless={unless}>
        <TextField
          {...shared('phone')}
          label={sender.phone}
          optional={optional}
          type="tel"
          autocomplete="tel"
          maxLength={longest.phone}
        />
        <CheckboxField name="hidden" label={sender.hidden} hint={sender.hiddenHint} checked={isHidden} />
      </div>
    </>
  )
}

function MoreOfCompany({ shared, texts: { sender }, locale, municipalities, typed, written }: SenderProps) {
  const places = municipalities.filter(({ code }) => placeField(code) in (written.place ?? {}))
  // Of several town halls the one where the company has its seat leads, so that is asked in the open.
  const isOpen = places.length > 1 || ['seat', 'size', 'branch'].some((name) => typed[name])
  return (
    <Disclosure summary={sender.more} open={isOpen}>
      <div class="form__part">
        <SelectField
          {...shared('seat')}
          label={sender.seat}
          empty={sender.notSaid}
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          {...shared('size')}
          label={sender.size}
          empty={sender.notSaid}
          options={companySizes.map((size) => ({ value: size, label: sizesInWords(locale)[size] }))}
        />
        <SelectField
          {...shared('branch')}
          label={sender.branch}
          empty={sender.notSaid}
          options={branches.map((value) => ({ value, label: branchesInWords(locale)[value] ?? value }))}
        />
      </div>
    </Disclosure>
  )
}
