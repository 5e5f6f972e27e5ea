import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { errorText, textsIn } from './texts.ts'

interface OpenPageProps {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** The form that opens a round. */
export function OpenPage({ typed, errors, locale }: OpenPageProps) {
  const texts = textsIn(locale)
  const { begin } = texts
  const inWords = (name: string) => errorText(texts, name)
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : inWords(errors[name]),
  })
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errors.title} errors={errorsInWords(errors, inWords)} />
      <PageTitle title={begin.title} lead={begin.lead} />
      <Form action={addressOf('openFollowUp', locale)}>
        <TextField {...shared('nameSv')} label={begin.nameSv} hint={begin.nameSvHint} />
        <TextField {...shared('nameEn')} label={begin.nameEn} optional={begin.optional} />
        <DateField {...shared('closesOn')} label={begin.closesOn} hint={begin.closesOnHint} />
        <TextArea
          {...shared('questions')}
          label={begin.questions}
          optional={begin.optional}
          hint={begin.questionsHint}
        />
        <FormActions>
          <Submit>{begin.submit}</Submit>
          <a href={addressOf('followUps', locale)}>{begin.cancel}</a>
        </FormActions>
      </Form>
    </Page>
  )
}
