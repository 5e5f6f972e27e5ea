import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { longestEntry } from '../../core/forms.ts'
import type { Template } from '../../template-store.ts'
import { errorText, textsIn } from './texts.ts'

interface TemplatesPageProps {
  readonly municipalities: readonly {
    readonly code: string
    readonly name: string
    readonly templates: readonly Template[]
  }[]
  /** What stands in the form; with an `id` it is another wording of that one. */
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isSaved: boolean
  readonly locale: Locale
}

/** The texts of each municipality that the reader is an officer of, and a form for one of them. */
export function TemplatesPage(props: TemplatesPageProps) {
  const { municipalities, errors, isSaved, locale } = props
  const texts = textsIn(locale)
  return (
    <Page width="narrow">
      <Breadcrumbs
        label={texts.matter.back}
        items={[
          { label: texts.inbox.title, href: addressOf('matters', locale) },
          { label: texts.templates.title, href: addressOf('answerTemplates', locale) },
        ]}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.templates.saved}</p>
        </Notice>
      )}
      <ErrorSummary
        title={texts.write.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle title={texts.templates.title} lead={texts.templates.lead} />
      {municipalities.map(({ code, name, templates }) => (
        <Section key={code} id={`mallar-${code}`} title={name}>
          {templates.length === 0 && <p class="empty">{texts.templates.none}</p>}
          <ul class="plain-list">
            {templates.map(({ id, name: title }) => (
              <li key={id}>
                <a href={`${addressOf('answerTemplates', locale)}?id=${id}#mall`}>{title}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <OneTemplate {...props} />
    </Page>
  )
}

function OneTemplate({ municipalities, typed, errors, locale }: TemplatesPageProps) {
  const texts = textsIn(locale)
  const isNew = (typed['id'] ?? '') === ''
  const errorOf = (field: string) => {
    const name = errors[field]
    return name === undefined ? undefined : errorText(texts, name)
  }
  const [only, ...others] = municipalities
  return (
    <Section id="mall" title={isNew ? texts.templates.add : texts.templates.edit}>
      <Form action={addressOf('answerTemplates', locale)}>
        <Hidden name="id" value={typed['id'] ?? ''} />
        {!isNew || others.length === 0 ? (
          <Hidden name="municipality" value={typed['municipality'] ?? only?.code ?? ''} />
        ) : (
          <SelectField
            name="municipality"
            label={texts.new.municipality}
            value={typed['municipality']}
            options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <TextField
          name="name"
          label={texts.templates.name}
          value={typed['name']}
          error={errorOf('name')}
          maxLength={200}
        />
        <TextArea
          name="text"
          label={texts.templates.text}
          hint={texts.templates.textHint}
          value={typed['text']}
          error={errorOf('text')}
          rows={7}
          maxLength={longestEntry}
        />
        <FormActions>
          <Button name="do" value="save">
            {texts.templates.save}
          </Button>
          {!isNew && (
            <Button variant="tertiary" tone="danger" name="do" value="remove">
              {texts.templates.remove}
            </Button>
          )}
        </FormActions>
      </Form>
    </Section>
  )
}
