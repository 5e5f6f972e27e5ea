import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { controlAttributes, Field } from '#ui/field.tsx'
import { ErrorSummary, errorsInWords, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { TextArea } from '#ui/text-field.tsx'
import type { Adoption } from '../core/adoption.ts'
import { Trail } from './adoption-page.tsx'
import { errorText, formTextsIn } from './form-texts.ts'
import { versionHref, type NamedMunicipality } from './words.ts'

interface ReadPageProps {
  readonly municipality: NamedMunicipality
  readonly adoption: Adoption
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** Sending a document to have its parts proposed. */
export function ReadPage({ municipality, adoption, typed, errors, locale }: ReadPageProps) {
  const texts = formTextsIn(locale)
  const { read } = texts
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  const errorOf = (name: string) => (errors[name] === undefined ? undefined : errorText(texts, errors[name]))
  const file = { name: 'file', label: read.file, hint: read.fileHint, error: errorOf('file') }
  return (
    <Page width="narrow">
      <Trail municipality={municipality} adoption={adoption} locale={locale} />
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle eyebrow={adoption.name} title={read.title} lead={read.lead} />
      <form
        class="form"
        method="post"
        action={versionHref('readDocument', municipality, adoption.version, locale)}
        encType="multipart/form-data"
        noValidate
      >
        <Field {...file}>
          <input {...controlAttributes(file)} type="file" accept=".docx,.xlsx,.pdf" />
        </Field>
        <TextArea
          name="paste"
          label={read.paste}
          hint={read.pasteHint}
          value={typed['paste']}
          error={errorOf('paste')}
          rows={10}
        />
        <p class="hint">{read.replaces}</p>
        <FormActions>
          <Submit>{read.submit}</Submit>
          <a href={versionHref('adoptedTree', municipality, adoption.version, locale)}>{texts.cancel}</a>
        </FormActions>
      </form>
    </Page>
  )
}
