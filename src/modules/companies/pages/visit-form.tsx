import type { Colleague } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import type { Company } from '../core/company.ts'
import type { Contact } from '../core/contact.ts'
import { longest } from '../core/fields.ts'
import { promiseNumbers } from '../core/visit-form.ts'
import { hearingBack, type CompanyVisit } from '../core/visit.ts'
import { AroundNotice } from './around.tsx'
import { fieldsOf } from './company-form.tsx'
import { OwnMunicipality } from './contact-page.tsx'
import { NewCompanyFields } from './find-page.tsx'
import { errorText, textsIn } from './texts.ts'
import { companyHref, type Reader } from './words.ts'

/** What the form's buttons ask for. */
export const visitDeeds = { find: 'find', save: 'save', plan: 'plan', finish: 'finish' } as const

export interface VisitFormProps {
  /** Null for one that the network has not met. */
  readonly company: Company | null
  /** Companies that are called nearly as the one that is written. */
  readonly matches: readonly Company[]
  readonly visits: readonly CompanyVisit[]
  readonly contacts: readonly Contact[]
  /** Whose promises it may be: the people of the reader's municipalities. */
  readonly colleagues: readonly Colleague[]
  readonly own: readonly Municipality[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly say: 'saved' | 'draft' | 'already' | null
  readonly reader: Reader
}

/** Everything one writes of a visit, on one page; what is needed stands first. */
export function VisitFormPage(props: VisitFormProps) {
  const { company, visits, errors, reader } = props
  const { locale } = reader
  const { visitForm: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle
        eyebrow={company && <a href={companyHref(company.id, locale)}>{company.name}</a>}
        title={company ? texts.title : texts.newTitle}
      />
      <Said {...props} />
      <AroundNotice visits={visits} reader={reader} />
      <Form action={actionOf(props)} autosave={texts}>
        {/* What Enter in a field presses: it must never finish. */}
        <button type="submit" name="do" value={visitDeeds.save} hidden>
          {texts.save}
        </button>
        <Hidden name="draft" value={props.typed['draft'] ?? '0'} />
        <Hidden name="planned" value={props.typed['planned'] ?? ''} />
        {company === null && <NewCompanyFields {...props} />}
        <WhatWasSaid {...props} />
        <Promises {...props} />
        <WhoMet {...props} />
        <Inside {...props} />
        <FormActions>
          <Button name="do" value={visitDeeds.finish}>
            {texts.finish}
          </Button>
          <Button variant="secondary" name="do" value={visitDeeds.save}>
            {texts.save}
          </Button>
          <Button variant="secondary" name="do" value={visitDeeds.plan}>
            {texts.plan}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function actionOf({ company, reader: { locale } }: VisitFormProps): string {
  return company
    ? addressOf('visitCompany', locale, { company: company.id })
    : addressOf('newCompanyVisit', locale)
}

function Said({ say, reader: { locale } }: VisitFormProps) {
  const { visitForm: texts } = textsIn(locale)
  if (say === null) return null
  const tone = ({ saved: 'success', draft: 'info', already: 'danger' } as const)[say]
  return (
    <Notice tone={tone} live>
      <p>{texts[say]}</p>
    </Notice>
  )
}

function WhatWasSaid(props: VisitFormProps) {
  const { own, typed, errors, reader } = props
  const { visitForm: texts } = textsIn(reader.locale)
  const shared = fieldsOf(props)
  return (
    <>
      <OwnMunicipality
        own={own}
        typed={typed}
        label={texts.municipality}
        error={errors['municipality'] && errorText(reader.locale, errors['municipality'])}
      />
      <DateField {...shared('on')} label={texts.on} hint={texts.onHint} />
      <TextArea {...shared('said')} label={texts.said} hint={texts.saidHint} rows={6} />
    </>
  )
}

function Promises(props: VisitFormProps) {
  const { typed, errors, reader } = props
  const { visitForm: texts } = textsIn(reader.locale)
  const [first, ...more] = promiseNumbers
  const isUsed = more.some((number) =>
    ['promise', 'promiseOn'].some((name) => typed[`${name}-${number}`] || errors[`${name}-${number}`]),
  )
  return (
    <fieldset class="ds-fieldset form">
      <legend class="ds-label">{texts.promises}</legend>
      <p class="hint">{texts.promisesLead}</p>
      <PromiseFields {...props} number={first} />
      <Disclosure summary={texts.morePromises} open={isUsed}>
        {more.map((number) => (
          <PromiseFields key={number} {...props} number={number} />
        ))}
      </Disclosure>
    </fieldset>
  )
}

function PromiseFields({ number, ...props }: VisitFormProps & { readonly number: number }) {
  const { colleagues, reader } = props
  const { visitForm: texts } = textsIn(reader.locale)
  const shared = fieldsOf(props)
  return (
    <>
      <TextField {...shared(`promise-${number}`)} label={texts.promise(number)} maxLength={longest.promise} />
      <div class="row">
        <DateField {...shared(`promiseOn-${number}`)} label={texts.promiseOn} />
        <SelectField
          {...shared(`promiseOwner-${number}`)}
          label={texts.promiseOwner}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  )
}

const newContactFields = ['contactName', 'contactTitle', 'contactPhone', 'contactEmail', 'contactAgreed']

function WhoMet(props: VisitFormProps) {
  const { contacts, typed, errors, reader } = props
  const { visitForm: texts, contacts: about, hearBack } = textsIn(reader.locale)
  const shared = fieldsOf(props)
  return (
    <>
      <RadioGroup
        {...shared('hearBack')}
        label={texts.hearBack}
        options={hearingBack.map((value) => ({ value, label: hearBack[value] }))}
      />
      {contacts.length > 0 && (
        <SelectField
          {...shared('contact')}
          label={texts.contact}
          empty={texts.nobody}
          options={contacts.map(({ id, name, title }) => ({
            value: id,
            label: title === '' ? name : `${name}, ${title}`,
          }))}
        />
      )}
      <Disclosure
        summary={texts.newContact}
        open={newContactFields.some((name) => typed[name] || errors[name])}
      >
        <p class="hint">{about.lead}</p>
        <TextField {...shared('contactName')} label={about.form.name} maxLength={longest.line} />
        <TextField {...shared('contactTitle')} label={about.form.title} maxLength={longest.line} />
        <TextField {...shared('contactPhone')} label={about.form.phone} type="tel" maxLength={longest.line} />
        <TextField
          {...shared('contactEmail')}
          label={about.form.email}
          type="email"
          maxLength={longest.address}
        />
        <CheckboxField
          name="contactAgreed"
          label={about.form.hasAgreed}
          hint={about.form.hasAgreedHint}
          checked={Boolean(typed['contactAgreed'])}
        />
      </Disclosure>
      <TextField {...shared('went')} label={texts.went} maxLength={longest.line} optional={texts.optional} />
    </>
  )
}

function Inside(props: VisitFormProps) {
  const { typed, reader } = props
  const { visitForm: texts } = textsIn(reader.locale)
  const shared = fieldsOf(props)
  return (
    <>
      <TextArea
        {...shared('inside')}
        label={texts.inside}
        hint={texts.insideHint}
        optional={texts.optional}
        rows={3}
      />
      <CheckboxField
        name="share"
        label={texts.share}
        hint={texts.shareHint}
        checked={Boolean(typed['share'])}
      />
    </>
  )
}
