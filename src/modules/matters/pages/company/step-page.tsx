import type { Topic } from '#modules/routing'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { keptUntil } from '../../core/draft-days.ts'
import { longest } from '../../core/typed.ts'
import type { DraftFile } from '../../draft-store.ts'
import { stepNames, topicOf, type StepName, type Written } from '../../draft/steps.ts'
import { stepPages, stepTitle } from './places.ts'
import { PlaceFields, SenderFields, TopicFields, WordFields } from './step-fields.tsx'
import { errorText, textsIn } from './texts.ts'

/** Where a draft is gone on with. */
export interface DraftPlace {
  readonly key: string
  /** The whole private address. */
  readonly address: string
  readonly changedAt: Date
}

export interface StepShown {
  readonly locale: Locale
  readonly step: StepName
  readonly typed: Typed
  readonly errors: FieldErrors
  /** The name of the file that was refused, if one was. */
  readonly refusedFile: string | null
  readonly topics: readonly Topic[]
  readonly municipalities: readonly Municipality[]
  readonly written: Written
  readonly files: readonly DraftFile[]
  /** Null before the first step is sent. */
  readonly draft: DraftPlace | null
}

/** One step of writing a matter: one thing a page, what was typed is kept, back and forth. */
export function StepPage(shown: StepShown) {
  const { locale, step, errors, draft, refusedFile } = shown
  const texts = textsIn(locale)
  const inWords = (name: string) => {
    const sentence = errorText(texts, name)
    return name.startsWith('file-') && refusedFile ? texts.file(refusedFile, sentence) : sentence
  }
  const action = draft
    ? addressOf(stepPages[step], locale, { key: draft.key })
    : addressOf('newMatter', locale)
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errors.title} errors={errorsInWords(errors, inWords)} />
      <PageTitle eyebrow={stepTitle(step, texts)} title={texts[step].title} />
      <form
        class="form"
        method="post"
        action={action}
        encType={step === 'words' ? 'multipart/form-data' : undefined}
        noValidate
        data-guard=""
      >
        <Fields
          shown={shown}
          errorOf={(name) => (errors[name] === undefined ? undefined : inWords(errors[name]))}
        />
        <FormActions>
          <Submit>{texts.steps.next}</Submit>
          <BackLink {...shown} />
        </FormActions>
      </form>
      {draft && <Later draft={draft} locale={locale} />}
    </Page>
  )
}

/** A field's name, what was typed in it and what is wrong with it. */
export type Shared = (name: string) => {
  readonly name: string
  readonly value: string | undefined
  readonly error: string | undefined
}

interface FieldsProps {
  readonly shown: StepShown
  readonly errorOf: (name: string) => string | undefined
}

function Fields({ shown, errorOf }: FieldsProps) {
  const { step, locale, typed, written, topics, municipalities, files } = shown
  const shared: Shared = (name) => ({ name, value: typed[name], error: errorOf(name) })
  const texts = textsIn(locale)
  switch (step) {
    case 'topic':
      return <TopicFields {...{ shared, texts, locale, topics, typed }} />
    case 'words': {
      const questions = topicOf(written, { topics })?.questions ?? []
      return <WordFields {...{ shared, texts, locale, questions, files }} />
    }
    case 'place':
      return <PlaceFields {...{ shared, texts, municipalities, typed }} />
    case 'sender':
      return <SenderFields {...{ shared, texts, locale, municipalities, typed, written }} />
  }
}

function BackLink({ step, draft, locale }: StepShown) {
  const { back } = textsIn(locale).steps
  const before = stepNames[stepNames.indexOf(step) - 1]
  if (!before || !draft) return <a href={addressOf('entrance', locale)}>{back}</a>
  return <a href={addressOf(stepPages[before], locale, { key: draft.key })}>{back}</a>
}

/** How to leave and come back: the address itself, or a letter with it. */
export function Later({ draft, locale }: { readonly draft: DraftPlace; readonly locale: Locale }) {
  const texts = textsIn(locale)
  return (
    <Disclosure summary={texts.later.title}>
      <p>{texts.later.kept(formatDay(keptUntil(draft.changedAt), locale))}</p>
      <p class="private-address">
        <a href={draft.address}>{draft.address}</a>
      </p>
      <LinkForm draft={draft} locale={locale} email="" error={undefined} />
    </Disclosure>
  )
}

interface LinkFormProps {
  readonly draft: DraftPlace
  readonly locale: Locale
  readonly email: string
  readonly error: string | undefined
}

function LinkForm({ draft, locale, email, error }: LinkFormProps) {
  const { later } = textsIn(locale)
  return (
    <Form action={addressOf('draftLink', locale, { key: draft.key })} guard={false}>
      <TextField
        name="linkEmail"
        label={later.email}
        type="email"
        autocomplete="email"
        value={email}
        error={error}
        maxLength={longest.email}
      />
      <div>
        <Button variant="secondary">{later.send}</Button>
      </div>
    </Form>
  )
}

interface LinkPageProps {
  readonly draft: DraftPlace
  readonly locale: Locale
  /** What was typed and is wrong; null when the letter is on its way. */
  readonly refused: { readonly email: string; readonly problem: string } | null
}

/** What is answered to whoever asked for a letter with the address. */
export function LinkPage({ draft, locale, refused }: LinkPageProps) {
  const texts = textsIn(locale)
  const error = refused ? errorText(texts, refused.problem) : undefined
  return (
    <Page width="narrow">
      {error && <ErrorSummary title={texts.errors.title} errors={[{ field: 'linkEmail', message: error }]} />}
      <PageTitle title={texts.later.title} />
      {!refused && (
        <Notice tone="success" live>
          <p>{texts.later.sent}</p>
        </Notice>
      )}
      <p>{texts.later.kept(formatDay(keptUntil(draft.changedAt), locale))}</p>
      <p class="private-address">
        <a href={draft.address}>{draft.address}</a>
      </p>
      {refused && <LinkForm draft={draft} locale={locale} email={refused.email} error={error} />}
      <p>
        <a href={draft.address}>{texts.steps.next}</a>
      </p>
    </Page>
  )
}
