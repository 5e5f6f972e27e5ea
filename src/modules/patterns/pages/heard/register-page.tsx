import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { longest } from '../../core/forms.ts'
import { heardErrorText, heardTextsIn } from './texts.ts'

interface RegisterPageProps {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** Where the coordinator enters how many companies there are, with the source. */
export function RegisterPage({ typed, errors, locale }: RegisterPageProps) {
  const { register: texts } = heardTextsIn(locale)
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : heardErrorText(locale, errors[name]),
  })
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => heardErrorText(locale, name))}
      />
      <PageTitle title={texts.title} lead={texts.lead} />
      <Form action={addressOf('companyRegister', locale)}>
        <TextField
          {...shared('source')}
          label={texts.source}
          hint={texts.sourceHint}
          maxLength={longest.source}
        />
        <DateField {...shared('asOf')} label={texts.asOf} />
        <TextArea {...shared('table')} label={texts.table} hint={texts.tableHint} rows={12} />
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}
