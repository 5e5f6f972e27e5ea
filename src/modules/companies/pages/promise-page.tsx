import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { RadioGroup } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { longest } from '../core/fields.ts'
import type { GivenPromise } from '../core/promise.ts'
import { fieldsOf } from './company-form.tsx'
import { PromiseStanding } from './company-history.tsx'
import { errorText, textsIn } from './texts.ts'
import { companyHref, municipalityIn, type Reader } from './words.ts'

interface PromisesPageProps {
  readonly open: readonly GivenPromise[]
  /** Those of which it has been told how they went, the latest first. */
  readonly settled: readonly GivenPromise[]
  /** Of all that were settled, shown or not. */
  readonly counts: { readonly kept: number; readonly settled: number }
  /** The reader's own id. */
  readonly person: string
  readonly names: ReadonlyMap<string, string>
  readonly isSaved: boolean
  readonly reader: Reader
}

/** What companies have been promised: the reader's own first, then their municipality's, then how it went. */
export function PromisesPage(props: PromisesPageProps) {
  const { open, settled, counts, person, isSaved, reader } = props
  const { promises: texts } = textsIn(reader.locale)
  return (
    <Page>
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle title={texts.title} lead={texts.lead} />
      <Section id="mina" title={texts.mine}>
        <Promises {...props} promises={open.filter(({ owner }) => owner === person)} empty={texts.none} />
      </Section>
      <Section id="kommunens" title={texts.ours}>
        <Promises {...props} promises={open.filter(({ owner }) => owner !== person)} empty={texts.none} />
      </Section>
      <Section
        id="avgjorda"
        title={texts.settled}
        lead={counts.settled > 0 && texts.kept(counts.kept, counts.settled)}
      >
        <Promises {...props} promises={settled} empty={texts.noneSettled} />
      </Section>
    </Page>
  )
}

interface PromisesProps extends Pick<PromisesPageProps, 'names' | 'reader'> {
  readonly promises: readonly GivenPromise[]
  /** What is said where there are none. */
  readonly empty: string
}

function Promises({ promises, names, empty, reader }: PromisesProps) {
  const { locale } = reader
  const { promises: texts } = textsIn(locale)
  if (promises.length === 0) return <p class="empty">{empty}</p>
  return (
    <ul class="plain-list">
      {promises.map((promise) => (
        <li key={promise.id}>
          <p>
            <strong class="as-written">{promise.text}</strong>{' '}
            <PromiseStanding promise={promise} reader={reader} />
          </p>
          <p class="source">
            <a href={companyHref(promise.company.id, locale)}>{promise.company.name}</a>
            {` · ${municipalityIn(reader, promise.municipality)} · `}
            {promise.owner === null ? texts.nobody : texts.owner(names.get(promise.owner) ?? texts.nobody)}
            {promise.outcome === null && (
              <>
                {' · '}
                <a href={addressOf('promise', locale, { promise: promise.id })}>
                  {texts.settle}
                  <span class="ds-sr-only">: {promise.text}</span>
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

interface SettlePageProps {
  readonly promise: GivenPromise
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** How a promise went. */
export function SettlePage(props: SettlePageProps) {
  const { promise, errors, reader } = props
  const { locale } = reader
  const { promises, errors: sentences } = textsIn(locale)
  const { form: texts } = promises
  const shared = fieldsOf(props)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle
        eyebrow={promise.company.name}
        title={texts.title}
        lead={
          <>
            <span class="as-written">{promise.text}</span> ({promises.due(formatDay(promise.dueOn, locale))})
          </>
        }
      />
      <Form action={addressOf('promise', locale, { promise: promise.id })}>
        <RadioGroup
          {...shared('outcome')}
          label={texts.outcome}
          options={[
            { value: 'kept', label: texts.keptChoice },
            { value: 'not-kept', label: texts.notKeptChoice },
          ]}
        />
        <TextArea
          {...shared('because')}
          label={texts.because}
          hint={texts.becauseHint}
          rows={3}
          maxLength={longest.promise}
        />
        <FormActions>
          <Submit>{texts.save}</Submit>
          <a href={addressOf('promises', locale)}>{texts.cancel}</a>
        </FormActions>
      </Form>
    </Page>
  )
}
