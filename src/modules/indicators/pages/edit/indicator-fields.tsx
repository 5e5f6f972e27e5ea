import { inLocale, type Locale } from '#platform/values/locale.ts'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Section } from '#ui/heading.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { directions, units } from '../../core/indicator.ts'
import { mayWeigh } from '../../core/suitability.ts'
import type { Choice } from '../../store.ts'
import { BreakFields } from './break-fields.tsx'
import { filled, type IndicatorFieldsProps } from './filled-field.ts'
import { errorText, textsIn } from '../texts.ts'

/** Everything that a coordinator decides about an indicator, in the fields that `IndicatorForm` reads. */
export function IndicatorFields(props: IndicatorFieldsProps) {
  return (
    <>
      <WordFields {...props} />
      <ReadingFields {...props} />
      <BreakFields {...props} />
      <RegionFields {...props} />
    </>
  )
}

const refusedFields: Readonly<Record<string, string>> = {
  'changed-meanwhile': 'version',
  'unit-in-use': 'unit',
  'unit-weighs': 'unit',
  'headline-taken': 'headline',
  'weight-unknown': 'weight',
  'weight-not-a-count': 'weight',
  'stand-in-unknown': 'standIn',
}

/** The field that a refusal is about, so that the form can lead to it. */
export function fieldOfRefusal(refusal: string): string {
  return refusedFields[refusal] ?? 'form'
}

/** The sentence for what is wrong with one of the fields. */
export function indicatorErrorInWords(name: string, locale: Locale): string {
  return errorText(textsIn(locale), name)
}

function WordFields(props: IndicatorFieldsProps) {
  const texts = textsIn(props.locale).edit
  const { optional } = texts
  return (
    <Section id="ord" title={texts.words}>
      <TextField {...filled(props, 'nameSv')} label={texts.nameSv} required maxLength={120} />
      <TextField {...filled(props, 'nameEn')} label={texts.nameEn} required maxLength={120} />
      <TextArea
        {...filled(props, 'definitionSv')}
        label={texts.definitionSv}
        hint={texts.definitionHint}
        required
        rows={3}
      />
      <TextArea {...filled(props, 'definitionEn')} label={texts.definitionEn} required rows={3} />
      <TextArea {...filled(props, 'methodSv')} label={texts.methodSv} optional={optional} />
      <TextArea {...filled(props, 'methodEn')} label={texts.methodEn} optional={optional} />
      <TextArea {...filled(props, 'howToRetrieveSv')} label={texts.howToRetrieveSv} optional={optional} />
      <TextArea {...filled(props, 'howToRetrieveEn')} label={texts.howToRetrieveEn} optional={optional} />
    </Section>
  )
}

function ReadingFields(props: IndicatorFieldsProps) {
  const texts = textsIn(props.locale)
  const { optional } = texts.edit
  return (
    <Section id="lasning" title={texts.edit.reading}>
      <SelectField
        {...filled(props, 'unit')}
        label={texts.edit.unit}
        hint={texts.edit.unitHint}
        options={units.map((unit) => ({ value: unit, label: texts.units[unit] }))}
      />
      <TextField
        {...filled(props, 'decimals')}
        label={texts.edit.decimals}
        hint={texts.edit.decimalsHint}
        inputMode="numeric"
        size={3}
      />
      <RadioGroup
        {...filled(props, 'direction')}
        label={texts.edit.direction}
        options={directions.map((direction) => ({ value: direction, label: texts.directions[direction] }))}
      />
      <TextField
        {...filled(props, 'fewest')}
        label={texts.edit.fewest}
        hint={texts.edit.fewestHint}
        optional={optional}
        inputMode="numeric"
        size={4}
      />
      <TextField
        {...filled(props, 'headline')}
        label={texts.edit.headline}
        hint={texts.edit.headlineHint}
        optional={optional}
        inputMode="numeric"
        size={3}
      />
      <DateField
        {...filled(props, 'nextPublication')}
        label={texts.edit.nextPublication}
        optional={optional}
      />
    </Section>
  )
}

function RegionFields(props: IndicatorFieldsProps) {
  const { choices, locale, own } = props
  const texts = textsIn(locale).edit
  const others = choices.filter((choice) => choice.id !== own && choice.retiredAt === null)
  const optionOf = (choice: Choice) => ({ value: choice.id, label: inLocale(choice.name, locale) })
  const rules = ['sum', 'weighted-mean', 'median', 'group', 'none'] as const
  return (
    <Section id="regionen" title={texts.region}>
      <RadioGroup
        {...filled(props, 'rule')}
        label={texts.rule}
        options={rules.map((rule) => ({ value: rule, label: texts.rules[rule] }))}
      />
      <SelectField
        {...filled(props, 'weight')}
        label={texts.weight}
        hint={texts.weightHint}
        empty={texts.none}
        options={others.filter((choice) => mayWeigh(choice.unit)).map(optionOf)}
      />
      <TextField
        {...filled(props, 'group')}
        label={texts.group}
        hint={texts.groupHint}
        optional={texts.optional}
        size={10}
      />
      <TextArea
        {...filled(props, 'whySv')}
        label={texts.whySv}
        hint={texts.whyHint}
        optional={texts.optional}
        rows={2}
      />
      <TextArea {...filled(props, 'whyEn')} label={texts.whyEn} optional={texts.optional} rows={2} />
      <SelectField
        {...filled(props, 'standIn')}
        label={texts.standIn}
        empty={texts.none}
        optional={texts.optional}
        options={others.map(optionOf)}
      />
    </Section>
  )
}
