import { newIndicatorAddress, type Choice } from '#modules/indicators'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatMoment } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { Button } from '#ui/button.tsx'
import { controlAttributes, Field } from '#ui/field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { daysKept } from '../../actions/forget-tables.ts'
import type { WaitingTable } from '../../upload-store.ts'
import { runTextsIn } from '../runs/run-texts.ts'
import { uploadTextsIn } from './upload-texts.ts'

interface UploadPageProps {
  /** The indicators that are not fetched from a source. */
  readonly choices: readonly Choice[]
  /** Every indicator's name in the reader's language, by its id. */
  readonly names: ReadonlyMap<string, string>
  /** One's own tables that are neither stored nor thrown away. */
  readonly waiting: readonly WaitingTable[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isDiscarded: boolean
  readonly locale: Locale
}

/** Sending a table. */
export function UploadPage(props: UploadPageProps) {
  const { choices, typed, errors, isDiscarded, locale } = props
  const texts = uploadTextsIn(locale)
  const inWords = (name: string) => texts.errors[name] ?? name
  const field = (name: string) => {
    const error = errors[name]
    return { name, value: typed[name], ...(error === undefined ? {} : { error: inWords(error) }) }
  }
  const file = { ...field('file'), label: texts.send.file, hint: texts.send.fileHint }
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errorTitle} errors={errorsInWords(errors, inWords)} />
      <PageTitle
        eyebrow={<a href={addressOf('imports', locale)}>{runTextsIn(locale).overview.title}</a>}
        title={texts.send.title}
        lead={texts.send.lead}
      />
      {isDiscarded && (
        <Notice live>
          <p>{texts.discarded}</p>
        </Notice>
      )}
      <form
        class="form"
        method="post"
        action={addressOf('uploadTable', locale)}
        encType="multipart/form-data"
        noValidate
      >
        <SelectField
          {...field('indicator')}
          label={texts.send.indicator}
          hint={texts.send.indicatorHint}
          empty={texts.send.choose}
          options={optionsFrom(choices, locale)}
        />
        <p>
          <a href={newIndicatorAddress(locale)}>{texts.send.addOwn}</a>
        </p>
        <Field {...file}>
          <input {...controlAttributes(file)} type="file" accept=".csv,.txt,.tsv,.xlsx" />
        </Field>
        <TextArea {...field('table')} label={texts.send.paste} hint={texts.send.pasteHint} rows={8} />
        <FormActions>
          <Submit>{texts.send.submit}</Submit>
        </FormActions>
      </form>
      <WaitingTables {...props} />
    </Page>
  )
}

/** Those that are kept by hand first; then those that a table gives a series of their own. */
function optionsFrom(choices: readonly Choice[], locale: Locale) {
  const { own, without } = uploadTextsIn(locale).send
  const optionsOf = (some: readonly Choice[]) =>
    some.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return [
    { label: own, options: optionsOf(choices.filter(({ series }) => series.length > 0)) },
    { label: without, options: optionsOf(choices.filter(({ series }) => series.length === 0)) },
  ].filter(({ options }) => options.length > 0)
}

function WaitingTables({ waiting, names, locale }: UploadPageProps) {
  const { waiting: texts, preview } = uploadTextsIn(locale)
  if (waiting.length === 0) return null
  return (
    <Section id="vantar" title={texts.title} lead={texts.lead(daysKept)}>
      <ul class="plain-list">
        {waiting.map(({ id, name, indicator, at }) => {
          const address = addressOf('uploadedTable', locale, { table: id })
          const title = preview.title(names.get(indicator) ?? indicator)
          return (
            <li key={id}>
              <a href={address}>{title}</a>
              <p>{texts.sent(name || preview.pasted, formatMoment(at, locale))}</p>
              <Form action={address} guard={false}>
                <FormActions>
                  <Button variant="secondary" name="do" value="discard">
                    <span aria-hidden="true">{texts.discard}</span>
                    <span class="ds-sr-only">{texts.discardOf(title)}</span>
                  </Button>
                </FormActions>
              </Form>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
