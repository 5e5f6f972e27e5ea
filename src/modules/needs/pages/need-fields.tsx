import type { Concept } from '#modules/skills'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { FieldErrorText } from '#ui/field.tsx'
import { fieldId, Hidden } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { holdings, horizons, levels } from '../core/need.ts'
import { longest } from '../need-form.ts'
import { errorText, textsIn } from './texts.ts'
import type { Reader } from './words.ts'

export interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
  /** What may be meant by the words, to choose from; empty before anything was looked for. */
  readonly meant: readonly Concept[]
}

/** A field's name, value and error, as it was typed. */
export function fieldsOf({ typed, errors }: Pick<Filled, 'typed' | 'errors'>, { locale }: Reader) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(locale, errors[name]),
  })
}

/** What is lacked, by how many, when, at what level and where. */
export function NeedFields({ filled, reader }: { readonly filled: Filled; readonly reader: Reader }) {
  const { locale, fields } = reader
  const { say: texts, levels: levelWords, holdings: holdingWords, within } = textsIn(locale)
  const shared = fieldsOf(filled, reader)
  return (
    <>
      <TextField
        {...shared('skill')}
        label={texts.skill}
        hint={texts.skillHint}
        autocomplete="off"
        suggestFrom={addressOf('skillWords', locale)}
      />
      <MeantField filled={filled} reader={reader} />
      <SelectField
        {...shared('field')}
        label={texts.field}
        empty={texts.choose}
        options={fields.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextField {...shared('people')} label={texts.people} inputMode="numeric" size={6} />
      <RadioGroup
        {...shared('within')}
        label={texts.within}
        options={horizons.map((months) => ({ value: String(months), label: within(months) }))}
      />
      <RadioGroup
        {...shared('level')}
        label={texts.level}
        options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
      />
      <RadioGroup
        {...shared('holdsBack')}
        label={texts.holds}
        options={holdings.map((one) => ({ value: one, label: holdingWords[one] }))}
      />
      <PlaceFields filled={filled} reader={reader} />
      <TextField
        {...shared('email')}
        label={texts.email}
        optional={texts.optional}
        hint={texts.emailHint}
        type="email"
        autocomplete="email"
        maxLength={longest.email}
      />
    </>
  )
}

/** The concepts that may be meant. What is chosen holds for the words that it was chosen for. */
function MeantField({ filled, reader }: { readonly filled: Filled; readonly reader: Reader }) {
  const { typed, meant } = filled
  const { say: texts } = textsIn(reader.locale)
  const words = typed['skill'] ?? ''
  if (meant.length === 0) return null
  return (
    <>
      <Hidden name="meantBy" value={words} />
      <RadioGroup
        {...fieldsOf(filled, reader)('concept')}
        label={texts.which}
        hint={texts.whichHint}
        options={[
          ...meant.map(({ id, kind, label }) => ({
            value: id,
            label,
            hint: kind === 'occupation' ? texts.occupation : texts.skillKind,
          })),
          { value: 'own', label: texts.own(words) },
        ]}
      />
    </>
  )
}

function PlaceFields({ filled, reader }: { readonly filled: Filled; readonly reader: Reader }) {
  const { typed } = filled
  const { say: texts } = textsIn(reader.locale)
  const { error } = fieldsOf(filled, reader)('municipality')
  return (
    <fieldset class="ds-fieldset" id={fieldId('municipality')} tabIndex={-1}>
      <legend class="ds-label">{texts.places}</legend>
      <FieldErrorText name="municipality" label={texts.places} error={error} />
      <div class="choices choices--columns">
        {reader.municipalities.map(({ code, name }) => (
          <CheckboxField
            key={code}
            name={`municipality-${code}`}
            label={name}
            checked={typed[`municipality-${code}`] !== undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}
