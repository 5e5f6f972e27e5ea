import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { controlAttributes, Field } from '#ui/field.tsx'
import { ErrorSummary, errorsInWords, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import type { ComponentChildren } from 'preact'
import { adoptionKinds } from '../core/adoption.ts'
import { errorText, formTextsIn } from './form-texts.ts'
import { textsIn } from './texts.ts'

export interface FactsFormProps {
  readonly title: string
  readonly lead: string
  readonly trail?: ComponentChildren
  readonly action: string
  /** Where one goes who does not want to save. */
  readonly back: string
  /** The name of the document that is there already. */
  readonly fileNow: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** What is known of a version, as it is entered or corrected. */
export function FactsForm(props: FactsFormProps) {
  const { title, lead, trail, action, back, typed, errors, locale } = props
  const texts = formTextsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  return (
    <Page width="narrow">
      {trail}
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle title={title} lead={lead} />
      <form class="form" method="post" action={action} encType="multipart/form-data" noValidate data-guard="">
        <DecisionFields {...props} />
        <ContentFields {...props} />
        <DocumentFields {...props} />
        <Hidden name="version" value={typed['version'] ?? '0'} />
        <FormActions>
          <Submit>{texts.save}</Submit>
          <a href={back}>{texts.cancel}</a>
        </FormActions>
      </form>
    </Page>
  )
}

type FieldsProps = Pick<FactsFormProps, 'typed' | 'errors' | 'locale' | 'fileNow'>

function fieldsOf({ typed, errors, locale }: FieldsProps) {
  const texts = formTextsIn(locale)
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
}

function DecisionFields(props: FieldsProps) {
  const { facts, choose, optional } = formTextsIn(props.locale)
  const { kinds } = textsIn(props.locale).facts
  const field = fieldsOf(props)
  return (
    <>
      <TextField {...field('name')} label={facts.name} hint={facts.nameHint} />
      <SelectField
        {...field('kind')}
        label={facts.kind}
        empty={choose}
        options={adoptionKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <TextField
        {...field('decidedOn')}
        label={facts.decidedOn}
        hint={facts.decidedOnHint}
        optional={optional}
        size={12}
        autocomplete="off"
      />
      <TextField
        {...field('decidedBy')}
        label={facts.decidedBy}
        optional={optional}
        suggestions={facts.decidedBySuggestions}
      />
      <TextField
        {...field('paragraph')}
        label={facts.paragraph}
        hint={facts.paragraphHint}
        optional={optional}
      />
      <TextField
        {...field('caseNumber')}
        label={facts.caseNumber}
        hint={facts.caseNumberHint}
        optional={optional}
      />
      <TextField {...field('period')} label={facts.period} hint={facts.periodHint} optional={optional} />
    </>
  )
}

function ContentFields(props: FieldsProps) {
  const { facts, optional } = formTextsIn(props.locale)
  const field = fieldsOf(props)
  const parts = ['aim', 'followUp', 'note'] as const
  const isEnglishThere = parts.some((part) => props.typed[`${part}En`] || props.errors[`${part}En`])
  return (
    <>
      {parts.map((part) => (
        <TextArea
          key={part}
          {...field(`${part}Sv`)}
          label={facts[part]}
          {...(part === 'note' ? { hint: facts.noteHint } : {})}
          optional={optional}
          rows={3}
        />
      ))}
      <Disclosure summary={facts.english} open={isEnglishThere}>
        {parts.map((part) => (
          <TextArea
            key={part}
            {...field(`${part}En`)}
            label={facts.inEnglish(facts[part])}
            optional={optional}
            rows={3}
          />
        ))}
      </Disclosure>
      <TextArea
        {...field('sources')}
        label={facts.sources}
        hint={facts.sourcesHint}
        optional={optional}
        rows={4}
      />
    </>
  )
}

function DocumentFields(props: FieldsProps) {
  const { facts, optional } = formTextsIn(props.locale)
  const field = fieldsOf(props)
  const now = props.fileNow === null ? '' : ` ${facts.fileNow(props.fileNow)}`
  const file = { ...field('file'), label: facts.file, hint: `${facts.fileHint}${now}`, optional }
  return (
    <>
      <TextField {...field('link')} label={facts.link} optional={optional} type="url" />
      <Field {...file}>
        <input {...controlAttributes(file)} type="file" accept=".pdf,.docx,.xlsx" />
      </Field>
      {props.fileNow !== null && (
        <CheckboxField name="dropFile" label={facts.dropFile} checked={props.typed['dropFile'] === 'on'} />
      )}
    </>
  )
}
