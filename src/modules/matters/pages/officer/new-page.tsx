import type { Visit } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { Topic } from '#modules/routing'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { longestEntry } from '../../core/forms.ts'
import { errorText, textsIn } from './texts.ts'

interface NewPageProps {
  /** Whose officer the reader is. */
  readonly municipalities: readonly Municipality[]
  readonly topics: readonly Topic[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly visit: Visit
}

/** A matter that came by word of mouth, written down while one still holds the phone. */
export function NewPage(props: NewPageProps) {
  const { errors, visit } = props
  const { locale } = visit
  const texts = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.write.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle title={texts.new.title} lead={texts.new.lead} />
      <Form action={addressOf('writeDownMatter', locale)}>
        <What {...props} />
        <Who {...props} />
        <FormActions>
          <Submit>{texts.new.send}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

const ways = ['phone', 'visit', 'mail', 'round-table'] as const

function What(props: NewPageProps) {
  const { municipalities, topics, typed, visit } = props
  const { locale } = visit
  const { new: texts } = textsIn(locale)
  return (
    <>
      <RadioGroup
        name="way"
        label={texts.way}
        value={typed['way'] ?? 'phone'}
        options={ways.map((way) => ({ value: way, label: texts.ways[way] }))}
      />
      {municipalities.length === 1 ? (
        <Hidden name="municipality" value={municipalities[0]?.code ?? ''} />
      ) : (
        <SelectField
          {...field(props, 'municipality')}
          empty={texts.choose}
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <SelectField
        {...field(props, 'topic')}
        empty={texts.choose}
        options={topics.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
      />
      <TextField {...field(props, 'subject')} maxLength={200} />
      <TextArea {...field(props, 'text')} rows={4} maxLength={longestEntry} />
    </>
  )
}

function Who(props: NewPageProps) {
  const { errors, typed, visit } = props
  const { new: texts } = textsIn(visit.locale)
  const isOpen = ['number', 'locality'].some(
    (name) => errors[name] !== undefined || (typed[name] ?? '') !== '',
  )
  return (
    <>
      <TextField {...field(props, 'company')} autocomplete="off" maxLength={200} />
      <TextField {...field(props, 'name')} autocomplete="off" maxLength={200} optional={texts.optional} />
      <TextField
        {...field(props, 'phone')}
        type="tel"
        autocomplete="off"
        maxLength={200}
        optional={texts.optional}
      />
      <TextField
        {...field(props, 'email')}
        type="email"
        autocomplete="off"
        hint={texts.emailHint}
        maxLength={200}
        optional={texts.optional}
      />
      <Disclosure summary={texts.more} open={isOpen}>
        <TextField {...field(props, 'number')} inputMode="numeric" maxLength={20} size={14} />
        <TextField {...field(props, 'locality')} autocomplete="off" maxLength={200} />
      </Disclosure>
    </>
  )
}

type Named =
  | 'municipality'
  | 'topic'
  | 'subject'
  | 'text'
  | 'company'
  | 'name'
  | 'phone'
  | 'email'
  | 'number'
  | 'locality'

/** A field by its name, with what was typed in it and what is wrong with it. */
function field({ typed, errors, visit: { locale } }: NewPageProps, name: Named) {
  const texts = textsIn(locale)
  const error = errors[name]
  return {
    name,
    label: texts.new[name],
    value: typed[name],
    error: error === undefined ? undefined : errorText(texts, error),
  }
}
