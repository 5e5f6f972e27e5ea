import { branches, branchesInWords, companySizes, sizesInWords } from '#modules/companies'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { longest, questionNumbers } from '../core/ask-form.ts'
import { errorText, textsIn } from './texts.ts'
import { askerInWords, type Reader } from './words.ts'

export interface AskFormProps {
  /** In whose name the reader may ask. */
  readonly asksAs: readonly (string | null)[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** What is asked, of whom, and until when. */
export function AskFormPage(props: AskFormProps) {
  const { errors, reader } = props
  const { locale } = reader
  const { form: texts } = textsIn(locale)
  const shared = fieldsOf(props)
  const [first, ...more] = questionNumbers
  const isAsked = more.some((number) => props.typed[`question-${number}`])
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle title={texts.title} lead={texts.lead} />
      <Form action={addressOf('newAsk', locale)}>
        <Asker {...props} />
        <TextField {...shared('title')} label={texts.name} hint={texts.nameHint} maxLength={longest.title} />
        <TextArea
          {...shared('why')}
          label={texts.why}
          hint={texts.whyHint}
          rows={4}
          maxLength={longest.why}
        />
        <p class="hint">{texts.firstHint}</p>
        <QuestionFields {...props} number={first} />
        <Disclosure summary={texts.more} open={isAsked}>
          {more.map((number) => (
            <QuestionFields key={number} {...props} number={number} />
          ))}
        </Disclosure>
        <DateField {...shared('closesOn')} label={texts.closesOn} />
        <Section id="urval" title={texts.who} lead={texts.whoLead}>
          <CriteriaFields {...props} />
          <Notice title={texts.lawTitle} titleLevel={3}>
            <p>{texts.law}</p>
          </Notice>
        </Section>
        <FormActions>
          <Button name="do" value="preview">
            {texts.preview}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function fieldsOf({ typed, errors, reader }: AskFormProps) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(reader.locale, errors[name]),
  })
}

function Asker({ asksAs, typed, reader }: AskFormProps) {
  const { form: texts } = textsIn(reader.locale)
  const [only, ...others] = asksAs
  if (others.length === 0) return <Hidden name="by" value={only ?? ''} />
  return (
    <SelectField
      name="by"
      label={texts.by}
      value={typed['by']}
      options={asksAs.map((code) => ({ value: code ?? '', label: askerInWords(code, reader) }))}
    />
  )
}

function QuestionFields({ number, ...props }: AskFormProps & { readonly number: number }) {
  const { typed, reader } = props
  const { form: texts } = textsIn(reader.locale)
  const shared = fieldsOf(props)
  const { scale, choice, text } = texts.kinds
  return (
    <fieldset class="sheet-row">
      <legend class="ds-label">{texts.question(number)}</legend>
      <div class="form">
        <TextField
          {...shared(`question-${number}`)}
          label={texts.text}
          {...(number > 1 ? { optional: texts.optional } : {})}
          maxLength={longest.question}
        />
        <RadioGroup
          {...shared(`kind-${number}`)}
          value={typed[`kind-${number}`] ?? 'scale'}
          label={texts.kind}
          options={[
            { value: 'scale', label: scale },
            { value: 'choice', label: choice },
            { value: 'text', label: text },
          ]}
        />
        <TextArea
          {...shared(`choices-${number}`)}
          label={texts.choices}
          hint={texts.choicesHint}
          optional={texts.optional}
          rows={3}
        />
      </div>
    </fieldset>
  )
}

function CriteriaFields(props: AskFormProps) {
  const { reader } = props
  const { locale, municipalities } = reader
  const { form: texts } = textsIn(locale)
  return (
    <div>
      <Ticks
        {...props}
        name="municipality"
        label={texts.municipalities}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Ticks
        {...props}
        name="branch"
        label={texts.branches}
        options={branches.map((value) => ({ value, label: branchesInWords(locale)[value] ?? value }))}
      />
      <Ticks
        {...props}
        name="size"
        label={texts.sizes}
        options={companySizes.map((value) => ({ value, label: sizesInWords(locale)[value] }))}
      />
    </div>
  )
}

interface TicksProps extends AskFormProps {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Any number of several, each a field of its own. */
function Ticks({ name, label, options, typed }: TicksProps) {
  const ticked = options.filter(({ value }) => typed[`${name}-${value}`] !== undefined)
  return (
    <Disclosure
      summary={ticked.length === 0 ? label : `${label}: ${ticked.map((one) => one.label).join(', ')}`}
      open={name === 'municipality'}
    >
      <div class="choices choices--columns">
        {options.map((option) => (
          <CheckboxField
            key={option.value}
            name={`${name}-${option.value}`}
            label={option.label}
            checked={ticked.includes(option)}
          />
        ))}
      </div>
    </Disclosure>
  )
}
