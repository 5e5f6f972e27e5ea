import { Button } from './button.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from './choice-field.tsx'
import { ChoiceForm, ErrorSummary, Form, FormActions, Hidden, Submit } from './form.tsx'
import { Section } from './heading.tsx'
import { DateField, TextArea, TextField } from './text-field.tsx'

const email = 'Write an address with an @, such as eva.ek@example.se'
const choice = 'Choose a status'
const options = [
  { value: 'planned', label: 'Planned' },
  { value: 'under-way', label: 'Under way', hint: 'Somebody works on it now.' },
  { value: 'done', label: 'Done' },
]

/** The fields, with and without an error. */
export function GalleryForm() {
  return (
    <Section id="shown-form" title="Form">
      <ErrorSummary
        title="Two things to mend"
        errors={[
          { field: 'email', message: email },
          { field: 'status', message: choice },
        ]}
      />
      <Form action="#" guard={false}>
        <Hidden name="version" value="3" />
        <TextField
          name="email"
          label="E-mail"
          type="email"
          hint="We write to it once, with a link."
          value="eva.ek"
          error={email}
          required
        />
        <TextField name="year" label="Year" size={4} inputMode="numeric" value="2026" />
        <TextArea
          name="text"
          label="What is done"
          hint="At most 500 characters."
          optional="(may be left empty)"
          maxLength={500}
          value=""
          rows={4}
        />
        <SelectField name="owner" label="Owner" options={options} empty="Nobody yet" value="" />
        <DateField name="milestone" label="Next milestone" value="2027-03-01" />
        <RadioGroup name="status" label="Status" options={options} error={choice} />
        <CheckboxGroup name="areas" label="Areas" options={options} values={['done']} columns />
        <CheckboxField name="public" label="Show it to everybody" checked hint="It can be hidden again." />
        <FormActions>
          <Submit>Save</Submit>
          <Button type="button" variant="tertiary">
            Cancel
          </Button>
        </FormActions>
      </Form>
      <ChoiceForm action="" swap="shown-form" submit="Show">
        <SelectField name="colour-by" label="Colour by" options={options} value="done" />
      </ChoiceForm>
    </Section>
  )
}
