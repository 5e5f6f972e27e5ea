import { IndicatorFields, indicatorErrorInWords, type Choice } from '#modules/indicators'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { rhythms } from '../../core/due.ts'
import { followTextsIn } from './follow-texts.ts'

export interface FollowFormProps {
  /** Where both forms are sent: the address of the page that they stand on. */
  readonly action: string
  /** What was typed, or what is proposed for a new indicator. */
  readonly typed: Typed
  readonly errors: FieldErrors
  /** The series that is offered. */
  readonly seriesKey: string
  /** Every indicator of the network. */
  readonly choices: readonly Choice[]
  readonly locale: Locale
}

/** Above the page that the forms stand on: what must be mended first. */
export function FollowErrors({ errors, locale }: Pick<FollowFormProps, 'errors' | 'locale'>) {
  const messages = errorsInWords(errors, (name) => errorInWords(name, locale))
  return <ErrorSummary title={followTextsIn(locale).errorTitle} errors={messages} />
}

/** The last step to a series: what it is the figures of, and how often they are fetched. */
export function FollowForms(props: FollowFormProps) {
  const followed = props.choices.filter(({ retiredAt }) => retiredAt === null)
  const readers = followed.filter(({ series }) => series.at(-1) === props.seriesKey)
  const free = followed.filter(({ series }) => series.length === 0)
  if (readers.length > 0) return <FetchForm {...props} readers={readers} />
  return (
    <>
      {free.length > 0 && <ConnectForm {...props} free={free} />}
      <AddForm {...props} isOnly={free.length === 0} />
    </>
  )
}

function FetchForm(props: FollowFormProps & { readonly readers: readonly Choice[] }) {
  const { action, locale, readers } = props
  const texts = followTextsIn(locale)
  const names = readers.map(({ name }) => inLocale(name, locale)).join(', ')
  return (
    <Section id="hamta" title={texts.fetch} lead={texts.fetchLead(names)}>
      <Form action={action}>
        <Hidden name="do" value="fetch" />
        <Rhythm {...props} name="rhythm" />
        <FormActions>
          <Submit>{texts.fetchButton}</Submit>
        </FormActions>
      </Form>
    </Section>
  )
}

function ConnectForm(props: FollowFormProps & { readonly free: readonly Choice[] }) {
  const { action, locale, free } = props
  const texts = followTextsIn(locale)
  return (
    <Section id="koppla" title={texts.connect} lead={texts.connectLead}>
      <Form action={action}>
        <Hidden name="do" value="connect" />
        <SelectField
          {...filled(props, 'indicator')}
          label={texts.indicator}
          empty={texts.choose}
          options={free.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
        />
        <Rhythm {...props} name="rhythm" />
        <FormActions>
          <Submit>{texts.connectButton}</Submit>
        </FormActions>
      </Form>
    </Section>
  )
}

function AddForm(props: FollowFormProps & { readonly isOnly: boolean }) {
  const { action, locale, typed, isOnly } = props
  const texts = followTextsIn(locale)
  return (
    <Disclosure summary={texts.add} open={isOnly || typed['do'] === 'add'}>
      <p>{texts.addLead}</p>
      <Form action={action}>
        <Hidden name="do" value="add" />
        <IndicatorFields {...props} own={null} />
        <Rhythm {...props} name="addRhythm" />
        <FormActions>
          <Submit>{texts.addButton}</Submit>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

function Rhythm(props: FollowFormProps & { readonly name: 'rhythm' | 'addRhythm' }) {
  const texts = followTextsIn(props.locale)
  const field = filled(props, props.name)
  return (
    <RadioGroup
      {...field}
      value={field.value ?? 'calendar'}
      label={texts.rhythm}
      options={rhythms.map((rhythm) => ({ value: rhythm, label: texts.rhythms[rhythm] }))}
    />
  )
}

function filled({ typed, errors, locale }: FollowFormProps, name: string) {
  const error = errors[name]
  return { name, value: typed[name], error: error === undefined ? undefined : errorInWords(error, locale) }
}

function errorInWords(name: string, locale: Locale): string {
  const { errors } = followTextsIn(locale)
  return Object.hasOwn(errors, name)
    ? errors[name as keyof typeof errors]
    : indicatorErrorInWords(name, locale)
}
