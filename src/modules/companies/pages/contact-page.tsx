import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Company } from '../core/company.ts'
import type { Contact } from '../core/contact.ts'
import { longest } from '../core/fields.ts'
import { fieldsOf } from './company-form.tsx'
import { errorText, textsIn } from './texts.ts'
import { companyHref, type Reader } from './words.ts'

export interface ContactPageProps {
  readonly company: Company
  /** Null for somebody new. */
  readonly contact: Contact | null
  readonly own: readonly Municipality[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** Writes down somebody at a company, or says that they are gone. */
export function ContactPage(props: ContactPageProps) {
  const { company, contact, own, typed, errors, reader } = props
  const { locale } = reader
  const { contacts, errors: sentences } = textsIn(locale)
  const { form: texts } = contacts
  const shared = fieldsOf(props)
  const action =
    contact === null
      ? addressOf('newCompanyContact', locale, { company: company.id })
      : addressOf('companyContact', locale, { company: company.id, contact: contact.id })
  return (
    <Page width="narrow">
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle eyebrow={company.name} title={contact ? texts.edit : texts.add} lead={contacts.lead} />
      <Form action={action}>
        {contact === null && <OwnMunicipality own={own} typed={typed} label={texts.municipality} />}
        <TextField {...shared('name')} label={texts.name} maxLength={longest.line} />
        <TextField {...shared('title')} label={texts.title} maxLength={longest.line} />
        <TextField {...shared('phone')} label={texts.phone} type="tel" maxLength={longest.line} />
        <TextField {...shared('email')} label={texts.email} type="email" maxLength={longest.address} />
        <CheckboxField
          name="hasAgreed"
          label={texts.hasAgreed}
          hint={texts.hasAgreedHint}
          checked={Boolean(typed['hasAgreed'])}
        />
        <CheckboxField
          name="isShared"
          label={texts.isShared}
          hint={texts.isSharedHint}
          checked={Boolean(typed['isShared'])}
        />
        <FormActions>
          <Button name="do" value="save">
            {texts.save}
          </Button>
          <a href={companyHref(company.id, locale)}>{texts.cancel}</a>
        </FormActions>
      </Form>
      {contact !== null && (
        <Section id="avsluta" title={texts.endTitle} lead={texts.endLead}>
          <Form action={action} guard={false}>
            <FormActions>
              <Button name="do" value="end" variant="secondary" tone="danger">
                {texts.end}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  )
}

/** For which of their municipalities somebody writes; who has one is not asked. */
export function OwnMunicipality({
  own,
  typed,
  label,
  error,
}: {
  readonly own: readonly Municipality[]
  readonly typed: Typed
  readonly label: string
  readonly error?: string | undefined
}) {
  const [only, ...others] = own
  if (only && others.length === 0) return <Hidden name="municipality" value={only.code} />
  return (
    <SelectField
      name="municipality"
      label={label}
      value={typed['municipality']}
      error={error}
      options={own.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
