import { addressOf } from '#ui/addresses.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { DateField, TextField } from '#ui/text-field.tsx'
import type { TargetsPageProps } from './target-page.tsx'
import { targetErrorText, targetTextsIn } from './target-texts.ts'
import { textsIn } from '../texts.ts'

/** Writes down a target that has been decided. */
export function AddTargetForm(props: TargetsPageProps) {
  const { indicator, municipalities, mayDecide, typed, errors, locale } = props
  const texts = targetTextsIn(locale)
  const unit = textsIn(locale).units[indicator.unit].toLowerCase()
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : targetErrorText(locale, errors[name]),
  })
  const places = municipalities
    .filter(({ code }) => mayDecide.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Section id="skriv-in" title={texts.add} lead={texts.addLead}>
      <Form action={addressOf('targets', locale, { indicator: indicator.id })}>
        <SelectField
          {...field('place')}
          label={texts.form.place}
          options={places}
          {...(mayDecide.includes(null) ? { empty: texts.region } : {})}
        />
        <TextField {...field('year')} label={texts.form.year} inputMode="numeric" size={6} />
        <TextField
          {...field('value')}
          label={texts.form.value(unit)}
          hint={texts.form.valueHint}
          inputMode="decimal"
          size={12}
        />
        <TextField {...field('decidedBy')} label={texts.form.decidedBy} hint={texts.form.decidedByHint} />
        <DateField {...field('decidedOn')} label={texts.form.decidedOn} />
        <TextField {...field('url')} label={texts.form.url} optional={texts.form.optional} />
        <FormActions>
          <Submit>{texts.form.submit}</Submit>
        </FormActions>
      </Form>
    </Section>
  )
}
