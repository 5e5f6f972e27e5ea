import type { ComponentChildren } from 'preact'
import { inLocale, type Bilingual } from '#platform/values/locale.ts'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { live, type PartKind } from '../core/framework.ts'
import { frameworkTextsIn } from './framework-texts.ts'
import type { PartPageProps } from './part-page.tsx'
import { errorText, textsIn } from './texts.ts'

/** The fields of one kind of part. */
export function PartFields(props: PartPageProps) {
  switch (props.kind) {
    case 'programme':
      return <ProgrammeFields {...props} />
    case 'goal':
      return (
        <Described {...props} kind="goal">
          <Place {...props} name="position" />
        </Described>
      )
    case 'status':
      return (
        <Described {...props} kind="status">
          <Place {...props} name="position" />
        </Described>
      )
    case 'area':
      return (
        <Described {...props} kind="area">
          <Belongs {...props} name="goal" />
          <Place {...props} name="position" />
        </Described>
      )
    case 'intervention':
      return (
        <Described {...props} kind="intervention">
          <Belongs {...props} name="area" />
          <Place {...props} name="number" />
          <Indicators {...props} />
        </Described>
      )
  }
}

function field({ typed, errors, locale }: PartPageProps, name: string) {
  const error = errors[name]
  return {
    name,
    value: typed[name],
    error: error === undefined ? undefined : errorText(textsIn(locale), error),
  }
}

function Described(props: PartPageProps & { readonly kind: PartKind; readonly children: ComponentChildren }) {
  const texts = frameworkTextsIn(props.locale)
  const { kind } = props
  const nameHint = texts.nameHint[kind]
  const textHint = texts.textHint[kind]
  return (
    <>
      <TextField {...field(props, 'nameSv')} label={texts.nameSv} hint={nameHint} />
      <TextField {...field(props, 'nameEn')} label={texts.nameEn} optional={texts.optionalEnglish} />
      <TextArea {...field(props, 'textSv')} label={texts.textSv[kind]} hint={textHint} />
      <TextArea {...field(props, 'textEn')} label={texts.textEn[kind]} optional={texts.optionalEnglish} />
      {props.children}
    </>
  )
}

function ProgrammeFields(props: PartPageProps) {
  const texts = frameworkTextsIn(props.locale)
  const { isProposal } = props.typed
  return (
    <>
      <TextField {...field(props, 'nameSv')} label={texts.nameSv} />
      <TextField {...field(props, 'nameEn')} label={texts.nameEn} optional={texts.optionalEnglish} />
      <TextArea {...field(props, 'textSv')} label={texts.vision} />
      <TextArea {...field(props, 'textEn')} label={texts.visionEn} optional={texts.optionalEnglish} />
      <CheckboxField
        name="isProposal"
        label={texts.proposalField}
        hint={texts.proposalHint}
        checked={isProposal === 'on'}
      />
      <TextArea {...field(props, 'noteSv')} label={texts.noteSv} />
      <TextArea {...field(props, 'noteEn')} label={texts.noteEn} optional={texts.optionalEnglish} />
    </>
  )
}

function Place(props: PartPageProps & { readonly name: 'position' | 'number' }) {
  const texts = frameworkTextsIn(props.locale)
  return (
    <TextField
      {...field(props, props.name)}
      label={props.name === 'number' ? texts.number : texts.position}
      inputMode="numeric"
      size={5}
    />
  )
}

function Belongs(props: PartPageProps & { readonly name: 'goal' | 'area' }) {
  const texts = frameworkTextsIn(props.locale)
  const { goals, areas } = props.framework
  const parents: readonly Parent[] = props.name === 'goal' ? live(goals) : live(areas)
  return (
    <SelectField
      {...field(props, props.name)}
      label={texts[props.name]}
      empty={texts.choose}
      options={parents.map(({ id, name }) => ({ value: id, label: inLocale(name, props.locale) }))}
    />
  )
}

interface Parent {
  readonly id: string
  readonly name: Bilingual
}

function Indicators(props: PartPageProps) {
  const texts = frameworkTextsIn(props.locale)
  const { typed, errors, locale } = props
  const error = errors['indicators']
  // A retired indicator that is tied already can be untied here; it cannot be tied anew.
  const shown = props.indicators.filter(
    ({ id, retiredAt }) => retiredAt === null || typed[`indicator-${id}`] !== undefined,
  )
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{texts.indicators}</legend>
      <p class="hint">{texts.indicatorsHint}</p>
      {error && (
        <p class="ds-validation-message" id="field-indicators">
          {errorText(textsIn(locale), error)}
        </p>
      )}
      <div class="choices">
        {shown.map(({ id, name }) => (
          <CheckboxField
            key={id}
            name={`indicator-${id}`}
            label={inLocale(name, locale)}
            checked={typed[`indicator-${id}`] !== undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}
