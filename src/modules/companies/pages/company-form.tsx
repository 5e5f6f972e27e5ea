import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { branches, companySizes, type Company } from '../core/company.ts'
import { longest } from '../core/fields.ts'
import { branchesInWords, errorText, sizesInWords, textsIn } from './texts.ts'
import { companyHref, type Reader } from './words.ts'

interface CompanyFormProps {
  readonly company: Company
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** What every field of a form is told: its name, what was typed and what is wrong with it. */
export function fieldsOf({ typed, errors, reader }: Pick<CompanyFormProps, 'typed' | 'errors' | 'reader'>) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(reader.locale, errors[name]),
  })
}

/** Changes what is known of a company. */
export function CompanyFormPage(props: CompanyFormProps) {
  const { company, errors, reader } = props
  const { locale, municipalities } = reader
  const { edit: texts, errors: sentences } = textsIn(locale)
  const shared = fieldsOf(props)
  const hasNumber = company.organisationNumber !== null || company.isSoleTrader
  return (
    <Page width="narrow">
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle eyebrow={company.name} title={texts.title} />
      <Form action={addressOf('editCompany', locale, { company: company.id })}>
        <TextField {...shared('name')} label={texts.name} maxLength={longest.line} />
        <TextField
          {...shared('number')}
          label={texts.number}
          hint={hasNumber ? `${texts.numberHint} ${texts.numberKnown}` : texts.numberHint}
          optional={texts.optional}
          inputMode="numeric"
          autocomplete="off"
          size={14}
        />
        <SelectField
          {...shared('municipality')}
          label={texts.seat}
          empty={texts.notKnown}
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          {...shared('size')}
          label={texts.size}
          empty={textsIn(locale).unknown}
          options={companySizes.map((value) => ({ value, label: sizesInWords(locale)[value] }))}
        />
        <SelectField
          {...shared('branch')}
          label={texts.branch}
          empty={textsIn(locale).unknown}
          options={branches.map((value) => ({ value, label: branchesInWords(locale)[value] ?? value }))}
        />
        <FormActions>
          <Submit>{texts.save}</Submit>
          <a href={companyHref(company.id, locale)}>{texts.cancel}</a>
        </FormActions>
      </Form>
    </Page>
  )
}
